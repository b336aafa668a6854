import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { logAccess } from "../../server/store/oversight/access-log.ts";
import { openPool } from "../../server/store/pools.ts";
import { signDays } from "../../server/actions/oversight/sign-days.ts";
import { freshHouse, type FreshHouse } from "../fresh-house.ts";
import { liveThreeWeeks } from "./life.ts";

let house: FreshHouse;
let app: pg.Pool;
let owner: pg.Pool;

beforeAll(async () => {
  house = await freshHouse();
  await liveThreeWeeks(house);
  await signDays(house, house.region);
  await logAccess(house.db, house.region, {
    id: house.newId(),
    at: house.now(),
    personId: null,
    orgId: null,
    what: "export",
    caseId: null,
    reason: null,
  });
  app = openPool(house.url, "huiyin_app", 1);
  owner = openPool(house.url, null, 1);
});
afterAll(async () => {
  await app.end();
  await owner.end();
  await house.close();
});

const denied = { code: "42501" };
const logs = {
  case_event: "seq",
  office_event: "seq",
  day_root: "events",
  access_log: "what",
  case_content: "content",
} as const;

describe.each(Object.entries(logs))("%s", (table, column) => {
  it("holds rows that the application can read, and can neither change, remove nor empty out", async () => {
    const before = await app.query(`select * from ${table}`);
    expect(before.rows.length).toBeGreaterThan(0);
    await expect(app.query(`update ${table} set ${column} = ${column}`)).rejects.toMatchObject(denied);
    await expect(app.query(`delete from ${table}`)).rejects.toMatchObject(denied);
    await expect(app.query(`truncate ${table}`)).rejects.toMatchObject(denied);
    await expect(
      app.query(`insert into ${table} select * from ${table} on conflict do nothing`),
    ).resolves.toMatchObject({ rowCount: 0 });
    expect((await app.query(`select * from ${table}`)).rows).toEqual(before.rows);
  });
});

describe("the application's role", () => {
  it.each([
    ["make a table", "create table mine (n int)"],
    ["make a schema", "create schema mine"],
    ["make a function", "create function mine() returns int language sql as 'select 1'"],
    [
      "hang a trigger on the log",
      "create trigger t before insert on case_event execute function suppress_redundant_updates_trigger()",
    ],
    ["change a table", "alter table case_event drop constraint case_event_pkey"],
    ["drop a table", "drop table case_event"],
    ["write into the schema's own book", "delete from schema_migration"],
    ["read the queue", "select * from graphile_worker._private_jobs"],
    ["read the server's files", "select pg_read_file('PG_VERSION')"],
    ["run a program", "copy (select 1) to program 'true'"],
  ])("cannot %s", async (_, sql) => {
    await expect(app.query(sql)).rejects.toMatchObject({ code: expect.stringMatching(/^42501$/) });
  });

  it.each([
    "case",
    "petitioner",
    "leg",
    "outbox",
    "breach",
    "publication",
    "escalation",
    "escalation_instruction",
    "circular",
  ])("cannot delete from %s", async (table) => {
    await expect(app.query(`delete from "${table}"`)).rejects.toMatchObject(denied);
    await expect(app.query(`truncate "${table}" cascade`)).rejects.toMatchObject(denied);
  });

  it("cannot give itself a right that it lacks", async () => {
    await app.query("grant update, delete, truncate on case_event to huiyin_app");
    await expect(app.query("update case_event set seq = seq")).rejects.toMatchObject(denied);
    await expect(app.query("delete from case_event")).rejects.toMatchObject(denied);
  });

  it("is no superuser, owns nothing and cannot sign in", async () => {
    const role = await owner.query(
      "select rolsuper, rolcreaterole, rolcreatedb, rolcanlogin, rolbypassrls from pg_roles where rolname = 'huiyin_app'",
    );
    expect(Object.values(role.rows[0] as object)).toEqual([false, false, false, false, false]);
    const owns = await owner.query("select relname from pg_class where relowner = 'huiyin_app'::regrole");
    expect(owns.rows).toEqual([]);
  });

  it("puts a job into the queue through the one door that is left open for it", async () => {
    const before = await owner.query("select count(*) as n from graphile_worker._private_jobs");
    await app.query(`select enqueue('sweep', '{"region":"nowhere"}')`);
    const after = await owner.query("select count(*) as n from graphile_worker._private_jobs");
    expect(after.rows[0].n).toBe(before.rows[0].n + 1);
  });
});
