import { sql } from "kysely";
import type { Db } from "../db.ts";

/** Tables that the application may add to and can neither change nor empty. */
const appendOnly = [
  "case_event",
  "calendar_version",
  "office_event",
  "case_content",
  "day_root",
  "access_log",
  "escalation_instruction",
  "case_paper",
  "paper_service",
  "voucher",
  "tree_node",
  "checkpoint",
  "cosignature",
  "sm2_key",
] as const;

/** Append-only tables on which the application's role has more rights than that. */
export async function widenedRights(db: Db): Promise<readonly { readonly name: string; readonly rights: string }[]> {
  const { rows } = await sql<{ name: string; rights: string }>`
    select t.name, string_agg(r.name, ', ' order by r.name) as rights
    from unnest(array[${sql.join(appendOnly)}]::text[]) as t (name), unnest(array['UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER']) as r (name)
    where has_table_privilege('huiyin_app', 'public.' || t.name, r.name)
    group by t.name order by t.name`.execute(db);
  return rows;
}

/** Triggers and rules on tables of the application: it has none of its own. */
export async function addedTriggers(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.relname || '/' || t.tgname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not t.tgisinternal and c.relnamespace = 'public'::regnamespace
    union all
    select tablename || '/' || rulename from pg_rules where schemaname = 'public'
    order by 1`.execute(db);
  return rows.map(({ name }) => name);
}
