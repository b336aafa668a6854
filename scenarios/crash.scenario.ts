import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ApiError, client } from "../contract/client.ts";
import { routes } from "../contract/routes.ts";
import { nationalYears } from "../packs/holidays/national.gen.ts";
import { packs } from "../packs/index.ts";
import { verifyLog } from "../server/actions/oversight/verify-log.ts";
import { readConfig } from "../server/config.ts";
import { openHouse } from "../server/main.ts";
import { appLogin } from "../server/store/app-login.ts";
import { citizen } from "./city.ts";
import { expectRebuilt } from "./record/rebuilt.ts";
import { databasePid, type Server, startInVain, startServer } from "./running-server.ts";

const region = "fuzhou-demo";
const clients = 8;
const enough = 40;

/** A filing on its way: with its receipt once the server has acknowledged it. */
interface Letter {
  readonly key: string;
  readonly content: string;
  receipt: { readonly number: string; readonly code: string } | null;
}

let folder: string;
let server: Server;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "huiyin-crash-"));
  server = await startServer(folder);
});
afterAll(async () => {
  await server.stop();
  // A server that was killed leaves its database running; if the story broke off there, nobody else stops it.
  if (existsSync(join(folder, "postgres", "postmaster.pid"))) process.kill(databasePid(folder), "SIGINT");
  rmSync(folder, { recursive: true, force: true });
});

async function post(letter: Letter): Promise<void> {
  const call = client({ fetch, base: server.url, headers: () => ({}) });
  const body = { content: letter.content, areaId: "gulou", petitioner: citizen };
  const { number, code } = await call(routes.publicDoors.file, { body }, { once: letter.key });
  letter.receipt = { number, code };
}

/** Citizens file as fast as they can until `strike` has struck; gives every letter that was sent. */
async function fileUntil(round: string, strike: () => Promise<void>): Promise<readonly Letter[]> {
  const sent: Letter[] = [];
  const strikes: Promise<void>[] = [];
  const citizenWrites = async (who: number) => {
    for (let n = 0; ; n += 1) {
      const name = `${round}-${who}-${n}`;
      const letter: Letter = { key: name, content: `第${name}号来信：路口的红绿灯坏了，请修理。`, receipt: null };
      sent.push(letter);
      try {
        await post(letter);
      } catch (error) {
        // What the server still answers in its last moment is no acknowledgement either.
        if (error instanceof ApiError && error.status < 500) throw error;
        return;
      }
      const acknowledged = sent.filter((one) => one.receipt).length;
      if (acknowledged >= enough && strikes.length === 0) strikes.push(strike());
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, who) => citizenWrites(who)));
  await Promise.all(strikes);
  return sent;
}

/** Looks at everything that is in the database: all of it whole, all of it chained, none of it twice. */
async function expectWhole(letters: readonly Letter[]): Promise<void> {
  const open = await openHouse(readConfig({ DATA_DIR: folder }), { packs, years: nationalYears }, "command");
  try {
    const { db } = open.house;
    expect((await verifyLog(open.house, region, () => undefined)).faults).toEqual([]);
    expect((await sql<{ login: string }>`select session_user::text as login`.execute(db)).rows).toEqual([
      { login: appLogin },
    ]);
    expect(statSync(join(folder, "keys", "app-password")).mode & 0o077).toBe(0);
    const cases = await db
      .selectFrom("case")
      .leftJoin("case_content", "case_content.case_id", "case.id")
      .leftJoin("petitioner", "petitioner.case_id", "case.id")
      .select(["case.id", "case.number", "case.version", "case_content.content", "petitioner.name_masked"])
      .execute();
    expect(cases.length).toBe(letters.length);
    expect(new Set(cases.map((row) => row.content))).toEqual(new Set(letters.map((letter) => letter.content)));
    for (const { id, version, name_masked } of cases) {
      expect(version).toBeGreaterThan(0);
      expect(name_masked).not.toBeNull();
      await expectRebuilt({ ...open.house, region }, id);
    }
    const numbers = new Map(cases.map((row) => [row.content, row.number]));
    for (const { content, receipt } of letters) expect(numbers.get(content)).toBe(receipt?.number);
  } finally {
    await open.close();
  }
}

/** Everybody who has a receipt finds the case by it; who has none sends the same letter again. */
async function expectKept(letters: readonly Letter[]): Promise<void> {
  const call = client({ fetch, base: server.url, headers: () => ({}) });
  for (const { receipt } of letters) {
    if (!receipt) continue;
    const { number } = await call(routes.publicDoors.follow, { body: receipt });
    expect(number).toBe(receipt.number);
  }
  for (const letter of letters.filter((one) => !one.receipt)) await post(letter);
}

const all: Letter[] = [];

it("[AC-127] loses nothing that it has acknowledged when the server is killed in the middle of its work", async () => {
  const letters = await fileUntil("a", () => server.kill());
  all.push(...letters);
  expect(letters.filter((letter) => letter.receipt).length).toBeGreaterThanOrEqual(enough);
  expect(letters.some((letter) => !letter.receipt)).toBe(true);
  server = await startServer(folder);
  expect(server.said()).toContain("接着用还在运行的数据库");
  await expectKept(letters);
  await expectWhole(all);
});

it("loses nothing either when the database is killed first, as by a power cut", async () => {
  const database = databasePid(folder);
  const letters = await fileUntil("b", async () => {
    process.kill(database, "SIGKILL");
    await server.kill();
  });
  all.push(...letters);
  expect(letters.some((letter) => !letter.receipt)).toBe(true);
  server = await startServer(folder);
  expect(databasePid(folder)).not.toBe(database);
  await expectKept(letters);
  await expectWhole(all);
});

it("starts its database again when that alone was killed, and loses nothing", async () => {
  const database = databasePid(folder);
  const letters = await fileUntil("c", async () => void process.kill(database, "SIGKILL"));
  all.push(...letters);
  expect(letters.some((letter) => !letter.receipt)).toBe(true);
  for (;;) {
    const { status } = await fetch(`${server.url}/readyz`);
    if (status === 200) break;
    expect(status).toBe(503);
  }
  expect(databasePid(folder)).not.toBe(database);
  await expectKept(letters);
  await expectWhole(all);
});

it("says that it runs already when it is started a second time, and goes on undisturbed", async () => {
  const second = await startInVain(folder);
  expect(second).toMatchObject({ code: 3, said: expect.stringContaining("已经在运行") });
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  await expectKept(all.slice(0, 3));
});

it("stops when it is asked to, with its database, and starts again as it was", async () => {
  const database = databasePid(folder);
  expect(await server.stop()).toMatchObject({ code: 0 });
  expect(() => process.kill(database, 0)).toThrow("ESRCH");
  expect(existsSync(join(folder, "postgres", "postmaster.pid"))).toBe(false);
  server = await startServer(folder);
  await expectKept(all.slice(0, 3));
  await expectWhole(all);
});
