import { type RawBuilder, sql } from "kysely";
import type { Db, Tx } from "../../db.ts";
import { closedWords, leftOf, openedWords } from "./kept-rows.ts";
import { type RowPlace, type RowSeal, type RowTable, rowPlaces, rowTables } from "./row-places.ts";

/** Seals what lies plain of a case in the rows beside it. */
export async function sealRows(tx: Tx, seal: RowSeal, region: string, caseId: string): Promise<void> {
  for (const table of await tablesWith(tx, region, caseId, isPlain)) {
    for (const { key, words } of await rowsOf(tx, table, region, caseId, isPlain(rowPlaces[table]))) {
      await put(tx, table, region, key, { was: null, fresh: closedWords(seal, table, words), words, keep: false });
    }
  }
}

/** Gives the rows of a case that is sealed no longer their words back; not those that speak of another sealed case too. */
export async function openRows(tx: Tx, seal: RowSeal, region: string, caseId: string): Promise<void> {
  for (const table of await tablesWith(tx, region, caseId, isFree)) {
    for (const { key, was } of await rowsOf(tx, table, region, caseId, isFree(rowPlaces[table]))) {
      if (!was) continue;
      await put(tx, table, region, key, { was, fresh: null, words: openedWords(seal, table, was), keep: true });
    }
  }
}

/** Sealed cases of which something lies plain in a row beside them: from before such rows were sealed. */
export async function plainRowsOfSealed(db: Db, region: string): Promise<readonly string[]> {
  const each = rowTables.map((table) => {
    const place = rowPlaces[table];
    return sql`select k.id from ${sql.table(table)} t join "case" k on k.region_id = t.region_id
        and k.id in (${sql.raw(place.cases)})
      where t.region_id = ${region} and k.state_sealed is not null and ${isPlain(place)}`;
  });
  const { rows } = await sql<{ id: string }>`
    select distinct id::text as id from (${sql.join(each, sql` union all `)}) plain order by 1`.execute(db);
  return rows.map(({ id }) => id);
}

type Which = (place: RowPlace) => RawBuilder<unknown>;

function isPlain({ holds }: RowPlace): RawBuilder<unknown> {
  return sql`t.words_sealed is null and ${sql.raw(holds ?? "true")}`;
}

function isFree({ cases }: RowPlace): RawBuilder<unknown> {
  return sql`t.words_sealed is not null and not exists (select from "case" k where k.region_id = t.region_id
    and k.id in (${sql.raw(cases)}) and k.state_sealed is not null)`;
}

/** The tables in which the case has such rows, in one question. */
async function tablesWith(tx: Tx, region: string, caseId: string, which: Which): Promise<readonly RowTable[]> {
  const each = rowTables.map(
    (table) => sql`select ${sql.lit(table)} as part where exists (select from ${sql.table(table)} t
      where ${rowPlaces[table].ofCase(region, caseId)} and ${which(rowPlaces[table])})`,
  );
  const { rows } = await sql<{ part: RowTable }>`${sql.join(each, sql` union all `)}`.execute(tx);
  return rows.map(({ part }) => part);
}

interface Found {
  readonly key: readonly unknown[];
  readonly words: Readonly<Record<string, unknown>>;
  readonly was: Buffer | null;
}

async function rowsOf(
  tx: Tx,
  table: RowTable,
  region: string,
  caseId: string,
  which: RawBuilder<unknown>,
): Promise<readonly Found[]> {
  const { key, columns, ofCase, call } = rowPlaces[table];
  // What the application cannot change otherwise nobody changes meanwhile; it may not be locked by it either.
  const lock = call === undefined ? sql`for no key update of t` : sql``;
  const words = columns.map(({ name, read }) => sql`${sql.lit(name)}, ${sql.raw(read)}`);
  const keys = key.map(([name], n) => sql`t.${sql.ref(name)} as ${sql.ref(`k${n}`)}`);
  const { rows } = await sql<Record<string, unknown> & { words: Found["words"]; was: Buffer | null }>`
    select ${sql.join(keys)}, jsonb_build_object(${sql.join(words)}) as words, t.words_sealed as was
    from ${sql.table(table)} t where ${ofCase(region, caseId)} and ${which} ${lock}`.execute(tx);
  return rows.map((row) => ({ key: key.map((_, n) => row[`k${n}`]), words: row.words, was: row.was }));
}

/** What is written into a row: its new sealed value, and its words or what is left of them. */
interface Change {
  readonly was: Buffer | null;
  readonly fresh: Buffer | null;
  readonly words: Readonly<Record<string, unknown>>;
  /** The words themselves go into the columns. */
  readonly keep: boolean;
}

async function put(
  tx: Tx,
  table: RowTable,
  region: string,
  key: readonly unknown[],
  { was, fresh, words, keep }: Change,
): Promise<void> {
  const place = rowPlaces[table];
  const keys = place.key.map(([, type], n) => sql`${key[n]}::${sql.raw(type)}`);
  if (place.call !== undefined) {
    await sql`select * from ${sql.raw(place.call)}(${region}, ${sql.join(keys)}, ${was}::bytea, ${fresh}::bytea,
      ${keep ? JSON.stringify(words) : null}::jsonb) /* rewrites ${sql.raw(table)} */`.execute(tx);
    return;
  }
  const sets = place.columns.map((column) => {
    const value = keep
      ? column.json
        ? JSON.stringify(words[column.name])
        : words[column.name]
      : leftOf(column, words[column.name]);
    return sql`${sql.ref(column.name)} = ${value}::${sql.raw(column.json ? "jsonb" : "text")}`;
  });
  await sql`update ${sql.table(table)} set ${sql.join(sets)}, words_sealed = ${fresh}::bytea
    where region_id = ${region} and (${sql.join(place.key.map(([name]) => sql.ref(name)))}) = (${sql.join(keys)})
      and words_sealed is not distinct from ${was}::bytea /* writes ${sql.raw(table)} */`.execute(tx);
}
