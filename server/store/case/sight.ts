import type { OrgId, Post } from "../../../domain/office/org.ts";
import type { Db, Tx } from "../db.ts";

/** Whether somebody in this organisation with these posts may read the case at all. */
export async function maySee(
  db: Db | Tx,
  region: string,
  caseId: string,
  reader: { readonly orgId: OrgId; readonly posts: readonly Post[] },
): Promise<boolean> {
  const row = await db
    .selectFrom("case_sight")
    .select("case_id")
    .where("region_id", "=", region)
    .where("case_id", "=", caseId)
    .where("org_id", "=", reader.orgId)
    .where("post", "in", reader.posts)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
