import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
  type QueryResult,
  type TransactionSettings,
} from "kysely";
import { type Instant, instant } from "../../../domain/calendar/plain-date.ts";
import { everyRegion, hashOf, keyOf, regionOf, removed } from "./vouched.ts";
import { type Entry, entryRows, leafHash, type VouchedRow, voucherToSign } from "./voucher.ts";
import { type Writing, writingOf } from "./writing.ts";

/** Whoever takes a statement: a connection, or a transaction. */
interface Asked {
  executeQuery<R>(query: CompiledQuery<R>): Promise<QueryResult<R>>;
}

/** Who vouches for what is written, and by which clock. */
export interface Voucher {
  sign(bytes: Buffer): Buffer;
  now(): Instant;
}

/** What a connection has written since its transaction began. */
interface Work {
  open: boolean;
  /** By region, then by table and key: the newest hash. */
  written: Map<string, Map<string, VouchedRow>>;
}

/**
 * PostgreSQL as the application writes it: each statement on a table of the list also gives the hashes of its rows, and
 * each transaction ends with a signed voucher for them. A statement outside a transaction gets one of its own.
 */
export class VouchingDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig;
  readonly #voucher: Voucher;

  constructor(config: PostgresDialectConfig, voucher: Voucher) {
    super(config);
    this.#config = config;
    this.#voucher = voucher;
  }

  override createDriver(): Driver {
    return new VouchingDriver(this.#config, this.#voucher);
  }
}

class VouchingDriver extends PostgresDriver {
  readonly #voucher: Voucher;
  readonly #works = new WeakMap<DatabaseConnection, Work>();

  constructor(config: PostgresDialectConfig, voucher: Voucher) {
    super(config);
    this.#voucher = voucher;
  }

  override async acquireConnection(options?: Parameters<PostgresDriver["acquireConnection"]>[0]) {
    const connection = await super.acquireConnection(options);
    if (!this.#works.has(connection)) this.#works.set(connection, this.#listen(connection));
    return connection;
  }

  override async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    await super.beginTransaction(connection, settings);
    const work = this.#workOf(connection);
    work.open = true;
    work.written.clear();
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    const work = this.#workOf(connection);
    await writeVouchers(connection, work, this.#voucher);
    await super.commitTransaction(connection);
    work.open = false;
  }

  override async rollbackTransaction(connection: Parameters<PostgresDriver["rollbackTransaction"]>[0]): Promise<void> {
    const work = this.#workOf(connection);
    work.open = false;
    work.written.clear();
    await super.rollbackTransaction(connection);
  }

  #workOf(connection: DatabaseConnection): Work {
    const work = this.#works.get(connection);
    if (!work) throw new Error("a connection that was not acquired here");
    return work;
  }

  /** Every statement of the connection passes here. */
  #listen(connection: DatabaseConnection): Work {
    const work: Work = { open: false, written: new Map() };
    const plain = connection.executeQuery.bind(connection) as DatabaseConnection["executeQuery"];
    connection.executeQuery = async <R>(query: CompiledQuery, options?: Parameters<typeof plain>[1]) => {
      const writing = writingOf(query);
      if (!writing) return plain<R>(query, options);
      const run = async () => note(work, writing, await plain<R>(marked(query, writing), options));
      return work.open ? run() : this.#alone(plain, work, run);
    };
    return work;
  }

  /** A statement that nobody has put into a transaction. */
  async #alone<R>(
    plain: DatabaseConnection["executeQuery"],
    work: Work,
    run: () => Promise<QueryResult<R>>,
  ): Promise<QueryResult<R>> {
    await plain(CompiledQuery.raw("begin"));
    work.written.clear();
    try {
      const result = await run();
      await writeVouchers({ executeQuery: plain }, work, this.#voucher);
      await plain(CompiledQuery.raw("commit"));
      return result;
    } catch (error) {
      work.written.clear();
      await plain(CompiledQuery.raw("rollback"));
      throw error;
    }
  }
}

const fields = { region: "~region", key: "~key", hash: "~hash" } as const;

/** The statement, giving name and hash of each row that it has written as well. */
function marked(query: CompiledQuery, { table, removes, returns, calls }: Writing): CompiledQuery {
  const added = [
    `${regionOf(table)} as "${fields.region}"`,
    `${keyOf(table)} as "${fields.key}"`,
    `${removes ? `'${removed}'` : hashOf(table)} as "${fields.hash}"`,
  ].join(", ");
  if (calls) return { ...query, sql: `select ${added} from (${query.sql}) as "${table}"` };
  return { ...query, sql: `${query.sql}${returns ? "," : " returning"} ${added}` };
}

function note<R>(work: Work, { table, returns }: Writing, result: QueryResult<R>): QueryResult<R> {
  const rows = result.rows as readonly Record<string, unknown>[];
  const own = rows.map((row) => {
    const { [fields.region]: region, [fields.key]: key, [fields.hash]: hash, ...rest } = row;
    keep(work, String(region), [table, String(key), String(hash)]);
    return rest as R;
  });
  return { ...result, rows: returns ? own : [] };
}

function keep(work: Work, region: string, row: VouchedRow): void {
  const rows = work.written.get(region) ?? new Map<string, VouchedRow>();
  work.written.set(region, rows);
  const name = `${row[0]} ${row[1]}`;
  rows.delete(name);
  rows.set(name, row);
}

/** A moment as the database gives it back. */
function plain(at: Instant): Instant {
  return instant(new Date(at).toISOString());
}

const insert = "insert into voucher (region_id, n, at, rows, hash, signature, day) values ($1, $2, $3, $4, $5, $6, $7)";

/** The newest day that is signed in this entry; null for most. */
function newestDay({ rows }: Entry): string | null {
  const days = rows.filter(([table]) => table === "day_root").map(([, day]) => day);
  return days.toSorted().at(-1) ?? null;
}

/** Writes a voucher for each region in which something was written. */
async function writeVouchers(
  connection: Pick<DatabaseConnection, "executeQuery">,
  work: Work,
  voucher: Voucher,
): Promise<void> {
  await spread(connection, work);
  for (const [region, written] of work.written) {
    await addVoucher(connection, region, [...written.values()], voucher);
  }
  work.written.clear();
}

/** What was written for the house is vouched for by every region. */
async function spread(connection: Asked, work: Work): Promise<void> {
  const ofAll = work.written.get(everyRegion);
  if (!ofAll) return;
  work.written.delete(everyRegion);
  const { rows } = await connection.executeQuery<{ id: string }>(
    CompiledQuery.raw("select id from region order by id"),
  );
  for (const { id } of rows) for (const row of ofAll.values()) keep(work, id, row);
}

/** Writes one voucher; for none where there are no rows. */
export async function addVoucher(
  connection: Asked,
  region: string,
  rows: readonly VouchedRow[],
  voucher: Voucher,
): Promise<void> {
  if (rows.length === 0) return;
  const drawn = await connection.executeQuery(CompiledQuery.raw("select nextval('voucher_number') as n"));
  const n = Number((drawn.rows[0] as { readonly n: string | number }).n);
  const entry: Entry = { region, n, at: plain(voucher.now()), rows };
  const leaf = leafHash(entry);
  const signature = voucher.sign(voucherToSign(leaf));
  const values = [region, entry.n, entry.at, entryRows(entry), leaf, signature, newestDay(entry)];
  await connection.executeQuery(CompiledQuery.raw(insert, values));
}
