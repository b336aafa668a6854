import { createHash } from "node:crypto";
import { plainDate } from "../../../domain/calendar/plain-date.ts";
import { signDays } from "../../../server/actions/oversight/sign-days.ts";
import { writeCheckpoint } from "../../../server/actions/trust/write-checkpoint.ts";
import { addFile } from "../../../server/store/case/files.ts";
import { addPaper, addService } from "../../../server/store/case/papers.ts";
import { appendOfficeEvent } from "../../../server/store/office/office-events.ts";
import { logAccess } from "../../../server/store/oversight/access-log.ts";
import { decideCause } from "../../../server/store/oversight/breaches.ts";
import type { FreshHouse } from "../../fresh-house.ts";
import { file, liveThreeWeeks, somebody, staff } from "../life.ts";

/** What a tampered house is told from: ids of its cases and how its head stood when the day began. */
export interface Lived {
  readonly done: string;
  readonly refused: string;
  readonly phoned: string;
  readonly today: string;
  readonly head: string;
}

const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest();

/** Three weeks with files, papers, causes, readings and messages; signed days; then a day of its own, up to the minute. */
export async function liveAll(house: FreshHouse): Promise<Lived> {
  const { done, phoned, refused } = await liveThreeWeeks(house);
  const clerk = await staff(house, "urban.clerk");
  await house.db.transaction().execute(async (tx) => {
    const bytes = Buffer.from("%PDF-1.7 invented");
    const row = {
      region_id: house.region,
      id: house.newId(),
      case_id: done.caseId,
      purpose: "staff",
      name: "现场照片.pdf",
      type: "application/pdf",
      size: bytes.length,
      sha256: sha256(bytes),
      uploaded_at: house.now(),
      uploaded_by: JSON.stringify({ kind: "staff", orgId: clerk.orgId }),
    };
    await addFile(tx, house.keys, row, bytes);
  });
  await printPaper(house, done.caseId, clerk);
  await decideOneCause(house, clerk);
  for (const what of ["openSealed", "reveal", "export", "signIn"] as const) {
    const personId = clerk.personId;
    const access = { id: house.newId(), at: house.now(), personId, orgId: clerk.orgId, what };
    await logAccess(house.db, house.region, {
      ...access,
      caseId: what === "signIn" ? null : done.caseId,
      reason: "核实",
    });
  }
  await signDays(house, house.region);
  const head = (await writeCheckpoint(house, house.region))?.note ?? "";
  const today = await file(house, {
    content: "今天的来信：井盖松了，请处理。",
    petitioner: { ...somebody, name: "闻一舟", phone: "13900003333", replyBy: "email" },
  });
  await writeCheckpoint(house, house.region);
  return { done: done.caseId, refused: refused.caseId, phoned: phoned.caseId, today: today.caseId, head };
}

type Clerk = Awaited<ReturnType<typeof staff>>;

async function printPaper(house: FreshHouse, caseId: string, by: Clerk): Promise<void> {
  const [docx, pdf] = [Buffer.from("docx of a paper"), Buffer.from("pdf of a paper")];
  const id = house.newId();
  const hashes = { docxHash: sha256(docx).toString("hex"), pdfHash: sha256(pdf).toString("hex") };
  const number = "城管信复〔2026〕第1号";
  await house.db.transaction().execute(async (tx) => {
    const row = {
      region_id: house.region,
      id,
      case_id: caseId,
      kind: "reply",
      title: "答复意见书",
      organ_id: by.orgId,
      word: "城管信复",
      year: 2026,
      n: 1,
      number,
      case_version: 1,
      written: "{}",
      docx_sha256: sha256(docx),
      pdf_sha256: sha256(pdf),
      made_at: house.now(),
      made_by: by.personId,
    };
    await addPaper(
      tx,
      house.keys,
      row,
      [docx, pdf].map((bytes) => ({ sha256: sha256(bytes), bytes })),
    );
    const data = { paper: id, case: caseId, version: 1, kind: "reply", id, number, ...hashes };
    const actor = { personId: by.personId, orgId: by.orgId };
    await appendOfficeEvent(tx, house.region, "papers", { type: "paperMade", at: house.now(), actor, data });
    await addService(tx, house.keys, caseId, {
      region_id: house.region,
      paper_id: id,
      recipient: "来件人",
      mode: "mail",
      on_day: plainDate("2026-03-20"),
      result: "served",
      recorded_at: house.now(),
      recorded_by: by.personId,
    });
  });
}

async function decideOneCause(house: FreshHouse, by: Clerk): Promise<void> {
  await house.db.transaction().execute(async (tx) => {
    const { id } = await tx.selectFrom("breach").select("id").orderBy("id").limit(1).executeTakeFirstOrThrow();
    await decideCause(tx, null, house.region, id, by.personId, "human", "经办人忘记", house.now());
    const actor = { personId: by.personId, orgId: by.orgId };
    const data = { breach: id, cause: "human", note: "经办人忘记" };
    await appendOfficeEvent(tx, house.region, "accountability", { type: "causeDecided", at: house.now(), actor, data });
  });
}
