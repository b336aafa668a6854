import { afterAll, beforeAll, expect, it } from "vitest";
import { routes } from "../../contract/routes.ts";
import type { Step } from "../../domain/rules/example.ts";
import { at as inNation } from "../../packs/national-2022/example-office.ts";
import { national2022 } from "../../packs/national-2022/index.ts";
import * as xf from "../../packs/national-2022/stories.ts";
import { at as inZhejiang } from "../../packs/zhejiang-2017/example-office.ts";
import { zhejiang2017 } from "../../packs/zhejiang-2017/index.ts";
import * as zj from "../../packs/zhejiang-2017/stories.ts";
import { sweepCases } from "../../server/actions/cases/sweep-cases.ts";
import { type City, type Desk, openCity } from "../city.ts";
import { exampleCity } from "../../demo/example-city.ts";
import { deskOf, does, type Lived, named, takesIn } from "../regimes/over-http.ts";

let nation: City;
let zhejiang: City;
/** Who is signed in: the two cities have people of the same sign-ins. */
const inNationDesks = new Map<string, Desk>();
const inZhejiangDesks = new Map<string, Desk>();

beforeAll(async () => {
  [nation, zhejiang] = (await Promise.all(
    [national2022, zhejiang2017].map((pack) => openCity({ city: exampleCity(pack), packs: [pack] })),
  )) as [City, City];
});
afterAll(async () => {
  await nation.close();
  await zhejiang.close();
});

async function sorted(values: Readonly<Record<string, string>>): Promise<Lived> {
  const lived = await takesIn(nation, xf.web, "");
  await does(nation, xf.sort("2026-03-02 10:00", values), lived, inNationDesks);
  return lived;
}

async function dispatched(lived: Lived, to: string, by: string | null): Promise<unknown> {
  const desk = await deskOf(nation, xf.dispatcher, inNationDesks);
  const matters = [{ matterId: null, title: null, text: null, note: null, targets: [{ orgId: to, role: "lead" }], by }];
  return desk.act(lived.id, "dispatch", { classification: null, matters } as never).catch((error: unknown) => error);
}

it("[N22-22-5 N22-22-6] a matter of litigation is assigned to the court with a last day, at the door that the desk uses", async () => {
  const lived = await sorted({ litigation: "yes", form: "assign" });
  const desk = await deskOf(nation, xf.dispatcher, inNationDesks);
  const seen = await desk.call(routes.cases.previewDispatch, {
    params: { id: lived.id },
    body: { track: null },
  } as never);
  expect(seen).toMatchObject({ asksDay: true });
  const closed = (seen as { closed: readonly { id: string }[] }).closed.map(({ id }) => id);
  expect(closed).toContain(inNation.land);
  expect(closed).not.toContain(inNation.court);

  expect(await dispatched(lived, inNation.court, null)).toMatchObject({
    error: { code: "act.inputMissing", message: "请填写最后一天（不能早于今天）。" },
  });
  expect(await dispatched(lived, inNation.land, "2026-04-15")).toMatchObject({
    error: { code: "dispatch.wrongBodyForSubject" },
  });
  expect((await desk.open(lived.id)).legs).toEqual([]);

  expect(await dispatched(lived, inNation.court, "2026-04-15")).toMatchObject({ stage: "inHand" });
  const sent = await desk.open(lived.id);
  expect(sent.legs.map((leg) => leg.org.id)).toEqual([inNation.court]);
  const court = await deskOf(nation, `${inNation.court}.clerk`, inNationDesks);
  expect((await court.open(lived.id)).duties.map((duty) => duty.due)).toContain("2026-04-15");
});

it("[ZJ-2-1] the search for earlier cases of the same person goes over the platform: first reception proposes 初次, the next bureau repeat", async () => {
  const first = await takesIn(zhejiang, zj.atCounty, `${inZhejiang.countyBureau}.dispatcher`);
  const county = await deskOf(zhejiang, `${inZhejiang.countyBureau}.dispatcher`, inZhejiangDesks);
  const related = (desk: Desk, id: string) => desk.call(routes.cases.related, { params: { id } });
  expect((await related(county, first.id)).samePerson).toEqual([]);

  const again = await takesIn(zhejiang, { ...zj.letter, at: "2026-03-09 09:00" }, zj.dispatcher);
  const city = await deskOf(zhejiang, zj.dispatcher, inZhejiangDesks);
  expect((await related(city, again.id)).samePerson.map((row) => row.number)).toEqual([first.number]);
  const { forms } = await city.open(again.id);
  const form = forms.formalities.find(({ id }) => id === "setOccurrence");
  const field = form?.fields.find(({ name }) => name === "occurrence");
  expect(field?.proposal).toEqual({ others: "repeat", none: "initial" });
  expect(field?.choices.map(({ value }) => value)).toEqual(expect.arrayContaining(["repeat", "initial"]));

  const mark = (occurrence: string): Step => zj.mark("2026-03-09 10:00", occurrence);
  await expect(does(zhejiang, mark("repeat"), again, inZhejiangDesks)).rejects.toMatchObject({
    error: { code: "repeat.notLinked" },
  });
  await city.act(again.id, "linkRepeat", { previous: first.id } as never);
  await does(zhejiang, mark("repeat"), again, inZhejiangDesks);
  expect((await city.open(again.id)).repeats.chain.map((row) => row.number)).toContain(first.number);
});

it("[ZJ-4.2-1 ZJ-4.2-2] once the region's window is over, the sweep puts the call backs on the lists of those who owe them", async () => {
  const terms = { "rating-open": { n: 10, unit: "workingDay" } };
  await zhejiang.house.db
    .updateTable("region")
    .set((eb) => ({
      settings: JSON.stringify({ demo: true, secondFactor: "optional", terms }),
      version: eb("version", "+", 1),
    }))
    .where("id", "=", zhejiang.house.region)
    .execute();
  const lived = await takesIn(zhejiang, zj.web, "");
  for (const step of zj.untilAnswered(inZhejiang.labour))
    await does(zhejiang, await named(zhejiang, step), lived, inZhejiangDesks);
  const owed = async () => {
    const rows = await zhejiang.house.db
      .selectFrom("duty")
      .select(["rule", "owner_org", "state"])
      .where("case_id", "=", lived.id)
      .where("rule", "like", "call-back%")
      .orderBy("rule")
      .execute();
    return rows.map((row) => [row.rule, row.owner_org, row.state]);
  };
  zhejiang.at("2026-03-27 23:00");
  await sweepCases(zhejiang.house, zhejiang.house.region);
  expect(await owed()).toEqual([]);
  zhejiang.at("2026-03-28 00:10");
  await sweepCases(zhejiang.house, zhejiang.house.region);
  expect(await owed()).toEqual([
    ["call-back-bureau-unrated", inZhejiang.bureau, "open"],
    ["call-back-organ-unrated", inZhejiang.labour, "open"],
  ]);
  const clerk = await deskOf(zhejiang, `${inZhejiang.labour}.clerk`, inZhejiangDesks);
  expect((await clerk.open(lived.id)).acts.find((act) => act.formality === "callBack")).toMatchObject({ owed: true });
});

it("[ZJ-5-2] three owed call backs and three made: the indicators of the year stand on the statistics", async () => {
  const unit = inZhejiang.traffic;
  for (const _ of [1, 2, 3]) {
    const lived = await takesIn(zhejiang, zj.web, "");
    const steps = [
      ...zj.untilAnswered(unit),
      zj.rate("2026-03-16 20:00", "dissatisfied"),
      zj.callBack("2026-03-18 09:00", unit),
    ];
    for (const step of steps) await does(zhejiang, await named(zhejiang, step), lived, inZhejiangDesks);
  }
  zhejiang.at("2026-12-30 09:00");
  const head = await deskOf(zhejiang, zj.head, inZhejiangDesks);
  const query = { from: "2026-01-01", to: "2026-12-31" } as never;
  const { indicators } = await head.call(routes.statistics.figures, { query });
  const row = indicators?.rows.find(({ org }) => org.id === unit);
  const share = (name: string) => row?.rates[indicators?.names.indexOf(name) ?? -1];
  expect(indicators?.article).toContain("五");
  expect(share("回访完成率")).toEqual({ met: 3, of: 3 });
  expect(share("按时办理")).toEqual({ met: 3, of: 3 });
  expect(share("满意度")).toEqual({ met: 0, of: 3 });
  const bureau = indicators?.rows.find(({ org }) => org.id === inZhejiang.bureau);
  expect(bureau?.rates[indicators?.names.indexOf("回访完成率") ?? -1]).toMatchObject({ met: 0 });
  expect(bureau?.rates[indicators?.names.indexOf("满意度") ?? -1]).toEqual({ met: 0, of: 0 });
});
