import { steps } from "../../domain/accountability/steps.ts";
import type { OrgId } from "../../domain/office/org.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { routes } from "../../contract/routes.ts";
import { amount, rateOf } from "../../domain/accountability/statistics.ts";
import {
  type Counts,
  type FigureName,
  figureNames,
  figureParts,
  groupings,
} from "../../domain/accountability/figures.ts";
import { actOnCase } from "../../server/actions/cases/act-on-case.ts";
import { sweep } from "../../server/jobs/sweep.ts";
import { type City, openCity } from "../city.ts";
import { at, fail, file, legAt, pass, refusal, reply, send } from "../steps.ts";

const march = { from: "2026-03-01", to: "2026-03-31" };
let city: City;

async function rate({ id }: { readonly id: string }, grade: string, comment: string): Promise<void> {
  const { house } = city;
  const command = { act: "rate", legId: null, input: { grade, comment } } as const;
  const order = {
    region: house.region,
    caseId: id,
    command,
    actor: { kind: "petitioner" },
    seenVersion: null,
  } as const;
  expect(await actOnCase(house, order, null)).toHaveProperty("done");
}

/** One case answered in time and published, one late, one lying open past its term, one with rework, one returned, one refused. */
beforeAll(async () => {
  city = await openCity();
  city.at("2026-03-02 09:00");
  const [good, late, open, redone, returned, wrong] = [
    await file(city, { content: "路灯坏了三天，请修复。" }),
    await file(city, { content: "人行道地砖松动，请更换。" }),
    await file(city, { content: "垃圾桶没有人清，请安排。" }),
    await file(city, { content: "店招掉下来一半，请处理。" }),
    await file(city, { content: "公园长椅断了一条腿，请修。" }),
    await file(city, { content: "法院已经判了，我不服。" }),
  ];
  for (const { id } of [good, late, open, redone, returned]) await send(city, id, "urban");
  const dispatcher = await at(city, "bureau.dispatcher");
  await dispatcher.act(wrong.id, "refuse", {
    ground: "ground.3.6",
    fields: { procedure: "司法诉讼", caseAt: "区法院" },
  });
  const clerk = await at(city, "urban.clerk");
  city.at("2026-03-03 09:00");
  for (const { id } of [good, late, redone, returned]) await clerk.open(id);
  const asked = await legAt(clerk, returned.id, "urban");
  await clerk.act(returned.id, "askReturn", { reason: "长椅由园林部门管养，不归本局。", suggested: "housing" }, asked);
  await (await at(city, "bureau.dispatcher")).act(returned.id, "refuseReturn", { reason: "长椅在道路红线内。" }, asked);
  await pass(city, good.id, await reply(city, good.id, "urban"));
  const again = await reply(city, redone.id, "urban");
  await fail(city, redone.id, again);
  await reply(city, redone.id, "urban");
  await pass(city, redone.id, again);
  city.at("2026-03-20 09:00");
  await sweep(city.house);
  await pass(city, late.id, await reply(city, late.id, "urban"));
  await rate(good, "satisfied", "修得很快");
  await rate(late, "dissatisfied", "等了太久");
});
afterAll(() => city.close());

async function figures(
  login: string,
  query: { by?: (typeof groupings)[number]; org?: string; each?: "day" | "week" } = {},
) {
  const { call } = await at(city, login);
  return call(routes.statistics.figures, { query: { ...march, ...query } });
}

async function cases(login: string, figure: FigureName, part: "met" | "of" | "rest" = "met", more: object = {}) {
  const { call } = await at(city, login);
  return call(routes.statistics.cases, { query: { ...march, figure, part, size: 200, ...more } });
}

describe("figures of a city", () => {
  it("counts what came in, what was refused apart from other outcomes, what is open and what is late", async () => {
    const { whole, outcomes } = await figures("efficiency.officer");
    const n = (name: FigureName) => amount(whole as Counts, name);
    expect([n("received"), n("registered"), n("refused"), n("otherOutcome")]).toEqual([6, 6, 1, 0]);
    expect([n("dispatched"), n("answered"), n("open"), n("overdueOpen")]).toEqual([5, 3, 2, 2]);
    expect(outcomes).toEqual([expect.objectContaining({ figure: "refused", tag: "ground.3.6", n: 1 })]);
    expect(outcomes[0]?.name).not.toContain("ground");
  });

  it("[FZ-12 AC-113] every share has both its numbers", async () => {
    const { whole } = await figures("efficiency.officer");
    const share = (name: FigureName) => rateOf(whole as Counts, name);
    expect(share("onTime")).toEqual({ met: 2, of: 5 });
    expect(share("firstAudit")).toEqual({ met: 2, of: 3 });
    expect(share("publication")).toEqual({ met: 3, of: 3 });
    expect(share("satisfaction")).toEqual({ met: 1, of: 2 });
    expect(share("participation")).toEqual({ met: 2, of: 3 });
    expect(share("returnsRefused")).toEqual({ met: 1, of: 1 });
    expect(share("returnsGranted")).toEqual({ met: 0, of: 1 });
  });

  it("[FZ-11-1 FZ-12] agrees with the efficiency board, the circular and the yearly rates unit by unit", async () => {
    const { call } = await at(city, "efficiency.officer");
    const { groups } = await figures("efficiency.officer");
    const board = await call(routes.efficiency.board, { query: march });
    const circular = await call(routes.efficiency.draftCircular, { query: march });
    const yearly = await call(routes.efficiency.yearly, { query: { year: 2026 } });
    const of = (id: string) => (groups.find((group) => group.key === id)?.counts ?? {}) as Counts;
    expect(board.rows.map((row) => row.org.id)).toContain("urban");
    for (const { org, reply: replied } of board.rows.filter((row) => row.reply.of > 0)) {
      expect(rateOf(of(org.id), "onTime"), org.id).toEqual(replied);
    }
    for (const unit of circular.units) expect(amount(of(unit.org.id), "dispatched"), unit.org.id).toBe(unit.received);
    for (const { org, rates } of yearly.rows.filter((row) => row.rates.passedFirstAudit.of > 0)) {
      expect(rateOf(of(org.id), "firstAudit")).toEqual(rates.passedFirstAudit);
      expect(rateOf(of(org.id), "satisfaction")).toEqual(rates.satisfied);
    }
  });

  it("[AC-93] every rate and number of the board opens exactly the cases it is made of", async () => {
    const { call } = await at(city, "efficiency.officer");
    const { rows } = await call(routes.efficiency.board, { query: march });
    let opened = 0;
    for (const row of rows) {
      const org = row.org.id as OrgId;
      for (const step of steps) {
        const list = await call(routes.boardCases.counted, { query: { ...march, org, step } });
        const met = list.rows.filter(({ state }) => state === "met").length;
        expect({ met, of: list.rows.length }, `${org} ${step}`).toEqual(row[step]);
        opened += list.rows.length;
      }
      const late = await call(routes.boardCases.counted, { query: { ...march, org, step: "overdue" } });
      expect(late.rows.length, org).toBe(row.overdue);
    }
    expect(opened).toBeGreaterThan(5);
  });

  it("[AC-112] every number opens a list of exactly so many, by every side of it and in every group", async () => {
    for (const by of groupings) {
      const { whole, groups } = await figures("efficiency.officer", { by });
      for (const figure of figureNames) {
        for (const part of by === "unit" ? figureParts : []) {
          const n = amount(whole as Counts, figure, part);
          if (n === 0) continue;
          expect((await cases("efficiency.officer", figure, part, { by })).total, `${by} ${figure} ${part}`).toBe(n);
        }
        for (const group of groups) {
          const n = amount(group.counts as Counts, figure);
          if (n === 0) continue;
          const list = await cases("efficiency.officer", figure, "met", { by, group: group.key });
          expect([list.total, list.rows.length + list.hidden], `${by} ${group.key} ${figure}`).toEqual([n, n]);
        }
      }
    }
  });

  it("the stretches of a month add up to the month", async () => {
    const { whole, course } = await figures("efficiency.officer", { each: "week" });
    expect(course?.map((stretch) => stretch.from)).toEqual([
      "2026-03-01",
      "2026-03-02",
      "2026-03-09",
      "2026-03-16",
      "2026-03-23",
      "2026-03-30",
    ]);
    for (const figure of figureNames) {
      const sum = course?.reduce((n, stretch) => n + amount(stretch.counts as Counts, figure), 0);
      expect(sum, figure).toBe(amount(whole as Counts, figure));
    }
  });

  it("[AC-114] a month of statistics may begin on another day, and is cut there", async () => {
    const { call } = await at(city, "efficiency.officer");
    const query = { ...march, each: "month", monthStart: 26 } as const;
    const { course, month } = await call(routes.statistics.figures, { query });
    expect(course?.map(({ from, to }) => [from, to])).toEqual([
      ["2026-03-01", "2026-03-25"],
      ["2026-03-26", "2026-03-31"],
    ]);
    expect(month).toEqual({ month: "2026-03", from: "2026-02-26", to: "2026-03-25" });
  });

  it("ratings stand with the dissatisfied first, each with its reason and its case", async () => {
    const { call } = await at(city, "efficiency.officer");
    const { rows, total } = await call(routes.statistics.ratings, { query: march });
    expect(total).toBe(2);
    expect(rows.map((row) => [row.tag, row.comment])).toEqual([
      ["不满意", "等了太久"],
      ["满意", "修得很快"],
    ]);
    expect(rows[0]?.orgs).toEqual(["市城管局"]);
  });
});

describe("who may see them", () => {
  it("[FZ-11-1 FZ-11-2] offices and leaders see their area, leaders of a unit their own, others nothing", async () => {
    for (const login of ["bureau.head", "office.government-leader"]) {
      const { whole } = await figures(login);
      expect(amount(whole as Counts, "received"), login).toBe(6);
    }
    const own = await figures("urban.principal");
    expect(own.bodies.map((body) => body.id)).toEqual(["urban"]);
    expect(rateOf(own.whole as Counts, "onTime")).toEqual({ met: 2, of: 5 });
    await expect(figures("urban.leader", { org: "police" })).rejects.toMatchObject(refusal(404, "notFound"));
    for (const login of ["urban.clerk", "centre.operator", "bureau.dispatcher", "admin"]) {
      await expect(figures(login), login).rejects.toMatchObject(refusal(403, "right.missing"));
      await expect(cases(login, "received"), login).rejects.toMatchObject(refusal(403, "right.missing"));
    }
    const county = await figures("gulou-efficiency.officer");
    expect(amount(county.whole as Counts, "dispatched")).toBe(0);
  });

  it("who may read no case is told how many there are, and not which", async () => {
    const { total, hidden, rows } = await cases("office.government-leader", "dispatched");
    expect([total, hidden, rows]).toEqual([5, 5, []]);
  });

  it("[FZ-6.1] a report about officials counts for those who may see it and for nobody else", async () => {
    await file(city, { content: "反映某位干部收受礼品，请调查核实。", subject: "discipline" });
    const received = async (login: string) => amount((await figures(login)).whole as Counts, "received");
    expect(await received("efficiency.officer")).toBe(7);
    expect(await received("office.government-leader")).toBe(6);
    const { rows } = await cases("efficiency.officer", "received");
    const sealed = rows.filter((row) => row.title === null);
    expect(sealed).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain("收受礼品");
  });
});

it("tables and lists are taken along as workbooks, with what the figures mean, and it is written down", async () => {
  const { cookie } = await at(city, "efficiency.officer");
  const days = "from=2026-03-01&to=2026-03-31&purpose=%E6%9C%88%E6%8A%A5";
  for (const path of ["export?", "cases-export?figure=onTime&part=rest&", "ratings-export?"]) {
    const file = await fetch(`${city.url}/api/statistics/${path}${days}`, { headers: { cookie } });
    expect(file.headers.get("content-disposition"), path).toContain(".xlsx");
    expect(
      Buffer.from(await file.arrayBuffer())
        .subarray(0, 2)
        .toString(),
      path,
    ).toBe("PK");
  }
  const logged = await city.house.db
    .selectFrom("access_log")
    .select(["reason", "detail"])
    .where("what", "=", "export")
    .execute();
  expect(logged.map((row) => row.reason)).toEqual(["月报", "月报", "月报"]);
  expect(logged[1]?.detail).toMatchObject({ what: "statistics.cases", rows: 3 });
});
