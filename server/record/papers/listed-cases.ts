import { dayOf, type Instant, type PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { Actor } from "../../../domain/case/case.ts";
import type { CaseStage, Channel, Track } from "../../../domain/rules/vocabulary.ts";
import { longTime } from "../../../domain/words/dates.ts";
import { fill } from "../../../domain/words/fill.ts";
import { zh } from "../../../domain/words/zh.ts";
import type { House } from "../../house.ts";
import { logExport } from "../log-export.ts";
import type { World } from "../../store/world.ts";
import { dutyMark, type ListedDuty } from "./duty-mark.ts";
import { redact } from "../mask.ts";

const words = zh.sheets;

/** A case as a list shows it. */
interface ListedRow {
  readonly number: string;
  readonly title: string;
  readonly stage: CaseStage;
  readonly track: Track | null;
  readonly channel: Channel;
  readonly receivedAt: string;
  readonly place: string | null;
  readonly duty: ListedDuty | null;
}

/** What is taken along: which list, under which conditions, and what for. */
export interface CaseExport {
  readonly what: "worklist" | "cases";
  readonly conditions: Readonly<Record<string, unknown>>;
  readonly purpose: string;
  readonly rows: readonly ListedRow[];
  readonly total: number;
}

/** What stands in a cell: words, a number, a day, or a moment. */
export type ListedCell = string | number | null | { readonly day: string } | { readonly moment: string };

/** The list as rows of a table, without personal data, and in words what it is and who took it along. */
export interface ListedCases {
  readonly rows: readonly (readonly ListedCell[])[];
  /** The same for paper, where the term is one line with its shape. */
  readonly printed: readonly (readonly string[])[];
  readonly count: string;
  readonly taken: string;
}

/** Writes an export down before it goes out, and puts the list into words. */
export async function listCases(
  house: House,
  world: World,
  actor: Extract<Actor, { kind: "staff" }>,
  { what, conditions, purpose, rows, total }: CaseExport,
): Promise<ListedCases> {
  const at = house.now();
  await logExport(house, world.region.id, actor, { at, purpose, detail: { what, ...conditions, rows: rows.length } });
  const person = world.people.get(actor.personId) ?? "";
  const today = dayOf(at);
  return {
    rows: rows.map((row) => rowOf(row, today)),
    printed: rows.map((row) => printedRow(row, today)),
    count: fill(words.countText, { n: rows.length, total }),
    taken: fill(words.exportText, { person, at: longTime(at), purpose }),
  };
}

function printedRow(row: ListedRow, today: PlainDate): readonly string[] {
  const { duty } = row;
  return [
    row.number,
    redact(row.title),
    [zh.caseStages[row.stage], row.track ? zh.tracks[row.track] : ""].filter((text) => text !== "").join(" · "),
    duty?.owner?.name ?? "",
    duty?.title ?? "",
    dutyMark(duty, today),
    zh.channels[row.channel],
    row.place === null ? "" : redact(row.place),
    longTime(row.receivedAt as Instant),
  ];
}

function rowOf(row: ListedRow, today: string): readonly ListedCell[] {
  const { duty } = row;
  const due = duty?.due ?? duty?.dueWithin ?? null;
  const over = due !== null && due < today && duty?.endedOn === null;
  return [
    row.number,
    redact(row.title),
    zh.caseStages[row.stage],
    row.track ? zh.tracks[row.track] : null,
    duty?.owner?.name ?? null,
    duty?.title ?? null,
    due === null ? null : { day: due },
    over ? words.overdue : null,
    zh.channels[row.channel],
    row.place === null ? null : redact(row.place),
    { moment: row.receivedAt },
  ];
}
