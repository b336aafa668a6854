import { afterAll, beforeAll, expect, it } from "vitest";
import { routes } from "../../contract/routes.ts";
import { tidyUp } from "../../server/actions/oversight/tidy-up.ts";
import { messagesOfCase } from "../../server/store/once/messages.ts";
import { type City, citizen, openCity } from "../city.ts";
import { at, file, pass, reply, send } from "../steps.ts";

let city: City;
beforeAll(async () => {
  city = await openCity({ ways: { email: true, sms: true } });
});
afterAll(() => city.close());

type ReplyBy = "sms" | "email" | "web" | "phone";

/** Files a case and answers it, all on one day. */
async function answered(replyBy: ReplyBy, on = "2026-03-02") {
  city.at(`${on} 09:00`);
  const petitioner = { ...citizen, email: "wen@example.test", replyBy };
  const filed = await file(city, { petitioner });
  await send(city, filed.id, "urban");
  await (await at(city, "urban.clerk")).open(filed.id);
  await pass(city, filed.id, await reply(city, filed.id, "urban"));
  return filed;
}

/** The link that a text carries; short messages name the portal without http://. */
function linkIn(text: string): string | null {
  const token = /\/c\/([\w]{8})(?![\w])/.exec(text)?.[1];
  return token ? `${city.url}/c/${token}` : null;
}

/** The message that tells the answer, and what of it only the citizen is sent. */
async function telling(caseId: string) {
  const { house } = city;
  const row = await house.db
    .selectFrom("outbox")
    .select(["body", "body_sealed"])
    .where("case_id", "=", caseId)
    .where("notice", "=", "answered")
    .executeTakeFirst();
  const sent = row?.body_sealed ? house.keys.open("message", row.body_sealed) : null;
  return { shown: row?.body ?? null, sent, link: linkIn(sent ?? "") };
}

const post = (url: string, fields: Record<string, string>) =>
  fetch(url, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });

async function ratingOf(id: string) {
  return (await (await at(city, "bureau.auditor")).open(id)).rating;
}

it("[FZ-12] the answer by SMS and mail carries a short link of the own domain to rate; staff never see the token", async () => {
  for (const by of ["sms", "email"] as const) {
    const { id } = await answered(by);
    const { shown, sent, link } = await telling(id);
    expect(sent).toMatch(/^来件\d{6}有答复了。看答复、作评价：[\w.:/]+\/c\/\w{8}。/);
    if (by === "sms") expect(sent).not.toContain("http");
    const token = link?.split("/c/")[1] ?? "";
    expect(token).toMatch(/^\w{8}$/);
    expect(shown).not.toContain(token);
    const kept = await city.house.db.selectFrom("rating_link").selectAll().where("case_id", "=", id).execute();
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain(token);
    expect(JSON.stringify(await messagesOfCase(city.house.db, city.house.keys, city.house.region, id))).not.toContain(
      token,
    );
  }
});

it("a message that says something else carries none, nor what is read out or shown on the page", async () => {
  const { id } = await answered("sms");
  const rows = await city.house.db.selectFrom("outbox").select(["notice", "body"]).where("case_id", "=", id).execute();
  expect(rows.filter((row) => row.body.includes("/c/")).map((row) => row.notice)).toEqual(["answered"]);
  for (const by of ["phone", "web"] as const) {
    const other = await answered(by);
    const links = await city.house.db
      .selectFrom("rating_link")
      .select("case_id")
      .where("case_id", "=", other.id)
      .execute();
    expect(links, by).toEqual([]);
  }
});

it("[FZ-6.1] of a report about officials the message says that there is news, and nothing of an answer to rate", async () => {
  city.at("2026-03-02 09:00");
  const petitioner = { ...citizen, replyBy: "sms" as const };
  const { id } = await file(city, { subject: "discipline", content: "反映某位干部收受礼品，请调查核实。", petitioner });
  const dispatcher = await at(city, "bureau.dispatcher");
  await dispatcher.act(id, "dispatch", {
    classification: { track: "internal", subject: "discipline" },
    matters: [{ targets: [{ orgId: "discipline", role: "lead" }] }],
  });
  await (await at(city, "discipline.clerk")).open(id);
  await pass(city, id, await reply(city, id, "discipline"));
  const links = await city.house.db.selectFrom("rating_link").select("case_id").where("case_id", "=", id).execute();
  expect(links).toEqual([]);
});

it("[FZ-12] [AC-37] the link rates without number, code, cookie or script, once; looking at it uses nothing up", async () => {
  const { id, number } = await answered("sms");
  const { link } = await telling(id);
  const url = link ?? "";
  for (let look = 0; look < 2; look++) {
    const page = await fetch(url);
    const html = await page.text();
    expect(page.status).toBe(200);
    expect(html).toContain(number.slice(-6));
    expect(html).not.toMatch(/<script|路灯|温若谷|13900002222/);
  }
  expect((await post(url, {})).status).toBe(422);
  expect((await post(url, { grade: "excellent" })).status).toBe(422);
  expect(await ratingOf(id)).toBeNull();
  const done = await post(url, { grade: "dissatisfied", comment: "路灯又坏了" });
  expect(done.status).toBe(303);
  const thanks = await fetch(new URL(done.headers.get("location") ?? "", city.url));
  expect(await thanks.text()).toContain("谢谢，已收到您的评价");
  expect(await ratingOf(id)).toMatchObject({ comment: "路灯又坏了" });
  const second = await post(url, { grade: "satisfied" });
  expect([second.status, (await second.text()).includes("已经评价过了")]).toEqual([200, true]);
  expect(await (await fetch(url)).text()).toContain("已经评价过了");
  expect(await ratingOf(id)).toMatchObject({ comment: "路灯又坏了" });
  const { call } = await at(city, "efficiency.officer");
  const { rows } = await call(routes.statistics.ratings, { query: { from: "2026-03-01", to: "2026-03-31" } });
  expect(rows[0]).toMatchObject({ id, tag: "不满意", comment: "路灯又坏了" });
});

it("a link that is over says what to do, and one that nobody was given leads nowhere", async () => {
  const { id } = await answered("sms");
  const url = (await telling(id)).link ?? "";
  city.at("2026-04-02 09:00");
  for (const page of [await fetch(url), await post(url, { grade: "satisfied" })]) {
    expect(page.status).toBe(410);
    const html = await page.text();
    expect(html).toContain("这个评价链接已过期");
    expect(html).toContain('href="/follow"');
    expect(html).toContain("12345");
  }
  expect(await ratingOf(id)).toBeNull();
  expect((await fetch(`${city.url}/r/${"x".repeat(22)}`)).status).toBe(404);
  expect((await post(`${city.url}/r/x`, { grade: "satisfied" })).status).toBe(404);
});

it("a link remembers for a year that it is over, then it is forgotten", async () => {
  const { id } = await answered("sms", "2026-05-06");
  const url = (await telling(id)).link ?? "";
  city.at("2027-06-04 09:00");
  await tidyUp(city.house);
  expect((await fetch(url)).status).toBe(410);
  city.at("2027-06-06 09:00");
  await tidyUp(city.house);
  expect((await fetch(url)).status).toBe(404);
});
