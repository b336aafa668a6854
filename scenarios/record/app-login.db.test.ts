import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Logger, run, type RunnerOptions } from "graphile-worker";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { books } from "../../cli/house.ts";
import { readConfig } from "../../server/config.ts";
import { AppIsOwner, openHouse } from "../../server/main.ts";
import { appLogin, ensureLogins, mayRewrite, queueLogin, urlUnder } from "../../server/store/app-login.ts";
import { openPool } from "../../server/store/pools.ts";
import { freshHouse, type FreshHouse } from "../fresh-house.ts";
import { file } from "./life.ts";

const denied = { code: "42501" };
const password = "an invented password of a test's own";
let house: FreshHouse;
let owner: pg.Pool;
let appUrl: string;
const { promise: looked, resolve: look } = Promise.withResolvers<void>();
const oneTask: RunnerOptions = {
  noHandleSignals: true,
  logger: new Logger(() => () => undefined),
  taskList: { look: () => look() },
};

beforeAll(async () => {
  house = await freshHouse();
  await file(house);
  owner = openPool(house.url, null, 2);
  await Promise.all([ensureLogins(owner, password), ensureLogins(owner, password)]);
  appUrl = urlUnder(house.url, appLogin, password);
});
afterAll(async () => {
  await owner.end();
  await house.close();
});

/** A connection of the application's login, without anything of the application. */
async function raw<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: appUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

describe("the login of the queue", () => {
  it("does the queue's work, and cannot change the log either", async () => {
    const client = new pg.Client({ connectionString: urlUnder(house.url, queueLogin, password) });
    await client.connect();
    const runner = await run({ connectionString: urlUnder(house.url, queueLogin, password), ...oneTask });
    try {
      await client.query("select graphile_worker.add_job('look', '{}')");
      await looked;
      await client.query("reset role");
      for (const table of ["case_event", "day_root", "voucher", "access_log"]) {
        await expect(client.query(`delete from ${table}`), table).rejects.toMatchObject(denied);
      }
      await expect(client.query("set role huiyin")).rejects.toMatchObject(denied);
    } finally {
      await runner.stop();
      await client.end();
    }
  });
});

describe("an own PostgreSQL whose owner is no superuser", () => {
  it("gets both logins by DATABASE_APP_PASSWORD, and neither can change the log", async () => {
    const mighty = openPool(house.url, null, 1);
    try {
      await mighty.query("create role an_owner login createrole password 'owner'");
      await mighty.query("grant huiyin_app to an_owner with admin option");
      await mighty.query(`grant ${appLogin}, ${queueLogin} to an_owner with admin option`);
      await mighty.query("grant all on schema graphile_worker to an_owner with grant option");
      for (const what of ["tables", "sequences", "functions"]) {
        await mighty.query(`grant all on all ${what} in schema graphile_worker to an_owner with grant option`);
      }
      const lesser = openPool(urlUnder(house.url, "an_owner", "owner"), null, 1);
      try {
        await ensureLogins(lesser, "another password");
      } finally {
        await lesser.end();
      }
      for (const login of [appLogin, queueLogin]) {
        const pool = openPool(urlUnder(house.url, login, "another password"), null, 1);
        expect(await mayRewrite(pool), login).toBe(false);
        await pool.end();
      }
    } finally {
      await ensureLogins(mighty, password);
      await mighty.end();
    }
  });
});

describe("the application's own login", () => {
  it("gains nothing by RESET ROLE, and cannot become the owner", async () => {
    await raw(async (client) => {
      await client.query("reset role");
      for (const forbidden of [
        "update case_event set seq = seq",
        "delete from office_event",
        "delete from day_root",
        "update access_log set what = what",
        "delete from voucher",
        "update voucher set rows = '[]'",
        "delete from checkpoint",
        "update tree_node set hash = hash",
        "truncate cosignature",
        "alter table case_event disable trigger all",
        "drop table voucher",
        "set role huiyin",
        "set session authorization huiyin",
        "alter role huiyin_app_login superuser",
      ]) {
        await expect(client.query(forbidden), forbidden).rejects.toMatchObject(denied);
      }
      await client.query("set role huiyin_app");
      await client.query("reset role");
      await expect(client.query("update case_event set seq = seq")).rejects.toMatchObject(denied);
      const { rows } = await client.query("select count(*)::int as n from case_event");
      expect(rows[0].n).toBeGreaterThan(0);
    });
  });

  it("is told from an owner", async () => {
    const app = openPool(appUrl, null, 1);
    expect(await mayRewrite(app)).toBe(false);
    expect(await mayRewrite(owner)).toBe(true);
    await app.end();
  });

  it("is not taken for one where DATABASE_APP_URL names the owner: nothing opens", async () => {
    const folder = mkdtempSync(join(tmpdir(), "huiyin-app-"));
    const config = readConfig({ DATABASE_URL: house.url, DATABASE_APP_URL: house.url, DATA_DIR: folder });
    await expect(openHouse(config, books, "command")).rejects.toThrow(AppIsOwner);
    const own = await openHouse({ ...config, databaseAppUrl: appUrl }, books, "command");
    expect(own.worksAsOwner).toBe(false);
    await own.close();
    const shared = await openHouse({ ...config, databaseAppUrl: null }, books, "command");
    expect(shared.worksAsOwner).toBe(true);
    await shared.close();
    rmSync(folder, { recursive: true, force: true });
  });
});
