import { afterAll, beforeAll, expect, it } from "vitest";
import type { SessionInfo } from "../../../contract/session.ts";
import { routes } from "../../../contract/routes.ts";
import { type City, openCity } from "../../city.ts";
import { testPassword } from "../../fresh-house.ts";
import { agree, at, refusal } from "../../steps.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

/** Signs in; a session, or the error. */
async function attempt(login: string, password: string) {
  const reply = await fetch(`${city.url}/api/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ login, password }),
  });
  const body = (await reply.json()) as SessionInfo & { error?: { code: string } };
  const cookie = reply.headers.getSetCookie().map((text) => text.split(";")[0]);
  return { ...body, cookie: cookie.join("; ") };
}

async function person(login: string) {
  const { people } = await (await at(city, "admin")).call(routes.office.people, {});
  const found = people.find((one) => one.login === login);
  if (!found) throw new Error(login);
  return found;
}

const why = { check: "calledBack", reason: "本人来电说明" } as const;

/** The security officer unlocks alone; a reset waits for the administrator, who is shown what comes of it. */
async function repair(login: string, what: "unlock" | "password" | "secondFactor") {
  const params = { id: (await person(login)).id as never };
  const { call } = await at(city, "security");
  const { waits } = await call(routes.accounts.repair, { params, body: { what, ...why } });
  return waits ? agree(city, waits) : null;
}

it("a locked account is unlocked with a reason; its owner reads of it at the next sign-in", async () => {
  city.at("2026-03-02 09:00");
  await attempt("urban.clerk", testPassword);
  city.at("2026-03-02 10:00");
  for (const _ of [1, 2, 3, 4, 5]) await attempt("urban.clerk", "wrong");
  expect((await attempt("urban.clerk", testPassword)).error?.code).toBe("session.locked");
  expect((await person("urban.clerk")).lockedUntil).not.toBeNull();
  expect(await repair("urban.clerk", "unlock")).toBeNull();
  expect((await person("urban.clerk")).lockedUntil).toBeNull();
  const back = await attempt("urban.clerk", testPassword);
  expect(back.lastSignIn).toBe("2026-03-02T01:00:00.000Z");
  expect(back.news).toMatchObject([{ type: "accountUnlocked", reason: "本人来电说明" }]);
  city.at("2026-03-02 10:05");
  expect((await attempt("urban.clerk", testPassword)).news).toEqual([]);
});

it("a password for one sign-in replaces the old one, ends sessions and tokens, and must be changed first", async () => {
  city.at("2026-03-02 11:00");
  const desk = await city.as("power.clerk");
  const { person: own, place } = await desk.call(routes.session.whoAmI, {});
  const body = { name: "自用", personId: own.id, orgId: place?.orgId ?? "" };
  const { token } = await desk.call(routes.tokens.create, { body });
  const bearer = { headers: { authorization: `Bearer ${token}` } };
  expect((await fetch(`${city.url}/api/worklist`, bearer)).status).toBe(200);
  city.at("2026-03-02 11:01");
  const password = (await repair("power.clerk", "password"))?.secret ?? "";
  expect(password).toMatch(/^[A-Z][a-z]\d[a-z](-[A-Z][a-z]\d[a-z]){2}$/);
  await expect(desk.call(routes.session.whoAmI, {})).rejects.toMatchObject(refusal(401, "session.none"));
  expect((await fetch(`${city.url}/api/worklist`, bearer)).status).toBe(401);
  expect((await attempt("power.clerk", testPassword)).error?.code).toBe("session.wrong");
  const first = await attempt("power.clerk", password);
  expect(first.mustChange).toBe(true);
  expect(first.news).toMatchObject([{ type: "changeProposed", kind: "password" }, { type: "passwordReset" }]);
  const headers = { cookie: first.cookie, "x-csrf-token": first.csrf };
  expect((await fetch(`${city.url}/api/worklist`, { headers })).status).toBe(403);
  const { rows } = await logged("passwordReset");
  expect(rows).toMatchObject([{ data: { check: "calledBack", reason: "本人来电说明" } }]);
  expect(JSON.stringify(rows)).not.toContain(password);
});

it("a lost authenticator is taken off, and nobody mends the own account or without a reason", async () => {
  city.at("2026-03-02 12:00");
  const { house } = city;
  const { id } = await person("urban.clerk");
  const sealed = house.keys.seal("secondFactor", "JBSWY3DPEHPK3PXP");
  await house.db.updateTable("account").set({ totp_sealed: sealed }).where("person_id", "=", id).execute();
  expect((await attempt("urban.clerk", testPassword)).error?.code).toBe("session.codeNeeded");
  await repair("urban.clerk", "secondFactor");
  expect((await attempt("urban.clerk", testPassword)).error).toBeUndefined();
  await expect(repair("security", "secondFactor")).rejects.toMatchObject(refusal(422, "account.own"));
  const security = await at(city, "security");
  const silent = {
    params: { id: id as never },
    body: { what: "unlock" as const, check: "byLeader" as const, reason: "" },
  };
  await expect(security.call(routes.accounts.repair, silent)).rejects.toMatchObject(refusal(400, "request.invalid"));
  const order = { params: { id: id as never }, body: { what: "unlock" as const, ...why } };
  for (const login of ["urban.leader", "admin", "auditor"]) {
    const { call } = await at(city, login);
    await expect(call(routes.accounts.repair, order), login).rejects.toMatchObject(refusal(403, "right.missing"));
  }
});

it("a person's name and telephone are changed; the log keeps what they were", async () => {
  city.at("2026-03-02 13:00");
  const admin = await at(city, "admin");
  const { id, name } = await person("urban.clerk");
  const edit = (phone: string | null) =>
    admin.call(routes.accounts.edit, { params: { id: id as never }, body: { name: "程若安", phone } });
  await expect(edit("139")).rejects.toMatchObject(refusal(422, "account.phone"));
  await edit("１３９ 0000 4600");
  expect(await person("urban.clerk")).toMatchObject({ name: "程若安", phone: "13900004600" });
  const { rows } = await logged("personEdited");
  expect(rows).toMatchObject([{ data: { before: { name, phone: null }, after: { name: "程若安" } } }]);
});

it("the sign-in page names the region and the administrator's telephone", async () => {
  const named = await city.call(routes.accounts.threshold, {});
  expect(named).toMatchObject({ region: expect.stringMatching(/./), platform: expect.stringContaining("12345") });
});

async function logged(type: string) {
  const rows = await city.house.db.selectFrom("office_event").select("data").where("type", "=", type).execute();
  return { rows };
}
