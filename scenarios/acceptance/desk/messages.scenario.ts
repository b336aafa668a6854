import { afterAll, beforeAll, expect, it } from "vitest";
import { routes } from "../../../contract/routes.ts";
import { deliverMessage } from "../../../server/actions/messages/deliver-message.ts";
import type { Gateways } from "../../../server/gateways/gateways.ts";
import { smtpGateway } from "../../../server/gateways/mail.ts";
import { openedRows } from "../../../server/store/words/rows/kept-rows.ts";
import { type City, citizen, openCity } from "../../city.ts";
import { openPostOffice, type PostOffice, wordsOf } from "../../record/post-office.ts";
import { at, fail, file, pass, register, reply, send } from "../../steps.ts";

let city: City;
let office: PostOffice;
let gateways: Gateways;
beforeAll(async () => {
  city = await openCity({ ways: { email: true, sms: true } });
  office = await openPostOffice();
  gateways = { mail: smtpGateway(office.url, "12345@huiyin.test"), sms: null };
  const settings = { demo: true, secondFactor: "optional", smsSignature: "示例12345", shortSite: "12345.example.cn" };
  await city.house.db
    .updateTable("region")
    .set((eb) => ({ settings: JSON.stringify(settings), version: eb("version", "+", 1) }))
    .execute();
});
afterAll(async () => {
  gateways.mail?.close();
  await office.close();
  await city.close();
});

async function outbox(caseId: string) {
  const rows = await city.house.db
    .selectFrom("outbox")
    .select(["id", "notice", "channel", "body", "body_sealed", "words_sealed", "state"])
    .where("case_id", "=", caseId)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  const read = openedRows(city.house.keys, "outbox", rows);
  return read.map(({ body, body_sealed: sealed, ...row }) => ({
    ...row,
    text: sealed ? city.house.keys.open("message", sealed) : body,
  }));
}

const words = "长乐路18号的积水三天没有退，温若谷的店进了水。";
const bySms = { petitioner: { ...citizen, replyBy: "sms" as const }, content: words };

it("[AC-120] no SMS holds a name or matter: every text of a case's life is one part, with its tail and a way to act", async () => {
  city.at("2026-03-02 09:00");
  const { id, number } = await file(city, bySms);
  await send(city, id, "urban");
  await (await at(city, "urban.clerk")).open(id);
  const leg = await reply(city, id, "urban");
  await fail(city, id, leg);
  await reply(city, id, "urban");
  await pass(city, id, leg);
  const refused = await file(city, bySms);
  const fields = { note: "私人借款纠纷" };
  await (await at(city, "bureau.dispatcher")).act(refused.id, "refuse", { ground: "ground.3.9", fields });
  const sent = [...(await outbox(id)), ...(await outbox(refused.id))];
  const told = sent.map(({ notice }) => notice).toSorted();
  expect(told).toEqual(["answered", "published", "received", "received", "redo", "refused.alert", "transferred"]);
  for (const { channel, text } of sent) {
    expect(channel).toBe("sms");
    expect([...`【示例12345】${text}`].length, text).toBeLessThanOrEqual(70);
    expect(text).not.toMatch(/长乐路|积水|温若谷|13900002222|http/);
    expect(text).toContain("12345.example.cn");
  }
  const textOf = (notice: string) => sent.find((one) => one.notice === notice)?.text;
  expect(textOf("redo")).toContain(`来件${number.slice(-6)}的答复已退回市城管局重办`);
  expect(textOf("refused.alert")).toContain("未予受理。原因、依据和您可以去找的部门：12345.example.cn");
});

it("an accusation's messages say that there is news and nothing else", async () => {
  city.at("2026-03-03 09:00");
  const { id, number } = await file(city, { ...bySms, subject: "discipline", content: "反映某干部收受礼品。" });
  await (await at(city, "bureau.dispatcher")).act(id, "dispatch", {
    classification: { track: "internal", subject: "discipline" },
    matters: [{ targets: [{ orgId: "discipline", role: "lead" }] }],
  });
  await (await at(city, "discipline.clerk")).open(id);
  await pass(city, id, await reply(city, id, "discipline"));
  const preferred = (await outbox(id)).filter(({ notice }) => notice !== "received");
  const news = `来件${number.slice(-6)}有新进展，请凭查询码查看或到窗口询问。`;
  expect(preferred.map(({ text }) => text)).toEqual([news]);
});

it("[AC-45] a phone case sent inside makes a call task with the exact fixed words, and no call has a web address", async () => {
  city.at("2026-03-04 09:00");
  const { id } = await register(city);
  const operator = await at(city, "centre.operator");
  await operator.act(id, "handOver");
  await (await at(city, "bureau.dispatcher")).act(id, "dispatch", {
    classification: { track: "internal", internalReason: "differs" },
    matters: [{ targets: [{ orgId: "urban", role: "lead" }] }],
  });
  const tasks = (await outbox(id)).filter(({ state }) => state === "toDo");
  expect(tasks).toMatchObject([{ channel: "phone", text: "您所反映的问题已转由市城管局内部办理" }]);
  await (await at(city, "urban.clerk")).open(id);
  await pass(city, id, await reply(city, id, "urban"));
  for (const { text } of (await outbox(id)).filter(({ channel }) => channel === "phone")) {
    expect(text).not.toMatch(/http|12345\.example/);
  }
});

it("a mail has the first words as subject, then the box of four lines, and a link, in plain text and as HTML", async () => {
  city.at("2026-03-05 09:00");
  const petitioner = { ...citizen, email: "wen@example.test", replyBy: "email" as const };
  const { id, number } = await file(city, { petitioner, content: "井盖<松动>，车子一过就响。" });
  await send(city, id, "urban");
  const moved = (await outbox(id)).find(({ notice }) => notice === "transferred");
  office.mails.length = 0;
  expect(await deliverMessage(city.house, gateways, city.house.region, moved?.id ?? "", 1)).toBe("done");
  const [mail] = office.mails;
  if (!mail) throw new Error("no mail");
  const text = wordsOf(mail);
  expect(text).toContain(`来件${number.slice(-6)}已转市城管局，该局最晚3月19日提交答复`);
  for (const line of [
    "现在在谁手里：市城管局",
    "从什么时候：2026年3月5日 周四",
    "最晚什么时候：2026年3月19日 周四 24:00 前",
    "依据：",
  ]) {
    expect(text).toContain(line);
  }
  expect(text).toMatch(/查进展：http\S+\/follow/);
  expect(mail.raw).toMatch(/content-type: text\/html/i);
  expect(mail.raw).toMatch(/Subject: =\?UTF-8\?/i);
});

it("out of the hours of sending a message waits for them, a code does not; the outbox says when it goes", async () => {
  city.at("2026-03-05 20:00");
  const petitioner = { ...citizen, email: "wen@example.test", replyBy: "email" as const };
  const { id, number } = await file(city, { petitioner, content: "路灯不亮。" });
  await send(city, id, "urban");
  const sent = await outbox(id);
  const [received, moved] = ["received", "transferred"].map((notice) => sent.find((one) => one.notice === notice));
  office.mails.length = 0;
  const deliver = (message = "", attempt = 1) =>
    deliverMessage(city.house, gateways, city.house.region, message, attempt);
  expect(await deliver(received?.id)).toBe("done");
  expect(await deliver(moved?.id)).toBe("later");
  expect(await deliver(moved?.id, 2)).toBe("again");
  expect(office.mails).toHaveLength(1);
  const operator = await at(city, "centre.operator");
  const listed = async () => {
    const { rows } = await operator.call(routes.messages.list, { query: { state: "all" } });
    return rows.find((row) => row.number === number && row.body.includes("已转"));
  };
  expect(await listed()).toMatchObject({ state: "waiting", sendAfter: "2026-03-06T00:00:00.000Z", attempts: [] });
  const shown = (await operator.open(id)).messages.find((m) => m.id === moved?.id);
  expect(shown?.sendAfter).toBe("2026-03-06T00:00:00.000Z");
  city.at("2026-03-06 07:59");
  expect(await deliver(moved?.id)).toBe("later");
  city.at("2026-03-06 08:00");
  expect(await deliver(moved?.id)).toBe("done");
  expect(await listed()).toMatchObject({ state: "delivered", sendAfter: null });
});

it("[FZ-3.8] whoever is in danger is told at any hour whom to call", async () => {
  city.at("2026-03-05 23:30");
  const { id } = await file(city, bySms);
  await (await at(city, "centre.operator")).act(id, "refuse", { ground: "ground.3.8", fields: { referral: "110" } });
  const { rows } = await (await at(city, "centre.operator")).call(routes.messages.list, { query: { state: "all" } });
  const row = rows.find((one) => one.caseId === id && one.body.includes("紧急"));
  expect(row).toMatchObject({ channel: "sms", state: "waiting", sendAfter: null });
  expect(row?.body).toBe(
    "【示例12345】您说的情况紧急。请立即拨打110（报警）、119（火警）、120（急救）或122（交通事故）。",
  );
});
