import { request as rawRequest } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { routes } from "../../contract/routes.ts";
import { type City, openCity } from "../city.ts";
import { testPassword } from "../fresh-house.ts";
import { at, file, send } from "../steps.ts";

let city: City;
let secure: City;
beforeAll(async () => {
  city = await openCity();
  secure = await openCity({}, { PUBLIC_URL: "https://12345.example.cn", RATE_LIMITS: "on" });
});
afterAll(async () => {
  await city.close();
  await secure.close();
});

const json = { "content-type": "application/json" };

/** A request as no browser sends it. */
function raw(url: string, method: string, path: string, headers: Record<string, string> = {}) {
  const { hostname, port } = new URL(url);
  return new Promise<{ status: number; text: string; headers: Record<string, unknown> }>((done, failed) => {
    const sent = rawRequest({ hostname, port, method, path, headers }, (reply) => {
      const chunks: Buffer[] = [];
      reply.on("data", (chunk: Buffer) => chunks.push(chunk));
      reply.on("end", () =>
        done({ status: reply.statusCode ?? 0, text: Buffer.concat(chunks).toString(), headers: reply.headers }),
      );
    });
    sent.on("error", failed);
    sent.end();
  });
}

it("no address of ours leads a visitor to another host", async () => {
  const page = await fetch(`${city.url}/how`);
  const cookie = page.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  for (const to of [
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "javascript:alert(1)",
    "/\t/evil.example",
    "/.//evil.example",
    "\n//evil.example",
  ]) {
    const reply = await fetch(`${city.url}/large`, {
      method: "POST",
      headers: { cookie, origin: city.url },
      body: new URLSearchParams({ to, on: "1" }),
      redirect: "manual",
    });
    expect(reply.status, to).toBe(303);
    const led = new URL(reply.headers.get("location") ?? "", city.url);
    expect(led.host, to).toBe(new URL(city.url).host);
  }
});

it("no foreign origin is let in: no answer carries a header of CORS, asked before or not", async () => {
  for (const path of ["/", "/api/session", "/api/public/answers", "/api/openapi.json"]) {
    for (const method of ["GET", "OPTIONS"]) {
      const { headers } = await fetch(`${city.url}${path}`, {
        method,
        headers: { origin: "https://evil.example", "access-control-request-method": "POST" },
      });
      const allowed = [...headers.keys()].filter((name) => name.startsWith("access-control-"));
      expect(allowed, `${method} ${path}`).toEqual([]);
    }
  }
});

it("every answer with a body says what it is and how its characters are written", async () => {
  for (const path of [
    "/",
    "/submit",
    "/nowhere",
    "/api",
    "/api/session",
    "/api/nowhere",
    "/api/public/answers",
    "/healthz",
  ]) {
    const reply = await fetch(`${city.url}${path}`);
    const body = await reply.text();
    const type = reply.headers.get("content-type") ?? "";
    expect(type, path).toMatch(/^(text\/html|application\/json|text\/plain); charset=utf-8$/i);
    if (type.startsWith("application/json")) expect(() => JSON.parse(body) as unknown, path).not.toThrow();
    else if (type.startsWith("text/html")) expect(body, path).toMatch(/^<!doctype html>/i);
  }
});

it("TRACE, unknown methods and a method in a header do nothing", async () => {
  const { id } = await file(city);
  for (const method of ["TRACE", "TRACK", "PROPFIND"]) {
    const reply = await raw(city.url, method, "/follow", { "x-canary": "seen-again" }).catch(() => null);
    expect(reply?.status ?? 400, method).toBeGreaterThanOrEqual(400);
    expect(reply?.text ?? "", method).not.toContain("seen-again");
  }
  const desk = await at(city, "bureau.dispatcher");
  const override = await fetch(`${city.url}/api/cases/${id}`, {
    headers: { cookie: desk.cookie, "x-http-method-override": "DELETE" },
  });
  expect(override.status).toBe(200);
});

it("where a request ends is said in one way, or it is refused and its connection closed", async () => {
  const { hostname, port } = new URL(city.url);
  const hidden = "GET /canary-behind HTTP/1.1\r\nhost: huiyin\r\n\r\n";
  const post = "POST /api/public/follow HTTP/1.1\r\nhost: huiyin\r\ncontent-type: application/json\r\n";
  const tricks = [
    `${post}content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n${hidden}`,
    `${post}content-length: 2\r\ncontent-length: ${2 + hidden.length}\r\n\r\n{}${hidden}`,
    `${post}transfer-encoding: xchunked\r\n\r\n0\r\n\r\n${hidden}`,
    `${post}transfer-encoding : chunked\r\n\r\n0\r\n\r\n${hidden}`,
    `${post}content-length: +2\r\n\r\n{}${hidden}`,
    `${post}transfer-encoding: chunked\r\n\r\n0x2\r\n{}\r\n0\r\n\r\n${hidden}`,
  ];
  for (const trick of tricks) {
    const said = await new Promise<string>((done) => {
      const socket = connect(Number(port), hostname, () => socket.write(trick));
      const chunks: Buffer[] = [];
      socket.on("data", (chunk) => chunks.push(chunk));
      socket.on("close", () => done(Buffer.concat(chunks).toString()));
      socket.on("error", () => undefined);
    });
    expect(said.match(/HTTP\/1\.1 \d{3}/g), trick).toEqual(["HTTP/1.1 400"]);
  }
});

it("no folder is listed, and nothing of the source is served", async () => {
  const seen = [
    "/.git/config",
    "/.git/HEAD",
    "/package.json",
    "/desk/assets/",
    "/desk/assets",
    "/../package.json",
    "/data/keys/master-key",
  ];
  for (const path of seen) {
    const { text } = await raw(city.url, "GET", path);
    expect(text, path).not.toMatch(/\[core\]|ref: refs|"dependencies"|Index of|<title>Directory/);
    expect(text, path).not.toMatch(/[0-9a-f]{64}/);
  }
});

it("what a request may not say is not taken from it: a state, a number, a region or a person in a filing", async () => {
  const filing = {
    content: "我家门口的路灯坏了三天，晚上很黑，请修复。",
    petitioner: { kind: "person", name: "温若谷", phone: "13900002222", replyBy: "web" },
  };
  const post = (body: string) => fetch(`${city.url}/api/public/cases`, { method: "POST", headers: json, body });
  const reply = await post(
    JSON.stringify({
      ...filing,
      stage: "closed",
      number: "FZ-20200101-000001",
      region: "elsewhere",
      operatorId: "00000000-0000-7000-8000-000000000000",
    }),
  );
  expect(reply.status).toBe(201);
  const { id, number } = (await reply.json()) as { id: string; number: string };
  expect(number).toMatch(/^FZ-20260302-/);
  const row = await city.house.db
    .selectFrom("case")
    .select(["stage", "region_id", "state"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  expect(row).toMatchObject({ stage: "registered", region_id: city.house.region });
  expect(JSON.stringify(row.state)).not.toMatch(/elsewhere|00000000-0000-7000/);
});

it("a request cannot reach into the prototypes of the house", async () => {
  const filing = '"content":"我家门口的路灯坏了三天，晚上很黑，请修复。","petitioner":{"kind":"person"}';
  for (const trick of ['"__proto__":{"polluted":"yes"}', '"constructor":{"prototype":{"polluted":"yes"}}']) {
    const body = `{${filing},${trick}}`;
    const reply = await fetch(`${city.url}/api/public/cases`, { method: "POST", headers: json, body });
    expect(reply.status, trick).toBe(400);
  }
  await fetch(`${city.url}/answers?__proto__[polluted]=yes&constructor[prototype][polluted]=yes`);
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

it("nothing changes by reading: every door that writes answers GET with 404 or 405, or is another door", async () => {
  const before = await city.house.db.selectFrom("office_event").select("seq").execute();
  const { call, cookie } = await at(city, "bureau.dispatcher");
  const { id } = await file(city);
  for (const act of ["note", "dispatch", "close"]) {
    const reply = await fetch(`${city.url}/api/cases/${id}/acts/${act}`, { headers: { cookie } });
    expect([404, 405], act).toContain(reply.status);
  }
  for (const path of ["/api/people", "/api/tokens", "/api/calendars"])
    await fetch(`${city.url}${path}`, { headers: { cookie } });
  const { timeline } = await call(routes.cases.open, { params: { id } });
  expect(timeline.map((line) => line.type)).not.toContain("noted");
  expect(await city.house.db.selectFrom("office_event").select("seq").execute()).toEqual(before);
});

it("what a link, a picture or a script of another site opens counts as nobody's reading", async () => {
  const { id } = await file(city);
  await send(city, id, "urban");
  const clerk = await at(city, "urban.clerk");
  const open = (headers: Readonly<Record<string, string>>) =>
    fetch(`${city.url}/api/cases/${id}`, { headers: { cookie: clerk.cookie, ...headers } });
  const viewed = async () => {
    const legs = await city.house.db.selectFrom("leg").select("viewed_at").where("case_id", "=", id).execute();
    return legs.some(({ viewed_at }) => viewed_at !== null);
  };
  const own = { "sec-fetch-site": "same-origin", "sec-fetch-mode": "cors", "sec-fetch-dest": "empty" };
  for (const other of [
    { ...own, "sec-fetch-site": "cross-site" },
    { ...own, "sec-fetch-site": "same-site" },
    { ...own, "sec-fetch-site": "none", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" },
    { ...own, "sec-fetch-mode": "no-cors", "sec-fetch-dest": "image" },
    { ...own, "sec-fetch-dest": "script" },
  ]) {
    expect((await open(other)).status).toBe(200);
    expect(await viewed(), JSON.stringify(other)).toBe(false);
  }
  await open(own);
  expect(await viewed()).toBe(true);
});

describe("over TLS", () => {
  it("cookies have a prefix that browsers hold us to, and one without it is nobody's", async () => {
    const page = await fetch(`${secure.url}/follow`);
    const names = page.headers.getSetCookie();
    expect(names.length).toBeGreaterThan(0);
    for (const line of names) {
      expect(line).toMatch(/^__Host-huiyin_\w+=/);
      expect(line).toMatch(/; Path=\/(;|$)/);
      expect(line).toMatch(/; Secure/);
      expect(line).toMatch(/; HttpOnly/);
      expect(line).toMatch(/; SameSite=(Lax|Strict)/);
      expect(line).not.toMatch(/; Domain=/);
    }
    const signedIn = await fetch(`${secure.url}/api/session`, {
      method: "POST",
      headers: json,
      body: JSON.stringify({ login: "bureau.dispatcher", password: testPassword }),
    });
    const cookie = signedIn.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    expect(cookie).toMatch(/^__Host-huiyin_session=[\w-]{43,}$/);
    const who = async (text: string) =>
      (await fetch(`${secure.url}/api/session`, { headers: { cookie: text } })).status;
    expect(await who(cookie)).toBe(200);
    expect(await who(cookie.replace("__Host-", ""))).toBe(401);
  });

  it("the case and the telephone that were opened are kept for their paths alone", async () => {
    const mine = await file(secure);
    const start = await fetch(`${secure.url}/follow`);
    const visit = start.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    const _csrf = /name="_csrf" value="([^"]+)"/.exec(await start.text())?.[1] ?? "";
    const opened = await fetch(`${secure.url}/follow`, {
      method: "POST",
      headers: { cookie: visit },
      body: new URLSearchParams({ number: mine.number, code: mine.code, _csrf }),
      redirect: "manual",
    });
    const kept = opened.headers.getSetCookie().find((line) => line.includes("huiyin_case")) ?? "";
    expect(kept).toMatch(/^__Secure-huiyin_case=.*; Path=\/my-case; .*Secure/);
    const page = await fetch(`${secure.url}/my-case`, {
      headers: { cookie: `${visit}; ${kept.split(";")[0]}` },
      redirect: "manual",
    });
    expect(page.status).toBe(200);
    expect(await page.text()).toContain(mine.number);
  });
});

it("what a stranger says of the way here changes nothing while no proxy is trusted", async () => {
  const guess = (n: number) =>
    fetch(`${secure.url}/api/session`, {
      method: "POST",
      headers: {
        ...json,
        "x-forwarded-for": `203.0.113.${n}`,
        "x-real-ip": `203.0.113.${n}`,
        "x-forwarded-host": "evil.example",
      },
      body: JSON.stringify({ login: "", password: "" }),
    });
  const statuses = await Promise.all(Array.from({ length: 31 }, async (_, n) => (await guess(n)).status));
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(0);
  const page = await fetch(`${secure.url}/how`, {
    headers: { "x-forwarded-host": "evil.example", "x-forwarded-proto": "http" },
  });
  expect(await page.text()).not.toContain("evil.example");
});
