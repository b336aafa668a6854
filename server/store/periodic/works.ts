import type { Insertable } from "kysely";
import type { FileSeal } from "../case/file-bytes.ts";
import { addContents } from "../case/papers.ts";
import type { Db, Tx } from "../db.ts";
import type { PeriodicWork } from "../schema.gen.ts";

/** Keeps what was done together with the bytes of its two files; neither is ever changed. */
export async function addWork(
  tx: Tx,
  seal: FileSeal,
  row: Insertable<PeriodicWork>,
  files: { readonly docx: Buffer; readonly pdf: Buffer },
): Promise<void> {
  await addContents(tx, seal, row.region_id, [
    { sha256: row.docx_sha256, bytes: files.docx },
    { sha256: row.pdf_sha256, bytes: files.pdf },
  ]);
  await tx.insertInto("periodic_work").values(row).execute();
}

/** What an office has done, newest first; without the figures behind it. */
export async function worksOf(db: Db | Tx, region: string, office: string) {
  return db
    .selectFrom("periodic_work")
    .select(["id", "measure", "kind", "period_from", "period_to", "held_on", "with_whom", "title", "number"])
    .select(["recorded_at", "recorded_by"])
    .where("region_id", "=", region)
    .where("office_id", "=", office)
    .orderBy("held_on", "desc")
    .orderBy("id", "desc")
    .limit(500)
    .execute();
}

/** One of the works of an office; null when it has none of this id. */
export async function workById(db: Db | Tx, region: string, office: string, id: string) {
  const row = await db
    .selectFrom("periodic_work")
    .selectAll()
    .where("region_id", "=", region)
    .where("office_id", "=", office)
    .where("id", "=", id)
    .executeTakeFirst();
  return row ?? null;
}

/** When the first case came in here; what was taken over from elsewhere does not count. */
export async function firstCaseAt(db: Db, region: string): Promise<string | null> {
  const row = await db
    .selectFrom("case")
    .select("received_at")
    .where("region_id", "=", region)
    .where("source", "is", null)
    .orderBy("received_at")
    .limit(1)
    .executeTakeFirst();
  return row?.received_at ?? null;
}
