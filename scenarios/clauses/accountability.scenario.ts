import { afterAll, beforeAll, expect, it } from "vitest";
import { routes } from "../../contract/routes.ts";
import { sweep } from "../../server/jobs/sweep.ts";
import { type City, openCity } from "../city.ts";
import { at, fail, file, refusal, reply } from "../steps.ts";
import { breaches, circular, decide, march, proposals, sent } from "./efficiency-desk.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const april = { from: "2026-04-01", to: "2026-04-30" };

it("[FZ-11.1-1] a case not viewed in two working days is a miss of the third, and stands in the draft circular", async () => {
  const { number } = await sent(city, "police", "2026-03-02");
  city.at("2026-03-04 23:59");
  await sweep(city.house);
  expect(await breaches(city, "police")).toEqual([]);
  city.at("2026-03-05 00:00");
  await sweep(city.house);
  await sweep(city.house);
  const missed = (await breaches(city, "police")).filter((row) => row.kind === "missedViewing");
  expect(missed).toMatchObject([{ number, on: "2026-03-05", article: "《办法》第八条（一）", needsCause: false }]);
  expect(missed[0]?.responsible.map((person) => person.post)).toContain("经办人员");
  const { body, of } = await circular(city);
  expect(of("police")?.misses).toEqual([{ number, on: "2026-03-05" }]);
  expect(body.basis).toBe("《办法》第十一条");
  expect(body.title).toContain("通报");
});

it("[FZ-11.1-2 AC-98] the third miss of a calendar month proposes an admonition of those responsible; two and one across months do not", async () => {
  for (const [on, swept] of [
    ["2026-03-02", "2026-03-05"],
    ["2026-03-09", "2026-03-12"],
    ["2026-03-23", "2026-03-26"],
  ] as const) {
    expect(await proposals(city, "market")).toEqual([]);
    await sent(city, "market", on);
    city.at(`${swept} 00:05`);
    await sweep(city.house);
  }
  expect(await proposals(city, "market")).toMatchObject([
    { on: "2026-03-26", days: ["2026-03-05", "2026-03-12", "2026-03-26"], sanction: "admonition", state: "proposed" },
  ]);
  expect((await proposals(city, "market"))[0]?.people.length).toBeGreaterThan(0);
  for (const [on, swept] of [
    ["2026-05-26", "2026-05-29"],
    ["2026-05-27", "2026-06-01"],
    ["2026-06-03", "2026-06-08"],
  ] as const) {
    await sent(city, "health", on);
    city.at(`${swept} 00:05`);
    await sweep(city.house);
  }
  expect(await breaches(city, "health", { from: "2026-05-01", to: "2026-06-30" })).toHaveLength(3 * 2);
  expect(await proposals(city, "health")).toEqual([]);
});

it("[FZ-11.1-2] a miss of the month that is booked late asks for no second admonition", async () => {
  for (const [on, swept] of [
    ["2026-03-02", "2026-03-05"],
    ["2026-03-17", "2026-03-20"],
    ["2026-03-23", "2026-03-26"],
    ["2026-03-09", "2026-03-12"],
  ] as const) {
    await sent(city, "schools", on);
    city.at(`${swept} 00:05`);
    await sweep(city.house);
  }
  expect((await breaches(city, "schools")).filter((row) => row.kind === "missedViewing")).toHaveLength(4);
  expect(await proposals(city, "schools")).toMatchObject([{ on: "2026-03-26" }]);
  for (const [on, swept] of [
    ["2026-04-13", "2026-04-16"],
    ["2026-04-14", "2026-04-17"],
    ["2026-04-15", "2026-04-18"],
  ] as const) {
    await sent(city, "schools", on);
    city.at(`${swept} 00:05`);
    await sweep(city.house);
  }
  expect((await proposals(city, "schools")).map((row) => row.on)).toEqual(["2026-04-18", "2026-03-26"]);
});

it("[FZ-11.2-1 FZ-8.4-3] silence to the last day is 过期未处理, a later reply makes it 逾期办理, and only a human cause has consequences", async () => {
  const first = await sent(city, "water", "2026-03-02", "水压太低，请查。");
  const second = await sent(city, "water", "2026-03-02", "水管爆了，请修。");
  const clerk = await at(city, "water.clerk");
  for (const { id } of [first, second]) await clerk.open(id);
  city.at("2026-03-17 00:00");
  await sweep(city.house);
  const late = async (number: string) =>
    (await breaches(city, "water")).find((row) => row.number === number && row.needsCause);
  expect(await late(first.number)).toMatchObject({
    kind: "lapsedUnhandled",
    on: "2026-03-17",
    cause: null,
    sanctions: [],
  });
  city.at("2026-03-18 10:00");
  await reply(city, first.id, "water");
  expect(await late(first.number)).toMatchObject({ kind: "lateHandling", on: "2026-03-17" });
  expect(await late(second.number)).toMatchObject({ kind: "lapsedUnhandled" });
  expect((await circular(city)).of("water")).toMatchObject({ late: [], lapsed: [] });

  const [one, two] = [await late(first.number), await late(second.number)];
  await decide(city, one?.id ?? "", "notHuman");
  expect((await late(first.number))?.sanctions).toEqual([]);
  expect((await circular(city)).of("water")).toMatchObject({ late: [], lapsed: [] });
  expect(await proposals(city, "water")).toEqual([]);
  await expect(decide(city, one?.id ?? "", "human")).rejects.toMatchObject(refusal(409, "conflict"));
  await decide(city, two?.id ?? "", "human");
  expect((await late(second.number))?.sanctions).toEqual(["通报", "效能告诫"]);
  expect((await circular(city)).of("water")?.lapsed).toEqual([{ number: second.number, on: "2026-03-17" }]);
  expect(await proposals(city, "water")).toMatchObject([
    { days: ["2026-03-17"], people: two?.responsible, state: "proposed" },
  ]);
  const unit = await at(city, "water.leader");
  const params = { id: two?.id ?? "" };
  const own = unit.call(routes.efficiency.decideCause, { params, body: { cause: "notHuman", note: "停电" } });
  await expect(own).rejects.toMatchObject(refusal(403, "right.missing"));
});

it("[FZ-11.2-1] a cause found human after the circular of its month stands in the circular of the month it was found in", async () => {
  const { id, number } = await sent(city, "power", "2026-03-16", "电表箱长期敞开，请查。");
  await (await at(city, "power.clerk")).open(id);
  city.at("2026-03-31 00:05");
  await sweep(city.house);
  const lapse = (await breaches(city, "power")).find((row) => row.number === number && row.needsCause);
  expect(lapse).toMatchObject({ on: "2026-03-31", cause: null });
  city.at("2026-04-01 09:00");
  const officer = await at(city, "efficiency.officer");
  await officer.call(routes.efficiency.issueCircular, { body: march });
  city.at("2026-04-30 23:59");
  await decide(city, lapse?.id ?? "", "human");
  expect((await circular(city)).of("power")?.lapsed).toEqual([]);
  expect((await circular(city, april)).of("power")?.lapsed).toEqual([{ number, on: "2026-03-31" }]);
  const may = { from: "2026-05-01", to: "2026-05-31" };
  expect((await circular(city, may)).of("power")?.lapsed ?? []).toEqual([]);
});

it("[FZ-8.4-3 FZ-11.2-1] a redo that fails its audit is 逾期办理 although the first reply came in time", async () => {
  const { id, number } = await sent(city, "labour", "2026-04-13", "欠薪两个月，请帮助。");
  city.at("2026-04-14 09:00");
  const leg = await reply(city, id, "labour");
  city.at("2026-04-15 09:00");
  await fail(city, id, leg);
  city.at("2026-04-16 09:00");
  await reply(city, id, "labour", "还在了解。");
  city.at("2026-04-17 09:00");
  await fail(city, id, leg);
  const charged = async () => (await breaches(city, "labour", april)).filter((row) => row.needsCause);
  city.at("2026-04-20 23:59");
  await sweep(city.house);
  expect(await charged()).toEqual([]);
  city.at("2026-04-21 00:00");
  await sweep(city.house);
  expect(await charged()).toMatchObject([{ number, kind: "lateHandling", on: "2026-04-21" }]);
  const officer = await at(city, "efficiency.officer");
  const { rows } = await officer.call(routes.efficiency.board, { query: april });
  expect(rows.find((row) => row.org.id === "labour")).toMatchObject({ reply: { met: 1, of: 1 }, lateHandling: 1 });
  expect((await (await at(city, "labour.clerk")).open(id)).legs.at(-1)?.overdue).toBe("lateHandling");
});

it("[FZ-11.2-2] in a joint case the lead alone is charged; who assists is named beside it", async () => {
  city.at("2026-03-02 09:00");
  const { id, number } = await file(city, { content: "夜市油烟和占道，请联合整治。" });
  const dispatcher = await at(city, "bureau.dispatcher");
  await dispatcher.act(id, "dispatch", {
    classification: { track: "public" },
    matters: [
      {
        targets: [
          { orgId: "urban", role: "lead" },
          { orgId: "environment", role: "assist" },
          { orgId: "traffic", role: "assist" },
        ],
      },
    ],
  });
  for (const unit of ["urban", "environment", "traffic"]) await (await at(city, `${unit}.clerk`)).open(id);
  city.at("2026-03-17 00:05");
  await sweep(city.house);
  const lead = (await breaches(city, "urban")).filter((row) => row.number === number && row.kind === "lapsedUnhandled");
  expect(lead).toHaveLength(1);
  expect(lead[0]?.assistants.toSorted()).toEqual(["市交通局", "市生态环境局"].toSorted());
  for (const unit of ["environment", "traffic"]) expect(await breaches(city, unit), unit).toEqual([]);
  await decide(city, lead[0]?.id ?? "", "human");
  expect(await proposals(city, "urban")).toHaveLength(1);
  for (const unit of ["environment", "traffic"]) expect(await proposals(city, unit), unit).toEqual([]);
});

it("[FZ-11.3] with no ladder nobody is named; with one the count names the leader, and a person decides", async () => {
  city.at("2026-04-20 09:00");
  const { call } = await at(city, "efficiency.officer");
  const [open] = await proposals(city, "market");
  expect(open).toMatchObject({ admonitions: 0, ladderPost: null });
  const { db, region } = city.house;
  const ladder = [
    { count: 1, post: "clerk" },
    { count: 2, post: "leaderInCharge" },
    { count: 5, post: "principalLeader" },
  ];
  await db
    .updateTable("region")
    .set((eb) => ({ settings: JSON.stringify({ demo: true, ladder }), version: eb("version", "+", 1) }))
    .where("id", "=", region)
    .execute();
  expect((await proposals(city, "market"))[0]).toMatchObject({ admonitions: 0, ladderPost: "经办人员" });
  const settle = (id: string, decision: "decided" | "dismissed") =>
    call(routes.efficiency.decideProposal, { params: { id }, body: { decision, note: "会议决定。" } });
  await settle(open?.id ?? "", "decided");
  await expect(settle(open?.id ?? "", "dismissed")).rejects.toMatchObject(refusal(409, "conflict"));
  expect((await proposals(city, "market"))[0]).toMatchObject({ state: "decided", admonitions: 1 });
  const { id } = await sent(city, "market", "2026-04-20", "短斤少两，请查。");
  await (await at(city, "market.clerk")).open(id);
  city.at("2026-05-20 00:05");
  await sweep(city.house);
  const lapse = (await breaches(city, "market", { from: "2026-04-01", to: "2026-05-31" })).find(
    (row) => row.kind === "lapsedUnhandled",
  );
  await decide(city, lapse?.id ?? "", "human");
  const next = (await proposals(city, "market")).find((row) => row.state === "proposed");
  expect(next).toMatchObject({ admonitions: 1, ladderPost: "分管领导" });
  await settle(next?.id ?? "", "dismissed");
  expect((await proposals(city, "market")).map((row) => row.admonitions)).toEqual([1, 1]);
});
