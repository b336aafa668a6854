import { afterAll, beforeAll, expect, it } from "vitest";
import { reopenCases } from "../../cli/drill/reopen.ts";
import { hangzhouDemo } from "../../demo/hangzhou/city.ts";
import { qinglanDemo } from "../../demo/qinglan/city.ts";
import { at, holder } from "../../packs/national-2022/example-office.ts";
import * as say from "../../packs/national-2022/stories.ts";
import * as hz from "../../packs/hangzhou-2016/stories.ts";
import { at as hzAt, holder as hzHolder } from "../../packs/hangzhou-2016/example-office.ts";
import { opens } from "../acceptance/portal/petitioner.ts";
import { type City, type Desk, openCity } from "../city.ts";
import { file } from "../steps.ts";
import { does } from "./over-http.ts";

let nation: City;
let hangzhou: City;
beforeAll(async () => {
  [nation, hangzhou] = await Promise.all([
    openCity({ city: qinglanDemo, settings: { terms: qinglanDemo.settings.terms ?? {} } }),
    openCity({ city: hangzhouDemo }),
  ]);
});
afterAll(async () => {
  await nation.close();
  await hangzhou.close();
});

/** What somebody can do on a case now, by the name of the step. */
async function free(desk: Desk, id: string): Promise<readonly string[]> {
  const { acts } = await desk.open(id);
  return acts.flatMap((act) => (act.closed === null ? [act.formality ?? act.act] : []));
}

const shortPost: Readonly<Record<string, string>> = {
  leaderInCharge: "leader",
  principalLeader: "principal",
  bureauHead: "head",
};

/** The sign-in of the demo city for a person of the stories, 「land.leaderInCharge」. */
function login(person: string): string {
  const [body = "", post = ""] = person.split(".");
  return `${body}.${shortPost[post] ?? post}`;
}

/** The stories' persons at desks of the demo city. */
async function desksOf(city: City, persons: readonly string[]): Promise<Map<string, Desk>> {
  const desks = new Map<string, Desk>();
  for (const person of persons) desks.set(person, await city.as(login(person)));
  return desks;
}

it("[N22-35-1 N22-36-1 N22-36-4] in the national demo region a case is answered, reviewed and re-reviewed by bodies that the system finds, and not accepted again", async () => {
  const desks = await desksOf(nation, [
    say.dispatcher,
    holder(at.countyBureau, "dispatcher"),
    holder(at.countyLand, "clerk"),
    holder(at.countyLand, "leaderInCharge"),
    holder(at.land, "clerk"),
    holder(at.provinceLand, "clerk"),
  ]);
  nation.at("2026-03-02 09:00");
  const lived = await file(nation, { content: "宅基地面积少算，请求重新丈量。" });
  const steps = [
    say.sort("2026-03-03 10:00"),
    say.dispatch("2026-03-03 10:05", at.countyBureau),
    say.dispatchOn("2026-03-04 09:00", at.countyBureau, at.countyLand),
    say.view("2026-03-05 09:00", at.countyLand),
    say.accept("2026-03-06 09:00", at.countyLand),
    say.hear("2026-03-20 09:00", at.countyLand),
    say.opinion("2026-04-02 09:00", at.countyLand),
    say.draft("2026-04-07 09:00", at.countyLand),
    say.approve("2026-04-08 09:00", at.countyLand),
  ];
  for (const step of steps) await does(nation, step, lived, desks);

  nation.at("2026-04-20 09:00");
  const { who, page } = await opens(nation.url, lived);
  expect(page.text).toContain("复查机关：青岚市自然资源和规划局");
  const leg = /name="legId" value="([^"]*)"/.exec(page.html)?.[1] ?? "";
  const asks = await who.send("/my-case/formality", {
    formality: "apply-review",
    legId: leg,
    "apply-review.reviewRequest": "面积少算，请求撤销处理意见。",
  });
  expect(asks.text).toMatch(/市自然资源局|青岚市自然资源和规划局/);
  expect((await opens(nation.url, lived)).page.h1).toBe("正在复查");
  const reviewer = desks.get(holder(at.land, "clerk")) as Desk;
  expect(await free(reviewer, lived.id)).toContain("conclude-review");
  for (const other of [holder(at.countyLand, "clerk"), holder(at.provinceLand, "clerk")]) {
    const desk = desks.get(other) as Desk;
    const seen = await free(desk, lived.id).catch(() => []);
    expect(seen).not.toContain("conclude-review");
  }
  await does(nation, say.review("2026-05-06 09:00", at.countyLand, at.land), lived, desks);

  nation.at("2026-05-20 09:00");
  const again = await opens(nation.url, lived);
  expect(again.page.text).toContain("复核机关：云岭省自然资源厅");
  const second = await again.who.send("/my-case/formality", {
    formality: "apply-re-review",
    legId: leg,
    "apply-re-review.reReviewRequest": "请求复核。",
  });
  expect(second.text).not.toContain("请求复核一次");
  await does(nation, say.reReview("2026-06-10 09:00", at.countyLand, at.provinceLand), lived, desks);
  const over = await opens(nation.url, lived);
  expect(over.page.text).toContain("维持复查意见");
  expect(over.page.text).not.toMatch(/name="apply-/);

  // A term that the region has set counts wherever the case is reckoned: on the page, and in a restore drill.
  const rating = (await reviewer.open(lived.id)).duties.find(({ rule }) => rule === "rating-window");
  expect(rating?.due).toBe("2026-05-08");
  expect((await reopenCases(nation.house, nation.house.region, 10)).wrong).toEqual([]);

  nation.at("2026-06-15 09:00");
  const same = await file(nation, { content: "宅基地面积少算，请求重新丈量。" });
  const bureau = desks.get(say.dispatcher) as Desk;
  await bureau.act(same.id, "refuse", { ground: "ended.36", fields: { caseAt: "省自然资源厅" } });
  const told = await opens(nation.url, same);
  expect(told.page.h1).toMatch(/不再受理/);
  // It would not be taken up again for other words alone.
  expect(told.page.text).toContain("有新的事实或者理由");
  expect(told.page.text).not.toContain("改写后重新提交");
  expect(told.page.text).toContain("第三十六条");
});

it("[HZ-5.2.b HZ-6.3.2.b-1 HZ-6.3.2.b-2] in Hangzhou a case is refused; another fails its second review, is answered anew, reviewed again and passed", async () => {
  const unit = "urban";
  const [clerk, leader] = [`${unit}.clerk`, `${unit}.leaderInCharge`];
  const desks = await desksOf(hangzhou, [hz.dispatcher, hz.auditor, clerk, leader]);
  hangzhou.at("2026-03-02 09:00");
  const refused = await file(hangzhou);
  const bureau = desks.get(hz.dispatcher) as Desk;
  await bureau.act(refused.id, "refuse", { ground: "ground.5.2.b", fields: { caseAt: "人民法院" } });
  const told = await opens(hangzhou.url, refused);
  for (const line of ["人民法院", "5.2", "市信访局"]) expect(told.page.text).toContain(line);

  const lived = await file(hangzhou);
  const people = await hangzhou.house.db.selectFrom("account").select(["login", "person_id"]).execute();
  const idOf = (person: string) => people.find((row) => row.login === login(person))?.person_id ?? "";
  const named = { responsibleLeader: idOf(leader), responsiblePerson: idOf(clerk) };
  const answer = (day: string) => hz.answeredOn(day);
  const steps = [
    ...hz.sent(),
    hz.view("2026-03-03 09:00", hzAt.urban),
    hz.doesOn("2026-03-03 09:10", hzAt.urban, "nameResponsible", named, hzHolder(hzAt.urban, "leaderInCharge")),
    ...answer("2026-03-05"),
    hz.callBack("2026-03-06 09:00", hzAt.urban, {
      ...hz.checked,
      checkResult: "仍有两盏不亮",
      checkRemarks: "要求修好",
    }),
    hz.fail("2026-03-06 10:00"),
  ];
  for (const step of steps) await does(hangzhou, step, lived, desks);
  expect((await opens(hangzhou.url, lived)).page.h1).toBe("正在办理");
  expect(await free(desks.get(clerk) as Desk, lived.id)).toContain("draftReply");
  for (const step of answer("2026-03-09")) await does(hangzhou, step, lived, desks);
  const auditor = desks.get(hz.auditor) as Desk;
  expect(await free(auditor, lived.id)).toContain("reviewCallBack");
  const early = does(hangzhou, hz.pass("2026-03-10 08:00"), lived, desks);
  await expect(early).rejects.toMatchObject({ status: 422 });
  for (const step of [hz.opinion("2026-03-10 09:00"), hz.callBack("2026-03-10 09:30"), hz.pass("2026-03-10 10:00")])
    await does(hangzhou, step, lived, desks);
  const passed = await auditor.open(lived.id);
  expect(passed.legs.find((leg) => leg.org.id === unit)?.replies.map(({ verdict }) => verdict)).toEqual([
    "returned",
    "passed",
  ]);
});
