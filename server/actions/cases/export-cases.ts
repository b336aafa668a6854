import type { Actor } from "../../../domain/case/case.ts";
import { dayOf, type Instant } from "../../../domain/calendar/plain-date.ts";
import type { CaseStage, Channel, Track } from "../../../domain/rules/vocabulary.ts";
import { longTime } from "../../../domain/words/dates.ts";
import { fill } from "../../../domain/words/fill.ts";
import { zh } from "../../../domain/words/zh.ts";
import { workbook } from "../../gateways/sheets.ts";
import type { House } from "../../house.ts";
import { redact } from "../../record/mask.ts";
import { logAccess } from "../../store/oversight/access-log.ts";
import type { World } from "../../store/world.ts";

const words = zh.sheets;

/** So many cases go into one workbook; more are said to be left out. */
export const exportedAtMost = 20_000;

/** A case as a list shows it. */
interface ListedRow {
  readonly number: string;
  readonly title: string;
  readonly stage: CaseStage;
  readonly track: Track | null;
  readonly channel: Channel;
  readonly receivedAt: string;
  readonly place: string | null;
  readonly duty: {
    readonly title: string;
    readonly owner: { readonly name: string } | null;
    readonly due: string | null;
    readonly dueWithin: string | null;
    readonly endedOn: string | null;
  } | null;
}

/** What is taken along: which list, under which conditions, and what for. */
export interface CaseExport {
  readonly what: "worklist" | "cases";
  readonly conditions: Readonly<Record<string, unknown>>;
  readonly purpose: string;
  readonly rows: readonly ListedRow[];
  readonly total: number;
}

/** A whole list of cases as a workbook without personal data; every export is written down before it goes out. */
export async function exportCases(
  house: House,
  world: World,
  actor: Extract<Actor, { kind: "staff" }>,
  { what, conditions, purpose, rows, total }: CaseExport,
): Promise<Buffer> {
  const at = house.now();
  await logAccess(house.db, world.region.id, {
    id: house.newId(),
    at,
    personId: actor.personId,
    orgId: actor.orgId,
    what: "export",
    caseId: null,
    reason: purpose,
    detail: { what, ...conditions, rows: rows.length },
  });
  const person = world.people.get(actor.personId) ?? "";
  const today = dayOf(at);
  return workbook([
    {
      name: words.cases,
      header: words.caseColumns,
      rows: rows.map((row) => rowOf(row, today)),
    },
    {
      name: words.legend,
      header: [words.item, words.meaning],
      rows: [
        [words.count, fill(words.countText, { n: rows.length, total })],
        [words.export, fill(words.exportText, { person, at: longTime(at), purpose })],
      ],
    },
  ]);
}

function rowOf(row: ListedRow, today: string): readonly (string | number | null)[] {
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
    due,
    over ? words.overdue : null,
    zh.channels[row.channel],
    row.place === null ? null : redact(row.place),
    longTime(row.receivedAt as Instant),
  ];
}
