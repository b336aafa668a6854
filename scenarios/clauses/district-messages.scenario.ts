import { afterAll, beforeAll, expect, it } from "vitest";
import { routes } from "../../contract/routes.ts";
import { yintaiDemo } from "../../demo/yintai/city.ts";
import { type City, citizen, openCity } from "../city.ts";
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
  const clerk = await at(city, "housing.clerk");
  await clerk.open(id);
  await doesOn("housing.clerk", id, "handling-report", {
    facts: "两盏路灯损坏",
    handling: "已更换",
    measures: "每周巡查",
    outcome: "solved",
    means: ["administrative"],
  });
  await clerk.act(id, "draftReply", { text: secret }, "l1");
  await (await at(city, "housing.principal")).act(id, "approveReply", {}, "l1");
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
