import { afterAll, beforeAll, expect, it } from "vitest";
import { routes } from "../../contract/routes.ts";
import { sweep } from "../../server/jobs/sweep.ts";
import { rulesOfStep } from "../../domain/accountability/steps.ts";
import { dayOf } from "../../domain/calendar/plain-date.ts";
import { fuzhou2007 } from "../../packs/fuzhou-2007/index.ts";
import { yearlyCases } from "../../server/store/oversight/yearly-cases.ts";
import { type City, openCity } from "../city.ts";
import { at, fail, file, noticesTo, pass, refusal, reply, send, sendOn } from "../steps.ts";
import { breaches, circular, decide, march, sent } from "./efficiency-desk.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

/** Two cases of March that the water board let lapse: one answered late without fault, one left lying by its people. */
async function lapsed() {
  const late = await sent(city, "water", "2026-03-02", "水压太低，请查。");
  const left = await sent(city, "water", "2026-03-02", "水管爆了，请修。");
  for (const { id } of [late, left]) await (await at(city, "water.clerk")).open(id);
  city.at("2026-03-17 00:00");
  await sweep(city.house);
  city.at("2026-03-18 10:00");
  await reply(city, late.id, "water");
  const charged = (await breaches(city, "water")).filter((row) => row.needsCause);
  const of = (number: string) => charged.find((row) => row.number === number)?.id ?? "";
  await decide(city, of(late.number), "notHuman");
  await decide(city, of(left.number), "human");
  return { late, left };
}

it("[FZ-11-1 FZ-11-2 AC-97 AC-99] the city's office opens every case of the city and can change none; a county's office its own county's", async () => {
  city.at("2026-03-02 09:00");
  const inCity = await file(city);
  await send(city, inCity.id, "urban");
  const inCounty = await file(city);
  await send(city, inCounty.id, "taijiang-bureau");
  await sendOn(city, inCounty.id, "taijiang-bureau", "taijiang-urban");
  const office = await at(city, "efficiency.officer");
  for (const { id } of [inCity, inCounty]) {
    const detail = await office.open(id);
    expect(detail.timeline.length).toBeGreaterThan(1);
    expect(detail.acts).toEqual([]);
    await expect(office.act(id, "note", { text: "改一改" })).rejects.toMatchObject(refusal(403, "act.notYourPost"));
    await expect(
      office.act(id, "dispatch", { matters: [{ targets: [{ orgId: "urban", role: "lead" }] }] }),
    ).rejects.toMatchObject({ status: 403 });
    expect((await office.open(id)).version).toBe(detail.version);
  }
  const gulou = await at(city, "gulou-efficiency.officer");
  const taijiang = await at(city, "taijiang-efficiency.officer");
  await expect(gulou.open(inCounty.id)).rejects.toMatchObject(refusal(404, "notFound"));
  expect((await taijiang.open(inCounty.id)).legs.length).toBeGreaterThan(0);
  const { left } = await lapsed();
  const [charge] = (await breaches(city, "water")).filter((row) => row.number === left.number && row.needsCause);
  const decision = { params: { id: charge?.id ?? "" }, body: { cause: "human" as const, note: "不归我" } };
  await expect(gulou.call(routes.efficiency.decideCause, decision)).rejects.toMatchObject(refusal(404, "notFound"));
});

it("[FZ-11-1 FZ-11-2] a circular covers the office's own area, is put before every unit in it, and stays as it was issued", async () => {
  city.at("2026-04-01 09:00");
  const { call } = await at(city, "efficiency.officer");
  const draft = (await circular(city)).body;
  const issue = () => call(routes.efficiency.issueCircular, { body: march }, { once: "march" });
  const { id } = await issue();
  expect(await issue()).toEqual({ id });
  const issued = (await call(routes.efficiency.circulars, {})).rows.find((row) => row.id === id);
  expect(issued).toMatchObject({ office: "市效能办", issuedAt: "2026-04-01T01:00:00.000Z", body: draft });
  const told = (await noticesTo(city, "water.leader")).filter((n) => n.topic === "circularIssued");
  expect(told).toMatchObject([{ as: "report", text: expect.stringContaining("2026-03-01至2026-03-31") }]);
  const water = await at(city, "water.leader");
  expect((await water.call(routes.efficiency.circulars, {})).rows.map((row) => row.id)).toEqual([id]);
  await expect(water.call(routes.efficiency.issueCircular, { body: march })).rejects.toMatchObject({
    status: 403,
  });
  const county = (await circular(city, march, "gulou-efficiency.officer")).body;
  expect(county.title).toContain("鼓楼区");
  expect(county.units.every((unit) => unit.org.id.startsWith("gulou"))).toBe(true);
  await sent(city, "water", "2026-03-30", "补记的一件。");
  expect((await call(routes.efficiency.circulars, {})).rows.find((row) => row.id === id)?.body).toEqual(draft);
  const board = (await call(routes.efficiency.board, { query: march })).rows.find((row) => row.org.id === "water");
  expect(board).toMatchObject({ view: { met: 2, of: 2 }, reply: { met: 0, of: 2 }, lapsed: 1, lateHandling: 1 });
});

it("[FZ-12] the year's report gives each unit its four rates, adds them up only under set weights, and counts what the cases say", async () => {
  for (const [n, on] of ["2026-07-06", "2026-07-13"].entries()) {
    const { id } = await sent(city, "power", on, "电表箱门坏了，请修。");
    const leg = await reply(city, id, "power");
    if (n === 1) await fail(city, id, leg);
    if (n === 1) await reply(city, id, "power", "已更换新门。");
    await pass(city, id, leg);
  }
  city.at("2026-12-31 09:00");
  const { call } = await at(city, "efficiency.officer");
  const report = async () => {
    const yearly = await call(routes.efficiency.yearly, { query: { year: 2026 } });
    return { ...yearly, power: yearly.rows.find((row) => row.org.id === "power") };
  };
  const plain = await report();
  expect(plain).toMatchObject({
    article: "《办法》第十二条",
    reward: "由市、县（市）区政府给予适当的奖励",
    weights: null,
  });
  const clerks = await city.house.db
    .selectFrom("holding")
    .innerJoin("person", (join) =>
      join.onRef("person.region_id", "=", "holding.region_id").onRef("person.id", "=", "holding.person_id"),
    )
    .select("person.name")
    .where("holding.org_id", "=", "power")
    .where("holding.post", "=", "clerk")
    .execute();
  expect(plain.power?.persons).toEqual(clerks.map(({ name }) => name));
  expect(plain.power?.persons).not.toEqual([]);
  expect(plain.power).toMatchObject({
    whole: null,
    rates: {
      viewedInTime: { met: 2, of: 2 },
      repliedInTime: { met: 2, of: 2 },
      passedFirstAudit: { met: 1, of: 2 },
      satisfied: { met: 0, of: 0 },
    },
  });
  const weights = { viewedInTime: 50, repliedInTime: 30, passedFirstAudit: 20, satisfied: 0 };
  await city.house.db
    .updateTable("region")
    .set((eb) => ({ settings: JSON.stringify({ demo: true, weights }), version: eb("version", "+", 1) }))
    .where("id", "=", city.house.region)
    .execute();
  const weighted = await report();
  expect(weighted.weights).toEqual(weights);
  expect(weighted.power?.whole).toBe(900);
  const found = await call(routes.cases.list, { query: { org: "power", from: "2026-01-01", to: "2026-12-31" } });
  expect(found.total).toBe(2);
  const officer = await at(city, "efficiency.officer");
  const taken = await fetch(`${city.url}/api/efficiency/yearly-export?year=2026&purpose=x`, {
    headers: { cookie: officer.cookie },
  });
  expect([
    taken.status,
    Buffer.from(await taken.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ]).toEqual([200, "PK"]);
  const { rows: units } = await officer.call(routes.efficiency.yearly, { query: { year: 2026 } });
  const told = { reader: { region: city.house.region, orgId: "efficiency", posts: [] }, sealedGrounds: [] };
  const behind = await yearlyCases(city.house.db, told, {
    orgs: ["power"],
    viewRules: rulesOfStep(fuzhou2007, "view"),
    replyRules: rulesOfStep(fuzhou2007, "reply"),
    grades: (fuzhou2007.settings.ratings.value ?? []).filter((r) => r.counts).map((r) => r.code),
    from: "2026-01-01",
    to: "2026-12-31",
    today: dayOf(city.house.now()),
  });
  const own = units.find((row) => row.org.id === "power")?.rates;
  for (const [name, rate] of Object.entries(own ?? {})) {
    const rows = behind.filter((row) => row.rate === name);
    expect([name, rows.filter((row) => row.met).length, rows.length]).toEqual([name, rate.met, rate.of]);
  }
  const county = await (await at(city, "gulou-efficiency.officer")).call(routes.efficiency.yearly, {
    query: { year: 2026 },
  });
  expect(county.rows.every((row) => row.org.id.startsWith("gulou"))).toBe(true);
});
