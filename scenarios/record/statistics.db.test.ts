import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CountName, Grouping } from "../../domain/accountability/figures.ts";
import { plainDate } from "../../domain/calendar/plain-date.ts";
import { fuzhou2007 } from "../../packs/fuzhou-2007/index.ts";
import { actOnCase } from "../../server/actions/cases/act-on-case.ts";
import { sweepCases } from "../../server/actions/cases/sweep-cases.ts";
import { countedBodies, countedOf, statisticsOf } from "../../server/record/oversight/statistics.ts";
import { listCounted } from "../../server/store/oversight/counted-cases.ts";
import { loadWorld } from "../../server/store/world.ts";
import { type FreshHouse, freshHouse } from "../fresh-house.ts";
import { act, answered, dispatch, draft, file, staff } from "./life.ts";

let house: FreshHouse;
beforeAll(async () => {
  house = await freshHouse();
});
afterAll(() => house.close());

async function question(login: string, from = "2026-03-01", to = "2026-03-31") {
  const { orgId, posts } = await staff(house, login);
  const world = await loadWorld(house.db, house.region, house);
  const orgs = countedBodies(world, { orgId, posts }, null);
  return { reader: { region: house.region, orgId, posts }, orgs, from: plainDate(from), to: plainDate(to) };
}

async function count(login = "efficiency.officer", by: Grouping = "unit", days: readonly [string?, string?] = []) {
  return statisticsOf(house, fuzhou2007, await question(login, ...days), by, []);
}

async function listed(names: readonly CountName[], login = "efficiency.officer") {
  const all = { names, by: "unit", group: null, tag: null, limit: 100, offset: 0 } as const;
  return listCounted(house.db, countedOf(house, fuzhou2007, await question(login)), all);
}

describe("each thing is counted once", () => {
  it("a case answered in two parts by one unit is received once, answered twice, rated once", async () => {
    house.at("2026-03-02 09:00");
    const { caseId } = await file(house);
    await act(house, "bureau.dispatcher", caseId, "dispatch", {
      classification: { track: "public" },
      matters: [
        { title: "路灯", text: "路灯不亮", targets: [{ orgId: "urban", role: "lead" }] },
        { title: "井盖", text: "井盖松动", targets: [{ orgId: "urban", role: "lead" }] },
      ],
    });
    const legs = await house.db.selectFrom("leg").select("leg_id").where("case_id", "=", caseId).execute();
    for (const { leg_id } of legs) {
      await draft(house, caseId, leg_id);
      await act(house, "urban.leader", caseId, "approveReply", {}, leg_id);
      const checklist = { addressed: true, facts: true, basis: true, dates: true, privacy: true };
      await act(house, "bureau.auditor", caseId, "passAudit", { checklist }, leg_id);
    }
    const command = { act: "rate", legId: null, input: { grade: "satisfied", comment: null } } as const;
    const order = { region: house.region, caseId, command, actor: { kind: "petitioner" }, seenVersion: null } as const;
    expect(await actOnCase(house, order, null)).toHaveProperty("done");
    const { whole, groups } = await count();
    const counted = {
      dispatched: 2,
      closedInTime: 2,
      passedFirst: 2,
      published: 2,
      satisfied: 1,
      rated: 1,
      unrated: 0,
    };
    expect(whole).toMatchObject({ ...counted, received: 1, registered: 1 });
    expect(groups.get("urban")).toMatchObject(counted);
    expect((await listed(["satisfied"])).total).toBe(1);
  });

  it("a case in the hands of two units is open once, and stands with each of them", async () => {
    house.at("2026-04-01 09:00");
    const { caseId } = await file(house);
    await act(house, "bureau.dispatcher", caseId, "dispatch", {
      classification: { track: "public" },
      matters: [
        { title: "路灯", text: "路灯不亮", targets: [{ orgId: "urban", role: "lead" }] },
        { title: "噪音", text: "夜间施工", targets: [{ orgId: "police", role: "lead" }] },
      ],
    });
    const { whole, groups } = await count("efficiency.officer", "unit", ["2026-04-01", "2026-04-30"]);
    expect(whole.open).toBe(1);
    expect([groups.get("urban")?.open, groups.get("police")?.open]).toEqual([1, 1]);
  });
});

describe("what belongs to which days", () => {
  it("a late reply moves from overdue and open to closed late, and stays in the month of its last day", async () => {
    house.at("2026-03-02 10:00");
    const { caseId } = await file(house);
    const leg = await dispatch(house, caseId);
    house.at("2026-04-02 09:00");
    await sweepCases(house, house.region);
    expect((await count()).whole).toMatchObject({ overdueOpen: 1, closedLate: 0 });
    await draft(house, caseId, leg);
    await act(house, "urban.leader", caseId, "approveReply", {}, leg);
    expect((await count()).whole).toMatchObject({ overdueOpen: 0, closedLate: 1 });
    const { whole } = await count("efficiency.officer", "unit", ["2026-04-02", "2026-04-30"]);
    expect(whole).toMatchObject({ overdueOpen: 0, closedLate: 0 });
  });

  it("the day is that of China: what comes in at 00:30 belongs to the day that has begun", async () => {
    house.at("2026-05-01 00:30");
    await file(house);
    expect((await count("efficiency.officer", "unit", ["2026-04-30", "2026-04-30"])).whole.received).toBe(0);
    expect((await count("efficiency.officer", "unit", ["2026-05-01", "2026-05-01"])).whole.received).toBe(1);
  });
});

it("groups of a case without the mark are one group, and a county counts nothing of another area", async () => {
  await answered(house);
  const { groups } = await count("efficiency.officer", "category");
  expect([...groups.keys()]).toEqual([""]);
  expect([...(await count("efficiency.officer", "channel")).groups.keys()]).toEqual(["web"]);
  expect([...(await count("gulou-efficiency.officer")).groups.keys()]).toEqual([]);
});
