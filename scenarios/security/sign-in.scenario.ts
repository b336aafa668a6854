import { afterAll, beforeAll, expect, it } from "vitest";
import { generateSync } from "otplib";
import { routes } from "../../contract/routes.ts";
import { type City, openCity } from "../city.ts";
import { testPassword } from "../fresh-house.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

interface Answer {
  readonly status: number;
  readonly code: string;
  readonly facts: unknown;
}

async function attempt(login: string, password: string): Promise<Answer> {
  const reply = await fetch(`${city.url}/api/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ login, password }),
  });
  const { error } = (await reply.json()) as { error?: { code: string; facts: unknown } };
  return { status: reply.status, code: error?.code ?? "", facts: error?.facts };
}

it("five wrong passwords lock an account for half an hour, even against the right one, and then it opens again", async () => {
  city.at("2026-03-02 09:00");
  for (const left of [4, 3, 2, 1]) {
    expect(await attempt("urban.clerk", "wrong")).toEqual({ status: 401, code: "session.wrong", facts: { left } });
  }
  expect(await attempt("urban.clerk", "wrong")).toMatchObject({ code: "session.locked", facts: { minutes: 30 } });
  city.at("2026-03-02 09:29");
  expect(await attempt("urban.clerk", testPassword)).toMatchObject({ code: "session.locked", facts: { minutes: 1 } });
  city.at("2026-03-02 09:31");
  expect((await attempt("urban.clerk", testPassword)).status).toBe(201);
  expect(await attempt("urban.clerk", "wrong")).toMatchObject({ facts: { left: 4 } });
});

it("a name that nobody has is answered word for word as one that somebody has, the lock included", async () => {
  city.at("2026-03-03 09:00");
  const of = async (login: string) => {
    const answers: Answer[] = [];
    for (let i = 0; i < 7; i++) answers.push(await attempt(login, "wrong"));
    return answers;
  };
  const known = await of("housing.clerk");
  expect(await of("nobody.at-all")).toEqual(known);
  expect(known.at(-1)?.code).toBe("session.locked");
  city.at("2026-03-03 09:31");
  expect(await attempt("nobody.at-all", "wrong")).toEqual(await attempt("housing.clerk", "wrong"));
});

it("an unknown name costs the same work as a known one", async () => {
  city.at("2026-03-04 09:00");
  const quickest = async (logins: readonly string[]) => {
    const times: number[] = [];
    for (const login of logins) {
      const start = performance.now();
      await attempt(login, "wrong");
      times.push(performance.now() - start);
    }
    return Math.min(...times);
  };
  const units = ["traffic", "police", "schools", "labour", "environment", "market", "health", "water"];
  const known = await quickest(units.map((unit) => `${unit}.clerk`));
  const unknown = await quickest(units.map((unit) => `${unit}.ghost`));
  expect(unknown).toBeGreaterThan(known / 2);
});

it("guesses made all at once are each counted", async () => {
  city.at("2026-03-05 09:00");
  await Promise.all(Array.from({ length: 8 }, () => attempt("power.clerk", "wrong")));
  expect(await attempt("power.clerk", testPassword)).toMatchObject({ code: "session.locked" });
});

it("a code of the second factor opens one session: neither it nor an earlier one works again, the next one does", async () => {
  city.at("2026-03-06 09:00");
  const { call } = await city.as("water.leader");
  const { secret } = await call(routes.session.offerSecondFactor, { body: {} });
  const codeAt = (time: string) => generateSync({ secret, epoch: Date.parse(`${time}+08:00`) / 1000 });
  const shown = { code: codeAt("2026-03-06T09:00:00"), password: testPassword };
  await call(routes.session.bindSecondFactor, { body: shown });
  const open = async (code: string) => {
    const body = JSON.stringify({ login: "water.leader", password: testPassword, code });
    const headers = { "content-type": "application/json" };
    return (await fetch(`${city.url}/api/session`, { method: "POST", headers, body })).status;
  };
  expect(await open(codeAt("2026-03-06T09:00:00"))).toBe(401);
  city.at("2026-03-06 09:10");
  const code = codeAt("2026-03-06T09:10:00");
  expect((await Promise.all([open(code), open(code)])).toSorted()).toEqual([201, 401]);
  expect(await open(code)).toBe(401);
  expect(await open(codeAt("2026-03-06T09:09:30"))).toBe(401);
  expect(await open(codeAt("2026-03-06T09:10:30"))).toBe(201);
});

it("another site cannot sign anybody in, and the cookie stays with us", async () => {
  const send = (headers: Record<string, string>) =>
    fetch(`${city.url}/api/session`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify({ login: "bureau.auditor", password: testPassword }),
    });
  const foreign = await send({ "sec-fetch-site": "cross-site" });
  expect(foreign.status).toBe(403);
  expect(foreign.headers.getSetCookie()).toEqual([]);
  const [cookie] = (await send({ "sec-fetch-site": "same-origin" })).headers.getSetCookie();
  expect(cookie).toMatch(/^huiyin_session=[\w-]{43};/);
  expect(cookie).toContain("HttpOnly");
  expect(cookie).toContain("SameSite=Strict");
});
