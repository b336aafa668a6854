import { sql } from "kysely";
import type { Instant } from "../../../domain/calendar/plain-date.ts";
import type { Db } from "../db.ts";

/**
 * Deletes the bytes of files that nothing refers to and that were brought in before `until`, some at a time; gives how
 * many. Bytes that are being brought in again at this moment are locked and left.
 */
export async function deleteForgottenFiles(db: Db, until: Instant, most: number): Promise<number> {
  const found = sql`
    select region_id, sha256 from file_content f
    where kept_at < ${until}
      and not exists (select from attachment a where a.region_id = f.region_id and a.sha256 = f.sha256)
      and not exists (select from case_paper p where p.region_id = f.region_id and f.sha256 in (p.docx_sha256, p.pdf_sha256))
      and not exists (select from periodic_work w where w.region_id = f.region_id and f.sha256 in (w.docx_sha256, w.pdf_sha256))
    limit ${most} for update of f skip locked`;
  const deleted = await sql`
    delete from file_content where (region_id, sha256) in (${found})`.execute(db);
  return Number(deleted.numAffectedRows ?? 0n);
}
