import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { routes } from "../../../contract/routes.ts";
import { packs } from "../../../packs/index.ts";
import { type City, openCity } from "../../city.ts";
import { appoint, at, file, noticesTo, personIn, refusal, send } from "../../steps.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
  city.at("2026-03-09 09:00");
});
afterAll(() => city.close());

const admin = async () => (await at(city, "admin")).call;
const today = "2026-03-09" as never;

async function newPerson(name: string, login: string | null = null): Promise<string> {
  const body = { name, login, password: login === null ? null : "Anfang-2026!" };
  return (await (await admin())(routes.office.addPerson, { body })).id;
}

describe("posts and people", () => {
  it("a unit is offered the posts of its own work, and no other can be given there", async () => {
    const call = await admin();
    const card = await call(routes.office.card, { params: { id: "urban" as never } });
    for (const post of ["clerk", "leaderInCharge", "dutyChecker", "principalLeader"])
      expect(card.mayFill).toContain(post);
    for (const post of ["operator", "dispatcher", "auditor"]) expect(card.mayFill).not.toContain(post);
    const personId = (await newPerson("莫问舟")) as never;
    const appointed = call(routes.office.appoint, {
      params: { id: "urban" as never },
      body: { personId, post: "operator", from: today },
    });
    await expect(appointed).rejects.toMatchObject(refusal(422, "registry.noSuchPost"));
  });

  it("[AC-103] the last 分管领导 cannot be ended; a deactivated stand-in does not count, and a deactivated leader leaves a vacancy", async () => {
    const call = await admin();
    const params = { id: "water" as never };
    const { id: leader, holding } = await personIn(call, "water", "leaderInCharge");
    const standIn = await newPerson("路知远");
    const body = { personId: standIn, post: "leaderInCharge", from: today, standsInFor: leader } as const;
    await appoint(city, "water", body);
    await call(routes.office.setActive, { params: { id: standIn as never }, body: { active: false } });
    const end = call(routes.office.endHolding, {
      params: { ...params, holding: holding as never },
      body: { to: "2026-03-31" as never },
    });
    await expect(end).rejects.toMatchObject(refusal(422, "registry.lastOfKind"));
    await call(routes.office.setActive, { params: { id: leader as never }, body: { active: false } });
    const card = await call(routes.office.card, { params });
    expect(card.holdings.filter((h) => h.post === "leaderInCharge" && h.to === null).map((h) => h.person.id)).toEqual([
      leader,
    ]);
  });

  it("a notice says what has changed: somebody added beside another, somebody standing in, somebody gone", async () => {
    const call = await admin();
    const params = { id: "urban" as never };
    const { id: leader } = await personIn(call, "urban", "leaderInCharge");
    const name = (await call(routes.office.people, {})).people.find((one) => one.id === leader)?.name ?? "?";
    const personId = (await newPerson("顾晓岚")) as never;
    await appoint(city, "urban", { personId, post: "leaderInCharge", from: today });
    const card = await call(routes.office.card, { params });
    const holding = card.holdings.find((h) => h.person.id === personId)?.id;
    await call(routes.office.endHolding, {
      params: { ...params, holding: holding as never },
      body: { to: "2026-03-20" as never },
    });
    const texts = (await noticesTo(city, "efficiency.officer")).map((notice) => notice.text);
    expect(texts).toContain(`市城管局分管领导变动：增加顾晓岚，2026-03-09起。在任：${name}。`);
    expect(texts).toContain(`市城管局分管领导变动：顾晓岚离任，2026-03-21起。在任：${name}。`);
    expect(texts.join()).not.toContain("空缺");
  });

  it("[AC-102] who is deactivated cannot sign in, holds no post from that day, and stays in the history", async () => {
    const call = await admin();
    const params = { id: "urban" as never };
    const personId = (await newPerson("冯见山", "feng.jianshan")) as never;
    await appoint(city, "urban", { personId, post: "clerk", from: today });
    await call(routes.office.setActive, { params: { id: personId }, body: { active: false } });
    const signIn = await fetch(`${city.url}/api/session`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ login: "feng.jianshan", password: "Anfang-2026!" }),
    });
    expect(signIn.status).toBe(401);
    const card = await call(routes.office.card, { params });
    expect(card.holdings.find((h) => h.person.id === personId)).toMatchObject({ from: "2026-03-09", to: "2026-03-09" });
    const { people } = await call(routes.office.people, {});
    expect(people.find((one) => one.id === personId)).toMatchObject({ active: false });
  });

  it("a new unit stands in the tree, is staffed, joins, and then receives cases", async () => {
    const call = await admin();
    const orgs = (await call(routes.office.tree, {})).orgs;
    const area = orgs.find((org) => org.id === "urban")?.parentId as never;
    const body = {
      parentId: area,
      kind: "handlingUnit" as const,
      name: "示例市园林绿化局",
      shortName: "市园林局",
      duties: "公园、绿地",
    };
    const { id } = await call(routes.office.addUnit, { body });
    await expect(call(routes.office.addUnit, { body })).rejects.toMatchObject(refusal(422, "registry.orgTwice"));
    const join = () => call(routes.office.setMembership, { params: { id: id as never }, body: { joinedOn: today } });
    await expect(join()).rejects.toMatchObject(refusal(422, "registry.notStaffed"));
    for (const post of ["leaderInCharge", "clerk", "dutyChecker"] as const) {
      const personId = (await newPerson(`新任${post}`)) as never;
      await appoint(city, id, { personId, post, from: today });
    }
    await join();
    const filed = await file(city, { content: "公园的长椅坏了，请修理。" });
    await send(city, filed.id, id);
    expect((await (await at(city, "bureau.dispatcher")).open(filed.id)).legs.map((leg) => leg.org.name)).toContain(
      "市园林局",
    );
    const clerk = (await at(city, "urban.clerk")).call(routes.office.addUnit, {
      body: { ...body, name: "别处", shortName: "别处" },
    });
    await expect(clerk).rejects.toMatchObject(refusal(403, "right.missing"));
  });
});

describe("calendars", () => {
  const holidays = (days: readonly string[]) => Object.fromEntries(days.map((day) => [day, "试放假"]));
  const whole = async () => {
    const { years } = await (await admin())(routes.calendars.years, {});
    const year = years.find((one) => one.year === 2026);
    if (!year) throw new Error("no calendar");
    return { year: 2026, source: "试", holidays: { ...year.holidays }, makeUpDays: { ...year.makeUpDays } };
  };

  it("[AC-108] a new holiday shows every date that it moves before it is applied", async () => {
    const filed = await file(city, { content: "小区门口的井盖松动，请修理。" });
    await send(city, filed.id, "urban");
    const desk = await at(city, "bureau.dispatcher");
    const due = async () => (await desk.open(filed.id)).duties.find((duty) => duty.rule === "reply")?.due;
    const before = await due();
    const body = await whole();
    Object.assign(body.holidays, holidays(["2026-03-12"]));
    const call = await admin();
    const preview = await call(routes.calendars.preview, { body });
    const row = preview.rows.find((one) => one.caseId === filed.id && one.before === before);
    expect(row?.after).toBe("2026-03-24");
    expect(preview.later).toBe(preview.rows.filter((one) => (one.after ?? "") > (one.before ?? "")).length);
    expect(await due()).toBe(before);
    expect((await call(routes.calendars.load, { body })).moved).toBe(preview.rows.length);
    expect(await due()).toBe("2026-03-24");
  });

  it("a day both off and worked is refused; a year without its great holidays must be meant so", async () => {
    const call = await admin();
    const both = { year: 2027, source: "试", holidays: holidays(["2027-01-02"]), makeUpDays: { "2027-01-02": "元旦" } };
    await expect(call(routes.calendars.load, { body: both })).rejects.toMatchObject(refusal(422, "calendar.bothWays"));
    const empty = { year: 2027, source: "试", holidays: {}, makeUpDays: {} };
    const { doubts } = await call(routes.calendars.preview, { body: empty });
    expect(doubts).toEqual(["没有元旦、春节、国庆", "全年只有 0 天放假，历年通知都不少于 20 天"]);
    await expect(call(routes.calendars.load, { body: empty })).rejects.toMatchObject(refusal(422, "calendar.doubtful"));
  });

  it("[AC-109] a term that falls into a year without calendar has no date, and says why", async () => {
    city.at("2026-12-28 09:00");
    const filed = await file(city, { content: "天桥的栏杆断了，请修理。" });
    await expect(send(city, filed.id, "urban")).rejects.toMatchObject({
      status: 422,
      message: "2027年的工作日历还没有录入，算不出期限，不能批转。请管理员录入2027年日历后再试。",
    });
    const { legs, duties } = await (await at(city, "bureau.dispatcher")).open(filed.id);
    expect(legs).toEqual([]);
    expect(duties.filter((one) => (one.due ?? "") > "2027")).toEqual([]);
  });
});

it("[AC-110] a pack with 9 instead of 10 changes desk, case page and the page of procedure alike", async () => {
  const nine = packs.map((pack) =>
    pack.id === "fuzhou-2007"
      ? {
          ...pack,
          duties: pack.duties.map((duty) =>
            duty.id === "reply" ? { ...duty, limit: { n: 9, unit: "workingDay" as const } } : duty,
          ),
        }
      : pack,
  );
  const [ten, less] = [await openCity(), await openCity({ packs: nine })];
  const seen = async (one: City) => {
    const filed = await file(one);
    await send(one, filed.id, "urban");
    const desk = await at(one, "bureau.dispatcher");
    const duty = (await desk.open(filed.id)).duties.find((d) => d.rule === "reply");
    const followed = await one.call(routes.publicDoors.follow, { body: { number: filed.number, code: filed.code } });
    const how = (await (await fetch(`${one.url}/how`)).text()).replace(/<[^>]+>/g, " ");
    const rule = (await one.call(routes.rules.pack, {})).duties.find((entry) => entry.id === "reply");
    return {
      due: duty?.due,
      term: duty?.explanation.term?.n,
      followed: JSON.stringify(followed),
      how,
      value: rule?.value,
    };
  };
  try {
    const [before, after] = [await seen(ten), await seen(less)];
    expect([before.due, before.term, after.due, after.term]).toEqual(["2026-03-16", 10, "2026-03-13", 9]);
    expect(before.followed).toContain("2026-03-16");
    expect(after.followed).toContain("2026-03-13");
    expect(before.value).toMatch(/10 ?个工作日/);
    expect(after.value).toMatch(/(^|\D)9 ?个工作日/);
    expect(after.how).toMatch(/(^|\D)9 ?个工作日/);
  } finally {
    await ten.close();
    await less.close();
  }
});
