import { sql } from "kysely";
import type { Db } from "../db.ts";

/** The words of the latest replies of other cases that an organisation had a part in, with the number of the case. */
export async function latestReplies(
  db: Db,
  region: string,
  { orgId, except, cases }: { readonly orgId: string; readonly except: string; readonly cases: number },
): Promise<readonly { readonly number: string; readonly text: string }[]> {
  const found = await sql<{ number: string; text: string }>`
    with own as (
      select distinct leg.case_id from leg
      where leg.region_id = ${region} and leg.org_id = ${orgId} and leg.case_id <> ${except}
      order by leg.case_id desc limit ${cases})
    select c.number, concat_ws(' ', e.data->>'text', e.data->>'parts') as text
    from own
    join case_event e on e.region_id = ${region} and e.case_id = own.case_id and e.type = 'replyDrafted'
    join "case" c on c.region_id = ${region} and c.id = own.case_id`.execute(db);
  return found.rows;
}
