import { calendarAsOf, type CalendarYear } from "../../domain/calendar/work-calendar.ts";
import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import { checkPack, type PackFault } from "../../domain/proof/check-pack.ts";
import type { Pack } from "../../domain/rules/pack.ts";
import { fill } from "../../domain/words/fill.ts";
import { environment, type Exit } from "../exit.ts";
import type { CliWords } from "../words.ts";
import type { FileFault } from "./outside/read.ts";
import type { Served } from "./outside/served.ts";
import { packWords } from "./words.ts";

/** What a server must not serve: regulations that the check refuses, with file, place and reason. Null when all are sound. */
export function refusedPacks(
  packs: readonly Pack[],
  years: readonly CalendarYear[],
  words: CliWords,
  { files, faults }: Pick<Served, "files" | "faults"> = { files: new Map(), faults: [] },
): Exit | null {
  const lines = faultLines(packs, packs, years, words, { files, faults });
  return lines.length === 0 ? null : environment([words.errors.packsUnsound, ...lines].join("\n"));
}

/** A line for each fault of these regulations, of all that are installed, and of the files that could not be read. */
export function faultLines(
  of: readonly Pack[],
  packs: readonly Pack[],
  years: readonly CalendarYear[],
  words: CliWords,
  { files, faults }: Pick<Served, "files" | "faults">,
): readonly string[] {
  const calendar = calendarAsOf(years, "9999-12-31" as PlainDate);
  const place = (pack: Pack, fault: PackFault) => files.get(pack.id) ?? `packs/${pack.id}/${fileOf(fault)}`;
  return [
    ...faults.map((fault) => `  ${fileFaultWords(fault, words)}`),
    ...of.flatMap((pack) =>
      checkPack(pack, packs, calendar).map((fault) => `  ${place(pack, fault)}: ${faultWords(fault, words)}`),
    ),
  ];
}

/** The file of a pack in which its parts of a kind stand; a kind may be spread over several. */
const files: Readonly<Record<string, string>> = {
  duty: "duties.ts",
  power: "powers.ts",
  powers: "powers.ts",
  guard: "powers.ts",
  formality: "formalities*.ts",
  field: "formalities*.ts",
  notice: "notices.ts",
  ground: "grounds.ts",
  sight: "sights.ts",
  measure: "measures.ts",
  paper: "papers.ts",
  setting: "settings.ts",
  breach: "duties.ts",
};

function fileOf(fault: PackFault): string {
  if (fault.what === "notServed") return "clauses.ts";
  const kind = "part" in fault ? (fault.part.split(" ")[0] ?? "") : "";
  return files[kind] ?? "index.ts";
}

/** What is wrong with a file, and where in it. */
export function fileFaultWords({ file, place, reason }: FileFault, { language }: CliWords): string {
  const said = typeof reason === "string" ? reason : fill(packWords(language).file[reason.code], reason.facts);
  return [file, place, said].filter((part) => part !== "").join(": ");
}

/** A fault in words. */
export function faultWords(fault: PackFault, words: CliWords): string {
  const kind = fault.what === "nobodyBears" ? words.packNames[fault.names] : "";
  return fill(words.packFaults[fault.what], { ...fault, kind });
}
