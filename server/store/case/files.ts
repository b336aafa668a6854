import { type Insertable, sql } from "kysely";
import type { Db, Tx } from "../db.ts";
import type { Attachment } from "../schema.gen.ts";
import { keptRow, openedRow, openedRows, sealFor } from "../words/rows/kept-rows.ts";
import type { RowSeal } from "../words/rows/row-places.ts";
import { type FileSeal, keepBytes, plainBytes } from "./file-bytes.ts";

/**
 * Keeps a file once, by its content, and notes what it is attached to. Bytes that were to be deleted are kept anew. Its
 * name is sealed with a sealed case, and with a draft, of which nobody knows yet what it becomes.
 */
export async function addFile(
  tx: Tx,
  seal: FileSeal & RowSeal,
  row: Insertable<Attachment>,
  bytes: Buffer,
): Promise<void> {
  await keepBytes(tx, seal, [{ region_id: row.region_id, sha256: row.sha256, bytes, kept_at: row.uploaded_at }]);
  const own = row.case_id ? await sealFor(tx, seal, row.region_id, [row.case_id]) : seal;
  await tx
    .insertInto("attachment")
    .values(keptRow(own, "attachment", row))
    .execute();
}

const listed = [
  "id",
  "name",
  "type",
  "size",
  "purpose",
  "for_petitioner",
  "uploaded_at",
  "uploaded_by",
  "words_sealed",
] as const;

export async function filesOfCase(db: Db | Tx, seal: RowSeal, region: string, caseId: string) {
  const rows = await db
    .selectFrom("attachment")
    .select(listed)
    .where("region_id", "=", region)
    .where("case_id", "=", caseId)
    .orderBy("uploaded_at")
    .execute();
  return openedRows(seal, "attachment", rows);
}

export async function filesOfDraft(db: Db | Tx, seal: RowSeal, region: string, draft: Buffer) {
  const rows = await db
    .selectFrom("attachment")
    .select(listed)
    .where("region_id", "=", region)
    .where("draft_hash", "=", draft)
    .orderBy("uploaded_at")
    .execute();
  return openedRows(seal, "attachment", rows);
}

/** Whether this file lies there already under this name: sent twice, it is kept once. */
export async function isAttached(
  tx: Tx,
  seal: RowSeal,
  region: string,
  place: { readonly draft: Buffer } | { readonly caseId: string; readonly purpose: string },
  file: { readonly name: string; readonly sha256: Buffer },
): Promise<boolean> {
  const same = tx
    .selectFrom("attachment")
    .select(["name", "words_sealed"])
    .where("region_id", "=", region)
    .where("sha256", "=", file.sha256);
  const there =
    "draft" in place
      ? same.where("draft_hash", "=", place.draft)
      : same.where("case_id", "=", place.caseId).where("purpose", "=", place.purpose);
  return openedRows(seal, "attachment", await there.execute()).some(({ name }) => name === file.name);
}

/** Hands the files of a draft over to the case that came of it. */
export async function claimFiles(tx: Tx, region: string, draft: Buffer, caseId: string): Promise<void> {
  await tx
    .updateTable("attachment")
    .set({ case_id: caseId, draft_hash: null })
    .where("region_id", "=", region)
    .where("draft_hash", "=", draft)
    .execute();
}

export async function dropDraftFile(tx: Db | Tx, region: string, draft: Buffer, id: string): Promise<void> {
  await tx
    .deleteFrom("attachment")
    .where("region_id", "=", region)
    .where("draft_hash", "=", draft)
    .where("id", "=", id)
    .execute();
}

/** A file with its plain bytes; null when there is none. */
export async function readFile(db: Db | Tx, seal: FileSeal & RowSeal, region: string, id: string) {
  const row = await db
    .selectFrom("attachment")
    .innerJoin("file_content", (join) =>
      join
        .onRef("file_content.region_id", "=", "attachment.region_id")
        .onRef("file_content.sha256", "=", "attachment.sha256"),
    )
    .select([
      "attachment.case_id",
      "attachment.name",
      "attachment.type",
      "attachment.purpose",
      "attachment.for_petitioner",
      "attachment.words_sealed",
      "file_content.bytes",
      "file_content.sealed",
    ])
    .where("attachment.region_id", "=", region)
    .where("attachment.id", "=", id)
    .executeTakeFirst();
  if (!row) return null;
  const { sealed, ...file } = openedRow(seal, "attachment", row);
  return { ...file, bytes: plainBytes(seal, { bytes: file.bytes, sealed }) };
}

/**
 * Ticks the files that go to the petitioner with an organisation's answer: only its own, and of these exactly the
 * ones named, so that a file of an earlier draft does not go along. `alone`: no other answer of it stands in the case.
 */
export async function tickFiles(
  tx: Tx,
  region: string,
  caseId: string,
  of: { readonly orgId: string; readonly ids: readonly string[]; readonly alone: boolean },
): Promise<void> {
  const own = tx
    .updateTable("attachment")
    .where("region_id", "=", region)
    .where("case_id", "=", caseId)
    .where("purpose", "=", "staff")
    .where(sql<boolean>`uploaded_by ->> 'orgId' = ${of.orgId}`);
  if (of.alone) await own.set({ for_petitioner: false }).execute();
  if (of.ids.length > 0) await own.where("id", "in", of.ids).set({ for_petitioner: true }).execute();
}

/** Gives a file another name, sealed or plain as the one that it had. */
export async function renameFile(tx: Tx, seal: RowSeal, region: string, id: string, name: string): Promise<void> {
  const own = tx.selectFrom("attachment").select("words_sealed").where("region_id", "=", region).where("id", "=", id);
  const was = await own.executeTakeFirst();
  const row = keptRow(was?.words_sealed ? seal : null, "attachment", { name });
  await tx.updateTable("attachment").set(row).where("region_id", "=", region).where("id", "=", id).execute();
}
