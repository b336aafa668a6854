import { createHash } from "node:crypto";
import { yearOf } from "../../../domain/calendar/plain-date.ts";
import { composePaper } from "../../../domain/papers/compose.ts";
import type { CaseFile } from "../../../domain/papers/file.ts";
import type { Paper } from "../../../domain/papers/paper.ts";
import type { PaperKind } from "../../../domain/rules/paper.ts";
import { fill } from "../../../domain/words/fill.ts";
import { paperNumber } from "../../../domain/words/papers.ts";
import { paperDocx } from "../../gateways/papers/docx.ts";
import { paperPdf } from "../../gateways/papers/pdf.ts";
import { caseFile, chosen, type PaperDesk, type PaperOrder } from "../../record/papers/case-file.ts";
import { notePaper } from "../../record/papers/paper-log.ts";
import { writeOnce } from "../../record/write-once.ts";
import { takeCase } from "../../store/case/load.ts";
import { nextNumber } from "../../store/case/numbers.ts";
import { addPaper, type PrintedFile } from "../../store/case/papers.ts";
import type { Tx } from "../../store/db.ts";
import type { OnceKey } from "../../store/once/once.ts";

/** A paper that was made; why none was. */
export type MakeOutcome =
  | {
      readonly made: {
        readonly id: string;
        readonly number: string | null;
        readonly docxHash: string;
        readonly pdfHash: string;
      };
    }
  | { readonly notNow: true }
  | { readonly incomplete: readonly string[] };

/** Draws a paper up, numbers it, prints it and keeps it with the case, in one transaction. */
export function makePaper(desk: PaperDesk, order: PaperOrder, onceKey: OnceKey | null): Promise<MakeOutcome> {
  const { house, world, stored } = desk;
  const request = { makePaper: stored.kase.id, ...order };
  const intention = { region: world.region.id, key: onceKey, request };
  return writeOnce(
    house,
    intention,
    (tx) => makeIn(tx, desk, order),
    (outcome) => "made" in outcome,
  );
}

async function makeIn(tx: Tx, seen: PaperDesk, order: PaperOrder): Promise<MakeOutcome> {
  const { house, world, actor } = seen;
  const region = world.region.id;
  const stored = await takeCase(tx, house.keys, region, seen.stored.kase.id);
  const desk = stored && { ...seen, stored };
  const choice = desk && chosen(desk, order);
  if (!choice) return { notNow: true };
  const file = await caseFile(tx, desk, choice.leg, order.written, false);
  const { missing } = composePaper(choice.kind, file, null);
  if (missing.length > 0) return { incomplete: missing.map(({ label }) => label) };
  const numbering = await numberOf(tx, region, choice.kind, file);
  const { paper } = composePaper(choice.kind, file, numbering.number);
  const veiled = await caseFile(tx, desk, choice.leg, order.written, true);
  const whole = await printed(paper);
  const masked = await printed(composePaper(choice.kind, veiled, numbering.number).paper);
  const id = house.newId();
  const row = {
    region_id: region,
    id,
    case_id: stored.kase.id,
    leg_id: order.legId,
    kind: choice.kind.id,
    title: paper.title,
    organ_id: actor.orgId,
    ...numbering,
    case_version: stored.kase.version,
    written: JSON.stringify(order.written),
    docx_sha256: whole.docx.sha256,
    pdf_sha256: whole.pdf.sha256,
    masked_docx_sha256: masked.docx.sha256,
    masked_pdf_sha256: masked.pdf.sha256,
    made_at: house.now(),
    made_by: actor.personId,
  };
  await addPaper(tx, house.keys, row, [whole.docx, whole.pdf, masked.docx, masked.pdf]);
  const made = {
    id,
    number: numbering.number,
    docxHash: whole.docx.sha256.toString("hex"),
    pdfHash: whole.pdf.sha256.toString("hex"),
  };
  await notePaper(tx, house, region, actor, "paperMade", {
    paper: id,
    case: stored.kase.id,
    version: stored.kase.version,
    kind: choice.kind.id,
    ...made,
    maskedDocxHash: masked.docx.sha256.toString("hex"),
    maskedPdfHash: masked.pdf.sha256.toString("hex"),
  });
  return { made };
}

/** The next number of the organ's year under this word. Without a word there is none. */
async function numberOf(tx: Tx, region: string, { numberWord }: PaperKind, file: CaseFile) {
  const year = yearOf(file.today);
  if (numberWord === null) return { word: null, year, n: null, number: null };
  const { orgId } = file.maker;
  const word = fill(numberWord, { organ: file.office.orgs.get(orgId)?.shortName ?? "" });
  const n = await nextNumber(tx, region, `paper:${orgId}:${word}`, `${year}-01-01`);
  return { word, year, n, number: paperNumber(word, year, n) };
}

async function printed(paper: Paper) {
  const [docx, pdf] = [await paperDocx(paper), await paperPdf(paper)];
  return { docx: hashed(docx), pdf: hashed(pdf) };
}

function hashed(bytes: Buffer): PrintedFile {
  return { sha256: createHash("sha256").update(bytes).digest(), bytes };
}
