import { sql } from "kysely";
import type { Case } from "../../../domain/case/case.ts";
import type { Db } from "../db.ts";

/** A line of a ledger: its number counts through the year over the whole region, whoever asks. */
export interface LedgerRow {
  readonly number: string;
  readonly on: string;
  readonly n: number;
  readonly state: Case;
}

/** The lines that these cases have in the ledger which a formality enters them in, oldest first. */
export async function ledgerRows(
  db: Db,
  region: string,
  formality: string,
  numbers: readonly string[],
): Promise<readonly LedgerRow[]> {
  const { rows } = await sql<LedgerRow>`
    select c.number, e.day::text as on, e.n, c.state from (
      select case_id, (at at time zone 'Asia/Shanghai')::date as day,
        (row_number() over (
          partition by extract(year from at at time zone 'Asia/Shanghai') order by at, case_id, seq))::int as n
      from case_event
      where region_id = ${region} and type = 'formalityDone' and data->>'formality' = ${formality}
    ) e join "case" c on c.region_id = ${region} and c.id = e.case_id
    where c.number = any(${numbers}::text[])
    order by e.day, e.n`.execute(db);
  return rows;
}
