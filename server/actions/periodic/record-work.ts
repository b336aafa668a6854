import { createHash } from "node:crypto";
import { isNumbered } from "../../../domain/accountability/periodic.ts";
import { type PlainDate, yearOf } from "../../../domain/calendar/plain-date.ts";
import { longDate } from "../../../domain/words/dates.ts";
import { fill } from "../../../domain/words/fill.ts";
import { periodicWords as w } from "../../../domain/words/periodic.ts";
import { paperDocx } from "../../gateways/papers/docx.ts";
import { paperPdf } from "../../gateways/papers/pdf.ts";
import { noteSupervision } from "../../record/oversight/overseer.ts";
import { sendCircular } from "../../record/oversight/send-circular.ts";
import { checked, type PeriodicDesk, type WorkFault, type WorkOrder } from "../../record/periodic/check.ts";
import { decisionSections } from "../../record/periodic/decisions/decisions.ts";
import { gather } from "../../record/periodic/gather.ts";
import { materialOf } from "../../record/periodic/material.ts";
import type { Section } from "../../record/periodic/section.ts";
import { articleOf, titleOf } from "../../record/periodic/titles.ts";
import { workPaper } from "../../record/periodic/work-paper.ts";
import { bodyName } from "../../record/oversight/statistics-names.ts";
import { writeOnce } from "../../record/write-once.ts";
import { addOrgNotices } from "../../store/oversight/notices.ts";
import { addDecisions, type Decision } from "../../store/periodic/decisions.ts";
import { nextNumber } from "../../store/case/numbers.ts";
import type { Tx } from "../../store/db.ts";
import type { OnceKey } from "../../store/once/once.ts";
import { seenNumbers } from "../../store/periodic/seen.ts";
import { addWork } from "../../store/periodic/works.ts";

/** A work that was recorded; why none was. */
export type RecordOutcome =
  | { readonly recorded: { readonly id: string; readonly number: string | null } }
  | { readonly fault: WorkFault };

/** Records a work with its figures as they stand, numbers it where it is an official document, and prints it. */
export async function recordWork(
  desk: PeriodicDesk,
  order: WorkOrder,
  onceKey: OnceKey | null,
): Promise<RecordOutcome> {
  const { house, world, pack, work, reader } = desk;
  const span = { officeId: desk.actor.orgId, from: order.from, to: order.to };
  const gathered = await gather(house, world, pack, work, span, reader);
  const fault = checked(desk, order, gathered) ?? (await unseenFault(desk, order));
  if (fault) return { fault };
  const nameOf = (org: string) => bodyName(world, org);
  const sections = [
    ...materialOf(work, pack, gathered, nameOf, order.mentions),
    ...decisionSections(order.decisions, nameOf),
  ];
  const intention = { region: world.region.id, key: onceKey, request: { periodicWork: work.id, ...order } };
  const recorded = await writeOnce(
    house,
    intention,
    (tx) => keep(tx, desk, order, sections),
    () => true,
  );
  return { recorded };
}

/** Nobody names a case that they may not know of. */
async function unseenFault({ house, reader }: PeriodicDesk, { mentions }: WorkOrder): Promise<WorkFault | null> {
  const numbers = mentions.flatMap((mention) => mention.numbers);
  const seen = await seenNumbers(house.db, reader, numbers);
  const right = numbers.every((number) => seen.has(number));
  return right ? null : { code: "periodic.mentionWrong", facts: {}, clause: null };
}

async function keep(tx: Tx, desk: PeriodicDesk, order: WorkOrder, sections: readonly Section[]) {
  const { house, world, pack, work, office, actor } = desk;
  const region = world.region.id;
  const now = house.now();
  const { from, to, heldOn, remarks } = order;
  const title = titleOf(work, pack, world, office);
  const numbering = await numberOf(tx, desk, heldOn);
  const paper = workPaper({
    what: work.what,
    organ: office.name,
    title,
    number: numbering.number,
    basis: articleOf(work, pack),
    from,
    to,
    heldOn,
    sections,
    remarks,
    withNames: order.withOrgs.map((org) => bodyName(world, org)),
  });
  const [docx, pdf] = [await paperDocx(paper), await paperPdf(paper)];
  const id = house.newId();
  const hashes = { docx_sha256: sha256(docx), pdf_sha256: sha256(pdf) };
  const row = {
    region_id: region,
    id,
    office_id: office.id,
    pack_id: pack.id,
    measure: work.id,
    kind: work.what,
    period_from: from,
    period_to: to,
    held_on: heldOn,
    with_whom: JSON.stringify(order.withOrgs),
    title,
    ...numbering,
    material: JSON.stringify(sections),
    remarks: JSON.stringify(remarks),
    ...hashes,
    recorded_at: now,
    recorded_by: actor.personId,
  };
  await addWork(tx, house.keys, row, { docx, pdf });
  const decided = order.decisions.map((decision) => ({ ...decision, id: house.newId() }));
  await addDecisions(tx, region, id, decided);
  await tellWhoDoes(tx, desk, title, decided);
  const circular =
    work.what === "circular" ? await sendCircular(tx, house, world, pack, { actor, period: { from, to }, now }) : null;
  const { number } = numbering;
  await noteSupervision(tx, house, region, actor, "periodicWorkDone", {
    id,
    measure: work.id,
    from,
    to,
    heldOn,
    number,
    circular,
    decisions: decided.map((decision) => decision.id),
    docxHash: hashes.docx_sha256.toString("hex"),
    pdfHash: hashes.pdf_sha256.toString("hex"),
  });
  return { id, number };
}

/** Every body that is to do something finds it among its notices. */
function tellWhoDoes(tx: Tx, desk: PeriodicDesk, title: string, decided: readonly Decision[]): Promise<void> {
  const { house, world, office } = desk;
  return addOrgNotices(
    tx,
    decided.map(({ orgId, what, until }) => ({
      region_id: world.region.id,
      id: house.newId(),
      to_org: orgId,
      from_org: office.id,
      as_kind: "report",
      topic: "decisionTaken",
      body: JSON.stringify({ office: office.shortName, title, what, until: longDate(until) }),
      created_at: house.now(),
    })),
  );
}

/** The next issue of the office's year; what is no official document has none. */
async function numberOf(tx: Tx, { world, work, office }: PeriodicDesk, on: PlainDate) {
  const year = yearOf(on);
  if (!isNumbered(work)) return { year, n: null, number: null };
  const n = await nextNumber(tx, world.region.id, `periodic:${office.id}:${work.id}`, `${year}-01-01`);
  return { year, n, number: fill(w.number, { year, n }) };
}

function sha256(bytes: Buffer): Buffer {
  return createHash("sha256").update(bytes).digest();
}
