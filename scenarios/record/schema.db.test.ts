import type pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { writeSchemaTypes } from "../../house/schema.ts";
import { openPool } from "../../server/store/pools.ts";
import { vouched } from "../../server/store/trust/vouched-rows.ts";

/** Tables that no region leads, and why. */
const tablesWithoutRegion = {
  region: "its own id is the region",
  calendar_version: "holidays are the same for every region of an installation",
  schema_migration: "the schema's own book, not data of a city",
} as const;

/** Indexes that no region leads, and why. */
const indexesWithoutRegion = {
  case_search_by_words:
    "a GIN index over word pairs cannot hold a text column; every search names the region beside it",
  publication_by_words:
    "a GIN index over word pairs cannot hold a text column; every search names the region beside it",
  petitioner_by_lookup:
    "a GIN index over keyed hashes cannot hold a text column; every search names the region beside it",
  once_only_by_age: "clearing away old keys is housekeeping over all regions, off the path of any request",
} as const;

/** Tables whose rows no voucher speaks of, and why. */
const tablesWithoutVoucher = {
  allowance: "a count of a day",
  ended_visit: "a mark that a visit is over",
  known_device: "a mark of a browser that has signed in",
  old_password: "hashes that may not be used again",
  sign_in_try: "a count that ends by itself",
  case_star: "a mark of one person for themselves",
  checkpoint: "signed by itself",
  code_attempt: "a count that ends by itself",
  cosignature: "signed by the witness",
  desk_draft: "not handed in yet",
  file_content: "named by the hash of its bytes, which is compared with them",
  once_only: "remembers for a day that a request was answered",
  parts_seen: "a mark of one body for itself",
  phone_check: "a code of some minutes",
  portal_draft: "not handed in yet",
  rating_link: "opens nothing but the rating of one case",
  running_number: "written apart from the transaction that uses the number",
  staff_notice: "a hint to one person; what is owed stands in the duties",
  telling_wish: "a wish of one person for themselves",
  saved_search: "a mark of one person for themselves",
  schema_migration: "the schema's own book, not data of a city",
  session: "changes with every request",
  tree_node: "reckoned from the vouchers",
  voucher: "is the voucher",
} as const;

interface Key {
  readonly table: string;
  readonly name: string;
  readonly leads: string;
}

let pool: pg.Pool;
beforeAll(() => {
  pool = openPool(inject("templateUrl"), null, 2);
});
afterAll(() => pool.end());

async function rows<T extends pg.QueryResultRow>(sql: string): Promise<readonly T[]> {
  return (await pool.query<T>(sql)).rows;
}

const ownTables = `select oid, relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`;

describe("the region leads", () => {
  it("leads every key and index, but for those that are excepted by name", async () => {
    const keys = await rows<Key>(`
      select t.relname as "table", i.relname as name, coalesce(a.attname, '') as leads
      from pg_index x
      join (${ownTables}) t on t.oid = x.indrelid
      join pg_class i on i.oid = x.indexrelid
      left join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]`);
    expect(keys.length).toBeGreaterThan(60);
    const others = keys.filter((key) => key.leads !== "region_id" && !(key.table in tablesWithoutRegion));
    expect(others.map((key) => key.name).sort()).toEqual(Object.keys(indexesWithoutRegion).sort());
  });

  it("is part of every primary key and never empty", async () => {
    const tables = await rows<{ table: string; bound: boolean | null; key: boolean | null }>(`
      select t.relname as "table", a.attnotnull as bound, a.attnum = any(p.conkey) as key
      from (${ownTables}) t
      left join pg_attribute a on a.attrelid = t.oid and a.attname = 'region_id'
      left join pg_constraint p on p.conrelid = t.oid and p.contype = 'p'`);
    const free = tables.filter((table) => !(table.bound && table.key)).map((table) => table.table);
    expect(free.sort()).toEqual(Object.keys(tablesWithoutRegion).sort());
  });

  it("leads every reference from table to table, so that no row points into another region", async () => {
    const links = await rows<{ name: string; from: string; to: string; parent: string }>(`
      select k.conname as name, c.attname as "from", p.attname as "to", k.confrelid::regclass::text as parent
      from pg_constraint k
      join (${ownTables}) t on t.oid = k.conrelid
      join pg_attribute c on c.attrelid = k.conrelid and c.attnum = k.conkey[1]
      join pg_attribute p on p.attrelid = k.confrelid and p.attnum = k.confkey[1]
      where k.contype = 'f'`);
    expect(links.length).toBeGreaterThan(20);
    const astray = links.filter(
      ({ from, to, parent }) => from !== "region_id" || to !== (parent === "region" ? "id" : "region_id"),
    );
    expect(astray).toEqual([]);
  });
});

it("is vouched for row by row, but for the tables that are excepted by name", async () => {
  const tables = await rows<{ relname: string }>(ownTables);
  const silent = tables.map(({ relname }) => relname).filter((name) => !Object.hasOwn(vouched, name));
  expect(silent.toSorted()).toEqual(Object.keys(tablesWithoutVoucher).toSorted());
});

it("does nothing behind the application's back: no triggers, no rules, no views, no sequence but that of the vouchers", async () => {
  const triggers = await rows(
    `select tgname from pg_trigger where not tgisinternal and tgrelid in (select oid from (${ownTables}) t)`,
  );
  const ruleNames = await rows("select rulename from pg_rules where schemaname = 'public'");
  const others = await rows(
    "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm', 'S')",
  );
  expect({ triggers, ruleNames, others }).toEqual({
    triggers: [],
    ruleNames: [],
    others: [{ relname: "voucher_number" }],
  });
});

it("is the schema that the checked-in types were made from", () => {
  expect(() => writeSchemaTypes(inject("templateUrl"), true)).not.toThrow();
});
