import { sql } from "kysely";
import { inSight, type Reader } from "../case/sight.ts";
import type { Db, Tx } from "../db.ts";

/** Those of these numbers whose case the reader may read. */
export async function seenNumbers(
  db: Db | Tx,
  reader: Reader,
  numbers: readonly string[],
): Promise<ReadonlySet<string>> {
  if (numbers.length === 0) return new Set();
  const { rows } = await sql<{ number: string }>`
    select c.number from "case" c where c.region_id = ${reader.region} and c.number = any(${numbers}::text[])
      and ${inSight(reader, "c.id")}`.execute(db);
  return new Set(rows.map(({ number }) => number));
}
