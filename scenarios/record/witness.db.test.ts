import { spawnSync } from "node:child_process";
import { createHash, generateKeyPairSync } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AddressInfo } from "node:net";
import { Readable, Writable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyLog } from "../../server/actions/oversight/verify-log.ts";
import { exportLog } from "../../server/actions/trust/export-log.ts";
import { handOver } from "../../server/actions/trust/hand-over.ts";
import { writeCheckpoint } from "../../server/actions/trust/write-checkpoint.ts";
import { anchorFiles } from "../../server/gateways/tlog/anchors.ts";
import {
  formatVerifierKey,
  parseNote,
  rawPublicKey,
  signatureOf,
  type VerifierKey,
} from "../../server/gateways/tlog/note.ts";
import { openWitnessBook } from "../../server/gateways/tlog/witness-book.ts";
import { httpWitness, type Witness } from "../../server/gateways/tlog/witness-client.ts";
import { witnessService } from "../../server/gateways/tlog/witness-service.ts";
import { checkpointAll } from "../../server/jobs/checkpoint.ts";
import { logKey } from "../../server/record/trust/head.ts";
import { openDb } from "../../server/store/db.ts";
import { writeDump } from "../../server/store/dump.ts";
import { openPool } from "../../server/store/pools.ts";
import { readDump } from "../../server/store/undump.ts";
import { freshHouse, type FreshHouse } from "../fresh-house.ts";
import { asOwner, emptyDatabase } from "./empty-database.ts";
import { file } from "./life.ts";

const folder = mkdtempSync(join(tmpdir(), "huiyin-witness-"));
let house: FreshHouse;
let witness: Witness;
let service: ReturnType<typeof witnessService>;
let key: VerifierKey;

beforeAll(async () => {
  house = await freshHouse();
  key = logKey(house, house.region);
  const book = openWitnessBook(join(folder, "state"), "witness.test/one", [key], () => 1_772_500_000);
  service = witnessService(book);
  await new Promise<void>((done) => service.listen(0, "127.0.0.1", done));
  const { port } = service.address() as AddressInfo;
  witness = httpWitness(`http://127.0.0.1:${port}/`, book.key);
});
afterAll(async () => {
  service.closeAllConnections();
  await new Promise((done) => service.close(done));
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The house with its heads kept in a folder and signed by the witness. */
function anchored(name: string, of: FreshHouse = house): FreshHouse {
  return { ...of, anchors: anchorFiles(join(folder, name), witness) };
}

async function backup(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const sink = new Writable({ write: (chunk: Buffer, _encoding, done) => (chunks.push(chunk), done()) });
  await asOwner(house.url, (client) => writeDump(client, sink, house.now(), () => undefined, house.keys));
  return Buffer.concat(chunks);
}

/** The same house on a database that holds the backup. */
async function onBackup<T>(bytes: Buffer, work: (other: FreshHouse) => Promise<T>): Promise<T> {
  const url = await emptyDatabase();
  const trust = { publicKey: house.keys.publicKey, unsigned: false };
  await asOwner(url, (client) => readDump(client, Readable.from([bytes]), () => undefined, trust));
  const pool = openPool(url, "huiyin_app", 4);
  try {
    return await work({ ...house, url, db: openDb(pool, { sign: house.keys.signRoot, now: house.now }) });
  } finally {
    await pool.end();
  }
}

const status = async (body: string, path = "/add-checkpoint") => {
  const response = await fetch(`${witness.url.replace(/\/$/, "")}${path}`, { method: "POST", body });
  return { status: response.status, body: await response.text(), type: response.headers.get("content-type") };
};

describe("one history", () => {
  it("is signed by the witness every minute, with a proof that each head continues the last", async () => {
    const own = anchored("a");
    const sizes: number[] = [];
    for (let n = 0; n < 4; n++) {
      await Promise.all(Array.from({ length: n * 3 }, () => file(own)));
      await checkpointAll(own);
      sizes.push((await writeCheckpoint(own, own.region))?.size ?? 0);
    }
    expect(sizes.toSorted((a, b) => a - b)).toEqual(sizes);
    const note = parseNote((await witness.latest(key.name)) ?? "");
    expect(signatureOf(note, key)).not.toBeNull();
    expect(signatureOf(note, witness.key)).not.toBeNull();
    expect(note.text.split("\n")[1]).toBe(String(sizes.at(-1)));
    const report = await verifyLog(own, own.region, () => undefined);
    expect(report).toMatchObject({ faults: [], witness: "agrees", cosigned: 4, checkpoints: 4 });
  });

  it("cannot be exchanged for another: rewound to a backup and written on, it is signed neither here nor there", async () => {
    const own = anchored("a");
    const old = await backup();
    await file(own);
    await checkpointAll(own);
    await onBackup(old, async (other) => {
      await file(other, { content: "另一段历史里的来信，请不要相信。" });
      await file(other, { content: "另一段历史里的第二封来信。" });
      // With the file of the data folder the house itself refuses.
      const here = anchored("a", other);
      await expect(writeCheckpoint(here, here.region)).rejects.toMatchObject({ what: "historyRewound" });
      // Without it (another machine, a removed folder) it signs, and the witness refuses.
      const elsewhere = anchored("b", other);
      await writeCheckpoint(elsewhere, elsewhere.region);
      await expect(handOver(elsewhere, elsewhere.region, witness)).rejects.toMatchObject({ what: "witnessDiffers" });
      const report = await verifyLog(elsewhere, elsewhere.region, () => undefined);
      expect(report.witness).toBe("differs");
      expect(report.faults.map(({ what }) => what)).toEqual(["witnessDiffers"]);
    });
    expect((await verifyLog(own, own.region, () => undefined)).faults).toEqual([]);
  });

  it("is found to be shorter than what the witness has signed when it was only rewound", async () => {
    const own = anchored("a");
    await writeCheckpoint(own, own.region);
    const old = await backup();
    await file(own);
    await checkpointAll(own);
    await onBackup(old, async (other) => {
      const elsewhere = anchored("c", other);
      await expect(checkpointAll(elsewhere)).rejects.toMatchObject({ what: "witnessAhead" });
      const { faults } = await verifyLog(elsewhere, elsewhere.region, () => undefined);
      expect(faults.map(({ what }) => what)).toEqual(["witnessAhead"]);
      const rewound = await verifyLog(anchored("a", other), other.region, () => undefined);
      expect(rewound.faults.map(({ what }) => what).toSorted()).toEqual(["historyRewound", "witnessAhead"]);
    });
  });

  it("goes on when the witness is away, and is signed for all of it when it is back", async () => {
    const own = anchored("a");
    const away = httpWitness("http://127.0.0.1:9", witness.key);
    const alone = { ...own, anchors: { ...anchorFiles(join(folder, "a"), away) } };
    await file(own);
    await expect(checkpointAll(alone)).rejects.toThrow("fetch failed");
    const size = (await writeCheckpoint(own, own.region))?.size;
    expect((await verifyLog(alone, own.region, () => undefined)).witness).toBe("silent");
    expect(await handOver(own, own.region, witness)).toBe(size);
  });
});

it("a city from before there were vouchers is told apart, and vouched for from its first minute on", async () => {
  const old = await freshHouse();
  await file(old);
  await asOwner(old.url, async (client) => {
    await client.query("delete from voucher");
    await client.query("delete from vouched_part");
  });
  const before = await verifyLog(old, old.region, () => undefined);
  expect(before).toMatchObject({ faults: [], vouchedSince: null, vouchers: 0 });
  expect(before.notVouched).toBeGreaterThan(100);
  await file(old);
  await checkpointAll(old);
  const report = await verifyLog(old, old.region, () => undefined);
  expect(report).toMatchObject({ faults: [], notVouched: 0, vouchedSince: old.now() });
  await asOwner(old.url, (client) => client.query("update account set login = login || 'x' where login = 'admin'"));
  const { faults } = await verifyLog(old, old.region, () => undefined);
  expect(faults.map(({ what, stream }) => [what, stream.split("/")[0]])).toEqual([["rowChanged", "account"]]);
  // What the owner puts in is not taken for old when the note of what is vouched for is removed.
  await asOwner(old.url, async (client) => {
    await client.query("update account set login = 'admin' where login = 'adminx'");
    await client.query("delete from vouched_part where part = 'holding'");
    await client.query(
      "insert into holding select region_id, gen_random_uuid(), person_id, org_id, 'administrator', valid_from from holding limit 1",
    );
  });
  await expect(checkpointAll(old)).rejects.toMatchObject({ what: "partRemoved" });
  const named = (await verifyLog(old, old.region, () => undefined)).faults.map(({ stream }) => stream);
  expect(named).toEqual(["vouched_part/holding"]);
  await old.close();
});

describe("the stand-alone checker", () => {
  const script = join(import.meta.dirname, "..", "..", "bin", "audit-check.mjs");

  async function exported(of: FreshHouse, name: string): Promise<string> {
    const lines: string[] = [];
    for await (const row of exportLog(of, of.region)) lines.push(JSON.stringify(row));
    writeFileSync(join(folder, name), `${lines.join("\n")}\n`);
    return join(folder, name);
  }

  function check(...words: readonly string[]) {
    const { stdout, stderr } = spawnSync(process.execPath, [script, ...words, "--json"], { encoding: "utf8", env: {} });
    if (stdout === "") throw new Error(stderr);
    const report = JSON.parse(stdout) as { readonly faults: readonly { what: string }[]; readonly cosigned: number };
    return { cosigned: report.cosigned, faults: report.faults.map(({ what }) => what) };
  }

  it("counts the witness's signatures, and finds one that is wrong", async () => {
    const own = anchored("a");
    const log = await exported(own, "cosigned.jsonl");
    const known = formatVerifierKey(witness.key);
    const fine = check(log, "--witness", known);
    expect(fine.faults).toEqual([]);
    expect(fine.cosigned).toBeGreaterThan(3);
    const other = openWitnessBook(join(folder, "other"), "witness.test/one", [key], () => 1);
    expect(check(log, "--witness", formatVerifierKey(other.key))).toEqual({
      cosigned: 0,
      faults: Array.from({ length: fine.cosigned }, () => "cosignatureWrong"),
    });
  });

  it("finds that a later export does not continue an earlier one, or the head that the witness has signed", async () => {
    const own = anchored("a");
    const old = await backup();
    await file(own);
    await checkpointAll(own);
    const before = await exported(own, "before.jsonl");
    const signed = join(folder, "signed.txt");
    writeFileSync(signed, (await witness.latest(key.name)) ?? "");
    await file(own);
    await checkpointAll(own);
    const after = await exported(own, "after.jsonl");
    for (const head of [before, signed]) expect(check(after, "--head", head).faults).toEqual([]);
    await onBackup(old, async (other) => {
      const elsewhere = anchored("d", other);
      await file(elsewhere, { content: "另一段历史里的来信。" });
      await writeCheckpoint(elsewhere, elsewhere.region);
      const rewritten = await exported(elsewhere, "rewritten.jsonl");
      expect(check(rewritten).faults).toEqual([]);
      for (const head of [before, signed]) expect(check(rewritten, "--head", head).faults).toEqual(["historyDiffers"]);
      expect(check(rewritten, "--head", after).faults).toEqual(["historyRewound"]);
    });
  });
});

describe("the witness", () => {
  it("answers as c2sp.org/tlog-witness says", async () => {
    const own = anchored("a");
    const head = await writeCheckpoint(own, own.region);
    const note = head?.note ?? "";
    const size = head?.size ?? 0;
    expect(await status("old x\n\nwords")).toMatchObject({ status: 400 });
    expect(await status(`old ${size + 1}\n\n${note}`)).toMatchObject({ status: 400 });
    expect(await status(`old 1\n\n${note}`)).toMatchObject({
      status: 409,
      body: `${size}\n`,
      type: "text/x.tlog.size",
    });
    expect(await status(`old ${size}\n\n${note.replace(key.name, "huiyin/nowhere/00000000")}`)).toMatchObject({
      status: 404,
    });
    expect(await status(`old ${size}\n\n${note.replace(`\n${size}\n`, `\n${size + 1}\n`)}`)).toMatchObject({
      status: 403,
    });
    expect(await status(`old ${size}\n${"A".repeat(43)}=\n\n${note}`)).toMatchObject({ status: 422 });
    expect(await status(`old ${size}\n\n${note}`)).toMatchObject({ status: 200 });
    expect(await status("x".repeat(70_000))).toMatchObject({ status: 413 });
    expect(await status("", "/other")).toMatchObject({ status: 404 });
    const nobody = createHash("sha256").update("nobody").digest("hex");
    expect((await fetch(`${witness.url}${nobody}/checkpoint`)).status).toBe(404);
  });

  it("remembers over a restart what it has signed, and keeps its key to itself", () => {
    const state = join(folder, "state");
    const again = openWitnessBook(state, "witness.test/one", [key], () => 1);
    expect(again.key).toEqual(witness.key);
    const heads = JSON.parse(readFileSync(join(state, "heads.json"), "utf8")) as Record<string, { size: number }>;
    const size = heads[key.name]?.size ?? 0;
    expect(size).toBeGreaterThan(0);
    expect(again.addCheckpoint(`old 0\n\n${(heads[key.name] as unknown as { note: string }).note}`)).toMatchObject({
      status: 409,
      body: `${size}\n`,
    });
    expect(statSync(join(state, "witness-key")).mode & 0o077).toBe(0);
  });

  it("signs nothing for a log that somebody else has made under the same name", async () => {
    const { publicKey, privateKey } = generateKeyPairSync("ed25519");
    expect(privateKey.asymmetricKeyType).toBe("ed25519");
    const forger = { ...key, key: rawPublicKey(publicKey.export({ type: "spki", format: "pem" }).toString()) };
    const state = join(folder, "forged");
    const book = openWitnessBook(state, "witness.test/two", [forger], () => 1);
    const own = anchored("a");
    const note = (await writeCheckpoint(own, own.region))?.note ?? "";
    expect(book.addCheckpoint(`old 0\n\n${note}`).status).toBe(403);
    writeFileSync(join(state, "heads.json"), "{}");
  });
});
