import { afterAll, beforeAll, expect, it } from "vitest";
import { routes } from "../../contract/routes.ts";
import { hangzhouDemo } from "../../demo/hangzhou/city.ts";
import { type City, citizen, openCity } from "../city.ts";
import { at, file, personIn, refusal } from "../steps.ts";

let city: City;
beforeAll(async () => {
  city = await openCity({ city: hangzhouDemo });
});
afterAll(() => city.close());

type Values = Record<string, string | string[]>;

async function does(login: string, id: string, formality: string, values: Values = {}): Promise<void> {
  await (await at(city, login)).act(id, "carryOut", { formality, values });
}

async function doesOn(login: string, id: string, formality: string, values: Values = {}): Promise<void> {
  await (await at(city, login)).act(id, "carryOutOnLeg", { formality, values }, "l1");
}

const facts = {
  source: "cityMayorMailbox",
  petitionerKind: "citizen",
  purpose: "complaint",
  addressee: "department",
  acceptance: "e",
  urgent: "no",
};

/** Registered with everything that city and province ask, and sent to the city's urban management. */
async function send(id: string, values: Values = {}): Promise<void> {
  await does("bureau.dispatcher", id, "recordFacts", { ...facts, ...values });
  await does("bureau.dispatcher", id, "setOccurrence", { occurrence: "initial" });
  await does("bureau.dispatcher", id, "setForm", { form: "transfer" });
  const dispatcher = await at(city, "bureau.dispatcher");
  await dispatcher.act(id, "dispatch", { matters: [{ targets: [{ orgId: "urban", role: "lead" }] }] });
  await (await at(city, "urban.clerk")).open(id);
  const leader = await at(city, "urban.leader");
  const [one, other] = [
    await personIn(leader.call, "urban", "leaderInCharge"),
    await personIn(leader.call, "urban", "clerk"),
  ];
  await doesOn("urban.leader", id, "nameResponsible", { responsibleLeader: one.id, responsiblePerson: other.id });
}

async function sign(id: string, text: string): Promise<void> {
  const clerk = await at(city, "urban.clerk");
  await doesOn("urban.clerk", id, "recordHandling", { means: ["administrative"], resolution: "resolved" });
  await clerk.act(id, "draftReply", { text }, "l1");
  await (await at(city, "urban.leader")).act(id, "approveReply", {}, "l1");
}

/** The page of a case, opened with its number and code. */
async function open(number: string, code: string) {
  const start = await fetch(`${city.url}/follow`);
  const visit = start.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const _csrf = /name="_csrf" value="([^"]+)"/.exec(await start.text())?.[1] ?? "";
  const send = (path: string, cookie: string, fields: Record<string, string>) => {
    const body = new URLSearchParams({ _csrf, ...fields });
    return fetch(`${city.url}${path}`, { method: "POST", headers: { cookie }, body, redirect: "manual" });
  };
  const opened = await send("/follow", visit, { number, code });
  const cookie = [visit, ...opened.headers.getSetCookie().map((c) => c.split(";")[0])].join("; ");
  return {
    post: (path: string, fields: Record<string, string>) => send(path, cookie, fields),
    read: async (path: string) => (await fetch(`${city.url}${path}`, { headers: { cookie } })).text(),
  };
}

const dark = "文三路的路灯坏了，已找物业经理毕明达两次。";
const bothYes = { content: true, implementation: true };
const checked = { method: "phone", reached: "yes", checkResult: "属实", checkRemarks: "希望定期巡查" };

it("[HZ-6.3.2.a-2 HZ-6.3.2.b-1 HZ-6.3.2.b-2 HZ-6.3.2.c-1 HZ-6.4.1 HZ-6.4.2] signed, the petitioner reads the answer and rates it while the review is still to come; then it is published, and archived", async () => {
  city.at("2026-03-02 09:00");
  const { id, number, code } = await file(city, { petitioner: { ...citizen, replyBy: "web" }, content: dark });
  const follow = () => city.call(routes.publicDoors.follow, { body: { number, code } });
  await send(id);
  city.at("2026-03-05 14:00");
  await sign(id, "文三路路灯3月5日已经修复。");
  expect(JSON.stringify(await follow())).toContain("已经修复");
  const visit = await open(number, code);
  expect((await visit.post("/my-case/rate", { grade: "dissatisfied" })).headers.get("location")).toBe(
    "/my-case?said=rate",
  );
  await expect(city.call(routes.publicDoors.follow, { body: { number, code: "0000000000" } })).rejects.toMatchObject({
    status: 404,
  });
  const auditor = await at(city, "bureau.auditor");
  const early = auditor.act(id, "passAudit", { checklist: bothYes }, "l1");
  await expect(early).rejects.toMatchObject(refusal(422, "formality.notDone"));
  await doesOn("urban.clerk", id, "recordOpinion", { opinionGrade: "satisfied", opinionText: "满意" });
  await doesOn("bureau.auditor", id, "reviewCallBack", checked);
  await auditor.act(id, "passAudit", { checklist: bothYes }, "l1");
  const published = async () => (await city.call(routes.publicDoors.answers, { query: { q: "文三路" } })).rows;
  expect(await published()).toEqual([]);
  await expect(does("bureau.auditor", id, "publish")).rejects.toMatchObject(refusal(422, "publication.undecided"));
  const { matters } = await auditor.call(routes.publications.planned, { params: { id } } as never);
  const barring = matters.flatMap(({ matterId, texts }) => {
    const from = texts.question.indexOf("毕明达");
    return (["title", "question"] as const).map((field) => ({ matterId, field, from, to: from + 3, bar: true }));
  });
  await auditor.act(id, "carryOut", { formality: "publish", values: {}, barring });
  const [answer] = await published();
  expect(answer?.title).toBe("文三路的路灯坏了，已找物业经理▇▇两次");
  await does("bureau.dispatcher", id, "archive", { archiveNumber: "2026-1" });
  expect((await auditor.open(id)).stage).toBe("archived");
});

it("[HZ-6.1.3 HZ-6.3.1-2] by short message: the receipt is told within a working day, and an extension counts once its reason was", async () => {
  city.at("2026-03-09 09:00");
  const dispatcher = await at(city, "bureau.dispatcher");
  const body = { channel: "sms" as const, content: "文二路井盖松动，车子一过就响。", petitioner: citizen };
  const { id } = await dispatcher.call(routes.cases.register, { body });
  const due = async (rule: string) => (await dispatcher.open(id)).duties.find((d) => d.rule === rule)?.due;
  expect(await due("acknowledge-sms")).toBe("2026-03-10");
  await send(id, { source: "sms" });
  expect(await due("reply")).toBe("2026-03-16");
  await doesOn("urban.clerk", id, "askExtension", { askedDays: "10", askedReason: "需要开挖路面" });
  await doesOn("urban.principal", id, "grantExtension", {
    extensionDays: "10",
    extensionReason: "需要开挖路面更换井座",
  });
  const { messages } = await dispatcher.open(id);
  const told = messages.map((m) => m.body).join();
  expect(told).toContain("延长10日，新的最晚日期是3月26日。延期原因：127.0.0.1");
  expect(await due("reply")).toBe("2026-03-16");
  expect(await due("tell-extension")).toBeNull();
  await sign(id, "井座已经更换。");
  const answers = (await dispatcher.open(id)).messages.filter((m) => m.body.startsWith("井座已经更换。"));
  expect(answers).toMatchObject([{ channel: "sms" }]);
});

it("[HZ-6.3.1-2 HZ-6.2.3-3] over the web the page of the case says why it takes longer", async () => {
  city.at("2026-03-09 10:00");
  const { id, number, code } = await file(city, { content: "文一路人行道地砖破损，下雨积水。" });
  await send(id);
  await doesOn("urban.clerk", id, "askExtension", { askedDays: "5", askedReason: "等地砖到货" });
  await doesOn("urban.principal", id, "grantExtension", { extensionDays: "5", extensionReason: "地砖3月20日到货" });
  const visit = await open(number, code);
  const page = await visit.read("/my-case");
  expect(page).toContain("地砖3月20日到货");
  expect(page).not.toContain("等地砖到货");
  const { due } = await city.call(routes.publicDoors.follow, { body: { number, code } });
  expect(due).toBe("2026-03-21");
});
