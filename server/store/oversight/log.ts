import { sql } from "kysely";
import type { Db } from "../db.ts";
import type { OpenFacts } from "../words/veil.ts";

/** An event as it stands in the log. */
export interface LoggedEvent {
  readonly stream: string;
  readonly seq: number;
  readonly type: string;
  readonly at: string;
  readonly actor: unknown;
  readonly data: unknown;
  /** The day in which it is counted, where that is not the day of its time. */
  readonly countedOn: string | null;
  readonly previousHash: Buffer;
  readonly hash: Buffer;
}

const batchSize = 2000;

/** The whole log of a region in batches: of cases by case and place, then of the office by stream and place. */
export async function* readLog(db: Db, open: OpenFacts, region: string): AsyncGenerator<readonly LoggedEvent[]> {
  const ofCases = inBatches((after, seq) =>
    sql<LoggedEvent & { readonly sealed: Buffer | null }>`
      select case_id::text as stream, seq, type, at, actor, data, sealed, counted_on as "countedOn", previous_hash as "previousHash", hash
      from case_event
      where region_id = ${region} and (case_id, seq) > (${after ?? "00000000-0000-0000-0000-000000000000"}::uuid, ${seq})
      order by case_id, seq limit ${batchSize}`.execute(db),
  );
  for await (const batch of ofCases) {
    yield batch.map(({ sealed, ...event }) => ({ ...event, data: open("event", { plain: event.data, sealed }) }));
  }
  const ofOffice = inBatches((after, seq) =>
    sql<LoggedEvent & { readonly sealed: Buffer | null }>`
      select stream, seq, type, at, actor, data, words_sealed as sealed, counted_on as "countedOn", previous_hash as "previousHash", hash
      from office_event
      where region_id = ${region} and (stream, seq) > (${after ?? ""}, ${seq})
      order by stream, seq limit ${batchSize}`.execute(db),
  );
  for await (const batch of ofOffice) {
    yield batch.map(({ sealed, ...event }) => ({ ...event, data: open("office", { plain: event.data, sealed }) }));
  }
}

async function* inBatches<E extends LoggedEvent>(
  read: (after: string | null, seq: number) => Promise<{ readonly rows: E[] }>,
): AsyncGenerator<readonly E[]> {
  let after: string | null = null;
  let seq = 0;
  for (;;) {
    const { rows }: { readonly rows: E[] } = await read(after, seq);
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    after = last.stream;
    seq = last.seq;
  }
}

/** Cases whose version says that they had more or fewer events than the log holds. */
export async function brokenCases(
  db: Db,
  region: string,
): Promise<readonly { readonly id: string; readonly version: number; readonly last: number }[]> {
  const rows = await sql<{ id: string; version: number; last: number }>`
    select c.id::text as id, c.version, coalesce(e.n, 0) as last from "case" c
    left join (select case_id, max(seq) as n from case_event where region_id = ${region} group by case_id) e
      on e.case_id = c.id
    where c.region_id = ${region} and c.version <> coalesce(e.n, 0)`.execute(db);
  return rows.rows;
}
