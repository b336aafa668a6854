import { afterAll, beforeAll, expect, it } from "vitest";
import { client } from "../../../contract/client.ts";
import { routes } from "../../../contract/routes.ts";
import { changeSetting } from "../../../server/actions/office/change-setting.ts";
import { verifyLog } from "../../../server/actions/oversight/verify-log.ts";
import { watchRefusals } from "../../../server/jobs/watch-refusals.ts";
import { buildApp } from "../../../server/app.ts";
import { readConfig } from "../../../server/config.ts";
import { type City, openCity } from "../../city.ts";
import { testPassword } from "../../fresh-house.ts";
import { agree, appoint, at, refusal } from "../../steps.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const change = (login: string, current: string, next: string, by = city.as(login)) =>
  by.then(({ call }) => call(routes.session.changePassword, { body: { login, current, next } }));

/** A sign-in as somebody types it. */
function signIn(login: string, password: string) {
  const call = client({ fetch, base: city.url, headers: () => ({}) });
  return call(routes.session.signIn, { body: { login, password } });
}

it("a first password that nobody has used for thirty days has lapsed; a new one lets its owner in", async () => {
  city.at("2026-03-02 09:00");
  const { call } = await at(city, "admin");
  const body = { name: "温若水", login: "wen.ruoshui", password: "Kq7-mountain-pelz" };
  const { id } = await call(routes.office.addPerson, { body });
  await appoint(city, "urban", { personId: id, post: "clerk", from: "2026-03-02", reason: "新任经办人" } as never);
  city.at("2026-04-01 09:00");
  expect(await signIn("wen.ruoshui", body.password)).toMatchObject({ mustChange: true });
  city.at("2026-04-01 09:01");
  await expect(signIn("wen.ruoshui", body.password)).rejects.toMatchObject({
    status: 403,
    error: { code: "session.lapsed", facts: { days: 30 } },
  });
  // Whoever does not know it learns nothing of that.
  await expect(signIn("wen.ruoshui", "Wrong-Pass-2026")).rejects.toMatchObject(refusal(401, "session.wrong"));
  const refusals = await city.house.db
    .selectFrom("access_log")
    .select("detail")
    .where("what", "=", "signInRefused")
    .execute();
  expect(refusals.map(({ detail }) => (detail as { why: string }).why)).toEqual(["lapsed", "wrong"]);

  const why = { check: "inPerson" as const, reason: "首次密码过期" };
  const repair = { params: { id: id as never }, body: { what: "password" as const, ...why } };
  const { waits } = await (await at(city, "security")).call(routes.accounts.repair, repair);
  const { secret } = await agree(city, waits ?? { change: "", seat: "administrator" });
  expect(await signIn("wen.ruoshui", secret ?? "")).toMatchObject({ mustChange: true });
});

it("where the region says so, passwords are changed by the calendar and accounts that nobody uses are shut", async () => {
  city.at("2026-05-04 09:00");
  const { house } = city;
  await changeSetting(house, house.region, "passwordDays", 90);
  await changeSetting(house, house.region, "idleAccountDays", 120);
  // Nobody knows how old this password is: it counts from now on.
  expect(await signIn("schools.clerk", testPassword)).toMatchObject({ mustChange: false });
  city.at("2026-08-02 09:00");
  expect(await signIn("schools.clerk", testPassword)).toMatchObject({ mustChange: false });
  city.at("2026-08-02 09:01");
  const desk = await city.as("schools.clerk");
  expect(await desk.call(routes.session.whoAmI, {})).toMatchObject({ mustChange: true });
  await expect(desk.call(routes.worklist.rows, { query: {} } as never)).rejects.toMatchObject(
    refusal(403, "session.mustChange"),
  );
  await change("schools.clerk", testPassword, "Rn5-violett-Turm", Promise.resolve(desk));
  expect(await desk.call(routes.session.whoAmI, {})).toMatchObject({ mustChange: false });

  city.at("2026-12-01 09:00");
  await expect(signIn("schools.clerk", "Rn5-violett-Turm")).rejects.toMatchObject({
    status: 403,
    error: { code: "session.idle", facts: { days: 120 } },
  });
  // No day was signed in this story; nothing else is amiss.
  const { faults } = await verifyLog(house, house.region, () => undefined);
  expect(faults.filter(({ what }) => what !== "dayMissing")).toEqual([]);
});

it("passwords hold no name of a body, post or product; where the region says so, length alone is enough", async () => {
  city.at("2026-03-03 09:00");
  const { house } = city;
  const set = (password: string) => change("market.clerk", testPassword, password);
  const { call } = await at(city, "admin");
  const { orgs } = await call(routes.office.tree, {});
  const short = orgs.find(({ id }) => id === "market")?.shortName ?? "";
  expect(short).not.toBe("");
  for (const password of [`${short}Aa1!${short}`, "Dispatcher-2026", "Huiyin-Huiyin-1", "Administrator1!"])
    await expect(set(password), password).rejects.toMatchObject(refusal(422, "password.common"));

  const phrase = "violett turm pelz sieben";
  await expect(set(phrase)).rejects.toMatchObject(refusal(422, "password.tooPlain"));
  await changeSetting(house, house.region, "passwordClasses", "none");
  await set(phrase);
  await expect(change("tax.clerk", testPassword, "aaaaaaaaaaaaaaaa", city.as("urban.clerk"))).rejects.toMatchObject({
    status: 422,
  });
  await signIn("market.clerk", phrase);
});

it("accounts of a demo city are shut where citizens come over TLS and nobody has said that it is a show", async () => {
  const { house } = city;
  const open = async (env: Readonly<Record<string, string>>) => {
    const config = readConfig({
      LOG_LEVEL: "error",
      RATE_LIMITS: "off",
      DATABASE_URL: "postgres://127.0.0.1/none",
      ...env,
    });
    const app = await buildApp({ house, config, region: house.region });
    const reply = await app.inject({
      method: "POST",
      url: "/api/session",
      payload: { login: "urban.clerk", password: testPassword },
    });
    await app.close();
    return reply.statusCode;
  };
  city.at("2026-03-04 09:00");
  expect(await open({ PUBLIC_URL: "https://12345.example.cn" })).toBe(403);
  expect(await open({ PUBLIC_URL: "https://12345.example.cn", DEMO: "on" })).toBe(201);
  expect(await open({})).toBe(201);
});

it("who is refused again and again is noticed: the security officer and the auditor are told, and the log of the process", async () => {
  city.at("2026-03-10 09:00");
  const { house } = city;
  const watching = await at(city, "security");
  const told = async (desk = watching) => (await desk.call(routes.sessions.news, {})).attacks;
  expect(await told()).toEqual([]);
  for (let n = 0; n < 19; n += 1)
    await expect(signIn(`nobody.${n}`, "Wrong-Pass-2026")).rejects.toMatchObject({ status: 401 });
  expect(await told()).toEqual([]);
  await expect(signIn("nobody.19", "Wrong-Pass-2026")).rejects.toMatchObject({ status: 401 });
  const attack = { address: "127.0.0.1", refusals: 20, accounts: 20 };
  expect(await told()).toMatchObject([attack]);
  expect(await told(await at(city, "auditor"))).toMatchObject([attack]);
  expect(await told(await at(city, "urban.clerk"))).toEqual([]);

  const lines: unknown[] = [];
  const log = { warn: (facts: unknown) => lines.push(facts), error: () => undefined };
  await watchRefusals(house, log);
  expect(lines).toEqual([{ region: house.region, ...attack }]);
  city.at("2026-03-10 10:01");
  expect(await told(await at(city, "security"))).toEqual([]);
});
