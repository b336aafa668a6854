import { afterAll, beforeAll, expect, it } from "vitest";
import { deliverMessage } from "../../../server/actions/messages/deliver-message.ts";
import type { Gateways } from "../../../server/gateways/gateways.ts";
import { smtpGateway } from "../../../server/gateways/mail.ts";
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
    .select(["id", "notice", "channel", "body", "body_sealed", "state"])
    .where("case_id", "=", caseId)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  return rows.map(({ body, body_sealed: sealed, ...row }) => ({
    ...row,
    text: sealed ? city.house.keys.open(sealed) : body,
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
  const fields = { referral: "110" };
  await (await at(city, "centre.operator")).act(refused.id, "refuse", { ground: "ground.3.8", fields });
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
