import { readXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, expect, it } from "vitest";
import { routes } from "../../contract/routes.ts";
import { yintaiDemo } from "../../demo/yintai/city.ts";
import { type City, citizen, type Desk, openCity } from "../city.ts";
import { at, file, refusal } from "../steps.ts";

let city: City;
beforeAll(async () => {
  city = await openCity({ city: yintaiDemo });
});
afterAll(() => city.close());

type Values = Record<string, string | string[]>;

async function does(login: string, id: string, formality: string, values: Values = {}): Promise<void> {
  await (await at(city, login)).act(id, "carryOut", { formality, values });
}

async function doesOn(login: string, id: string, formality: string, values: Values = {}): Promise<void> {
  await (await at(city, login)).act(id, "carryOutOnLeg", { formality, values }, "l1");
}

/** From the ledger to the unit, which has it from then on. */
async function assign(id: string): Promise<void> {
  await does("supervision.officer", id, "ledger", { summary: "楼门口路灯不亮" });
  await does("office.office-leader", id, "propose", { opinion: "拟请区住建局办理", complexity: "simple" });
  await does("office.government-leader", id, "agree", { instruction: "同意" });
  const section = await at(city, "section.dispatcher");
  await section.act(id, "dispatch", { matters: [{ targets: [{ orgId: "housing", role: "lead" }] }] });
}

async function work(login: string): Promise<readonly string[]> {
  const { rows } = await (await at(city, login)).call(routes.worklist.rows, { query: {} });
  return rows.map((row) => row.number);
}

const secret = "电缆已更换，三号楼前路灯恢复照明。";

async function submit(id: string): Promise<void> {
  const clerk = await report(id);
  const { seen } = await clerk.call(routes.cases.previewReply, { params: { id }, body: { legId: "l1", text: secret } });
  await clerk.act(id, "draftReply", { text: secret, why: "各区县的同一回答。", preview: seen }, "l1");
  await (await at(city, "housing.principal")).act(id, "approveReply", {}, "l1");
}

async function report(id: string): Promise<Desk> {
  const clerk = await at(city, "housing.clerk");
  await clerk.open(id);
  await doesOn("housing.clerk", id, "handling-report", {
    facts: "两盏路灯损坏",
    handling: "已更换",
    measures: "每周巡查",
    outcome: "solved",
    means: ["administrative"],
  });
  return clerk;
}

const allYes = { addressed: true, facts: true, order: true, measures: true, wording: true };

it("[YT-3.1.2 YT-4.2-2 YT-4.4-2 YT-4.7-2 YT-4.8-2] a message to the district's head passes through every hand, and its author reads no word of the answer before the centre gives it", async () => {
  const { id, number, code } = await file(city, { petitioner: { ...citizen, replyBy: "web" } });
  const follow = async () => JSON.stringify(await city.call(routes.publicDoors.follow, { body: { number, code } }));
  expect(await work("centre.operator")).toContain(number);
  await does("centre.operator", id, "sort", { category: "complaint", urgency: "ordinary" });
  const office = await at(city, "office.office-leader");
  await expect(office.open(id)).rejects.toMatchObject({ status: 404 });
  await does("centre.operator", id, "report-to-office");
  expect((await office.open(id)).number).toBe(number);
  await assign(id);
  expect(await work("section.dispatcher")).not.toContain(number);
  expect(await work("housing.clerk")).toContain(number);
  await submit(id);
  const auditor = await at(city, "supervision.officer");
  await auditor.act(id, "passAudit", { checklist: allYes }, "l1");
  expect(await follow()).not.toContain(secret);
  await doesOn("supervision.officer", id, "compile-report", { findings: "已到场核实" });
  const early = (await at(city, "centre.operator")).act(id, "carryOutOnLeg", { formality: "answer", values: {} }, "l1");
  await expect(early).rejects.toMatchObject(refusal(422, "formality.notDone"));
  expect(await work("office.government-leader")).toContain(number);
  await doesOn("office.government-leader", id, "approve-report");
  expect(await follow()).not.toContain(secret);
  expect(await work("centre.operator")).toContain(number);
  await doesOn("centre.operator", id, "answer");
  expect(await follow()).toContain(secret);
  expect((await auditor.open(id)).stage).toBe("answered");
});

it("[YT-4.4-2] what the leader has agreed to waits at the administrative section, and nowhere else in the office", async () => {
  const { id, number } = await file(city, { content: "小区门口井盖松动，车子一过就响，请修。" });
  await does("centre.operator", id, "sort", { category: "helpRequest", urgency: "urgent" });
  await does("centre.operator", id, "report-to-office");
  await does("supervision.officer", id, "ledger", { summary: "井盖松动" });
  await does("office.office-leader", id, "propose", { opinion: "拟请区住建局办理", complexity: "simple" });
  expect(await work("section.dispatcher")).not.toContain(number);
  await does("office.government-leader", id, "agree", { instruction: "同意" });
  expect(await work("section.dispatcher")).toContain(number);
  expect(await work("office.office-leader")).not.toContain(number);
});

it("[YT-4.1 YT-3.1.4 YT-4.8-1] the centre registers what it found without knowing its author, and nothing of it goes on without its source", async () => {
  const operator = await at(city, "centre.operator");
  const body = {
    channel: "collected" as const,
    content: "论坛发帖：河道有异味，已经一个星期。",
    petitioner: { name: "" },
  };
  const { id } = await operator.call(routes.cases.register, { body });
  await does("centre.operator", id, "sort", { category: "complaint", urgency: "ordinary" });
  await does("centre.operator", id, "report-to-office");
  await expect(operator.act(id, "handOver", {})).rejects.toMatchObject(refusal(422, "fact.missing"));
  await does("centre.operator", id, "collect", { source: "cityMayorMailbox" });
  await operator.act(id, "handOver", {});
  await assign(id);
  await submit(id);
  await (await at(city, "supervision.officer")).act(id, "passAudit", { checklist: allYes }, "l1");
  await doesOn("supervision.officer", id, "compile-report", { findings: "已到场核实" });
  await doesOn("office.government-leader", id, "approve-report");
  const answer = operator.act(id, "carryOutOnLeg", { formality: "answer", values: {} }, "l1");
  await expect(answer).rejects.toMatchObject(refusal(422, "fact.forbidden"));
  await doesOn("supervision.officer", id, "special-report", { sentTo: "铜川市人民政府办公室", issue: "2026年第1期" });
  expect((await operator.open(id)).stage).toBe("answered");
});

it("[YT-4.3] three messages entered in the ledger take three consecutive numbers of the year, and the export holds a line for each", async () => {
  const entered: string[] = [];
  for (const [minute, n] of ["一", "二", "三"].entries()) {
    city.at(`2026-03-02 15:0${minute}`);
    const { id, number } = await file(city, { content: `${n}号楼前的路灯坏了，晚上很黑，请派人修。` });
    await does("centre.operator", id, "sort", { category: "helpRequest", urgency: "ordinary" });
    await does("centre.operator", id, "report-to-office");
    await does("supervision.officer", id, "ledger", { summary: `${n}号楼路灯` });
    entered.push(number);
  }
  const { cookie } = await at(city, "supervision.officer");
  const answer = await fetch(`${city.url}/api/cases/export?purpose=x&as=xlsx`, { headers: { cookie } });
  expect(answer.status).toBe(200);
  const book = await readXlsx(new Uint8Array(await answer.arrayBuffer()));
  const [header, ...lines] = book.sheets.find(({ name }) => name === "登记台账")?.rows ?? [];
  expect(header).toEqual(["台账序号", "编号", "登记日期", "来源", "类别", "内容摘要", "承办单位", "结果"]);
  const words = (cell: unknown) => (typeof cell === "string" ? cell : "");
  const own = lines.filter((line) => entered.includes(words(line[1])));
  expect(own.map((line) => line[1])).toEqual(entered);
  expect(own.map((line) => line[5])).toEqual(["一号楼路灯", "二号楼路灯", "三号楼路灯"]);
  const first = Number(words(own[0]?.[0]).slice(5));
  expect(own.map((line) => line[0])).toEqual([0, 1, 2].map((n) => `2026-${first + n}`));
});

it("[YT-5.5] a report's words are looked at as they will go out, these very words, before they are submitted", async () => {
  const { id } = await file(city);
  await does("centre.operator", id, "sort", { category: "complaint", urgency: "ordinary" });
  await does("centre.operator", id, "report-to-office");
  await assign(id);
  const clerk = await report(id);
  expect((await clerk.open(id)).forms.previewFirst).toBe(true);
  const send = (text: string, preview?: string) =>
    clerk.act(id, "draftReply", { text, why: "已核对。", ...(preview ? { preview } : {}) }, "l1");
  const answer = "路口的坑已经填平，今后每周巡查一次。";
  const refused = refusal(422, "reply.notPreviewed");
  await expect(send(answer)).rejects.toMatchObject(refused);
  await expect(send(answer, "0".repeat(64))).rejects.toMatchObject(refused);
  const { seen } = await clerk.call(routes.cases.previewReply, { params: { id }, body: { legId: "l1", text: answer } });
  await expect(send(`${answer}谢谢。`, seen)).rejects.toMatchObject(refused);
  await send(answer, seen);
  expect((await clerk.open(id)).legs[0]?.stage).toBe("drafted");
});

it("[YT-4.1] each source says when the centre has last looked, who, and how many messages were new; others cannot", async () => {
  const operator = await at(city, "centre.operator");
  const list = () => operator.call(routes.sources.list, {});
  const before = await list();
  expect(before.basis).toContain("第四条");
  expect(before.rows.map(({ label }) => label)).toEqual(["市长信箱", "区长信箱", "省转交", "市转交", "其他网络形式"]);
  expect(before.rows.every(({ last }) => last === null)).toBe(true);
  city.at("2026-03-10 09:00");
  await operator.call(routes.sources.check, { body: { source: "otherNet", found: 3 } });
  city.at("2026-03-10 15:00");
  await operator.call(routes.sources.check, { body: { source: "otherNet", found: 0 } });
  const rows = (await list()).rows.filter(({ last }) => last !== null);
  expect(rows).toMatchObject([{ source: "otherNet", last: { at: "2026-03-10T07:00:00.000Z", found: 0 } }]);
  expect(rows[0]?.last?.by).not.toBe("");
  const unknown = operator.call(routes.sources.check, { body: { source: "elsewhere", found: 0 } });
  await expect(unknown).rejects.toMatchObject({ status: 404 });
  for (const login of ["housing.clerk", "supervision.officer"]) {
    await expect((await at(city, login)).call(routes.sources.list, {})).rejects.toMatchObject({ status: 404 });
  }
});
