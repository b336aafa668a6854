import type { CallBack, WorkSection } from "../../../contract/periodic.ts";
import { periodicWorks } from "../../../domain/accountability/periodic.ts";
import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { OrgId } from "../../../domain/office/org.ts";
import { fill } from "../../../domain/words/fill.ts";
import { periodicWords } from "../../../domain/words/periodic.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import { bodyName } from "../../record/oversight/statistics-names.ts";
import type { PeriodicDesk } from "../../record/periodic/check.ts";
import { gather } from "../../record/periodic/gather.ts";
import { materialOf } from "../../record/periodic/material.ts";
import { groundsOf, mentionable } from "../../record/periodic/praise.ts";
import type { Section } from "../../record/periodic/section.ts";
import { articleOf, titleOf } from "../../record/periodic/titles.ts";
import { asRead } from "../../record/periodic/seen/as-read.ts";
import { seenNumbers } from "../../store/periodic/seen.ts";
import type { Answered } from "../../store/periodic/call-backs.ts";
import type { workById } from "../../store/periodic/works.ts";
import type { World } from "../../store/world.ts";
import { readerOf } from "../api/worklist.ts";
import type { StaffCaller } from "../caller.ts";
import type { Shop } from "../shop.ts";
import { keptLine } from "./lines.ts";

interface Days {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** The material of a period before it is recorded. */
export async function materialView(desk: PeriodicDesk, days: Days) {
  const { house, world, pack, work, office, reader } = desk;
  const gathered = await gather(house, world, pack, work, { officeId: office.id, ...days }, reader);
  const grounds = groundsOf(pack, work);
  const nameOf = (org: string) => bodyName(world, org);
  const material = materialOf(work, pack, gathered, nameOf, []);
  const { sections } = await asRead(house, reader, { sections: material, remarks: {} });
  const bodies = mentionable(gathered);
  const seen = await seenNumbers(
    house.db,
    reader,
    bodies.flatMap(({ numbers }) => numbers),
  );
  return {
    title: titleOf(work, pack, world, office),
    basis: articleOf(work, pack),
    sections: sections.map(sectionView),
    mentions: grounds && {
      praise: [...grounds.praise],
      criticism: [...grounds.criticism],
      bodies: bodies.map((body) => ({ ...body, numbers: body.numbers.filter((number) => seen.has(number)) })),
    },
    callBacks: gathered.answered.map((row) => callBackView(row, world)),
    followed: work.carriedOutBy.length > 0,
  };
}

type Kept = NonNullable<Awaited<ReturnType<typeof workById>>>;

/** A work as it was recorded, and how the cases of its batch stand today. */
export async function openedWork(shop: Shop, caller: StaffCaller, row: Kept, pack: Pack, world: World) {
  const sections = row.material as readonly Section[];
  const work = periodicWorks(pack).find(({ id }) => id === row.measure);
  const span = { officeId: row.office_id as OrgId, from: row.period_from as PlainDate, to: row.period_to as PlainDate };
  const batch = sections.find(({ key }) => key === "cases")?.table?.rows.map(([number]) => number) ?? [];
  const answered =
    work?.what === "callBacks"
      ? (await gather(shop.house, world, pack, work, span, readerOf(shop, caller))).answered
      : [];
  const remarks = row.remarks as Record<string, string>;
  const read = await asRead(shop.house, readerOf(shop, caller), { sections, remarks });
  return {
    ...keptLine(row, world),
    sections: read.sections.map(sectionView),
    remarks: { ...read.remarks },
    callBacks: answered.filter(({ number }) => batch.includes(number)).map((one) => callBackView(one, world)),
  };
}

function sectionView({ key, heading, lines, table }: Section): WorkSection {
  return {
    key,
    heading,
    lines: [...lines],
    table: table && {
      header: [...table.header],
      widths: [...table.widths],
      rows: table.rows.map((row) => [...row]),
    },
  };
}

/** Of a case that the reader may not open, it is said that there is one. */
function callBackView({ org, number, ...row }: Answered, world: World): CallBack {
  const named = row.id === null ? fill(periodicWords.numbersUnseen, { n: 1 }) : number;
  return { ...row, number: named, org: bodyName(world, org) };
}
