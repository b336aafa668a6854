import { afterAll, beforeAll, expect, it } from "vitest";
import { routes } from "../../contract/routes.ts";
import { allYes, type City, citizen, openCity } from "../city.ts";
import { at, fail, file, legAt, pass, register, reply, refusal, send, sendOn } from "../steps.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const published = async (q: string) => (await city.call(routes.publicDoors.answers, { query: { q } })).rows;

it("[FZ-9-1 FZ-8-0] no way leads to a reply before its audit has passed, and a reply sent back never comes out", async () => {
  city.at("2026-03-02 09:00");
  const filed = await register(city, { content: "公交十七路脱班严重，请加车。" });
  await (await at(city, "centre.operator")).act(filed.id, "handOver");
  await send(city, filed.id, "traffic");
  city.at("2026-03-16 09:00");
  const leg = await reply(city, filed.id, "traffic", "第一稿：已加开两班。");
  const everywhere = async () => {
    const follow = await city.call(routes.publicDoors.follow, { body: { number: filed.number, code: filed.code } });
    const { call } = await at(city, "centre.operator");
    const outbox = await call(routes.messages.list, { query: { state: "all", size: 200 } });
    return JSON.stringify([follow, outbox, await published("公交"), await published("加开")]);
  };
  expect(await everywhere()).toContain("正在审核");
  expect(await everywhere()).not.toContain("加开两班");
  await fail(city, filed.id, leg);
  expect(await everywhere()).not.toContain("加开两班");
  await reply(city, filed.id, "traffic", "第二稿：已调整为十分钟一班。");
  city.at("2026-03-17 14:59");
  expect(await everywhere()).not.toContain("十分钟一班");
  city.at("2026-03-17 15:00");
  await pass(city, filed.id, leg);
  expect(await everywhere()).toContain("十分钟一班");
  expect(await everywhere()).not.toContain("加开两班");
});

it("[FZ-2-3 FZ-9-3] [AC-119] an answer that has passed stands on the public list the same day, with unit, date and working days, and is gone at once when taken down", async () => {
  city.at("2026-03-02 09:00");
  const { id } = await file(city, { content: "河边步道的护栏断了一截，请修。" });
  await send(city, id, "urban");
  city.at("2026-03-16 16:00");
  await pass(city, id, await reply(city, id, "urban", "护栏已经焊好。"));
  const [row] = await published("护栏");
  expect(row).toMatchObject({ unit: "市城管局", answeredOn: "2026-03-16" });
  const page = await (await fetch(`${city.url}/answers/${row?.id}`)).text();
  expect(page).toContain("护栏已经焊好。");
  const answer = await city.call(routes.publicDoors.answer, { params: { id: row?.id ?? "" } });
  expect(answer.daysUsed).toBe(10);
  const auditor = await at(city, "bureau.auditor");
  const dispatcher = await at(city, "bureau.dispatcher");
  const { matters, acts } = await dispatcher.open(id);
  const who = acts.some((a) => a.act === "takeDown" && a.closed === null) ? dispatcher : auditor;
  await who.act(id, "takeDown", { matterId: matters[0]?.id ?? "", reason: "含有他人信息。" });
  expect(await published("护栏")).toEqual([]);
  expect((await fetch(`${city.url}/answers/${row?.id}`)).status).toBe(410);
});

it("[FZ-9.1 FZ-9-3] an internal answer reaches its petitioner by the way the case came in, and nobody else", async () => {
  city.at("2026-03-18 09:00");
  const filed = await register(city, {
    channel: "phone",
    content: "反映窗口办事拖拉，希望改进。",
    choice: "nonPublic",
  });
  await (await at(city, "centre.operator")).act(filed.id, "handOver");
  const dispatcher = await at(city, "bureau.dispatcher");
  await dispatcher.act(filed.id, "dispatch", {
    classification: { track: "internal", internalReason: "petitionerChoice" },
    matters: [{ targets: [{ orgId: "labour", role: "lead" }] }],
  });
  await pass(city, filed.id, await reply(city, filed.id, "labour", "窗口已增加人手。"));
  expect(await published("窗口")).toEqual([]);
  const detail = await dispatcher.open(filed.id);
  expect(detail.matters[0]?.publication).not.toBe("published");
  const task = detail.messages.find((m) => m.body.includes("窗口已增加人手"));
  expect(task).toMatchObject({ channel: "phone", state: "toDo" });
});

it("[FZ-9.2 FZ-9-3] a unit may advise against publication; the audit decides, and the petitioner is answered all the same", async () => {
  city.at("2026-03-18 09:00");
  const of = async (withhold: boolean) => {
    const filed = await file(city, { content: `电梯${withhold ? "甲" : "乙"}座常坏，请维修。` });
    await send(city, filed.id, "housing");
    const clerk = await at(city, "housing.clerk");
    const leg = await legAt(clerk, filed.id, "housing");
    await clerk.act(filed.id, "submitToLeader", {}, leg);
    const advice = { advisesWithholding: true, adviceReason: "涉及业主纠纷。" };
    await clerk.act(filed.id, "draftReply", { text: "电梯已维修。", ...advice }, leg);
    await (await at(city, "housing.leader")).act(filed.id, "approveReply", {}, leg);
    const auditor = await at(city, "bureau.auditor");
    await auditor.act(
      filed.id,
      "passAudit",
      { checklist: allYes, withhold, reason: withhold ? "采纳建议。" : null },
      leg,
    );
    return city.call(routes.publicDoors.follow, { body: { number: filed.number, code: filed.code } });
  };
  expect((await of(true)).replies).toMatchObject([{ text: "电梯已维修。" }]);
  expect(await published("甲座")).toEqual([]);
  expect((await of(false)).replies).toHaveLength(1);
  expect(await published("乙座")).toHaveLength(1);
});

it("[AC-91 partly] [FZ-9-3] each channel's result goes back on that channel: a call to make, a fax to send, a short message, the case page", async () => {
  city.at("2026-03-19 09:00");
  const operator = await at(city, "centre.operator");
  for (const channel of ["phone", "fax", "sms"] as const) {
    const { id } = await register(city, { channel, content: `经${channel}反映：垃圾桶满了。` });
    await operator.act(id, "handOver");
    await send(city, id, "urban");
    await pass(city, id, await reply(city, id, "urban", "垃圾已清运。"));
    const result = (await operator.open(id)).messages.filter((m) => m.body.split("\n")[0] === "垃圾已清运。");
    expect(result, channel).toMatchObject([{ channel, state: channel === "sms" ? "notSent" : "toDo" }]);
    expect((await operator.open(id)).stage, channel).not.toBe("answered");
    const params = { id: result[0]?.id ?? "" };
    if (channel === "sms") {
      const unsaid = operator.call(routes.messages.complete, { params, body: { reached: true } });
      await expect(unsaid).rejects.toMatchObject(refusal(422, "delivery.howNeeded"));
      expect((await operator.open(id)).stage, channel).toBe("answering");
      const body = { reached: true, note: "没有接通短信，用值班手机发出" };
      await operator.call(routes.messages.complete, { params, body });
      expect((await operator.open(id)).stage, channel).toBe("answered");
      continue;
    }
    await operator.call(routes.messages.complete, { params, body: { reached: false, note: "占线" } });
    expect((await operator.open(id)).stage, channel).toBe("answering");
    await operator.call(routes.messages.complete, { params, body: { reached: true, note: "已读给本人听" } });
    expect((await operator.open(id)).stage, channel).toBe("answered");
  }
});

it("[FZ-8.5-2] only after four timely answers on the same matter may the city bureau stop dispatching, and it must say where the answer is", async () => {
  const dispatcher = await at(city, "bureau.dispatcher");
  const option = async (id: string) => (await dispatcher.open(id)).acts.find((a) => a.act === "declineRepeat");
  const months = ["04", "05", "06", "07", "08"];
  let previous: string | null = null;
  const closedAfter: (string | null)[] = [];
  for (const [n, month] of months.entries()) {
    city.at(`2026-${month}-13 09:00`);
    const { id, number, code } = await register(city, { content: "楼下烧烤店油烟扰民，请管一管。" });
    const follow = () => city.call(routes.publicDoors.follow, { body: { number, code } });
    await (await at(city, "centre.operator")).act(id, "handOver");
    if (previous) await dispatcher.act(id, "linkRepeat", { previous: previous as never });
    const offered = await option(id);
    closedAfter.push(offered?.closed?.code ?? (offered ? "free" : null));
    if (offered?.closed === null) {
      const { timelyReplies, chain } = (await dispatcher.open(id)).repeats;
      expect([timelyReplies, chain.length]).toEqual([4, 4]);
      await dispatcher.act(id, "declineRepeat");
      const detail = await dispatcher.open(id);
      expect(detail.stage).toBe("notDispatched");
      expect(detail.messages.map((m) => m.body).join()).toContain(`第${n}次答复：已检查整改。`);
      expect((await follow()).pointedTo).toContain(`第${n}次答复：已检查整改。`);
    } else {
      await expect(dispatcher.act(id, "declineRepeat")).rejects.toMatchObject({ status: 422 });
      await send(city, id, "environment");
      await pass(city, id, await reply(city, id, "environment", `第${n + 1}次答复：已检查整改。`));
      expect((await follow()).pointedTo).toBeNull();
    }
    previous = id;
  }
  expect(closedAfter.at(-1)).toBe("free");
  expect(closedAfter.slice(0, 4)).not.toContain("free");
});

it("[FZ-8.5-2] late answers do not count, and a county bureau never has the choice", async () => {
  const dispatcher = await at(city, "bureau.dispatcher");
  let previous: string | null = null;
  for (const [sent, answered] of [
    ["2026-04-13", "2026-04-14"],
    ["2026-05-11", "2026-06-05"],
    ["2026-06-08", "2026-06-09"],
    ["2026-07-06", "2026-07-07"],
  ] as const) {
    city.at(`${sent} 09:00`);
    const { id } = await file(city, { content: "学校门口路面积水，请修。" });
    if (previous) await dispatcher.act(id, "linkRepeat", { previous: previous as never });
    await send(city, id, "schools");
    city.at(`${answered} 09:00`);
    await pass(city, id, await reply(city, id, "schools"));
    previous = id;
  }
  city.at("2026-08-03 09:00");
  const { id } = await file(city, { content: "学校门口路面又积水。" });
  await dispatcher.act(id, "linkRepeat", { previous: previous as never });
  expect((await dispatcher.open(id)).repeats.timelyReplies).toBe(3);
  await expect(dispatcher.act(id, "declineRepeat")).rejects.toMatchObject({ status: 422 });
  await send(city, id, "gulou-bureau");
  const county = await at(city, "gulou-bureau.dispatcher");
  expect((await county.open(id)).acts.map((a) => a.act)).not.toContain("declineRepeat");
  await expect(county.act(id, "declineRepeat")).rejects.toMatchObject({ status: 403 });
  await sendOn(city, id, "gulou-bureau", "gulou-schools");
});

it("[FZ-12] a petitioner rates an answer once, and the rating stands with the case", async () => {
  city.at("2026-09-01 09:00");
  const filed = await file(city, { content: "公园长椅坏了，请换新的。", petitioner: { ...citizen, name: "柯南乔" } });
  await send(city, filed.id, "urban");
  await pass(city, filed.id, await reply(city, filed.id, "urban"));
  const start = await fetch(`${city.url}/follow`);
  const visit = start.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const _csrf = /name="_csrf" value="([^"]+)"/.exec(await start.text())?.[1] ?? "";
  const post = (path: string, cookie: string, fields: Record<string, string>) =>
    fetch(`${city.url}${path}`, {
      method: "POST",
      headers: { cookie },
      body: new URLSearchParams({ _csrf, ...fields }),
      redirect: "manual",
    });
  const opened = await post("/follow", visit, { number: filed.number, code: filed.code });
  const cookie = [visit, ...opened.headers.getSetCookie().map((c) => c.split(";")[0])].join("; ");
  expect((await post("/my-case/rate", visit, { grade: "satisfied" })).status).toBe(404);
  expect((await post("/my-case/rate", cookie, { grade: "excellent" })).status).toBe(422);
  expect((await post("/my-case/rate", cookie, { grade: "satisfied" })).headers.get("location")).toBe(
    "/my-case?said=rate",
  );
  expect((await post("/my-case/rate", cookie, { grade: "dissatisfied" })).status).toBe(422);
  expect((await (await at(city, "bureau.dispatcher")).open(filed.id)).rating).toMatchObject({ grade: "satisfied" });
});
