import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { routes } from "../../../contract/routes.ts";
import type { WorkTab } from "../../../contract/case/worklist.ts";
import { type City, openCity } from "../../city.ts";
import { appoint, at, file, legAt, personIn, refusal, register, reply, send } from "../../steps.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const work = async (login: string, tab: WorkTab = "all") =>
  (await at(city, login)).call(routes.worklist.rows, { query: { tab, size: 200 } });
const counts = async (login: string) => (await at(city, login)).call(routes.worklist.counts, {});
const find = async (login: string, query: object) =>
  (await at(city, login)).call(routes.cases.list, { query: { size: 200, ...query } as never });
const ids = (list: { readonly rows: readonly { readonly id: string }[] }) => list.rows.map(({ id }) => id);

describe("the own work", () => {
  it("[AC-47] a new web case stands in the bureau's list at once, with due time, and who has the list open is told", async () => {
    const before = await work("bureau.dispatcher");
    city.at("2026-03-02 09:05");
    const { id, number } = await file(city);
    const dispatcher = await at(city, "bureau.dispatcher");
    const asked = { query: { tab: "all" as const, since: before.asOf } };
    expect(await dispatcher.call(routes.worklist.changes, asked)).toEqual({ n: 1 });
    expect((await counts("bureau.dispatcher")).all).toBe(before.total + 1);
    const row = (await work("bureau.dispatcher")).rows.find((one) => one.id === id);
    expect(row).toMatchObject({
      number,
      duty: { title: "批转", due: "2026-03-03" },
      step: { act: "dispatch", label: "批转" },
    });
    const now = await work("bureau.dispatcher");
    expect(await dispatcher.call(routes.worklist.changes, { query: { tab: "all", since: now.asOf } })).toEqual({
      n: 0,
    });
  });

  it("is one row a case, only where this person can act, and the step is one that the case offers", async () => {
    city.at("2026-03-02 09:10");
    const { id } = await file(city, { content: "小区西门的路灯一直不亮，晚上看不清路。" });
    expect(ids(await work("bureau.auditor"))).not.toContain(id);
    await send(city, id, "urban");
    const mine = (await work("urban.clerk")).rows.filter((row) => row.id === id);
    expect(mine).toHaveLength(1);
    expect(ids(await work("bureau.dispatcher"))).not.toContain(id);
    await reply(city, id, "urban");
    expect(ids(await work("urban.clerk"))).not.toContain(id);
    const [audited] = (await work("bureau.auditor")).rows.filter((row) => row.id === id);
    expect(audited?.step?.act).toBe("passAudit");
    const auditor = await at(city, "bureau.auditor");
    const free = (await auditor.open(id)).acts.filter((act) => act.closed === null);
    expect(free).toContainEqual(expect.objectContaining({ act: "passAudit", legId: audited?.step?.legId }));
  });

  it("[AC-64] 今天要办, 我的科室 and a colleague's stand apart; without the grant the colleague's is not there", async () => {
    city.at("2026-03-02 09:20");
    const { id } = await file(city, { content: "公园的健身器材松动，怕伤到老人。" });
    await send(city, id, "urban");
    const clerk = await at(city, "urban.clerk");
    await clerk.open(id);
    const leg = await legAt(clerk, id, "urban");
    await clerk.act(id, "submitToLeader", {}, leg);
    await clerk.act(id, "draftReply", { text: "已紧固。" }, leg);
    expect(ids(await work("urban.clerk"))).not.toContain(id);
    expect(ids(await work("urban.clerk", "unit"))).toContain(id);
    expect((await counts("urban.clerk")).colleague).toBeNull();
    await expect(work("urban.clerk", "colleague")).rejects.toMatchObject(refusal(404, "notFound"));

    const leader = await personIn(clerk.call, "urban", "leaderInCharge");
    const own = await personIn(clerk.call, "urban", "clerk");
    const body = { personId: own.id, post: "leaderInCharge", from: "2026-03-02", to: "2026-03-06" } as const;
    await appoint(city, "urban", { ...body, standsInFor: leader.id });
    const lent = await work("urban.clerk", "colleague");
    expect(lent.rows).toMatchObject([{ id, step: { act: "approveReply" } }]);
    expect((await counts("urban.clerk")).colleague).toBe(1);
    expect(ids(await work("urban.clerk"))).not.toContain(id);
    city.at("2026-03-09 09:00");
    await expect(work("urban.clerk", "colleague")).rejects.toMatchObject(refusal(404, "notFound"));
    city.at("2026-03-02 10:00");
  });

  it("keeps an eye on a case for one person alone, and remembers what somebody has done", async () => {
    const { id } = await file(city, { content: "河边栏杆断了一截，孩子常去玩。" });
    const dispatcher = await at(city, "bureau.dispatcher");
    await dispatcher.call(routes.worklist.star, { params: { id }, body: { on: true } });
    await dispatcher.call(routes.worklist.star, { params: { id }, body: { on: true } });
    expect(ids(await work("bureau.dispatcher", "starred"))).toEqual([id]);
    expect((await work("bureau.dispatcher")).rows.find((row) => row.id === id)?.starred).toBe(true);
    expect(ids(await work("bureau.head", "starred"))).toEqual([]);
    const clerk = await at(city, "urban.clerk");
    const unseen = clerk.call(routes.worklist.star, { params: { id }, body: { on: true } });
    await expect(unseen).rejects.toMatchObject(refusal(404, "notFound"));
    await send(city, id, "urban");
    expect(ids(await work("bureau.dispatcher", "done"))[0]).toBe(id);
    await dispatcher.call(routes.worklist.star, { params: { id }, body: { on: false } });
    expect((await counts("bureau.dispatcher")).starred).toBe(0);
  });

  it("[AC-58] after an accepted return the case is nobody's but the bureau's, on the list 无人认领 with its duty", async () => {
    const { id } = await file(city, { content: "菜场后门污水横流，气味难闻。" });
    await send(city, id, "urban");
    expect(ids(await find("bureau.dispatcher", { unclaimed: "true" }))).not.toContain(id);
    const clerk = await at(city, "urban.clerk");
    const leg = await legAt(clerk, id, "urban");
    await clerk.act(id, "askReturn", { reason: "该处不属于本单位管理", suggested: "housing" }, leg);
    const [asked] = (await work("bureau.dispatcher")).rows.filter((row) => row.id === id);
    expect(asked?.step?.act).toBe("acceptReturn");
    await (await at(city, "bureau.dispatcher")).act(id, "acceptReturn", { note: null }, leg);
    const row = (await find("bureau.dispatcher", { unclaimed: "true" })).rows.find((one) => one.id === id);
    expect(row?.duty).toMatchObject({ rule: "redispatch", owner: { id: "bureau" } });
    expect(row?.step?.act).toBe("dispatch");
  });
});

describe("finding cases", () => {
  it("[AC-74] by name, number, address, unit, person, district, period, state and two words", async () => {
    city.at("2026-03-03 09:00");
    const { id, number } = await register(city, {
      content: "电表号350199的电表坏了，楼道里一直跳闸。",
      areaId: "taijiang",
      place: "白马路小区",
      petitioner: {
        kind: "person",
        name: "温 若谷",
        phone: "13900007777",
        email: "wen@example.cn",
        replyBy: "phone",
        onBehalf: { name: "季怀舟", relation: "父亲" },
      } as never,
    });
    await (await at(city, "centre.operator")).act(id, "handOver");
    const finds = async (query: object, login = "bureau.dispatcher") => ids(await find(login, query)).includes(id);
    for (const q of [
      "温若谷",
      "季怀舟",
      "１３９ ０００ ０７７７７",
      "WEN@example.cn",
      "白马路",
      "台江 跳闸",
      "跳闸 楼道",
      "350199",
    ]) {
      expect([q, await finds({ q })]).toEqual([q, true]);
    }
    for (const q of ["温若", "1390000777", "台江 路灯", "example.cn"])
      expect([q, await finds({ q })]).toEqual([q, false]);
    expect(await finds({ area: "taijiang", from: "2026-03-03", to: "2026-03-03", stage: "registered" })).toBe(true);
    expect(await finds({ area: "cangshan" })).toBe(false);
    expect(await finds({ org: "urban" })).toBe(false);
    await send(city, id, "urban");
    expect(await finds({ org: "urban" })).toBe(true);
    const handler = (await personIn((await at(city, "admin")).call, "bureau", "dispatcher")).id;
    expect(await finds({ handler })).toBe(true);
    expect(await finds({ q: "温若谷" }, "efficiency.officer")).toBe(false);
    expect((await find("bureau.dispatcher", { q: "温若谷" })).askedPeople).toBe(true);
    const log = await city.house.db.selectFrom("access_log").selectAll().where("what", "=", "search").execute();
    expect(log.length).toBeGreaterThanOrEqual(5);
    expect(JSON.stringify(log)).not.toContain("温若谷");
    expect(number).toMatch(/^FZ-/);
  });

  it("[AC-75] a number with any dashes ignores the filters and says so; six digits that fit no number are words", async () => {
    const { number } = await file(city, { content: "路口红绿灯不亮了。" });
    const typed = `编号：${number.replaceAll("-", "–")}。`;
    const found = await find("bureau.dispatcher", { q: typed, stage: "archived", area: "cangshan" });
    expect(found).toMatchObject({ ignoredFilters: true, total: 1, rows: [{ number }] });
    expect(await find("bureau.dispatcher", { q: number.slice(-6) })).toMatchObject({ ignoredFilters: true });
    const words = await find("bureau.dispatcher", { q: "350199", stage: "archived" });
    expect(words).toMatchObject({ ignoredFilters: false, total: 0 });
  });

  it("[AC-76] a search is kept under a name for its person, survives signing out, and can be dropped", async () => {
    const { call } = await city.as("bureau.dispatcher");
    await call(routes.worklist.keepSearch, {
      body: { name: "台江在办", conditions: { area: "taijiang", stage: "inHand" } },
    });
    const again = await city.as("bureau.dispatcher");
    const { rows } = await again.call(routes.worklist.searches, {});
    expect(rows).toMatchObject([{ name: "台江在办", conditions: { area: "taijiang", stage: "inHand" } }]);
    expect((await (await at(city, "bureau.head")).call(routes.worklist.searches, {})).rows).toEqual([]);
    await again.call(routes.worklist.dropSearch, { params: { id: rows[0]?.id ?? "" } });
    expect((await again.call(routes.worklist.searches, {})).rows).toEqual([]);
  });

  it("a filter value that is not known is a sentence, and false is false", async () => {
    const wrong = find("bureau.dispatcher", { stage: "x" });
    await expect(wrong).rejects.toMatchObject({
      status: 400,
      error: { fields: [{ path: "stage", message: "没有“x”这一项，请重新选" }] },
    });
    const all = await find("bureau.dispatcher", {});
    expect((await find("bureau.dispatcher", { overdue: "false" })).total).toBe(all.total);
    await expect(find("bureau.dispatcher", { overdue: "perhaps" })).rejects.toMatchObject({ status: 400 });
  });

  it("[AC-79 partly] why a case was not taken up is coded and can be looked for", async () => {
    const { id } = await file(city, { content: "这件事已经在法院立案了。" });
    const dispatcher = await at(city, "bureau.dispatcher");
    const ground = (await dispatcher.open(id)).forms.grounds.find((one) => one.fields.some((f) => f.name === "caseAt"));
    expect(ground).toBeDefined();
    const fields = Object.fromEntries(
      (ground?.fields ?? []).map((one) => [one.name, one.choices[0]?.value ?? "某区人民法院"]),
    );
    await dispatcher.act(id, "refuse", { ground: ground?.id ?? "", fields } as never);
    expect(ids(await find("bureau.dispatcher", { ground: ground?.id }))).toEqual([id]);
  });
});

describe("one number for what is late", () => {
  it("[AC-94] a case that waits in a unit without a named person is late like any other: in list, counts and statistics", async () => {
    city.at("2026-03-16 09:00");
    const { id } = await file(city, { content: "桥下照明不亮，夜里行人看不清台阶。" });
    await send(city, id, "urban");
    city.at("2026-04-15 09:00");
    const listed = await find("bureau.head", { overdue: "true" });
    expect(ids(listed)).toContain(id);
    const { call } = await at(city, "bureau.head");
    const { whole } = await call(routes.statistics.figures, {
      query: { from: "2026-03-01", to: "2026-04-15" } as never,
    });
    expect((whole as Record<string, number>)["overdueNow"]).toBe(listed.total);
    const cases = await call(routes.statistics.cases, {
      query: { from: "2026-03-01", to: "2026-04-15", figure: "overdueOpen", part: "met", size: 200 } as never,
    });
    expect(cases.total).toBe(listed.total);
  });
});
