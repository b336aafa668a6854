import { longRange, longTime } from "../../../domain/words/dates.ts";
import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import { fill } from "../../../domain/words/fill.ts";
import { periodicWords as w } from "../../../domain/words/periodic.ts";
import { statisticsSheets } from "../../../domain/words/statistics.ts";
import { workbook } from "../../gateways/sheets/workbook.ts";
import type { House } from "../../house.ts";
import type { Staff } from "../../record/oversight/overseer.ts";
import { reckonable } from "../../record/periodic/reckonable.ts";
import type { Section } from "../../record/periodic/section.ts";
import { bytesOf } from "../../store/case/file-bytes.ts";
import { logAccess } from "../../store/oversight/access-log.ts";
import type { workById } from "../../store/periodic/works.ts";
import type { World } from "../../store/world.ts";

type Kept = NonNullable<Awaited<ReturnType<typeof workById>>>;

/** A file to take along: what it is called, and its bytes. */
interface Taken {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The document of a work as it was printed. */
export async function takeWork(house: House, actor: Staff, work: Kept, as: "docx" | "pdf"): Promise<Taken> {
  await note(house, actor, work, "paper", work.number ?? work.title, as);
  const bytes = await bytesOf(house.db, house.keys, work.region_id, as === "docx" ? work.docx_sha256 : work.pdf_sha256);
  return { name: `${work.title}${work.number ?? ""}.${as}`, bytes };
}

/** The tables of a work as a workbook. */
export async function exportWork(
  house: House,
  world: World,
  actor: Staff,
  work: Kept,
  purpose: string,
): Promise<Taken> {
  await note(house, actor, work, "export", purpose, "xlsx");
  const sections = work.material as readonly Section[];
  const remarks = work.remarks as Readonly<Record<string, string>>;
  const period = longRange(work.period_from as PlainDate, work.period_to as PlainDate);
  const person = world.people.get(actor.personId) ?? "";
  const bytes = await workbook([
    ...sections.flatMap(({ heading, table }) => (table ? [{ name: heading, ...reckonable(table) }] : [])),
    {
      name: w.sheets.remark,
      header: [w.sheets.heading, w.sheets.remark],
      rows: sections.map(({ key, heading, lines }) => [heading, [...lines, remarks[key] ?? ""].join("\n").trim()]),
    },
    {
      name: w.sheets.legend,
      header: [w.sheets.item, w.sheets.remark],
      rows: [
        [w.sheets.period, period],
        [w.sheets.document, `${work.title}${work.number ?? ""}`],
        [statisticsSheets.export, fill(statisticsSheets.exportText, { person, at: longTime(house.now()), purpose })],
      ],
    },
  ]);
  return { name: `${work.title}.xlsx`, bytes };
}

function note(house: House, actor: Staff, work: Kept, what: "paper" | "export", reason: string, as: string) {
  return logAccess(house.db, work.region_id, {
    id: house.newId(),
    at: house.now(),
    personId: actor.personId,
    orgId: actor.orgId,
    via: actor.via,
    what,
    caseId: null,
    reason,
    detail: { periodicWork: work.id, as },
  });
}
