import { generateSync } from "otplib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { routes } from "../../../contract/routes.ts";
import { signAllDays } from "../../../server/jobs/sign-days.ts";
import { type City, openCity } from "../../city.ts";
import { testPassword } from "../../fresh-house.ts";
import { at, personIn, refusal } from "../../steps.ts";

let city: City;
beforeAll(async () => {
  city = await openCity({}, { TRUST_PROXY: "on" });
});
afterAll(() => city.close());

interface Answer {
  readonly status: number;
  readonly code: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly cookie: string;
}

async function post(path: string, body: object, from: string, cookie = ""): Promise<Answer> {
  const reply = await fetch(`${city.url}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-forwarded-for": from, ...(cookie ? { cookie } : {}) },
    body: JSON.stringify(body),
  });
  const { error } = (await reply.json()) as { error?: { code: string; facts: Record<string, unknown> } };
  const given = reply.headers.getSetCookie().map((text) => text.split(";")[0]);
  return { status: reply.status, code: error?.code ?? "", facts: error?.facts ?? {}, cookie: given.join("; ") };
}

const attempt = (login: string, password: string, from: string, cookie = "") =>
  post("/api/session", { login, password }, from, cookie);

/** How many of the attempts of an account were really looked at: each of those is logged as wrong. */
async function lookedAt(login: string): Promise<number> {
  const rows = await city.house.db
    .selectFrom("access_log")
    .select("detail")
    .where("what", "=", "signInRefused")
    .execute();
  const details = rows.map(({ detail }) => detail as { login: string; why: string });
  return details.filter((one) => one.login === login && one.why === "wrong").length;
}

const stranger = (n: number) => `203.0.113.${n}`;

it("three hundred wrong passwords at once are five that are looked at, and the right one among them gains nothing", async () => {
  city.at("2026-03-02 09:00");
  const burst = await Promise.all(
    Array.from({ length: 300 }, (_, n) => attempt("urban.clerk", n === 299 ? testPassword : `wrong-${n}`, stranger(1))),
  );
  expect(burst.map(({ status }) => status).filter((status) => status !== 401)).toEqual([]);
  expect(burst.filter(({ code }) => code === "session.wrong").length).toBeLessThanOrEqual(4);
  expect(await lookedAt("urban.clerk")).toBe(5);
  expect((await attempt("urban.clerk", testPassword, stranger(1))).code).toBe("session.locked");
});

it("fifty right passwords at once all open: nobody uses up the tries of their own", async () => {
  city.at("2026-03-02 09:40");
  const burst = await Promise.all(
    Array.from({ length: 50 }, () => attempt("labour.leader", testPassword, stranger(70))),
  );
  expect(new Set(burst.map(({ status }) => status))).toEqual(new Set([201]));
});

it("strangers from anywhere shut nobody out of a browser or an address that the account knows", async () => {
  city.at("2026-03-02 10:00");
  const login = "water.clerk";
  const home = "198.51.100.7";
  const { cookie } = await attempt(login, testPassword, home);
  expect(cookie).toContain("huiyin_device=");
  const hammer = () =>
    Promise.all(Array.from({ length: 60 }, (_, n) => attempt(login, "wrong", stranger(1 + (n % 12)), "")));
  await hammer();
  // All addresses that the account does not know share twenty tries.
  expect(await lookedAt(login)).toBeLessThanOrEqual(20);
  expect((await attempt(login, testPassword, stranger(99))).code).toBe("session.locked");
  expect((await attempt(login, testPassword, home)).status).toBe(201);
  expect((await attempt(login, testPassword, "192.0.2.44", cookie)).status).toBe(201);
  // Also while a neighbour behind the same address misses: the browser has a count of its own.
  for (const _ of [1, 2, 3, 4, 5, 6]) await attempt(login, "wrong", home);
  expect((await attempt(login, testPassword, home)).code).toBe("session.locked");
  expect((await attempt(login, testPassword, home, cookie)).status).toBe(201);
});

it("a mark that was not given out here makes no browser known", async () => {
  city.at("2026-03-02 11:00");
  const forged = `huiyin_device=${"A".repeat(24)}.${"B".repeat(24)}`;
  for (const _ of [1, 2, 3, 4, 5]) await attempt("power.clerk", "wrong", stranger(1), forged);
  expect((await attempt("power.clerk", testPassword, stranger(1), forged)).code).toBe("session.locked");
});

it("a hundred codes of the second factor at once are five that are looked at; a wrong code is answered as a wrong password", async () => {
  city.at("2026-03-02 12:00");
  const login = "traffic.clerk";
  const { call } = await city.as(login);
  const { secret } = await call(routes.session.offerSecondFactor, { body: {} });
  const codeAt = (time: string) => generateSync({ secret, epoch: Date.parse(`${time}+08:00`) / 1000 });
  const first = { code: codeAt("2026-03-02T12:00:00"), password: testPassword };
  await call(routes.session.bindSecondFactor, { body: first });
  city.at("2026-03-02 12:30");
  const right = codeAt("2026-03-02T12:30:00");
  const wrong = right === "123456" ? "654321" : "123456";
  const asked = await attempt(login, testPassword, stranger(20));
  expect(asked.code).toBe("session.codeNeeded");
  const step = String(asked.facts["step"]);
  const codes = await Promise.all(
    Array.from({ length: 100 }, () => post("/api/session/code", { step, code: wrong }, stranger(20))),
  );
  expect(codes.map(({ status }) => status).filter((status) => status !== 401)).toEqual([]);
  expect(await lookedAt(login)).toBeLessThanOrEqual(5);
  expect(codes.find(({ code }) => code === "session.wrong")?.code).toBe("session.wrong");
  expect((await post("/api/session/code", { step, code: right }, stranger(20))).code).toBe("session.locked");

  const again = await attempt(login, testPassword, stranger(21));
  const open = (code: string) => post("/api/session/code", { step: String(again.facts["step"]), code }, stranger(21));
  expect((await open(wrong)).code).toBe("session.wrong");
  expect((await open(right)).status).toBe(201);
  expect((await open(right)).code).toBe("session.wrong");
  expect((await post("/api/session/code", { step: "made up", code: right }, stranger(21))).code).toBe(
    "session.stepOver",
  );
  city.at("2026-03-02 12:36");
  const late = codeAt("2026-03-02T12:36:00");
  expect((await open(late)).code).toBe("session.stepOver");
});

it("a second factor is chosen by the server, and another takes its place only with password and old code", async () => {
  city.at("2026-03-02 13:00");
  const desk = await city.as("police.clerk");
  const call = desk.call;
  const code = (secret: string) => generateSync({ secret, epoch: Date.parse(city.house.now()) / 1000 });
  const own = "A".repeat(32);
  const chosen = { secret: own, code: code(own), password: testPassword } as never;
  await expect(call(routes.session.bindSecondFactor, { body: chosen })).rejects.toMatchObject(
    refusal(422, "factor.noOffer"),
  );
  const { secret } = await call(routes.session.offerSecondFactor, { body: {} });
  const bind = (body: { code: string; password: string; oldCode?: string }) =>
    call(routes.session.bindSecondFactor, { body });
  const proof = refusal(422, "factor.proof");
  await expect(bind({ code: code(secret), password: "wrong" })).rejects.toMatchObject(proof);
  await bind({ code: code(secret), password: testPassword });
  city.at("2026-03-02 13:10");
  const next = (await call(routes.session.offerSecondFactor, { body: {} })).secret;
  await expect(bind({ code: code(next), password: testPassword })).rejects.toMatchObject(proof);
  await expect(bind({ code: code(next), password: "wrong", oldCode: code(secret) })).rejects.toMatchObject(proof);
  city.at("2026-03-02 13:12");
  await bind({ code: code(next), password: testPassword, oldCode: code(secret) });
  city.at("2026-03-02 13:14");
  const { facts } = await attempt("police.clerk", testPassword, stranger(30));
  const body = { step: String(facts["step"]), code: code(next) };
  expect((await post("/api/session/code", body, stranger(30))).status).toBe(201);
});

it("guesses at the present password are counted before they are looked at, fifty at once as one by one", async () => {
  city.at("2026-03-02 14:00");
  const { call } = await city.as("schools.clerk");
  const change = (current: string) => {
    const body = { login: "schools.clerk", current, next: "Kq7-mountain-pelz" };
    return call(routes.session.changePassword, { body }).then(
      () => "changed",
      (error: { status: number; error: { code: string } }) => `${error.status} ${error.error.code}`,
    );
  };
  const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => change(`wrong-${n}`)));
  expect(answers.filter((answer) => answer === "422 password.wrong").length).toBeLessThanOrEqual(5);
  expect(answers.filter((answer) => !["422 password.wrong", "422 password.wait"].includes(answer))).toEqual([]);
  expect(await change(testPassword)).toBe("422 password.wait");
  city.at("2026-03-02 14:31");
  expect(await change(testPassword)).toBe("changed");
});

it("passwords that are soon guessed, or were used before, are refused; a first one opens nothing but its change", async () => {
  city.at("2026-03-02 15:00");
  const { call: admin } = await at(city, "admin");
  const add = (password: string) =>
    admin(routes.office.addPerson, { body: { name: "温若水", login: "wen.ruoshui", password } });
  const common = [
    "Password123",
    "Qwerty1234",
    "wen.ruoshui1A",
    "Fuzhou@2026",
    "Aa123456789",
    "1qaz@WSX3edc",
    "P@ssw0rd2026",
  ];
  for (const password of common)
    await expect(add(password), password).rejects.toMatchObject(refusal(422, "password.common"));
  const { id } = await add("Kq7-mountain-pelz");
  const people = (await admin(routes.office.people, {})).people;
  expect(people.find((one) => one.id === id)?.mustChange).toBe(true);

  const desk = await city.as("labour.clerk");
  const change = (current: string, next: string) =>
    desk.call(routes.session.changePassword, { body: { login: "labour.clerk", current, next } });
  await expect(change(testPassword, "labour.Clerk99")).rejects.toMatchObject(refusal(422, "password.common"));
  const used = [testPassword, ...[1, 2, 3, 4].map((n) => `Rn${n}-violett-Turm`)];
  for (const [n, next] of used.slice(1).entries()) {
    city.at(`2026-03-02 15:1${n}`);
    await change(used[n] ?? "", next);
  }
  const last = used.at(-1) ?? "";
  for (const old of used.slice(0, -1))
    await expect(change(last, old), old).rejects.toMatchObject(refusal(422, "password.reused"));
  city.at("2026-03-02 15:20");
  await change(last, "Rn5-violett-Turm");
  await change("Rn5-violett-Turm", testPassword);
});

it("sessions are listed with device and address, ended by oneself and by the security officer, who says why", async () => {
  city.at("2026-03-03 09:00");
  const here = await city.as("market.clerk");
  const away = await attempt("market.clerk", testPassword, "198.51.100.9");
  const rows = async () => (await here.call(routes.sessions.own, {})).rows;
  const other = (await rows()).find((row) => !row.here);
  expect(other).toMatchObject({ address: "198.51.100.9", device: expect.any(String) });
  const stranger = await at(city, "urban.leader");
  const params = { id: other?.id ?? "" };
  const body = { password: testPassword };
  await expect(stranger.call(routes.sessions.endOwn, { params, body })).rejects.toMatchObject(refusal(404, "notFound"));
  // Whoever finds an open screen ends nothing: the password is asked for again, and guesses at it are counted.
  for (const [password, code] of [
    ["Wrong-Pass-2026", "factor.password"],
    ["", "request.invalid"],
  ] as const)
    await expect(here.call(routes.sessions.endOwn, { params, body: { password } })).rejects.toMatchObject({
      error: { code },
    });
  await here.call(routes.sessions.endOwn, { params, body });
  expect(await rows()).toHaveLength(1);
  const left = await fetch(`${city.url}/api/session`, { headers: { cookie: away.cookie } });
  expect(left.status).toBe(401);

  city.at("2026-03-03 09:30");
  const { call } = await at(city, "security");
  const { id } = await personIn(call, "market", "clerk");
  const [open] = (await call(routes.sessions.of, { params: { id: id as never } })).rows;
  const end = { params: { id: id as never, session: open?.id ?? "" }, body: { reason: "电脑遗失" } };
  await expect((await at(city, "admin")).call(routes.sessions.endFor, end)).rejects.toMatchObject(
    refusal(403, "right.missing"),
  );
  await call(routes.sessions.endFor, end);
  await expect(here.call(routes.session.whoAmI, {})).rejects.toMatchObject(refusal(401, "session.none"));
  city.at("2026-03-03 09:40");
  const again = await city.as("market.clerk");
  expect((await again.call(routes.sessions.own, {})).rows).toHaveLength(1);
});

it("the auditor of the log alone reads sign-ins, refusals with address and login, and refused rights", async () => {
  city.at("2026-03-04 09:00");
  await attempt("health.clerk", "wrong", stranger(50));
  await attempt("MySecret-Pass-99", "wrong", stranger(51));
  const clerk = await at(city, "urban.leader");
  const { id } = await personIn(clerk.call, "urban", "clerk");
  await expect(
    clerk.call(routes.office.setActive, { params: { id: id as never }, body: { active: false } }),
  ).rejects.toMatchObject(refusal(403, "right.missing"));
  for (const login of ["admin", "security", "bureau.head"]) {
    const { call } = await at(city, login);
    await expect(call(routes.logs.read, {}), login).rejects.toMatchObject(refusal(403, "right.missing"));
    await expect(call(routes.logs.verify, {}), login).rejects.toMatchObject(refusal(403, "right.missing"));
  }
  const { call } = await at(city, "auditor");
  const read = async (kind: "signIns" | "refusals" | "office") =>
    (await call(routes.logs.read, { query: { kind, from: "2026-03-04" as never, size: 200 } })).rows;
  const signIns = await read("signIns");
  expect(signIns.find(({ login }) => login === "health.clerk")).toMatchObject({
    what: "signInRefused",
    address: stranger(50),
    who: expect.stringMatching(/./),
  });
  const unknown = signIns.find(({ address }) => address === stranger(51));
  expect(unknown).toMatchObject({ login: "my…", detail: { hash: expect.stringMatching(/^[0-9a-f]{16}$/) } });
  expect(JSON.stringify(signIns).toLowerCase()).not.toContain("mysecret");
  const refused = (await read("refusals")).find(({ detail }) => String(detail["door"]).includes("/active"));
  expect(refused).toMatchObject({ detail: { of: { id }, code: "right.missing", address: expect.any(String) } });
  await signAllDays(city.house);
  expect((await call(routes.logs.verify, {})).faults).toBe(0);
  const door = { params: { id: "urban" }, body: { personId: id, post: "clerk" as const, from: "2026-03-04" } };
  await expect(call(routes.office.appoint, door)).rejects.toMatchObject(refusal(403, "right.missing"));
});

it("sign-ins, password changes, resets and unlocks of one account at once end without a fault of the server", async () => {
  city.at("2026-03-05 09:00");
  const login = "environment.clerk";
  const desk = await city.as(login);
  const security = await at(city, "security");
  const admin = await at(city, "admin");
  const { id } = await personIn(admin.call, "environment", "clerk");
  const params = { id: id as never };
  const why = { check: "calledBack", reason: "本人来电" } as const;
  const resets = await Promise.all(
    Array.from({ length: 10 }, () =>
      security.call(routes.accounts.repair, { params, body: { what: "password", ...why } }),
    ),
  );
  const statuses = (asked: readonly Promise<unknown>[]) =>
    Promise.all(asked.map((one) => one.then(() => 200).catch((error: { status?: number }) => error.status ?? 0)));
  const answers = await statuses([
    ...Array.from({ length: 10 }, () => city.as(login)),
    ...resets.map(({ waits }) =>
      admin.call(routes.changes.decide, { params: { id: waits?.change ?? "" }, body: { agree: true } }),
    ),
    ...Array.from({ length: 10 }, () =>
      security.call(routes.accounts.repair, { params, body: { what: "unlock", ...why } }),
    ),
    ...Array.from({ length: 10 }, (_, n) => {
      const body = { login, current: testPassword, next: `Rn${n}-violett-Turm` };
      return desk.call(routes.session.changePassword, { body });
    }),
    ...Array.from({ length: 10 }, () => desk.call(routes.session.offerSecondFactor, { body: {} })),
  ]);
  expect(answers.filter((status) => status >= 500)).toEqual([]);
  const account = await city.house.db
    .selectFrom("account")
    .select(["must_change"])
    .where("person_id", "=", id)
    .executeTakeFirstOrThrow();
  expect(account.must_change).toBe(true);
});
