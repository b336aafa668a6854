import { afterAll, beforeAll, expect, it } from "vitest";
import { routes } from "../../contract/routes.ts";
import { sweep } from "../../server/jobs/sweep.ts";
import { type City, openCity } from "../city.ts";
import { appoint, at, file, noticesTo, personIn, refusal, send } from "../steps.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

async function replaceClerk(orgId: string, from: string, to: string | null = null) {
  const { call } = await at(city, "admin");
  const leader = await personIn(call, orgId, "leaderInCharge");
  const { holding } = await personIn(call, orgId, "clerk");
  const body = { personId: leader.id, post: "clerk" as const, from, to, replaces: holding };
  return appoint(city, orgId, body);
}

const told = async (login: string) =>
  (await noticesTo(city, login)).filter((n) => n.topic === "personsChanged").map(({ as, text }) => [as, text] as const);

it("[FZ-10-3] a city unit's change of clerk is reported to three bodies, with old and new name, and its receipt shows", async () => {
  city.at("2026-03-09 09:00");
  const { call } = await at(city, "admin");
  const card = await call(routes.office.card, { params: { id: "urban" } });
  const name = (post: string) => card.holdings.find((h) => h.post === post && h.current)?.person.name ?? "?";
  const { notices } = await replaceClerk("urban", "2026-03-09");
  expect(notices).toEqual([
    { to: "市效能办", as: "report" },
    { to: "市信访局", as: "report" },
    { to: "市政务信息中心", as: "report" },
  ]);
  const text = `市城管局经办人员变动：${name("clerk")} → ${name("leaderInCharge")}，2026-03-09起。`;
  for (const login of ["efficiency.officer", "bureau.dispatcher", "admin"]) {
    expect(await told(login), login).toEqual([["report", text]]);
  }
  for (const login of ["gulou-bureau.dispatcher", "gulou-efficiency.officer"])
    expect(await told(login), login).toEqual([]);
  const officer = await at(city, "efficiency.officer");
  const [notice] = await noticesTo(city, "efficiency.officer");
  expect(notice?.readAt).toBeNull();
  await officer.call(routes.office.readNotice, { params: { id: notice?.id ?? "" } });
  expect((await noticesTo(city, "efficiency.officer"))[0]).toMatchObject({ readBy: expect.stringMatching(/./) });
  expect((await noticesTo(city, "bureau.dispatcher"))[0]?.readAt).toBeNull();
  const foreign = (await at(city, "gulou-bureau.dispatcher")).call(routes.office.readNotice, {
    params: { id: notice?.id ?? "" },
  });
  await expect(foreign).rejects.toMatchObject(refusal(404, "notFound"));
});

it("[FZ-10-4] a county unit's change is reported to two bodies and copied to three, each marked as what it is", async () => {
  city.at("2026-03-10 09:00");
  const { notices } = await replaceClerk("gulou-urban", "2026-03-10");
  expect(notices).toEqual([
    { to: "鼓楼区效能办", as: "report" },
    { to: "鼓楼区信访局", as: "report" },
    { to: "市效能办", as: "copy" },
    { to: "市信访局", as: "copy" },
    { to: "市政务信息中心", as: "copy" },
  ]);
  for (const [login, as] of [
    ["gulou-bureau.dispatcher", "report"],
    ["gulou-efficiency.officer", "report"],
    ["bureau.dispatcher", "copy"],
    ["admin", "copy"],
  ] as const) {
    expect((await told(login))[0], login).toEqual([as, expect.stringContaining("鼓楼区城管局经办人员变动")]);
  }
  expect(await told("taijiang-bureau.dispatcher")).toEqual([]);
});

it("[FZ-10-3 FZ-10-1] only the administrator and the unit's own leader keep its list, and its last clerk cannot just go", async () => {
  const params = { id: "water" };
  const admin = await at(city, "admin");
  const { holding } = await personIn(admin.call, "water", "clerk");
  const end = { params: { ...params, holding }, body: { to: "2026-03-31" } } as const;
  for (const login of ["water.clerk", "urban.leader", "bureau.dispatcher"]) {
    const { call } = await at(city, login);
    await expect(call(routes.office.endHolding, end), login).rejects.toMatchObject(refusal(403, "right.missing"));
  }
  const leader = await at(city, "water.leader");
  await expect(leader.call(routes.office.endHolding, end)).rejects.toMatchObject(refusal(422, "registry.lastOfKind"));
  const before = (await told("admin")).length;
  const own = await personIn(admin.call, "water", "principalLeader");
  const body = { personId: own.id, post: "clerk" as const, from: "2026-04-01", replaces: holding };
  await appoint(city, "water", body, "water.leader");
  expect((await told("admin")).length).toBe(before + 1);
});

it("[FZ-10-5] a case that lapsed while no clerk was named shows the gap, and the principal leader answers for it", async () => {
  city.at("2026-03-02 09:00");
  await replaceClerk("housing", "2026-03-02", "2026-03-03");
  const filed = await file(city, { content: "小区门禁坏了两个月，没人管。" });
  await send(city, filed.id, "housing");
  city.at("2026-03-17 00:05");
  await sweep(city.house);
  const officer = await at(city, "efficiency.officer");
  const query = { from: "2026-03-01", to: "2026-03-31", org: "housing" };
  const { rows } = await officer.call(routes.efficiency.breaches, { query });
  const lapsed = rows.find((row) => row.kind === "lapsedUnhandled");
  expect(lapsed).toMatchObject({ number: filed.number, on: "2026-03-17", registryGap: true });
  expect(lapsed?.responsible.some((person) => person.post === "经办人员")).toBe(false);
  expect(lapsed?.principal).toHaveLength(1);
  const open = (orgId: string) =>
    officer.call(routes.efficiency.openPrincipalItem, {
      body: { orgId, breaches: [lapsed?.id ?? ""], note: "三月三日起没有经办人员。" },
    });
  await expect(open("urban")).rejects.toMatchObject(refusal(404, "notFound"));
  await open("housing");
  const { rows: proposals } = await officer.call(routes.efficiency.proposals, {});
  expect(proposals.find((row) => row.article === "《办法》第十条" && row.org.id === "housing")).toMatchObject({
    state: "proposed",
    days: ["2026-03-17"],
    people: lapsed?.principal,
  });
});

it("[FZ-10-1] a card names the posts that its reader may fill, and the server takes no other", async () => {
  city.at("2026-03-11 09:00");
  const fillable = async (login: string) =>
    (await (await at(city, login)).call(routes.office.card, { params: { id: "urban" } })).mayFill;
  expect(await fillable("urban.clerk")).toEqual([]);
  expect(await fillable("schools.leader")).toEqual([]);
  expect(await fillable("admin")).toContain("administrator");
  const own = await fillable("urban.leader");
  expect(own).toContain("clerk");
  const { call } = await at(city, "urban.leader");
  const { id: personId } = await personIn(call, "urban", "principalLeader");
  for (const post of await fillable("admin")) {
    const body = { personId, post, from: "2026-03-11" };
    const asked = call(routes.office.appoint, { params: { id: "urban" }, body });
    if (own.includes(post)) await asked;
    else await expect(asked, post).rejects.toMatchObject(refusal(403, "right.missing"));
  }
});
