import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import type pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { signDays } from "../../../server/actions/oversight/sign-days.ts";
import { verifyIn, verifyLog } from "../../../server/actions/oversight/verify-log.ts";
import { exportIn } from "../../../server/actions/trust/export-log.ts";
import { writeCheckpoint } from "../../../server/actions/trust/write-checkpoint.ts";
import { openKeys } from "../../../server/gateways/keys/keys.ts";
import { sm2From } from "../../../server/gateways/keys/sm2.ts";
import { parseNote } from "../../../server/gateways/tlog/note.ts";
import { knownOutside } from "../../../server/record/trust/known-outside.ts";
import { openDb } from "../../../server/store/db.ts";
import { writeDump } from "../../../server/store/dump.ts";
import { rootToSign, signedDays } from "../../../server/store/oversight/roots.ts";
import { openPool } from "../../../server/store/pools.ts";
import { readDump } from "../../../server/store/undump.ts";
import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import { freshHouse, type FreshHouse } from "../../fresh-house.ts";
import { asOwner, emptyDatabase } from "../empty-database.ts";
import { file } from "../life.ts";
import { run } from "../terminal.ts";
import { Forger } from "./manipulations.ts";

const folder = mkdtempSync(join(tmpdir(), "huiyin-sm2-"));
const script = join(import.meta.dirname, "..", "..", "..", "bin", "audit-check.mjs");
const keysOf = (suite: "aes" | "sm") => openKeys({ masterKey: "11".repeat(32), dataDir: "unused", suite });
const forged = sm2From(Buffer.alloc(48, 9));
let house: FreshHouse;
let owner: pg.Pool;
/** The house on the owner's only connection, so that a change can be looked at and taken back. */
let inside: FreshHouse;

beforeAll(async () => {
  house = await freshHouse();
  await file(house);
  house.at("2026-03-04 09:00");
  await signDays(house, house.region);
  await writeCheckpoint(house, house.region);
  Object.assign(house, { keys: keysOf("sm") });
  await file(house, { content: "换了密码套件以后来的信，路灯又坏了。" });
  await writeCheckpoint(house, house.region);
  house.at("2026-03-06 09:00");
  await signDays(house, house.region);
  await writeCheckpoint(house, house.region);
  owner = openPool(house.url, null, 1);
  inside = { ...house, db: openDb(owner, null) };
});
afterAll(async () => {
  await owner.end();
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

async function verified(of: FreshHouse = inside): Promise<readonly string[]> {
  const { faults } = await verifyIn(of, of.region, () => undefined, await knownOutside(of, of.region));
  return faults.map(({ what, stream }) => `${what} ${stream}`);
}

/** What the stand-alone checker says of an export that the database gives. */
async function checked(of: FreshHouse = inside, ...more: readonly string[]) {
  const lines: string[] = [];
  for await (const row of exportIn(of, of.region)) lines.push(`${JSON.stringify(row)}\n`);
  writeFileSync(join(folder, "log.jsonl"), lines.join(""));
  const args = [script, join(folder, "log.jsonl"), "--json", ...more];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", env: {} });
  if (stdout === "") throw new Error(stderr);
  const report = JSON.parse(stdout) as {
    readonly faults: readonly { readonly what: string; readonly stream: string }[];
    readonly sm2Signed: number;
    readonly sm2Key: string | null;
  };
  return { ...report, faults: report.faults.map(({ what, stream }) => `${what} ${stream}`) };
}

describe("from the suite 国密 on", () => {
  it("days and heads are signed under SM2 beside Ed25519, and those from before stay good", async () => {
    const days = await signedDays(house.db, house.region);
    const under = days.map(({ day, signature, sm2_signature }) => [day, signature.length, sm2_signature !== null]);
    expect(under).toEqual([
      ["2026-03-02", 64, false],
      ["2026-03-03", 64, false],
      ["2026-03-04", 64, true],
      ["2026-03-05", 64, true],
    ]);
    const heads = await house.db.selectFrom("checkpoint").selectAll().orderBy("size").execute();
    expect(heads.map((head) => head.sm2_signature !== null)).toEqual([false, true, true]);
    for (const { note, sm2_signature } of heads.slice(1)) {
      const { text, signatures } = parseNote(note);
      // The note is as C2SP has it: one signature, of Ed25519.
      expect(signatures.map(({ signature }) => signature.length)).toEqual([64]);
      expect(house.keys.sm2.verify(Buffer.from(text), sm2_signature ?? Buffer.alloc(0))).toBe(true);
    }
    const report = await verifyLog(house, house.region, () => undefined);
    expect(report).toMatchObject({ faults: [], days: 4, checkpoints: 3, sm2Signed: 4 });
    const { print, publicKey } = house.keys.sm2;
    expect(await checked()).toMatchObject({ faults: [], sm2Signed: 4, sm2Key: print });
    expect(await checked(inside, "--sm2-key", publicKey)).toMatchObject({ faults: [], sm2Signed: 4 });
  });

  it("the first head under both covers the row that says from where on", async () => {
    const { rows } = await owner.query<{ leaf: number; after: number; first: number; day: string }>(
      `select v.leaf::int as leaf, k.after_size::int as after, k.after_day::text as day,
         (select min(size)::int from checkpoint where sm2_signature is not null) as first
       from sm2_key k, voucher v where v.rows::text like '%["sm2_key"%'`,
    );
    const [row] = rows;
    expect(rows).toHaveLength(1);
    expect(row?.day).toBe("2026-03-03");
    expect(row?.leaf).toBeGreaterThanOrEqual(row?.after ?? 0);
    expect(row?.leaf).toBeLessThan(row?.first ?? 0);
  });
});

const days = ["2026-03-04", "2026-03-05"];
const newest = "(select max(size) from checkpoint)";

/** Every signature under SM2, made anew with a key of the forger's. */
async function signAnew(db: Forger): Promise<void> {
  for (const { day, previous_root, root } of (await signedDays(inside.db, inside.region)).slice(2)) {
    const signature = forged.sign(rootToSign(previous_root, day as PlainDate, root));
    await db.sql("update day_root set sm2_signature = $2 where day = $1", [day, signature]);
  }
  const { rows } = await db.sql("select size, note from checkpoint where sm2_signature is not null");
  for (const { size, note } of rows) {
    const signature = forged.sign(Buffer.from(parseNote(note).text));
    await db.sql("update checkpoint set sm2_signature = $2 where size = $1", [size, signature]);
  }
}

interface Manipulation {
  readonly name: string;
  readonly do: (db: Forger) => Promise<unknown>;
  /** What `audit verify` and the stand-alone checker say at least. */
  readonly found: string | RegExp;
}

const manipulations: readonly Manipulation[] = [
  {
    name: "a signature of a day",
    do: (db) => db.sql("update day_root set sm2_signature = set_byte(sm2_signature, 20, 7) where day = $1", [days[1]]),
    found: "sm2SignatureWrong 2026-03-05",
  },
  {
    name: "a signature of a day removed",
    do: (db) => db.sql("update day_root set sm2_signature = null where day = $1", [days[0]]),
    found: "sm2SignatureMissing 2026-03-04",
  },
  {
    name: "the signature of another day",
    do: (db) =>
      db.sql(
        "update day_root set sm2_signature = (select sm2_signature from day_root where day = $1) where day = $2",
        days,
      ),
    found: "sm2SignatureWrong 2026-03-05",
  },
  {
    name: "a signature given to a day from before",
    do: (db) => db.sql("update day_root set sm2_signature = sha256(signature) where day = '2026-03-02'"),
    found: "sm2SignatureWrong 2026-03-02",
  },
  {
    name: "a signature of a head",
    do: (db) => db.sql(`update checkpoint set sm2_signature = sha256(sm2_signature) where size = ${newest}`),
    found: /^sm2SignatureWrong checkpoint\//,
  },
  {
    name: "a signature of a head removed",
    do: (db) => db.sql(`update checkpoint set sm2_signature = null where size = ${newest}`),
    found: /^sm2SignatureMissing checkpoint\//,
  },
  {
    name: "all signatures made anew under another key",
    do: signAnew,
    found: "sm2SignatureWrong 2026-03-04",
  },
  {
    name: "the same, and the row names the other key",
    do: async (db) => {
      await signAnew(db);
      await db.sql("update sm2_key set public_key = $1", [forged.publicKey]);
    },
    found: `rowChanged sm2_key/${keysOf("sm").sm2.print}`,
  },
  {
    name: "all signatures removed, and the row says that they begin later",
    do: async (db) => {
      await db.sql("update day_root set sm2_signature = null where day >= $1", [days[0]]);
      await db.sql("update checkpoint set sm2_signature = null");
      await db.sql("update sm2_key set after_day = '2027-01-01', after_size = 1000000");
    },
    found: `rowChanged sm2_key/${keysOf("sm").sm2.print}`,
  },
  {
    name: "all signatures removed, and the row too",
    do: async (db) => {
      await db.sql("update day_root set sm2_signature = null where day >= $1", [days[0]]);
      await db.sql("update checkpoint set sm2_signature = null");
      await db.sql("delete from sm2_key");
    },
    found: `rowMissing sm2_key/${keysOf("sm").sm2.print}`,
  },
];

describe("an owner of the database who rewrites", () => {
  beforeEach(async () => {
    await owner.query("begin");
  });
  afterEach(async () => {
    await owner.query("rollback");
  });

  it.each(manipulations)("$name is found by verify and checker", async (manipulation) => {
    await manipulation.do(new Forger(owner, house.region));
    const said =
      typeof manipulation.found === "string" ? manipulation.found : expect.stringMatching(manipulation.found);
    expect(await verified()).toContainEqual(said);
    expect((await checked()).faults).toContainEqual(said);
  });

  it("the key, where the checker knows it beforehand, is named as another, or as not there", async () => {
    const db = new Forger(owner, house.region);
    const given = ["--sm2-key", house.keys.sm2.publicKey];
    await db.sql("update sm2_key set public_key = $1", [forged.publicKey]);
    expect((await checked(inside, ...given)).faults).toContain(`sm2KeyDiffers ${house.region}`);
    expect(await verified()).toContain(`sm2KeyDiffers ${house.region}`);
    await db.sql("delete from sm2_key");
    expect((await checked(inside, ...given)).faults).toContain(`sm2KeyMissing ${house.region}`);
  });
});

it("nothing is signed where the key or the signature of the last day was taken away", async () => {
  const forger = new Forger(owner, house.region);
  await file(house, { content: "又来了一封信，请处理。" });
  await owner.query("create table kept_key as table sm2_key");
  await owner.query("create table kept_days as table day_root");
  await forger.sql("delete from sm2_key");
  for (const sign of [signDays, writeCheckpoint]) {
    await expect(sign(house, house.region)).rejects.toMatchObject({ what: "sm2KeyRemoved" });
  }
  await owner.query("insert into sm2_key select * from kept_key");
  await forger.sql("update day_root set sm2_signature = null where day = $1", [days[1]]);
  await expect(signDays(house, house.region)).rejects.toMatchObject({ what: "predecessorWrong" });
  await forger.sql(
    "update day_root d set sm2_signature = k.sm2_signature from kept_days k where k.day = d.day and d.day = $1",
    [days[1]],
  );
  await owner.query("drop table kept_key, kept_days");
  expect(await verified()).toEqual([]);
});

it("the command line hands over the key, and the second signature in a file beside the head", async () => {
  const env = { DATABASE_URL: house.url, DATA_DIR: folder, HUIYIN_KEY: "11".repeat(32), HUIYIN_SUITE: "sm" };
  const key = await run(["audit", "key"], env);
  expect(key.out).toContain(house.keys.sm2.publicKey.trim());
  expect(key.out).toContain(house.keys.publicKey.trim());
  const to = join(folder, "head.txt");
  expect(await run(["audit", "checkpoint", "--to", to], env)).toMatchObject({ code: 0 });
  const { text, signatures } = parseNote(readFileSync(to, "utf8"));
  expect(signatures).toHaveLength(1);
  expect(house.keys.sm2.verify(Buffer.from(text), readFileSync(`${to}.sm2`))).toBe(true);
  rmSync(to);
  // Nothing is written over, the second file neither.
  expect(await run(["audit", "checkpoint", "--to", to], env)).toMatchObject({ code: 2 });
  expect(existsSync(to)).toBe(false);
});

it("what has begun goes on where the suite is turned back, and after a restore", async () => {
  const back: FreshHouse = { ...house, keys: keysOf("aes") };
  house.at("2026-03-07 09:00");
  await signDays(back, back.region);
  await writeCheckpoint(back, back.region);
  const report = await verifyLog(back, back.region, () => undefined);
  expect(report).toMatchObject({ faults: [], days: 5, sm2Signed: 7 });

  const chunks: Buffer[] = [];
  const sink = new Writable({ write: (chunk: Buffer, _encoding, done) => (chunks.push(chunk), done()) });
  await asOwner(house.url, (client) => writeDump(client, sink, house.now(), () => undefined, house.keys));
  const url = await emptyDatabase();
  const trust = { publicKey: house.keys.publicKey, unsigned: false };
  await asOwner(url, (client) => readDump(client, Readable.from([Buffer.concat(chunks)]), () => undefined, trust));
  const pool = openPool(url, "huiyin_app", 2);
  try {
    const restored: FreshHouse = { ...house, url, db: openDb(pool, { sign: house.keys.signRoot, now: house.now }) };
    house.at("2026-03-09 09:00");
    await file(restored, { content: "恢复以后来的一封信。" });
    await signDays(restored, restored.region);
    await writeCheckpoint(restored, restored.region);
    const after = await verifyLog(restored, restored.region, () => undefined);
    expect(after).toMatchObject({ faults: [], days: 7, sm2Signed: 10 });
    expect(await checked(restored)).toMatchObject({ faults: [], sm2Signed: 10 });
  } finally {
    await pool.end();
  }
});
