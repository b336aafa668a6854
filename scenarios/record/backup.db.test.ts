import { Readable, Writable } from "node:stream";
import { gunzipSync, gzipSync } from "node:zlib";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { signDays } from "../../server/actions/oversight/sign-days.ts";
import { verifyLog } from "../../server/actions/oversight/verify-log.ts";
import { openDb } from "../../server/store/db.ts";
import { openPool } from "../../server/store/pools.ts";
import { openKeys } from "../../server/gateways/keys/keys.ts";
import { dataTables, writeDump } from "../../server/store/dump.ts";
import { type DumpEnd, type DumpSigner, printOf, signedEnd, Tally } from "../../server/store/dump-manifest.ts";
import { type DumpTrust, type Restored, readDump } from "../../server/store/undump.ts";
import { type FreshHouse, freshHouse } from "../fresh-house.ts";
import { asOwner, emptyDatabase } from "./empty-database.ts";
import { file, liveThreeWeeks, somebody } from "./life.ts";
import { expectRebuilt } from "./rebuilt.ts";

let house: FreshHouse;
let backup: Buffer;

beforeAll(async () => {
  house = await freshHouse({ ways: { email: true, sms: false } });
  await liveThreeWeeks(house);
  await file(house, { petitioner: { ...somebody, replyBy: "email" } });
  await growTree();
  await signDays(house, house.region);
  backup = await dump();
});
afterAll(() => house.close());

/** More units than fit into one step of a restore, under a bureau whose row was written after theirs. */
async function growTree(): Promise<void> {
  await sql`insert into org (region_id, id, parent_id, kind, level, name, short_name)
    select ${house.region}, 'street-' || n, 'bureau', 'handlingUnit', 'city', '第' || n || '街道', '第' || n || '街道'
    from generate_series(1, 1200) n /* writes org */`.execute(house.db);
  await house.db.updateTable("org").set({ phone: "0591-00000000" }).where("id", "=", "bureau").execute();
}

async function dump(onTable: (table: string) => void = () => undefined): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      chunks.push(chunk);
      done();
    },
  });
  await asOwner(house.url, (client) => writeDump(client, sink, house.now(), onTable, house.keys));
  return Buffer.concat(chunks);
}

/** With the audit key at hand, unless the test says otherwise. */
async function restore(url: string, bytes: Buffer, how: Partial<DumpTrust> = {}): Promise<Restored> {
  const trust = { publicKey: house.keys.publicKey, unsigned: false, ...how };
  return asOwner(url, (client) => readDump(client, Readable.from([bytes]), () => undefined, trust));
}

/** Every table with the number of its rows and a print of all that stands in them. */
function contents(url: string): Promise<Record<string, { n: number; print: string | null }>> {
  return asOwner(url, async (client) => {
    const found: Record<string, { n: number; print: string | null }> = {};
    for (const table of await dataTables(client)) {
      const rows = await client.query<{ n: number; print: string | null }>(
        `select count(*) as n, md5(string_agg(t::text, '|' order by t::text)) as print from "${table}" t`,
      );
      found[table] = rows.rows[0] ?? { n: 0, print: null };
    }
    return found;
  });
}

/** The same house on a restored database. */
async function inRestored<T>(url: string, work: (house: FreshHouse) => Promise<T>): Promise<T> {
  const pool = openPool(url, "huiyin_app", 2);
  try {
    return await work({ ...house, url, db: openDb(pool, { sign: house.keys.signRoot, now: house.now }) });
  } finally {
    await pool.end();
  }
}

it("brings every row of every table back into another database, and the log with it", async () => {
  const url = await emptyDatabase();
  const { rows: total, checked } = await restore(url, backup);
  expect(checked).toBe("signed");
  const before = await contents(house.url);
  expect(await contents(url)).toEqual(before);
  expect(total).toBe(Object.values(before).reduce((sum, { n }) => sum + n, 0));
  for (const table of ["case", "case_event", "office_event", "day_root", "duty", "petitioner", "outbox", "breach"]) {
    expect(before[table]?.n, table).toBeGreaterThan(0);
  }
  await inRestored(url, async (restored) => {
    expect((await verifyLog(restored, house.region, () => undefined)).faults).toEqual([]);
    const cases = await restored.db.selectFrom("case").select("id").execute();
    for (const { id } of cases) await expectRebuilt(restored, id);
  });
});

it("wakes the worker for the messages that were still waiting to be sent", async () => {
  const url = await emptyDatabase();
  await restore(url, backup);
  const waiting = await house.db.selectFrom("outbox").select("id").where("state", "=", "waiting").execute();
  expect(waiting.length).toBe(1);
  const jobs = await asOwner(url, (client) =>
    client.query(
      "select t.identifier, j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id",
    ),
  );
  expect(jobs.rows).toEqual([{ identifier: "deliver", payload: { region: house.region, message: waiting[0]?.id } }]);
});

it("holds one moment, though cases come in while it is written", async () => {
  const filings: Promise<unknown>[] = [];
  const bytes = await dump(() => {
    if (filings.length < 12) filings.push(file(house));
  });
  await Promise.all(filings);
  const url = await emptyDatabase();
  await restore(url, bytes);
  await inRestored(url, async (restored) => {
    expect((await verifyLog(restored, house.region, () => undefined)).faults).toEqual([]);
    const cases = await restored.db.selectFrom("case").select("id").execute();
    for (const { id } of cases) await expectRebuilt(restored, id);
  });
});

it("is not put over a city that is there already", async () => {
  const before = await contents(house.url);
  await expect(restore(house.url, backup)).rejects.toMatchObject({ reason: "notEmpty" });
  expect(await contents(house.url)).toEqual(before);
});

it.each([
  ["cut off in its last line", "cutOff", (text: string) => text.slice(0, text.lastIndexOf("{"))],
  ["short of a row", "cutOff", (text: string) => text.replace(/\n\["case_event".*\n/, "\n")],
  ["something else", "notABackup", () => "id,title\n1,路灯\n"],
  ["of another version", "otherVersion", (text: string) => text.replace("0001-", "0000-")],
  ["with a table that is none", "notABackup", (text: string) => text.replace('\n["case",', '\n["pg_authid",')],
])("is refused whole when it is %s", async (_, reason, change) => {
  const url = await emptyDatabase();
  const before = await contents(url);
  const changed = gzipSync(change(gunzipSync(backup).toString("utf8")));
  await expect(restore(url, changed)).rejects.toMatchObject({ reason });
  expect(await contents(url)).toEqual(before);
});

it("is refused whole when its bytes are damaged", async () => {
  const url = await emptyDatabase();
  await expect(restore(url, backup.subarray(0, backup.length / 2))).rejects.toMatchObject({ reason: "notABackup" });
  await expect(restore(url, Buffer.from("not gzip"))).rejects.toMatchObject({ reason: "notABackup" });
  expect((await contents(url))["case"]?.n).toBe(0);
});

/** The backup with one place rewritten, as somebody would who has the file and not the key. */
function rewritten(change: (text: string) => string): Buffer {
  const before = gunzipSync(backup).toString("utf8");
  const after = change(before);
  expect(after).not.toBe(before);
  return gzipSync(after);
}

it.each([
  [
    "the petitioner's words",
    "case_content",
    (text: string) => text.replace(/("case_content",.*)路灯坏了三天/, "$1路灯没有坏过"),
  ],
  [
    "who holds a post",
    "holding",
    (text: string) => text.replace(/("holding",.*)"post":"dispatcher"/, '$1"post":"administrator"'),
  ],
  [
    "a line of the log of events",
    "case_event",
    (text: string) => text.replace(/\n\["case_event",(.*)"seq":1,/, '\n["case_event",$1"seq":91,'),
  ],
  ["a signed day", "day_root", (text: string) => text.replace(/("day_root",.*"events":)\d+/, "$199")],
  ["two rows that changed places", "leg", (text: string) => text.replace(/(\["leg",.*\n)(\["leg",.*\n)/, "$2$1")],
])("is refused whole when somebody has altered %s", async (_, table, change) => {
  const url = await emptyDatabase();
  const before = await contents(url);
  await expect(restore(url, rewritten(change))).rejects.toMatchObject({
    reason: "altered",
    message: `altered ${table}`,
  });
  expect(await contents(url)).toEqual(before);
});

it("is refused when the manifest was made to fit: then the signature does not", async () => {
  const url = await emptyDatabase();
  const forged = (signer: DumpSigner | null) => {
    const lines = gunzipSync(backup).toString("utf8").replace("路灯坏了三天", "路灯没有坏过").split("\n");
    const tally = new Tally();
    tally.head(`${lines[0]}\n`);
    for (const line of lines.slice(1, -2)) tally.rows(/^\["(\w+)"/.exec(line)?.[1] ?? "", `${line}\n`, 1);
    const end = JSON.parse(lines.at(-2) ?? "") as DumpEnd;
    const made = signer ? signedEnd(tally.manifest(), signer) : { ...end, manifest: tally.manifest() };
    return gzipSync([...lines.slice(0, -2), JSON.stringify(made), ""].join("\n"));
  };
  await expect(restore(url, forged(null))).rejects.toMatchObject({ reason: "otherKey" });
  await expect(restore(url, forged(null), { publicKey: null })).rejects.toMatchObject({ reason: "altered" });
  const forger = openKeys({ masterKey: "22".repeat(32), dataDir: "unused" });
  await expect(restore(url, forged(forger))).rejects.toMatchObject({ reason: "otherKey" });
  // Without the key nobody can know better: the hashes are right, and it is said whose print stands under them.
  const { checked, print } = await restore(url, forged(forger), { publicKey: null });
  expect({ checked, print }).toEqual({ checked: "hashes", print: printOf(forger.publicKey) });
});

it("is taken without a manifest only by whoever says so", async () => {
  const old = rewritten((text) => text.replace(/\{"end":(\d+),.*\n$/, '{"end":$1}\n'));
  const url = await emptyDatabase();
  await expect(restore(url, old)).rejects.toMatchObject({ reason: "unsigned" });
  expect(await restore(url, old, { unsigned: true })).toMatchObject({ checked: "nothing", print: null });
});
