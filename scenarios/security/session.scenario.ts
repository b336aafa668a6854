import { generateSync } from "otplib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { client } from "../../contract/client.ts";
import { routes } from "../../contract/routes.ts";
import { type City, type Desk, openCity } from "../city.ts";
import { endSessions } from "../../server/jobs/end-sessions.ts";
import { testPassword } from "../fresh-house.ts";
import { personIn, refusal } from "../steps.ts";

let city: City;
beforeAll(async () => {
  city = await openCity({}, { SESSION_IDLE_MINUTES: "30", SESSION_HOURS: "12", SECURE_COOKIES: "on" });
});
afterAll(() => city.close());

const who = (desk: Desk) => desk.call(routes.session.whoAmI, {});
const none = refusal(401, "session.none");

function cookiesOf(reply: Response): string {
  const cookies = reply.headers.getSetCookie().map((text) => text.split(";")[0]);
  return cookies.join("; ");
}

it("a session ends after half an hour without a sign of life", async () => {
  city.at("2026-03-02 09:00");
  const desk = await city.as("urban.clerk");
  city.at("2026-03-02 09:29");
  expect((await who(desk)).person.name).not.toBe("");
  city.at("2026-03-02 09:58");
  await who(desk);
  city.at("2026-03-02 10:29");
  await expect(who(desk)).rejects.toMatchObject(none);
});

it("a sign-in in a browser that has a session ends the earlier one", async () => {
  const desk = await city.as("urban.clerk");
  const reply = await fetch(`${city.url}/api/session`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie: desk.cookie },
    body: JSON.stringify({ login: "urban.clerk", password: testPassword }),
  });
  expect(reply.ok).toBe(true);
  await expect(who(desk)).rejects.toMatchObject(none);
  expect((await fetch(`${city.url}/api/session`, { headers: { cookie: cookiesOf(reply) } })).status).toBe(200);
});

it("a session ends after twelve hours, however busy it was", async () => {
  city.at("2026-03-03 08:00");
  const desk = await city.as("urban.clerk");
  for (let minutes = 20; minutes < 12 * 60; minutes += 20) {
    city.at(
      `2026-03-03 ${String(8 + Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`,
    );
    await who(desk);
  }
  city.at("2026-03-03 20:00");
  await expect(who(desk)).rejects.toMatchObject(none);
});

it("signing out, a new password and leaving the service each end sessions at once", async () => {
  city.at("2026-03-04 09:00");
  const first = await city.as("housing.clerk");
  await first.call(routes.session.signOut, {});
  await expect(who(first)).rejects.toMatchObject(none);

  const [here, elsewhere] = [await city.as("housing.clerk"), await city.as("housing.clerk")];
  const change = (current: string, next: string) =>
    here.call(routes.session.changePassword, { body: { login: "housing.clerk", current, next } });
  await expect(change("not it", "Other-Pass-2026")).rejects.toMatchObject(refusal(422, "password.wrong"));
  await expect(change(testPassword, "Short-1")).rejects.toMatchObject(refusal(422, "password.tooShort"));
  await expect(change(testPassword, "onlysmallletters")).rejects.toMatchObject(refusal(422, "password.tooPlain"));
  await change(testPassword, "Other-Pass-2026");
  await who(here);
  await expect(who(elsewhere)).rejects.toMatchObject(none);

  const admin = await city.as("admin");
  const { id } = await personIn(admin.call, "housing", "clerk");
  await admin.call(routes.office.setActive, { params: { id }, body: { active: false } });
  await expect(who(here)).rejects.toMatchObject(none);
  await expect(city.as("housing.clerk")).rejects.toThrow("session.wrong");
});

it("only the session's hash is kept, never what the cookie holds", async () => {
  city.at("2026-03-05 09:00");
  const desk = await city.as("urban.leader");
  const token = desk.cookie.split("=")[1] ?? "";
  const rows = await city.house.db.selectFrom("session").selectAll().execute();
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect(row.token_hash.toString("latin1")).not.toContain(token);
});

it("a second factor is bound by showing a code from it, and is asked for from then on", async () => {
  city.at("2026-03-05 10:00");
  const desk = await city.as("water.clerk");
  const { secret } = await desk.call(routes.session.offerSecondFactor, { body: {} });
  const codeNow = () => generateSync({ secret, epoch: Date.parse(city.house.now()) / 1000 });
  const bind = (code: string) => desk.call(routes.session.bindSecondFactor, { body: { code, password: testPassword } });
  const wrong = codeNow() === "123456" ? "654321" : "123456";
  await expect(bind(wrong)).rejects.toMatchObject(refusal(422, "code.wrong"));
  await bind(codeNow());
  expect((await who(desk)).hasSecondFactor).toBe(true);

  const signIn = (code?: string) =>
    city.call(routes.session.signIn, {
      body: { login: "water.clerk", password: testPassword, ...(code ? { code } : {}) },
    });
  await expect(signIn()).rejects.toMatchObject(refusal(401, "session.codeNeeded"));
  await expect(signIn(wrong)).rejects.toMatchObject(refusal(401, "session.wrong"));
  await expect(signIn(codeNow())).rejects.toMatchObject(refusal(401, "session.wrong"));
  city.at("2026-03-05 10:01");
  expect((await signIn(codeNow())).hasSecondFactor).toBe(true);
  const accounts = await city.house.db
    .selectFrom("account")
    .select("totp_sealed")
    .where("totp_sealed", "is not", null)
    .execute();
  expect(accounts).toHaveLength(1);
  expect(accounts[0]?.totp_sealed?.toString("latin1")).not.toContain(secret);
});

it("where the region wants a second factor, nobody works without one", async () => {
  city.at("2026-03-06 09:00");
  const { db, region } = city.house;
  const settings = JSON.stringify({ demo: true, secondFactor: "required" });
  await db
    .updateTable("region")
    .set((eb) => ({ settings, version: eb("version", "+", 1) }))
    .where("id", "=", region)
    .execute();
  const desk = await city.as("urban.clerk");
  expect((await who(desk)).mustEnrol).toBe(true);
  await expect(desk.call(routes.worklist.rows, {})).rejects.toMatchObject(refusal(403, "session.mustEnrol"));
  const { secret } = await desk.call(routes.session.offerSecondFactor, { body: {} });
  const code = generateSync({ secret, epoch: Date.parse(city.house.now()) / 1000 });
  await desk.call(routes.session.bindSecondFactor, { body: { code, password: testPassword } });
  expect((await desk.call(routes.worklist.rows, {})).total).toBe(0);
});

it("behind TLS every cookie says so", async () => {
  const reply = await fetch(`${city.url}/`);
  for (const cookie of reply.headers.getSetCookie()) expect(cookie).toContain("Secure");
  const stranger = client({ fetch, base: city.url, headers: () => ({ cookie: "huiyin_session=made-up" }) });
  await expect(stranger(routes.session.whoAmI, {})).rejects.toMatchObject(none);
});

it("sessions that let nobody in any more are deleted by the job", async () => {
  city.at("2026-03-02 09:00");
  await city.as("schools.clerk");
  await city.house.db
    .updateTable("session")
    .set({ created_at: city.house.now(), last_used_at: city.house.now() })
    .execute();
  const left = async () => (await city.house.db.selectFrom("session").select("account_id").execute()).length;
  const before = await left();
  city.at("2026-03-02 09:29");
  await endSessions(city.house, { idleMinutes: 30, hours: 12 });
  expect([await left(), before > 0]).toEqual([before, true]);
  city.at("2026-03-02 09:30");
  await endSessions(city.house, { idleMinutes: 30, hours: 12 });
  expect(await left()).toBe(0);
});
