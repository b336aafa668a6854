import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deliverMessage } from "../../../server/actions/messages/deliver-message.ts";
import { sendStaffNotice } from "../../../server/actions/own/tell-staff.ts";
import type { Gateways } from "../../../server/gateways/gateways.ts";
import { NotAuthentic } from "../../../server/gateways/keys/sealer.ts";
import { putMessages } from "../../../server/store/once/outbox.ts";
import { addStaffNotices } from "../../../server/store/telling/staff-notices.ts";
import { staff } from "../life.ts";
import { routes } from "../../../contract/routes.ts";
import { reseal } from "../../../server/actions/keys/reseal.ts";
import { keyUses } from "../../../server/actions/keys/key-status.ts";
import { verifyLog } from "../../../server/actions/oversight/verify-log.ts";
import { openKeys } from "../../../server/gateways/keys/keys.ts";
import type { House } from "../../../server/house.ts";
import { readLog } from "../../../server/store/oversight/log.ts";
import { openedFacts } from "../../../server/record/trust/opened-facts.ts";
import { openPool } from "../../../server/store/pools.ts";
import { inTransaction } from "../../../server/store/transaction.ts";
import { openRows } from "../../../server/store/words/rows/sealed-rows.ts";
import { rowPlaces, rowTables } from "../../../server/store/words/rows/row-places.ts";
import { openedRow } from "../../../server/store/words/rows/kept-rows.ts";
import { type City, openCity } from "../../city.ts";
import { at } from "../../steps.ts";
import { columnsHolding } from "./searched.ts";
import { filed, liveThrough, type Words, wordsFor } from "./written.ts";

/** Sealed from the first moment; open until somebody sees what it is; never sealed. */
const [turned, open] = [wordsFor("鹤"), wordsFor("鹿")];
const born = { ...wordsFor("鲸"), going: "鲸庚寅", goingToStaff: "鲸辛卯" };

let city: City;
let owner: pg.Pool;
let cases: { born: string; turned: string; open: string };
/** Where the words of the case that was still open stood before it turned. */
const before = new Map<string, readonly string[]>();

/** Every word with the columns in which it stands; those that stand in none are left out. */
const standing = (words: Words) => columnsHolding(owner, words);

/** Everything that the rows beside a case hold, opened. */
async function rowsBeside(house: House): Promise<string> {
  const said: unknown[] = [];
  for (const table of rowTables) {
    const read = rowPlaces[table].columns.map((column) => `${column.read} as "${column.name}"`).join(", ");
    const { rows } = await owner.query(`select ${read}, words_sealed from "${table}" t`);
    said.push(...rows.map((row) => openedRow(house.keys, table, row)));
  }
  return JSON.stringify(said);
}

/** What a check of the log finds, but that no event tells of the breaches, which the story books itself. */
async function faults(house: House) {
  const all = (await verifyLog(house, city.house.region, () => undefined)).faults;
  return all.filter(({ what }) => what !== "breachDiffers");
}

async function classify(id: string, subject: "discipline" | "ordinary"): Promise<void> {
  const dispatcher = await at(city, "bureau.dispatcher");
  const report = { track: "internal", subject, accused: "housing" as never, reasonNote: "核实" } as const;
  await dispatcher.act(
    id,
    "classify",
    subject === "ordinary" ? { track: "public", subject, reasonNote: "更正" } : report,
  );
}

beforeAll(async () => {
  city = await openCity();
  owner = openPool(city.house.url, null, 1);
  const one = await filed(city, born, "discipline", async () => {
    before.set("sent, not filed yet", (await standing(born))["file"] ?? []);
  });
  const two = await filed(city, turned, "ordinary");
  const three = await filed(city, open, "ordinary");
  for (const [kase, words] of [
    [one, born],
    [two, turned],
    [three, open],
  ] as const) {
    await liveThrough(city, kase, words);
  }
  cases = { born: one.caseId, turned: two.caseId, open: three.caseId };
  for (const [name, columns] of Object.entries(await standing(turned))) before.set(name, columns);
  await classify(cases.turned, "discipline");
});
afterAll(async () => {
  await owner.end();
  await city.close();
});

describe("what is written beside a sealed case", () => {
  it("stands plain for an open case in each of its places, so that the search would find it", () => {
    expect(Object.keys(turned).filter((name) => !before.has(name))).toEqual([]);
  });

  it("stands in no column of any table when the case was sealed from the first moment", async () => {
    expect(before.get("sent, not filed yet")).toEqual([]);
    expect(await standing(born)).toEqual({});
  });

  it("stands nowhere any more when the case has become a sealed one, and that of others stands as it was", async () => {
    expect(await standing(turned)).toEqual({});
    expect(Object.keys(await standing(open)).toSorted()).toEqual(Object.keys(open).toSorted());
  });

  it("is read by who may read it, whole, and the log is whole", async () => {
    const said = await rowsBeside(city.house);
    const beside = ({ title: _, content: __, claim: ___, note: ____, ...rest }: Words) => Object.values(rest);
    for (const word of [...beside(wordsFor("鲸")), ...beside(turned), ...beside(open)]) expect(said).toContain(word);
    expect(await faults(city.house)).toEqual([]);
    const dispatcher = await at(city, "bureau.dispatcher");
    for (const [id, words] of [
      [cases.born, wordsFor("鲸")],
      [cases.turned, turned],
    ] as const) {
      const shown = JSON.stringify([
        await dispatcher.open(id),
        await dispatcher.call(routes.papers.list, { params: { id } }),
        await dispatcher.call(routes.escalations.list, {}),
        await dispatcher.call(routes.office.notices, {}),
        await dispatcher.call(routes.telling.bell, {}),
        await dispatcher.call(routes.cases.list, { query: { size: 50 } }),
      ]);
      const { cause: _, suggested: __, chosen: ___, paper: ____, ...seen } = words;
      for (const [name, word] of Object.entries(seen)) expect(shown, name).toContain(word);
    }
  });

  it("comes out of the log of the office as it was written, so that the export verifies without keys", async () => {
    const notes: string[] = [];
    for await (const batch of readLog(city.house.db, openedFacts(city.house), city.house.region)) {
      notes.push(...batch.flatMap(({ type, data }) => (type === "causeDecided" ? [JSON.stringify(data)] : [])));
    }
    expect(notes.join()).toContain(born.cause);
    expect(notes.join()).toContain(turned.cause);
  });
});

describe("the sealed rows", () => {
  it("are opened just before a message goes out, to the petitioner and to the people of the office", async () => {
    const { house } = city;
    const gone: string[] = [];
    const take = ({ text }: { readonly text: string }) => {
      gone.push(text);
      return Promise.resolve({ result: "sent", detail: "noted" } as const);
    };
    const gateways = { mail: { send: take, close: () => undefined }, sms: { send: take } } as unknown as Gateways;
    const actor = await staff(house, "bureau.dispatcher");
    const [message, notice] = [house.newId(), house.newId()];
    const to = { channel: "sms", recipient_sealed: house.keys.seal("recipient", "13900001111"), recipient_masked: "" };
    const row = { case_id: cases.born, body: born.going, state: "waiting", created_at: house.now() } as const;
    await inTransaction(house.db, async (tx) => {
      await putMessages(tx, house.keys, house.region, [{ ...row, ...to, id: message, notice: "reply", subject: "" }]);
      const bell = { region_id: house.region, person_id: actor.personId, kind: "order", way: "email", about: "going" };
      await tx.updateTable("person").set({ email: "d@example.test" }).where("id", "=", actor.personId).execute();
      await addStaffNotices(tx, house.keys, house.region, [{ ...row, ...bell, id: notice, body: born.goingToStaff }]);
    });
    expect(await standing(born)).toEqual({});
    expect(await deliverMessage(house, gateways, house.region, message, 1)).toBe("done");
    expect(await sendStaffNotice(house, gateways, house.region, notice, 1)).toBe("done");
    expect(gone.join("\n")).toContain(born.going);
    expect(gone.join("\n")).toContain(born.goingToStaff);
    expect(await standing(born)).toEqual({});
  });

  it("moved to another row or another table are found, or do not open", async () => {
    const { house } = city;
    const rows = await owner.query<{ id: string; words: Buffer }>(
      "select id, words_sealed as words from outbox where case_id = $1 and words_sealed is not null order by id limit 2",
      [cases.born],
    );
    const [one, two] = rows.rows;
    if (!one || !two) throw new Error("no sealed messages");
    const put = (id: string, words: Buffer) =>
      owner.query("update outbox set words_sealed = $2 where id = $1", [id, words]);
    await put(one.id, two.words);
    expect(await faults(house)).toMatchObject([{ what: "rowChanged", stream: `outbox/${one.id}` }]);
    await put(one.id, one.words);
    expect(await faults(house)).toEqual([]);
    expect(() => openedRow(house.keys, "staff_notice", { body: "", words_sealed: one.words })).toThrow(NotAuthentic);
  });

  it("that the application cannot change, it can only seal for a sealed case, and not open while it is one", async () => {
    const app = openPool(city.house.url, "huiyin_app", 1);
    const paper = (id: string) =>
      owner.query("select id, words_sealed as was from case_paper where case_id = $1", [id]);
    const call = async (id: string, of: { readonly seals: boolean }) => {
      const { rows } = await paper(id);
      const { id: own, was } = rows[0] as { id: string; was: Buffer | null };
      const fresh = of.seals ? Buffer.from("x") : null;
      const words = JSON.stringify({ title: "别的话", written: {} });
      const sql = "select * from kept_case_paper($1, $2, $3, $4, $5)";
      return (await app.query(sql, [city.house.region, own, of.seals ? null : was, fresh, words])).rowCount;
    };
    try {
      expect(await call(cases.open, { seals: true })).toBe(0);
      expect(await call(cases.born, { seals: true })).toBe(0);
      expect(await call(cases.born, { seals: false })).toBe(0);
    } finally {
      await app.end();
    }
  });

  it("are given back when the case is a sealed one no longer, and sealed again by the job that finds them plain", async () => {
    await classify(cases.turned, "ordinary");
    expect(await standing(turned)).toEqual(Object.fromEntries([...before].filter(([name]) => name in turned)));
    expect(await standing(born)).toEqual({});
    expect(await faults(city.house)).toEqual([]);
    // As it lay there before rows were sealed: the case is a sealed one, its rows are plain.
    await classify(cases.turned, "discipline");
    const { db, keys, region } = city.house;
    const own = db.selectFrom("case").select("state_sealed").where("id", "=", cases.turned);
    const { state_sealed: state } = await own.executeTakeFirstOrThrow();
    const setState = (value: Buffer | null) =>
      owner.query('update "case" set state_sealed = $2 where id = $1', [cases.turned, value]);
    await setState(null);
    await db.insertInto("case_search").values({ region_id: region, case_id: cases.turned, search_text: "" }).execute();
    await inTransaction(db, (tx) => openRows(tx, keys, region, cases.turned));
    await db.deleteFrom("case_search").where("case_id", "=", cases.turned).execute();
    await setState(state);
    expect((await standing(turned))["paper"]).toEqual(["case_paper.written"]);
    await reseal(city.house);
    expect(await standing(turned)).toEqual({});
  });

  it("open under the next key when the keys were changed, in the other suite too", async () => {
    const folder = mkdtempSync(join(tmpdir(), "huiyin-canaries-"));
    try {
      mkdirSync(join(folder, "keys"));
      writeFileSync(join(folder, "keys", "master-key"), "11".repeat(32));
      const keys = openKeys({ masterKey: null, dataDir: folder, suite: "sm" });
      const { id } = keys.ring.add();
      const house = { ...city.house, keys };
      expect((await reseal(house)).failed).toEqual([]);
      const uses = await keyUses(house);
      expect(new Set(uses.map((use) => use.key))).toEqual(new Set([id]));
      const purposes = new Set(uses.map(({ purpose }) => purpose));
      expect(rowTables.filter((table) => !purposes.has(`row:${table}`))).toEqual([]);
      expect(await rowsBeside(house)).toContain(born.service);
      expect(await faults(house)).toEqual([]);
      expect(await standing(born)).toEqual({});
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
