import { afterAll, beforeAll, expect, it } from "vitest";
import { routes } from "../../../contract/routes.ts";
import { qinglanDemo } from "../../../demo/qinglan/city.ts";
import { type City, citizen, type Desk, openCity } from "../../city.ts";
import { appoint, at, file, legAt, pass, personIn, refusal, register, reply, send } from "../../steps.ts";
import { opens } from "../portal/petitioner.ts";

let city: City;
let national: City;
beforeAll(async () => {
  [city, national] = await Promise.all([
    openCity({ ways: { sms: true, email: true } }),
    openCity({ city: qinglanDemo }),
  ]);
});
afterAll(() => Promise.all([city.close(), national.close()]));

const lamp = "加洋路12号门前的路灯坏了三天，晚上很黑，请修复。";
const rowOf = async (desk: Desk, number: string) =>
  (await desk.call(routes.cases.list, { query: { q: number } as never })).rows[0];

it("[AC-46] a visit keeps how many came; from the number of the regulation on it is a group in head and list, below it is not", async () => {
  const operator = await at(national, "bureau.operator");
  const visit = async (people: number, representatives: string[]) => {
    const petitioner = { ...citizen, replyBy: "web" as const, people, representatives };
    const body = { channel: "visit" as const, content: "小区供暖不足，请处理。", petitioner };
    const { id, number } = await operator.call(routes.cases.register, { body });
    return { row: await rowOf(operator, number), head: (await operator.open(id)).petitioner };
  };
  const five = await visit(5, ["季怀舟"]);
  expect(five.row).toMatchObject({ people: 5, collective: true });
  expect(five.head).toMatchObject({ people: 5, collective: true });
  expect((await visit(4, [])).row).toMatchObject({ people: 4, collective: false });
  const unnamed = await register(city, { channel: "visit", petitioner: { ...citizen, replyBy: "web", people: 6 } });
  expect((await (await at(city, "centre.operator")).open(unnamed.id)).petitioner).toMatchObject({
    people: 6,
    collective: false,
  });
  const scan = Buffer.from(
    `%PDF-1.4\n%âãÏÓ\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
    "latin1",
  );
  const centre = await at(city, "centre.operator");
  const { csrf } = await centre.call(routes.session.whoAmI, {});
  const body = new FormData();
  body.append("files", new Blob([new Uint8Array(scan)]), "来信.pdf");
  const headers = { cookie: centre.cookie, "x-csrf-token": csrf };
  const sent = await fetch(`${city.url}/api/cases/${unnamed.id}/files`, { method: "POST", headers, body });
  const { files } = (await sent.json()) as { files: { id: string }[] };
  const back = await fetch(`${city.url}/api/files/${files[0]?.id}`, { headers: { cookie: centre.cookie } });
  expect(Buffer.compare(Buffer.from(await back.arrayBuffer()), scan)).toBe(0);
});

it("[AC-50] a unit that left yesterday is not suggested, cannot be chosen, and its reason is readable", async () => {
  city.at("2026-03-04 09:00");
  const { id } = await file(city, { content: lamp });
  const admin = await at(city, "admin");
  const dispatcher = await at(city, "bureau.dispatcher");
  const preview = () =>
    dispatcher.call(routes.cases.previewDispatch, { params: { id }, body: { track: "public" } } as never);
  expect((await preview()).suggestions.map((one) => one.id)).toContain("urban");
  const membership = (leftOn: string | null) =>
    admin.call(routes.office.setMembership, {
      params: { id: "urban" as never },
      body: { joinedOn: "2007-01-01", leftOn } as never,
    });
  await membership("2026-03-03");
  const seen = await preview();
  expect(seen.suggestions.map((one) => one.id)).not.toContain("urban");
  expect(seen.closed.find((one) => one.id === "urban")?.message).toMatch(/没有加入系统|未加入系统|退出/);
  await expect(send(city, id, "urban")).rejects.toMatchObject(refusal(422, "dispatch.targetNotJoined"));
  await membership(null);
  await send(city, id, "urban");
});

it("[AC-54] [AC-55] three parts have unit, day and reply of their own; the parent stays open with one of them, and what a part brings marks it until it is opened", async () => {
  city.at("2026-03-02 10:00");
  const { id, number } = await file(city, { content: "路灯不亮；楼道漏水；校门口拥堵。" });
  const dispatcher = await at(city, "bureau.dispatcher");
  const part = (title: string, orgId: string) => ({
    title,
    text: `${title}，请处理。`,
    targets: [{ orgId, role: "lead" as const }],
  });
  const matters = [part("路灯不亮", "urban"), part("楼道漏水", "housing"), part("校门口拥堵", "schools")];
  await dispatcher.act(id, "dispatch", { classification: { track: "public" }, matters });
  const sent = await dispatcher.open(id);
  expect(sent.matters.map((one) => one.title)).toEqual(["路灯不亮", "楼道漏水", "校门口拥堵"]);
  expect(new Set(sent.legs.map((leg) => leg.matterId)).size).toBe(3);
  for (const leg of sent.legs) {
    expect(sent.duties.some((duty) => duty.legId === leg.id && duty.due !== null)).toBe(true);
  }
  const marked = async () => (await rowOf(dispatcher, number))?.partsChanged;
  expect(await marked()).toBe(false);
  const first = await reply(city, id, "urban", "路灯已于3月2日修复。");
  expect(await marked()).toBe(true);
  expect((await rowOf(await at(city, "urban.clerk"), number))?.partsChanged).toBe(false);
  await dispatcher.open(id);
  expect(await marked()).toBe(false);
  await pass(city, id, first);
  const second = await reply(city, id, "housing", "漏水点已于3月2日修好。");
  await pass(city, id, second);
  const open = await dispatcher.open(id);
  expect(open.stage).toBe("inHand");
  expect(open.legs.map((leg) => leg.replies.length)).toEqual([1, 1, 0]);
  await pass(city, id, await reply(city, id, "schools", "校门口已增设护学岗。"));
  expect((await dispatcher.open(id)).stage).toBe("answered");
});

it("[AC-57] a return is decided with a reason, and after the refusal the unit has no second one", async () => {
  city.at("2026-03-02 11:00");
  const { id } = await file(city, { content: lamp });
  await send(city, id, "urban");
  const clerk = await at(city, "urban.clerk");
  const leg = await legAt(clerk, id, "urban");
  await clerk.act(id, "askReturn", { reason: "该处属小区内道路。", suggested: "housing" }, leg);
  const dispatcher = await at(city, "bureau.dispatcher");
  await expect(dispatcher.act(id, "refuseReturn", { reason: " " }, leg)).rejects.toMatchObject(
    refusal(422, "return.reasonMissing"),
  );
  await dispatcher.act(id, "refuseReturn", { reason: "路灯由市城管局维护。" }, leg);
  const after = await clerk.open(id);
  expect(after.acts.find((act) => act.act === "askReturn")?.closed?.message).toContain("已被驳回");
  const again = clerk.act(id, "askReturn", { reason: "还是不归我们。", suggested: "housing" }, leg);
  await expect(again).rejects.toMatchObject(refusal(422, "return.barred"));
  expect(after.timeline.some(({ text }) => text.includes("路灯由市城管局维护。"))).toBe(true);
});

it("[AC-61] urgency changes with a reason only; then the case stands first for everyone", async () => {
  city.at("2026-03-02 14:00");
  const { id } = await file(city, { content: "电线垂到路面，有人触电危险。" });
  const dispatcher = await at(city, "bureau.dispatcher");
  const correct = (reason: string | null) =>
    dispatcher.call(routes.cases.correct, { params: { id }, body: { field: "urgent", value: "urgent", reason } });
  await expect(correct(null)).rejects.toMatchObject(refusal(422, "correction.reasonMissing"));
  await expect(correct("  ")).rejects.toMatchObject(refusal(422, "correction.reasonMissing"));
  await correct("有触电危险。");
  const { urgent, timeline } = await dispatcher.open(id);
  expect(urgent).toBe(true);
  expect(timeline[0]?.text).toContain("（理由：有触电危险。）");
  const first = async (login: string) =>
    (await (await at(city, login)).call(routes.worklist.rows, { query: { tab: "all" } })).rows[0]?.id;
  expect(await first("bureau.dispatcher")).toBe(id);
  await send(city, id, "urban");
  expect(await first("urban.clerk")).toBe(id);
});

it("[AC-67] an internal note and an internal opinion stand on no page of the portal, in no message, in no paper for the citizen", async () => {
  city.at("2026-03-05 09:00");
  const filed = await register(city, { content: lamp, petitioner: { ...citizen, replyBy: "sms" } });
  const { id } = filed;
  await (await at(city, "centre.operator")).act(id, "handOver");
  await send(city, id, "urban");
  const clerk = await at(city, "urban.clerk");
  const leg = await legAt(clerk, id, "urban");
  await clerk.act(id, "submitToLeader", {}, leg);
  await clerk.act(id, "note", { text: "内部甲乙丙" });
  await clerk.act(id, "draftReply", { text: "线路老化，已更换。", internalOpinion: "内部丁戊己" }, leg);
  await (await at(city, "urban.leader")).act(id, "approveReply", {}, leg);
  await pass(city, id, leg);
  const answer = (await city.call(routes.publicDoors.answers, { query: {} } as never)).rows[0];
  const mine = await opens(city.url, filed);
  const paper = { kind: "answer-letter", legId: leg };
  const letter = await clerk.call(routes.papers.preview, { params: { id }, body: paper });
  const pages = [
    mine.page.html,
    await (await fetch(`${city.url}/answers`)).text(),
    await (await fetch(`${city.url}/answers/${answer?.id}`)).text(),
    JSON.stringify(await city.call(routes.publicDoors.follow, { body: filed })),
    JSON.stringify((await (await at(city, "bureau.dispatcher")).open(id)).messages),
    JSON.stringify(letter),
  ];
  for (const page of pages) expect(page).not.toMatch(/内部甲乙丙|内部丁戊己/);
  expect(pages[0]).toContain("线路老化");
  expect(pages.at(-1)).toContain("线路老化");
});

it("[AC-77] related cases name those with the same matter at the same place, and the repeats with their count", async () => {
  city.at("2026-03-09 09:00");
  const place = { areaId: "gulou", place: "软件大道" };
  const first = await file(city, { content: "软件大道公交站牌歪斜，站名看不清。", ...place });
  const near = await file(city, {
    content: "软件大道的公交站牌又歪斜了，老人看不清站名。",
    ...place,
    petitioner: { ...citizen, name: "安可", phone: "13900003333" },
  });
  city.at("2026-03-10 09:00");
  const again = await file(city, { content: "软件大道公交站牌还是歪斜的。", ...place });
  const dispatcher = await at(city, "bureau.dispatcher");
  const related = () => dispatcher.call(routes.cases.related, { params: { id: again.id } });
  const { samePerson, similar } = await related();
  expect(samePerson.map((row) => row.id)).toContain(first.id);
  expect(similar.map((row) => row.id)).toContain(near.id);
  await dispatcher.act(again.id, "linkRepeat", { previous: first.id as never });
  const { repeats } = await dispatcher.open(again.id);
  expect(repeats.chain.map((row) => row.id)).toEqual([first.id]);
  expect((await rowOf(dispatcher, again.number))?.repeats).toBe(2);
});

it("[AC-85] a stand-in signs between the dates and neither before nor after; the session says for whom and until when", async () => {
  city.at("2026-03-11 09:00");
  const admin = await at(city, "admin");
  const { id: leader } = await personIn(admin.call, "urban", "leaderInCharge");
  const { id: other } = await personIn(admin.call, "housing", "clerk");
  const body = { personId: other, post: "leaderInCharge", from: "2026-03-12", to: "2026-03-13", standsInFor: leader };
  await appoint(city, "urban", body as never);
  const drafted = async () => {
    const { id } = await file(city, { content: lamp });
    await send(city, id, "urban");
    const clerk = await at(city, "urban.clerk");
    const leg = await legAt(clerk, id, "urban");
    await clerk.act(id, "submitToLeader", {}, leg);
    await clerk.act(id, "draftReply", { text: "已修复。" }, leg);
    return { id, leg };
  };
  const sign = async () => {
    const { id, leg } = await drafted();
    const desk = await city.as("housing.clerk");
    await desk.call(routes.session.choosePlace, { body: { orgId: "urban" as never } });
    await desk.act(id, "approveReply", {}, leg);
    return { place: (await desk.call(routes.session.whoAmI, {})).place, kase: await desk.open(id) };
  };
  await expect(sign()).rejects.toMatchObject({ status: 403 });
  city.at("2026-03-12 09:00");
  const { place, kase } = await sign();
  expect(place).toMatchObject({ orgId: "urban", standsInUntil: "2026-03-13" });
  expect(place?.standsInFor).toHaveLength(1);
  expect(kase.timeline.find((row) => row.type === "replySubmitted")?.who).toMatch(/^代 /);
  city.at("2026-03-16 09:00");
  await expect(sign()).rejects.toMatchObject({ status: 403 });
});
