import { afterAll, beforeAll, expect, it } from "vitest";
import { routes } from "../../contract/routes.ts";
import { type City, openCity } from "../city.ts";
import { at, file, legAt, noticesTo, send } from "../steps.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const office = "办公厅（室）分管领导";
const government = "党委、政府分管领导";

/** The leaders whom a bureau may write to, by post. */
async function addressees(login: string) {
  const { call } = await at(city, login);
  const found = (await call(routes.escalations.list, {})).addressees;
  const one = (post: string) => {
    const leader = found.find((a) => a.post === post);
    if (!leader) throw new Error(`no ${post}`);
    return { orgId: leader.orgId, personId: leader.personId };
  };
  return { found, one };
}

it("[FZ-8.8] a county's knotty cases go to its own office leader, copied to its government leader, and to no other level", async () => {
  const ids: string[] = [];
  for (const content of ["拆迁安置房十年未交付。", "同一小区百户没有产权证。"]) {
    const { id } = await file(city, { content });
    await send(city, id, "gulou-bureau");
    ids.push(id);
  }
  const county = await at(city, "gulou-bureau.dispatcher");
  const own = await addressees("gulou-bureau.dispatcher");
  const top = await addressees("bureau.dispatcher");
  expect(own.found.every((a) => a.orgId === "gulou-office")).toBe(true);
  expect([...new Set(own.found.map((a) => a.post))].toSorted()).toEqual([office, government].toSorted());
  const letter = { title: "安置房问题", summary: "两件诉求，需区政府协调。", cases: ids as never };
  const write = (to: object, copyTo: object, cases: readonly string[] = ids) =>
    county.call(routes.escalations.send, {
      body: { ...letter, cases: cases as never, to: to as never, copyTo: copyTo as never },
    });
  await expect(write(top.one(office), top.one(government))).rejects.toMatchObject({
    status: 422,
    error: { rule: { id: "FZ-8.8" } },
  });
  await expect(write(own.one(office), top.one(government))).rejects.toMatchObject({ status: 422 });
  await expect(write(own.one(government), own.one(office))).rejects.toMatchObject({ status: 404 });
  await expect(write(own.one(office), own.one(government), [])).rejects.toMatchObject({ status: 400 });
  const foreign = await file(city, { content: "台江的事情，不归鼓楼。" });
  await send(city, foreign.id, "taijiang-bureau");
  await expect(write(own.one(office), own.one(government), [...ids, foreign.id])).rejects.toMatchObject({
    status: 404,
  });
  expect((await county.call(routes.escalations.list, {})).rows).toEqual([]);
  expect(await noticesTo(city, "gulou-office.office-leader")).toEqual([]);

  const { id, number } = await write(own.one(office), own.one(government));
  expect((await noticesTo(city, "gulou-office.office-leader")).map((n) => n.as).toSorted()).toEqual(["copy", "report"]);
  const leader = await at(city, "gulou-office.office-leader");
  const { rows } = await leader.call(routes.escalations.list, {});
  expect(rows).toMatchObject([{ number, from: "鼓楼区信访局", title: "安置房问题", instructions: [] }]);
  expect(rows[0]?.to).not.toBe(rows[0]?.copyTo);
  expect(rows[0]?.cases.map((row) => row.id).toSorted()).toEqual(ids.toSorted());

  const record = (desk: typeof county) =>
    desk.call(routes.escalations.recordInstruction, { params: { id }, body: { text: "请区住建局牵头，一月内答复。" } });
  await expect(record(await at(city, "bureau.dispatcher"))).rejects.toMatchObject({ status: 404 });
  await record(county);
  expect((await county.call(routes.escalations.list, {})).rows[0]?.instructions).toMatchObject([
    { text: "请区住建局牵头，一月内答复。", leftOut: [] },
  ]);
  for (const caseId of ids) {
    const { timeline } = await county.open(caseId);
    expect(timeline.map((row) => row.type)).toEqual(expect.arrayContaining(["escalated", "instructionRecorded"]));
    expect(timeline.find((row) => row.type === "instructionRecorded")?.text).toContain("请区住建局牵头");
  }
});

it("[FZ-8.8] a unit cannot write to the leaders, and the same letter pressed twice goes once", async () => {
  const { id } = await file(city, { content: "跨部门占道经营，久拖不决。" });
  const { one } = await addressees("bureau.dispatcher");
  const bureau = await at(city, "bureau.dispatcher");
  const letter = { title: "占道经营", summary: "请协调。", cases: [id as never] };
  const body = { ...letter, to: one(office) as never, copyTo: one(government) as never };
  const press = () => bureau.call(routes.escalations.send, { body }, { once: "letter-1" });
  expect(await press()).toEqual(await press());
  expect((await bureau.call(routes.escalations.list, {})).rows).toHaveLength(1);
  const unit = await at(city, "urban.clerk");
  await expect(unit.call(routes.escalations.send, { body })).rejects.toMatchObject({ status: 403 });
});

it("[FZ-8.8] a second instruction stands behind the first, and a case that took none is told of and named in the document", async () => {
  const county = await at(city, "taijiang-bureau.dispatcher");
  const { one } = await addressees("taijiang-bureau.dispatcher");
  const [stays, leaves] = [
    await file(city, { content: "旧厂房改造停工。" }),
    await file(city, { content: "河岸绿道被占。" }),
  ];
  for (const { id } of [stays, leaves]) await send(city, id, "taijiang-bureau");
  const letter = { title: "停工和占道", summary: "请协调。", cases: [stays.id, leaves.id] as never };
  const body = { ...letter, to: one(office) as never, copyTo: one(government) as never };
  const { id } = await county.call(routes.escalations.send, { body });
  const record = (text: string, once: string) =>
    county.call(routes.escalations.recordInstruction, { params: { id }, body: { text } }, { once });
  const instructions = async () =>
    (await county.call(routes.escalations.list, {})).rows.find((row) => row.id === id)?.instructions;
  expect(await record("请区建设局先拿方案。", "first")).toEqual({ leftOut: [] });

  const leg = await legAt(county, leaves.id, "taijiang-bureau");
  await county.act(leaves.id, "askBureauReturn", { reason: "属市城管局职责。", suggested: "urban" }, leg);
  await (await at(city, "bureau.dispatcher")).act(leaves.id, "acceptBureauReturn", { note: "同意。" }, leg);
  const answer = await record("方案已阅，月底前复工。", "second");
  expect(answer.leftOut).toMatchObject([{ number: leaves.number, why: expect.stringMatching(/\S/) }]);
  expect(await record("方案已阅，月底前复工。", "second")).toEqual(answer);
  const given = await instructions();
  expect(given).toMatchObject([
    { text: "请区建设局先拿方案。", leftOut: [] },
    { text: "方案已阅，月底前复工。", leftOut: [leaves.number] },
  ]);
  expect(given?.every((one) => one.by !== "" && one.at === city.house.now())).toBe(true);
  const written = async (caseId: string) =>
    (await (await at(city, "bureau.dispatcher")).open(caseId)).timeline.filter((r) => r.type === "instructionRecorded");
  expect(await written(stays.id)).toHaveLength(2);
  expect(await written(leaves.id)).toHaveLength(1);
});
