import { afterAll, beforeAll, expect, it } from "vitest";
import { hangzhou2016 } from "../../../packs/hangzhou-2016/index.ts";
import { national2022 } from "../../../packs/national-2022/index.ts";
import * as xf from "../../../packs/national-2022/stories.ts";
import { zhejiang2017 } from "../../../packs/zhejiang-2017/index.ts";
import * as hz from "../../../packs/hangzhou-2016/stories.ts";
import { standing } from "../../../domain/rules/layers.ts";
import type { Step } from "../../../domain/rules/example.ts";
import { routes } from "../../../contract/routes.ts";
import { citizen, type City, type Desk, openCity } from "../../city.ts";
import { exampleCity } from "../../../demo/example-city.ts";
import { deskOf, does, named, takesIn } from "../../regimes/over-http.ts";
import { at, file, legAt, pass, reply, send } from "../../steps.ts";
import { opens, visitor } from "./petitioner.ts";

let city: City;
let hangzhou: City;
let nation: City;
const desks = new Map<string, Desk>();

beforeAll(async () => {
  const pack = standing(hangzhou2016, [hangzhou2016, zhejiang2017]);
  [city, hangzhou, nation] = await Promise.all([
    openCity(),
    openCity({ city: exampleCity(pack), packs: [pack] }),
    openCity({ city: exampleCity(national2022), packs: [national2022] }),
  ]);
});
afterAll(async () => {
  await city.close();
  await hangzhou.close();
  await nation.close();
});

/** A case of Hangzhou that has lived so far. */
async function lives(steps: readonly Step[]) {
  const lived = await takesIn(hangzhou, hz.web, "");
  for (const step of steps) await does(hangzhou, await named(hangzhou, step), lived, desks);
  return lived;
}

it("[AC-33] an overdue case says days, unit and what was done, in words and with ■, and asks for no second filing", async () => {
  const lived = await lives([...hz.taken(), hz.urge("2026-03-11 09:00")]);
  hangzhou.at("2026-03-12 09:00");
  const { page } = await opens(hangzhou.url, lived);
  expect(page.h1).toBe("已超过期限");
  expect(page.text).toContain("■");
  expect(page.text).toContain(
    "这件事已超过期限 3 个工作日（期限是2026年3月9日 周一）。责任单位：市城管局。3月11日已催办一次。您不用重复提交。",
  );
});

it("the headline is late only where the term is over that the page shows", async () => {
  city.at("2026-03-02 09:00");
  const filed = await file(city);
  await send(city, filed.id, "urban");
  // The unit has not looked at it for three working days; its reply is due in ten.
  city.at("2026-03-06 09:00");
  const { page } = await opens(city.url, filed);
  expect(page.h1).toBe("正在办理");
  expect(page.text).toContain("2026年3月16日 周一 24:00 前提出答复，还剩 6 个工作日");
  expect(page.text).not.toContain("已超过期限");
});

it("[AC-32] an extended case shows old date, new date, reason and approving post; the notice was sent the same minute", async () => {
  const lived = await lives([...hz.taken(), hz.askMore("2026-03-06 09:00"), hz.grantMore("2026-03-06 10:00")]);
  hangzhou.at("2026-03-09 09:00");
  const { page } = await opens(hangzhou.url, lived);
  const words = "延期到4月8日。原来是3月9日。原因：需要开挖路面更换地下电缆。批准人：市城管局负责人。";
  expect(page.text.split(words)).toHaveLength(3);
  expect(page.text).not.toMatch(/延长的天数|延期理由/);
  const desk = [...desks.values()][0] as Desk;
  const told = (await desk.open(lived.id)).timeline.filter(({ type }) => type === "delivered");
  expect(told.some((row) => Date.parse(row.at) === Date.parse("2026-03-06T10:00:00+08:00"))).toBe(true);
});

it("[AC-31] a refusal names ground, fact, article, where to go with phone, who decided and when", async () => {
  city.at("2026-03-02 09:00");
  const filed = await file(city, { content: "法院已经立案的合同纠纷，请再处理一次。" });
  const dispatcher = await at(city, "bureau.dispatcher");
  await dispatcher.act(filed.id, "refuse", {
    ground: "ground.3.6",
    fields: { procedure: "司法诉讼", caseAt: "市住建局", note: "2026年2月3日立案" },
  });
  const { page } = await opens(city.url, filed);
  expect(page.h1).toBe("未受理");
  for (const words of [
    "这件事我们不能受理",
    "2026年2月3日立案",
    "《办法》第三条",
    "请向市住建局询问。",
    "市信访局批转人员在2026年3月2日 周一决定",
  ])
    expect(page.text).toContain(words);
  expect(page.html).toMatch(/href="tel:[\d+]+"/);

  const other = await file(city, { content: "想请政府出面调解我和亲戚之间的借款。" });
  await dispatcher.act(other.id, "refuse", { ground: "ground.3.9", fields: { note: "亲属之间的民间借款" } });
  const second = await opens(city.url, other);
  expect(second.page.text).toContain("拿不准该找哪里，请打");
});

it("[AC-30] a supplement with photo goes from the case page without an account, is shown back, and says that the clock runs; ten are enough", async () => {
  city.at("2026-03-03 10:00");
  const filed = await file(city);
  const { who, page } = await opens(city.url, filed);
  expect(page.text).toContain("办理期限照常计算");
  const png = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  );
  const photo = new File([png], "路灯.png", { type: "image/png" });
  const added = await who.send("/my-case/supplement", { text: "昨晚又坏了一盏。" }, [photo]);
  expect(added.text).toContain("2026年3月3日 周二 10:00补充\n昨晚又坏了一盏。\n路灯.png");
  for (let n = 2; n <= 10; n++) await who.send("/my-case/supplement", { text: `第 ${n} 次补充` });
  const full = await who.get("/my-case");
  expect(full.html).not.toContain('action="/my-case/supplement"');
  expect(full.text).toContain("一件来件最多补充 10 次");
});

it("the wish to withdraw goes to whoever has the case; nothing ends by itself", async () => {
  city.at("2026-03-03 10:00");
  const filed = await file(city, { petitioner: { ...citizen, replyBy: "sms" } });
  await send(city, filed.id, "urban");
  const { who, page } = await opens(city.url, filed);
  expect(page.text).toContain("撤回后不再办理，也不再答复");
  const after = await who.send("/my-case/withdraw", { why: "已经自己修好了。" });
  expect(after.h1).toBe("正在办理");
  expect(after.text).toContain("信访人请求撤回这件事。已经自己修好了。");
  const clerk = await at(city, "urban.clerk");
  const full = await clerk.open(filed.id);
  expect(full.timeline.map(({ text }) => text).join()).toContain("请求撤回");
  const confirmed = (await (await at(city, "centre.operator")).open(filed.id)).messages.map(({ body }) => body);
  expect(confirmed.filter((body) => body.startsWith(`已收到您撤回来件${filed.number.slice(-6)}的请求`))).toHaveLength(
    1,
  );
});

it("[AC-30 partly] what the unit asks for is told by message and stands above the form until something is added", async () => {
  city.at("2026-03-03 10:00");
  const filed = await file(city, { petitioner: { ...citizen, replyBy: "sms" } });
  await send(city, filed.id, "urban");
  const clerk = await at(city, "urban.clerk");
  const leg = await legAt(clerk, filed.id, "urban");
  const values = { materialWanted: "摔伤的病历", materialWhy: "要核对受伤的日期", materialBy: "2026-03-09" };
  await clerk.act(filed.id, "carryOutOnLeg", { formality: "ask-material", values }, leg);
  const asked = (await clerk.open(filed.id)).messages.find(({ body }) => body.includes("补充材料"));
  expect(asked?.body).toContain(`办理来件${filed.number.slice(-6)}还需要您补充材料，请在3月9日前提交：`);
  expect(asked?.body).not.toContain("病历");
  const { who, page } = await opens(city.url, filed);
  for (const line of ["还需要：摔伤的病历", "为什么需要：要核对受伤的日期", "请在 2026年3月9日 周一 24:00 前提交。"]) {
    expect(page.text).toContain(line);
  }
  expect(page.text).toContain("我没有这些材料");
  await who.send("/my-case/supplement", { text: "我没有这些材料，当时没去医院。" });
  const after = await opens(city.url, filed);
  expect(after.page.text).not.toContain("还需要：摔伤的病历");
  expect(after.page.text).toContain("当时没去医院");
});

it("[AC-34] the answer has one verdict per numbered claim, promise dates, and no remedy that the pack does not have", async () => {
  city.at("2026-03-02 09:00");
  const filed = await file(city, { claim: "1. 修好路灯\n2. 赔偿摔伤的医药费" });
  await send(city, filed.id, "urban");
  const clerk = await at(city, "urban.clerk");
  const leg = await legAt(clerk, filed.id, "urban");
  await clerk.act(filed.id, "submitToLeader", {}, leg);
  const claims = [
    { n: 1, verdict: "supported", text: "三盏路灯已于3月3日修复。" },
    { n: 2, verdict: "notSupported", text: "现场没有摔伤记录，可凭病历另行提出。" },
  ] as const;
  const promises = [{ what: "更换全部灯头", who: "市城管局市政科", by: "2026-03-20" }];
  await clerk.act(
    filed.id,
    "draftReply",
    { text: "依据《城市道路照明设施管理规定》第十九条。", claims: [...claims], promises },
    leg,
  );
  await (await at(city, "urban.leader")).act(filed.id, "approveReply", {}, leg);
  expect((await opens(city.url, filed)).page.text).not.toContain("三盏路灯");
  await pass(city, filed.id, leg);
  const { page } = await opens(city.url, filed);
  expect(page.text).toMatch(/第 1 项：修好路灯\n支持\n三盏路灯已于3月3日修复。\n第 2 项：赔偿摔伤的医药费\n不予支持\n/);
  expect(page.text).toContain("更换全部灯头 — 市城管局市政科，2026年3月20日 周五前");
  expect(page.text).not.toMatch(/复查|复核|听证/);
});

it("a corrected answer stands above the first, and both are kept", async () => {
  const failed = [...hz.untilSigned(), hz.opinion("2026-03-06 09:00"), hz.callBack("2026-03-09 09:00")];
  const lived = await lives([...failed, hz.fail("2026-03-09 10:00"), ...hz.answeredOn("2026-03-11")]);
  hangzhou.at("2026-03-12 09:00");
  const { page } = await opens(hangzhou.url, lived);
  const places = ["更正后的答复", "更正前的答复", "下面这条答复已由上面新的答复更正"].map((words) =>
    page.text.indexOf(words),
  );
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((one, other) => one - other));
});

it("[AC-35] the rating has three grades, none preset, its reason optional; staff have no such act", async () => {
  city.at("2026-03-02 09:00");
  const filed = await file(city);
  await send(city, filed.id, "urban");
  await pass(city, filed.id, await reply(city, filed.id, "urban"));
  const { who, page } = await opens(city.url, filed);
  const form = page.html.split("<form").find((one) => one.includes('action="/my-case/rate"')) ?? "";
  expect([...form.matchAll(/type="radio"/g)]).toHaveLength(3);
  expect(form).not.toContain("checked");
  expect(form).toContain("（选填）");
  const dispatcher = await at(city, "bureau.dispatcher");
  expect((await dispatcher.open(filed.id)).acts.map(({ act }) => act)).not.toContain("rate");
  const rated = await who.send("/my-case/rate", { grade: "dissatisfied" });
  expect(rated.text).toContain("规定没有写评价后的步骤。");
});

it("[AC-36] after 不满意 the page says what follows from the regulation, and the case waits in the desk's 「待判断」", async () => {
  const lived = await lives(hz.untilReviewed());
  hangzhou.at("2026-03-10 20:00");
  const auditor = await deskOf(hangzhou, hz.auditor, desks);
  const waits = async () => {
    const { rows } = await auditor.call(routes.cases.list, { query: { judging: "true", size: 100 } as never });
    return rows.some(({ id }) => id === lived.id);
  };
  const { who } = await opens(hangzhou.url, lived);
  expect(await waits()).toBe(false);
  const rated = await who.send("/my-case/rate", { grade: "dissatisfied" });
  expect(rated.text).toMatch(/接下来：由市城管局.*回访。评价不影响您的其他权利。/);
  expect(await waits()).toBe(true);
  expect((await auditor.open(lived.id)).judging).toMatchObject({ said: "不满意", mine: true });
});

it("[AC-28] the day list of a start on 24 February ends on 9 March and counts the make-up Saturday", async () => {
  city.at("2026-02-24 09:00");
  const filed = await file(city);
  await send(city, filed.id, "urban");
  const { page } = await opens(city.url, filed);
  expect(page.text).toContain("单位2月24日收到，从2月25日开始数 10 个工作日。");
  expect(page.text).toContain("2月28日 周六：调休上班（春节），第 4 个工作日");
  expect(page.text).toContain("3月9日 周一：第 10 个工作日\n最后一天是 2026年3月9日 周一。");
});

it("[AC-29] until the audit has passed, no word of the reply is in page source, message or API", async () => {
  city.at("2026-03-02 09:00");
  const petitioner = { ...citizen, replyBy: "sms" } as const;
  const filed = await file(city, { petitioner });
  await send(city, filed.id, "urban");
  await reply(city, filed.id, "urban", "换了榆木灯杆，请放心。");
  const { page } = await opens(city.url, filed);
  const { number, code } = filed;
  const view = await city.call(routes.publicDoors.follow, { body: { number, code } });
  const sent = await city.house.db.selectFrom("outbox").selectAll().where("case_id", "=", filed.id).execute();
  const bodies = sent.map((row) => (row.body_sealed ? city.house.keys.open("message", row.body_sealed) : ""));
  for (const text of [page.html, JSON.stringify(view), JSON.stringify(sent), ...bodies])
    expect(text).not.toContain("榆木");
});

it("[AC-38] in 公开答复 a two-character word, unit and month filter together; the total matches the rows", async () => {
  city.at("2026-03-02 09:00");
  for (const [content, orgId] of [
    ["金鸡山的石阶松了两级，请修。", "urban"],
    ["金鸡山下的石阶边没有护栏。", "housing"],
    ["河边的座椅少，请多放几张。", "urban"],
  ] as const) {
    const filed = await file(city, { content });
    await send(city, filed.id, orgId);
    await pass(city, filed.id, await reply(city, filed.id, orgId));
  }
  const page = await visitor(city.url).get("/answers?q=石阶&org=urban&month=2026-03");
  expect(page.text).toContain("共 1 条");
  expect([...page.html.matchAll(/href="\/answers\/[0-9a-f-]{36}"/g)]).toHaveLength(1);
  expect((await visitor(city.url).get("/answers?q=石阶&month=2026-03")).text).toContain("共 2 条");
  expect((await visitor(city.url).get("/answers?q=石阶&org=urban&month=2026-02")).text).toContain("没有找到“石阶”。");
});

it("[ZJ-4.1-2] how many of those who rated were satisfied stands on the portal with its fraction; what is not published is not offered", async () => {
  const steps = [...hz.untilReviewed(), hz.rate("2026-03-10 20:00", "dissatisfied")];
  await lives(steps);
  hangzhou.at("2026-04-02 09:00");
  const home = await visitor(hangzhou.url).get("/");
  expect(home.text).toMatch(/上月评价满意 \d+\.\d%（\d+\/\d+）。/);
  city.at("2026-04-02 09:00");
  expect((await visitor(city.url).get("/")).text).not.toContain("评价满意");
});

it("[AC-35 partly] where the regulation has two objects, both are asked in the open; terms in days of the calendar say 日; the remedy names its last day and organ", async () => {
  const lived = await takesIn(nation, xf.web, "");
  expect((await opens(nation.url, lived)).page.text).toContain("24:00 前决定转给哪个单位，还剩 15 日");
  const at = new Map<string, Desk>();
  for (const step of xf.answered()) await does(nation, step, lived, at);
  nation.at("2026-04-10 09:00");
  const { page } = await opens(nation.url, lived);
  expect(page.text).toContain("您对办理结果满意吗？");
  expect(page.html).toMatch(/<details[^>]*id="rate-bureau"[^>]*open/);
  expect(page.text).toContain("也请评价信访部门这一段的工作。");
  const flat = page.text.replaceAll("\n", "");
  expect(flat).toMatch(/请求复查：最晚 2026年5月8日 周五 24:00 前，向[^。]+提出。还剩 28 日。/);
  expect(flat).not.toMatch(/收到请求之日|当日收到的不用填/);
  expect(page.html.indexOf('id="apply-review"')).toBeLessThan(page.html.indexOf('class="steps"'));
});
