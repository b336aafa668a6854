import { afterAll, beforeAll, expect, it } from "vitest";
import { actOnCase } from "../../server/actions/cases/act-on-case.ts";
import { sweepCases } from "../../server/actions/cases/sweep-cases.ts";
import { signDays } from "../../server/actions/oversight/sign-days.ts";
import { verifyLog } from "../../server/actions/oversight/verify-log.ts";
import type { ActOutcome, Order } from "../../server/record/perform.ts";
import { allYes } from "../city.ts";
import { type FreshHouse, freshHouse } from "../fresh-house.ts";
import { act, dispatch, draft, file, order, toUrban } from "./life.ts";
import { expectRebuilt } from "./rebuilt.ts";

let house: FreshHouse;
beforeAll(async () => {
  house = await freshHouse();
});
afterAll(async () => {
  await signDays(house, house.region);
  const report = await verifyLog(house, house.region, () => undefined);
  await house.close();
  expect(report.faults).toEqual([]);
});

/** Two people press at the same moment; gives what became of each. */
async function atOnce(orders: readonly Order[]): Promise<readonly string[]> {
  const outcomes = await Promise.all(orders.map((one) => actOnCase(house, one, null)));
  return outcomes.map(said).sort();
}

function said(outcome: ActOutcome): string {
  if ("done" in outcome) return "done";
  return "refused" in outcome ? outcome.refused.code : "missing";
}

async function waitingForAudit(): Promise<{ readonly id: string; readonly leg: string }> {
  house.at("2026-03-02 09:00");
  const { caseId: id } = await file(house);
  const leg = await dispatch(house, id);
  house.at("2026-03-03 09:00");
  await draft(house, id, leg);
  await act(house, "urban.leader", id, "approveReply", {}, leg);
  return { id, leg };
}

async function versionOf(id: string): Promise<number> {
  const row = await house.db.selectFrom("case").select("version").where("id", "=", id).executeTakeFirstOrThrow();
  return row.version;
}

async function howOften(id: string, type: string): Promise<number> {
  const rows = await house.db
    .selectFrom("case_event")
    .select("seq")
    .where("case_id", "=", id)
    .where("type", "=", type)
    .execute();
  return rows.length;
}

it("lets one of two auditors pass a reply, and tells the other that the case has moved on", async () => {
  const { id, leg } = await waitingForAudit();
  const seenVersion = await versionOf(id);
  const one = await order(house, "bureau.auditor", id, "passAudit", { checklist: allYes }, leg);
  const looked = { ...one, seenVersion };
  expect(await atOnce([looked, looked])).toEqual(["case.changedMeanwhile", "done"]);
  expect(await howOften(id, "auditPassed")).toBe(1);
  await expectRebuilt(house, id);
});

it("lets one of pass and send back win, and never both, whatever the two had before them", async () => {
  const { id, leg } = await waitingForAudit();
  const pass = await order(house, "bureau.auditor", id, "passAudit", { checklist: allYes }, leg);
  const checklist = { ...allYes, facts: false };
  const back = await order(house, "bureau.auditor", id, "failAudit", { checklist, reason: "没有说明原因。" }, leg);
  const outcome = await atOnce([pass, back]);
  expect(outcome.filter((word) => word === "done").length).toBe(1);
  expect(outcome.find((word) => word !== "done")).toMatch(/^act\./);
  expect((await howOften(id, "auditPassed")) + (await howOften(id, "reworkOrdered"))).toBe(1);
  await expectRebuilt(house, id);
});

it("dispatches a case once, though two dispatchers send it at the same moment", async () => {
  house.at("2026-03-02 09:00");
  const { caseId: id } = await file(house);
  const toHousing = {
    ...toUrban,
    matters: [{ targets: [{ orgId: "housing", role: "lead" as const }] }],
  };
  const outcome = await atOnce([
    await order(house, "bureau.dispatcher", id, "dispatch", toUrban),
    await order(house, "bureau.dispatcher", id, "dispatch", toHousing),
  ]);
  expect(outcome.filter((word) => word === "done").length).toBe(1);
  const legs = await house.db.selectFrom("leg").select("org_id").where("case_id", "=", id).execute();
  expect(legs.length).toBe(1);
  await expectRebuilt(house, id);
});

it("writes every one of ten notes that come at once, each in its own place", async () => {
  house.at("2026-03-02 09:00");
  const { caseId: id } = await file(house);
  const version = await versionOf(id);
  const notes = await Promise.all(
    Array.from({ length: 10 }, (_, n) => order(house, "bureau.dispatcher", id, "note", { text: `第${n}条备注。` })),
  );
  expect(await atOnce(notes)).toEqual(Array.from({ length: 10 }, () => "done"));
  expect(await versionOf(id)).toBe(version + 10);
  await expectRebuilt(house, id);
});

it("keeps both the lapsed term and the late reply when the sweep runs into the reply", async () => {
  const cases = [];
  for (let n = 0; n < 8; n += 1) {
    house.at("2026-03-02 09:00");
    const { caseId: id } = await file(house);
    const leg = await dispatch(house, id);
    house.at("2026-03-03 09:00");
    await draft(house, id, leg);
    cases.push({ id, leg });
  }
  house.at("2026-03-17 00:00");
  const approvals = await Promise.all(
    cases.map(({ id, leg }) => order(house, "urban.leader", id, "approveReply", {}, leg)),
  );
  const [, , ...replies] = await Promise.all([
    sweepCases(house, house.region),
    sweepCases(house, house.region),
    ...approvals.map((one) => actOnCase(house, one, null)),
  ]);
  expect(replies.map(said)).toEqual(cases.map(() => "done"));
  for (const { id, leg } of cases) {
    const kase = await expectRebuilt(house, id);
    expect(kase.legs.find((one) => one.id === leg)).toMatchObject({ stage: "underAudit", overdue: "lateHandling" });
    expect(await howOften(id, "replySubmitted")).toBe(1);
    const breaches = await house.db
      .selectFrom("breach")
      .select(["kind", "org_id"])
      .where("case_id", "=", id)
      .where("leg_id", "=", leg)
      .where("rule", "=", "reply")
      .execute();
    expect(breaches).toEqual([{ kind: "lateHandling", org_id: "urban" }]);
  }
});

it("changes nothing when several sweeps run over the same region at once", async () => {
  house.at("2026-03-20 09:00");
  await Promise.all([1, 2, 3].map(() => sweepCases(house, house.region)));
  const before = await house.db.selectFrom("case_event").select("hash").orderBy("hash").execute();
  expect(await sweepCases(house, house.region)).toBe(0);
  expect(await house.db.selectFrom("case_event").select("hash").orderBy("hash").execute()).toEqual(before);
  const doubled = await house.db
    .selectFrom("case_event")
    .select(["case_id"])
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("type", "=", "dutyBreached")
    .groupBy(["case_id", (eb) => eb.fn("jsonb_extract_path_text", ["data", eb.val("dutyId")])])
    .having((eb) => eb.fn.countAll(), ">", 1)
    .execute();
  expect(doubled).toEqual([]);
});

it("links in a ring, each at the same moment, without a deadlock", async () => {
  house.at("2026-03-02 09:00");
  const ring: string[] = [];
  for (let n = 0; n < 10; n += 1) ring.push((await file(house)).caseId);
  const orders: Order[] = [];
  for (let n = 0; n < 50; n += 1) {
    const previous = ring[(n * 3 + 1) % ring.length] as never;
    orders.push(await order(house, "bureau.dispatcher", ring[n % ring.length] ?? "", "linkRepeat", { previous }));
  }
  const outcomes = await atOnce(orders);
  expect(outcomes.filter((word) => word === "done").length).toBeGreaterThan(0);
  for (const id of ring) await expectRebuilt(house, id);
});
