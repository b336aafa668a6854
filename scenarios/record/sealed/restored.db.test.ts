import { createHash } from "node:crypto";
import { Readable, Writable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyLog } from "../../../server/actions/oversight/verify-log.ts";
import { openKeys } from "../../../server/gateways/keys/keys.ts";
import { KeyMissing } from "../../../server/gateways/keys/sealer.ts";
import type { House } from "../../../server/house.ts";
import { readContent } from "../../../server/store/case/content.ts";
import { bytesOf } from "../../../server/store/case/file-bytes.ts";
import { readCase, readEvents } from "../../../server/store/case/load.ts";
import { messagesOfCase } from "../../../server/store/once/messages.ts";
import { putMessages } from "../../../server/store/once/outbox.ts";
import { openDb } from "../../../server/store/db.ts";
import { writeDump } from "../../../server/store/dump.ts";
import { openPool } from "../../../server/store/pools.ts";
import { readDump } from "../../../server/store/undump.ts";
import { type FreshHouse, freshHouse } from "../../fresh-house.ts";
import { asOwner, emptyDatabase } from "../empty-database.ts";
import { act, file } from "../life.ts";
import { liveAll } from "../tampering/lived.ts";

const fileHash = createHash("sha256").update("%PDF-1.7 invented").digest();
const report = "反映某局鲸落采购一案。";
const note = "鹤归一事已约谈";
const told = "雁渡一事已答复";

let house: FreshHouse;
let caseId: string;

beforeAll(async () => {
  house = await freshHouse();
  await liveAll(house);
  ({ caseId } = await file(house, { content: report, title: "鲸落采购" }));
  await act(house, "bureau.dispatcher", caseId, "note", { text: note } as never);
  const row = { case_id: caseId, notice: "reply", channel: "sms", recipient_masked: "", subject: "" } as const;
  const message = { ...row, id: house.newId(), body: told, state: "failed", created_at: house.now() } as const;
  await house.db.transaction().execute((tx) => putMessages(tx, house.keys, house.region, [message]));
  await act(house, "bureau.dispatcher", caseId, "classify", {
    track: "internal",
    subject: "discipline",
    accused: "housing",
    reasonNote: "核实",
  } as never);
});
afterAll(() => house.close());

/** A backup of the house, restored into a database of its own, and read there. */
async function inRestored(keys: House["keys"], work: (restored: House) => Promise<void>): Promise<void> {
  const chunks: Buffer[] = [];
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      chunks.push(chunk);
      done();
    },
  });
  await asOwner(house.url, (client) => writeDump(client, sink, house.now(), () => undefined, house.keys));
  const whole = Buffer.concat(chunks);
  const url = await emptyDatabase();
  const trust = { publicKey: house.keys.publicKey, unsigned: false };
  await asOwner(url, (client) => readDump(client, Readable.from([whole]), () => undefined, trust));
  const pool = openPool(url, "huiyin_app", 2);
  try {
    await work({ ...house, keys, db: openDb(pool, { sign: keys.signRoot, now: house.now }) });
  } finally {
    await pool.end();
  }
}

describe("a backup that holds sealed files, papers and words", () => {
  it("opens with the same keys after it was restored, the log whole", async () => {
    await inRestored(house.keys, async ({ db, keys, ...rest }) => {
      expect((await bytesOf(db, keys, house.region, fileHash)).toString()).toBe("%PDF-1.7 invented");
      expect((await readContent(db, keys, house.region, caseId))?.content).toBe(report);
      expect(JSON.stringify(await readEvents(db, keys, house.region, caseId))).toContain(note);
      const kept = await db.selectFrom("outbox").select("body").where("case_id", "=", caseId).execute();
      expect(JSON.stringify(kept)).not.toContain(told);
      expect(JSON.stringify(await messagesOfCase(db, keys, house.region, caseId))).toContain(told);
      const { faults } = await verifyLog({ ...rest, db, keys }, house.region, () => undefined);
      expect(faults).toEqual([]);
    });
  });

  it("names the missing key where the keys are not at hand", async () => {
    const needed = house.keys.ring.keys()[0]?.id ?? "";
    await inRestored(openKeys({ masterKey: "22".repeat(32), dataDir: "unused" }), async ({ db, keys }) => {
      const reads = [
        () => bytesOf(db, keys, house.region, fileHash),
        () => readContent(db, keys, house.region, caseId),
        () => readEvents(db, keys, house.region, caseId),
        () => readCase(db, keys, house.region, caseId),
        () => messagesOfCase(db, keys, house.region, caseId),
      ];
      for (const read of reads) {
        await expect(read()).rejects.toThrow(KeyMissing);
        await expect(read()).rejects.toThrow(`needs the key ${needed}`);
      }
    });
  });
});
