import type { Command } from "commander";
import { type BarredKind, barredKinds } from "../domain/barring/kinds.ts";
import { placesIn } from "../domain/barring/places.ts";
import { fill } from "../domain/words/fill.ts";
import { usage } from "./exit.ts";
import type { Columns } from "./history/columns.ts";
import type { BadRow } from "./history/entry.ts";
import type { Row } from "./history/files/row.ts";
import { isBad, openHistory } from "./history/open.ts";
import { plainText } from "./history/plain-text.ts";
import { report, say } from "./say.ts";
import type { CliWords } from "./words.ts";

interface BarredOptions {
  readonly map?: string;
  readonly sheet?: string;
  readonly headerRow?: string;
  readonly samples?: string;
  readonly kind?: string;
  readonly json?: boolean;
}

/** A request as far as barring goes: its words, and who brought it where the file says so. */
interface Message {
  readonly text: string;
  readonly name: string;
  readonly phone: string;
}

interface Counts {
  readonly certain: number;
  readonly uncertain: number;
}

/** `barred`: what would be barred in the requests of a file before they went before the public; nothing is stored. */
export function addBarred(program: Command, words: CliWords): void {
  program
    .command("barred <file>")
    .description(words.commands.barred)
    .option("--map <columns>", fill(words.options.map, { fields: "content, title, name, phone" }))
    .option("--sheet <name>", words.options.sheet)
    .option("--header-row <n>", words.options.headerRow)
    .option("--samples <n>", words.options.samples)
    .option("--kind <kind>", fill(words.options.barredKind, { kinds: barredKinds.join(", ") }))
    .option("--json", words.json)
    .action((file: string, options: BarredOptions) => run(file, options, words));
}

async function run(path: string, options: BarredOptions, words: CliWords): Promise<void> {
  const most = Number(options.samples ?? 0);
  if (!Number.isInteger(most) || most < 0) throw usage(words.errors.samples);
  const kind = barredKinds.find((one) => one === options.kind);
  if (options.kind !== undefined && !kind)
    throw usage(fill(words.errors.barredKind, { kinds: barredKinds.join(", ") }));
  const file = await openHistory<Message>(path, options, { needed: [["content", "title"]], read }, words);
  const kinds = new Map<BarredKind, Counts>();
  let [total, some, doubtful, left] = [0, 0, 0, most];
  for await (const entry of file.entries) {
    if (isBad(entry)) continue;
    total += 1;
    const held = { names: [entry.name], numbers: [entry.phone], mails: [], addresses: [] };
    const places = placesIn(entry.text, { held, bodies: [], official: false });
    if (places.length > 0) some += 1;
    if (places.some(({ certain }) => !certain)) doubtful += 1;
    for (const place of places) {
      const { certain = 0, uncertain = 0 } = kinds.get(place.kind) ?? {};
      const more = place.certain ? { certain: certain + 1, uncertain } : { certain, uncertain: uncertain + 1 };
      kinds.set(place.kind, more);
      if (left === 0 || (kind && place.kind !== kind)) continue;
      left -= 1;
      sample(entry.text, place, words);
    }
  }
  tell({ file: path, total, barred: some, uncertain: doubtful }, kinds, options.json === true, words);
}

function read(row: Row, columns: Columns): Message | BadRow {
  const { cells, line } = row;
  if (cells === null) return { line, reason: "unreadable", facts: {} };
  const cell = (field: keyof Columns) =>
    plainText(columns[field] === undefined ? null : (cells[columns[field]] ?? null));
  const text = [cell("title"), cell("content")].filter((part) => part !== "").join("\n");
  return text === "" ? { line, reason: "noContent", facts: {} } : { text, name: cell("name"), phone: cell("phone") };
}

/** A passage with what stands around it, on the terminal only. */
function sample(text: string, { from, to, kind, certain }: ReturnType<typeof placesIn>[number], words: CliWords): void {
  const oneLine = (part: string) => part.replace(/\s+/g, " ");
  const facts = {
    kind: words.barredKinds[kind],
    sure: certain ? words.said.sure : words.said.unsure,
    before: oneLine(text.slice(Math.max(0, from - 16), from)),
    passage: oneLine(text.slice(from, to)),
    after: oneLine(text.slice(to, to + 12)),
  };
  say(fill(words.said.barredSample, facts));
}

function tell(
  sums: { readonly file: string; readonly total: number; readonly barred: number; readonly uncertain: number },
  kinds: ReadonlyMap<BarredKind, Counts>,
  json: boolean,
  words: CliWords,
): void {
  if (json) return report({ ...sums, kinds: Object.fromEntries(kinds) });
  const share = (n: number) => (sums.total === 0 ? "0" : ((100 * n) / sums.total).toFixed(1));
  const { total, barred, uncertain } = sums;
  say(fill(words.said.barred, { total, barred, share: share(barred), uncertain, unsure: share(uncertain) }));
  for (const kind of barredKinds) {
    const counts = kinds.get(kind);
    if (counts) say(fill(words.said.barredKind, { kind: words.barredKinds[kind], ...counts }));
  }
}
