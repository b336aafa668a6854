import { sql } from "kysely";
import type { Db } from "../db.ts";
import { textOf } from "./vouched.ts";

/** A line of the log of readings, as its voucher knows it. */
export interface Reading {
  readonly key: string;
  /** What the hash is made of. */
  readonly text: string;
}

const atOnce = 2000;

/** The log of readings of a region, by id. */
export async function* readings(db: Db, region: string): AsyncGenerator<readonly Reading[]> {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const { rows }: { rows: Reading[] } = await sql<Reading>`
      select id::text as key, ${sql.raw(textOf("access_log"))} as text from access_log
      where region_id = ${region} and id > ${after}::uuid order by id limit ${atOnce}`.execute(db);
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    after = last.key;
  }
}
