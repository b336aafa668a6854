import { longRange, longTime } from "../../../domain/words/dates.ts";
import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import { fill } from "../../../domain/words/fill.ts";
import { periodicWords as w } from "../../../domain/words/periodic.ts";
import { statisticsSheets } from "../../../domain/words/statistics.ts";
import { type PeriodicKind, periodicWorks } from "../../../domain/accountability/periodic.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import { paperDocx } from "../../gateways/papers/docx.ts";
import { paperPdf } from "../../gateways/papers/pdf.ts";
import { bodyName } from "../../record/oversight/statistics-names.ts";
import { asRead } from "../../record/periodic/seen/as-read.ts";
import type { Readable } from "../../record/periodic/seen/seen.ts";
import { articleOf } from "../../record/periodic/titles.ts";
import { workPaper } from "../../record/periodic/work-paper.ts";
import type { Reader } from "../../store/case/sight.ts";
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

/** Who takes a work along, and where they stand. */
export interface Taker {
  readonly house: House;
  readonly world: World;
  readonly pack: Pack;
  readonly actor: Staff;
  readonly reader: Reader;
}

/** The document of a work as it was printed; printed anew, with counts, for who may not know of all its cases. */
export async function takeWork(taker: Taker, work: Kept, as: "docx" | "pdf"): Promise<Taken> {
  const { house, actor } = taker;
  await note(house, actor, work, "paper", work.number ?? work.title, as);
  const name = `${work.title}${work.number ?? ""}.${as}`;
  const read = await asRead(house, taker.reader, readable(work));
  if (read.whole) {
    const sha256 = as === "docx" ? work.docx_sha256 : work.pdf_sha256;
    return { name, bytes: await bytesOf(house.db, house.keys, work.region_id, sha256) };
  }
  const paper = paperFor(taker, work, read);
  return { name, bytes: await (as === "docx" ? paperDocx(paper) : paperPdf(paper)) };
}

function readable(work: Kept): Readable {
  return {
    sections: work.material as readonly Section[],
    remarks: work.remarks as Readonly<Record<string, string>>,
  };
}

function paperFor({ world, pack: today, house }: Taker, work: Kept, { sections, remarks }: Readable) {
  const pack = house.packs.find(({ id }) => id === work.pack_id) ?? today;
  const kind = periodicWorks(pack).find(({ id }) => id === work.measure);
  return workPaper({
    what: work.kind as PeriodicKind,
    organ: bodyName(world, work.office_id),
    title: work.title,
    number: work.number,
    basis: kind ? articleOf(kind, pack) : "",
    from: work.period_from as PlainDate,
    to: work.period_to as PlainDate,
    heldOn: work.held_on as PlainDate,
    withNames: (work.with_whom as readonly string[]).map((org) => bodyName(world, org)),
    sections,
    remarks,
  });
}

/** The tables of a work as a workbook. */
export async function exportWork({ house, world, actor, reader }: Taker, work: Kept, purpose: string): Promise<Taken> {
  await note(house, actor, work, "export", purpose, "xlsx");
  const { sections, remarks } = await asRead(house, reader, readable(work));
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
