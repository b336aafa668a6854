import type pg from "pg";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { signDays } from "../../server/actions/oversight/sign-days.ts";
import { type LogFault, verifyLog } from "../../server/actions/oversight/verify-log.ts";
import { linkHash } from "../../server/store/chain.ts";
import { openPool } from "../../server/store/pools.ts";
import { type LoggedEvent, readLog } from "../../server/store/oversight/log.ts";
import { dayRoot } from "../../server/store/oversight/roots.ts";
import { plainDate } from "../../domain/calendar/plain-date.ts";
import { freshHouse, type FreshHouse } from "../fresh-house.ts";
import { liveThreeWeeks } from "./life.ts";
import { openedFacts } from "../../server/record/trust/opened-facts.ts";

const logs = ["case_event", "office_event", "day_root"] as const;
/** What the chains and the signed days say; what the vouchers and the cases say beside them is proven in tampering.db.test.ts. */
const ofChains: readonly LogFault["what"][] = [
  "eventChanged",
  "chainBroken",
  "eventsMissing",
  "dayChanged",
  "signatureWrong",
  "dayMissing",
];
type Place = Pick<LogFault, "what" | "stream" | "seq">;
const monday = plainDate("2026-03-02");
let house: FreshHouse;
let owner: pg.Pool;
let lived: Awaited<ReturnType<typeof liveThreeWeeks>>;

beforeAll(async () => {
  house = await freshHouse();
  lived = await liveThreeWeeks(house);
  await signDays(house, house.region);
  owner = openPool(house.url, null, 2);
  for (const log of logs) await owner.query(`create table kept_${log} as table ${log}`);
});

afterEach(async () => {
  for (const log of logs) {
    await owner.query(`delete from ${log}`);
    await owner.query(`insert into ${log} select * from kept_${log}`);
  }
});

afterAll(async () => {
  await owner.end();
  await house.close();
});

async function faults(): Promise<readonly Place[]> {
  const found = (await verifyLog(house, house.region, () => undefined)).faults;
  return found.filter(({ what }) => ofChains.includes(what)).map(({ what, stream, seq }) => ({ what, stream, seq }));
}

/** Changes the log as nobody but the owner of the database could. */
async function tamper(sql: string, ...values: unknown[]): Promise<void> {
  const result = await owner.query(sql, values);
  expect(result.rowCount).toBeGreaterThan(0);
}

/** Gives a stream hashes that fit together again, as a forger with the source code would. */
async function rehash(stream: string): Promise<void> {
  let previous: Buffer = Buffer.alloc(32);
  for await (const batch of readLog(house.db, openedFacts(house), house.region)) {
    for (const event of batch.filter((e) => e.stream === stream)) {
      const { seq, type, at, actor, data } = event;
      const hash = linkHash(previous, { region: house.region, stream, seq, type, at, actor, data });
      const values = [stream, seq, previous, hash];
      await tamper("update case_event set previous_hash = $3, hash = $4 where case_id = $1 and seq = $2", ...values);
      previous = hash;
    }
  }
}

const event = (stream: string, seq: number, what: LogFault["what"]) => ({ what, stream, seq });
const day = (date: string, what: LogFault["what"]) => ({ what, stream: date, seq: null });

it("finds nothing in a log that nobody touched, and reads all of it", async () => {
  const report = await verifyLog(house, house.region, () => undefined);
  const inCases = await owner.query<{ n: number }>("select count(*) as n from case_event");
  const inOffice = await owner.query<{ n: number }>("select count(*) as n from office_event");
  expect(report.faults).toEqual([]);
  expect(report.events).toBe((inCases.rows[0]?.n ?? 0) + (inOffice.rows[0]?.n ?? 0));
  expect(report).toMatchObject({ streams: 4, days: 21 });
});

it("finds a changed word", async () => {
  const { caseId } = lived.done;
  await tamper(
    `update case_event set data = jsonb_set(data, '{text}', '"没有修。"') where case_id = $1 and type = 'replyDrafted'`,
    caseId,
  );
  const seq = await owner.query<{ seq: number }>(
    "select seq from case_event where case_id = $1 and type = 'replyDrafted'",
    [caseId],
  );
  expect(await faults()).toEqual([event(caseId, seq.rows[0]?.seq ?? 0, "eventChanged")]);
});

it("finds another person put in the place of who acted", async () => {
  const { caseId } = lived.done;
  await tamper(`update case_event set actor = '{"kind":"system"}' where case_id = $1 and seq = 1`, caseId);
  expect(await faults()).toEqual([event(caseId, 1, "eventChanged")]);
});

it("finds an event moved in time, and the two days that it was moved from and to", async () => {
  const { caseId } = lived.done;
  await tamper("update case_event set at = at + interval '1 day' where case_id = $1 and seq = 1", caseId);
  expect(await faults()).toEqual([
    event(caseId, 1, "eventChanged"),
    day("2026-03-02", "dayChanged"),
    day("2026-03-03", "dayChanged"),
  ]);
});

it("finds an event that was taken out of the middle", async () => {
  const { caseId } = lived.done;
  await tamper("delete from case_event where case_id = $1 and seq = 2", caseId);
  expect(await faults()).toEqual([event(caseId, 3, "eventsMissing"), day("2026-03-02", "dayChanged")]);
});

it("finds that the last event was cut off", async () => {
  const { caseId } = lived.refused;
  await tamper(
    "delete from case_event where case_id = $1 and seq = (select max(seq) from case_event where case_id = $1)",
    caseId,
  );
  expect(await faults()).toEqual([
    { what: "eventsMissing", stream: caseId, seq: null },
    day("2026-03-05", "dayChanged"),
  ]);
});

it("finds an act of the office that was taken away", async () => {
  await tamper("delete from office_event where stream = 'calendar'");
  expect(await faults()).toEqual([day("2026-03-05", "dayChanged")]);
});

it("finds two events that changed places", async () => {
  const { caseId } = lived.done;
  await tamper("update case_event set seq = seq + 1000 where case_id = $1 and seq in (2, 3)", caseId);
  await tamper("update case_event set seq = 1005 - seq where case_id = $1 and seq > 1000", caseId);
  const found = await faults();
  expect(found.slice(0, 2)).toEqual([event(caseId, 2, "chainBroken"), event(caseId, 3, "chainBroken")]);
  expect(found).toContainEqual(day("2026-03-02", "dayChanged"));
});

it("finds a forged event whose own hash was made to fit", async () => {
  const { caseId } = lived.done;
  const events = (await readLog(house.db, openedFacts(house), house.region).next()).value ?? [];
  const first = events.find((e: LoggedEvent) => e.stream === caseId && e.seq === 1) as LoggedEvent;
  const { stream, seq, type, at, actor, previousHash } = first;
  const forged = { ...(first.data as object), choice: "nonPublic" };
  const hash = linkHash(previousHash, { region: house.region, stream, seq, type, at, actor, data: forged });
  await tamper("update case_event set data = $2, hash = $3 where case_id = $1 and seq = 1", caseId, forged, hash);
  expect(await faults()).toEqual([event(caseId, 2, "chainBroken"), day("2026-03-02", "dayChanged")]);
});

it("finds a stream that was forged from end to end, by the day's root", async () => {
  const { caseId } = lived.refused;
  await tamper('update case_event set actor = \'{"kind":"system"}\' where case_id = $1', caseId);
  await rehash(caseId);
  expect(await faults()).toEqual([day("2026-03-05", "dayChanged")]);
});

it("finds a day whose root was forged as well, by its signature and the next day's link", async () => {
  const { caseId } = lived.refused;
  await tamper('update case_event set actor = \'{"kind":"system"}\' where case_id = $1', caseId);
  await rehash(caseId);
  const thursday = plainDate("2026-03-05");
  const { root } = await dayRoot(house.db, house.region, thursday);
  await tamper("update day_root set root = $2 where day = $1", thursday, root);
  expect(await faults()).toEqual([day("2026-03-05", "signatureWrong"), day("2026-03-06", "signatureWrong")]);
});

it("finds a changed count, a changed root and a changed signature of a signed day", async () => {
  await tamper("update day_root set events = events + 1 where day = $1", monday);
  expect(await faults()).toEqual([day("2026-03-02", "dayChanged")]);
  await tamper("update day_root set events = events - 1, root = sha256(root) where day = $1", monday);
  expect(await faults()).toEqual([
    day("2026-03-02", "dayChanged"),
    day("2026-03-02", "signatureWrong"),
    day("2026-03-03", "signatureWrong"),
  ]);
});

it("finds a signature that is not the house's", async () => {
  await tamper(
    "update day_root set signature = set_byte(signature, 5, get_byte(signature, 5) # 1) where day = $1",
    monday,
  );
  expect(await faults()).toEqual([day("2026-03-02", "signatureWrong")]);
});

it("finds that the newest signed days were removed, or all of them, once they are over for more than a day", async () => {
  const [row] = (await owner.query("select max(day)::text as day from day_root where events > 0")).rows;
  const newest: string = row.day;
  await tamper("delete from day_root where day >= $1", newest);
  expect(await faults()).toContainEqual(day(newest, "dayMissing"));
  await tamper("delete from day_root");
  expect(await faults()).toEqual(expect.arrayContaining([day("2026-03-02", "dayMissing"), day(newest, "dayMissing")]));
});

it("finds a signed day that was removed, also the first one", async () => {
  await tamper("delete from day_root where day = '2026-03-10'");
  expect(await faults()).toEqual([day("2026-03-11", "dayMissing"), day("2026-03-11", "signatureWrong")]);
  await tamper("delete from day_root where day = $1", monday);
  expect(await faults()).toContainEqual(day("2026-03-03", "signatureWrong"));
});
