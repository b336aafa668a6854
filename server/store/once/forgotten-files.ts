import { sql } from "kysely";
import type { Instant } from "../../../domain/calendar/plain-date.ts";
import type { Db } from "../db.ts";

/** A column that names the bytes of a file by their hash. */
export interface FileReference {
  readonly table: string;
  readonly column: string;
}

/**
 * Every column that refers to the bytes of files: asked of the database, so that one that comes later is not forgotten
 * here, and its files are not taken for nobody's.
 */
export async function fileReferences(db: Db): Promise<readonly FileReference[]> {
  const found = await sql<FileReference>`
    select c.relname as "table", a.attname as "column" from pg_attribute a
    join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'file_content'
      and a.attname like '%sha256' and a.atttypid = 'bytea'::regtype and not a.attisdropped
    order by 1, 2`.execute(db);
  return found.rows;
}

/**
 * Deletes the bytes of files that nothing refers to and that were brought in before `until`, some at a time; gives how
 * many. Bytes that are being brought in again at this moment are locked and left.
 */
export async function deleteForgottenFiles(
  db: Db,
  references: readonly FileReference[],
  until: Instant,
  most: number,
): Promise<number> {
  const unused = references.map(
    ({ table, column }) =>
      sql`not exists (select from ${sql.table(table)} r where r.region_id = f.region_id and r.${sql.ref(column)} = f.sha256)`,
  );
  const found = sql`
    select region_id, sha256 from file_content f
    where ${sql.join([sql`kept_at < ${until}`, ...unused], sql` and `)}
    limit ${most} for update of f skip locked`;
  const deleted = await sql`delete from file_content where (region_id, sha256) in (${found})`.execute(db);
  return Number(deleted.numAffectedRows ?? 0n);
}
