import { connect } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { allRoutes, routes } from "../../contract/routes.ts";
import { type City, citizen, openCity } from "../city.ts";
import { at, file } from "../steps.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const json = { "content-type": "application/json" };
const form = { "content-type": "application/x-www-form-urlencoded" };

function ask(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${city.url}${path}`, { redirect: "manual", ...init });
}

async function codeOf(reply: Response): Promise<readonly [number, string]> {
  expect(reply.headers.get("content-type")).toContain("application/json");
  const { error } = (await reply.json()) as { error: { code: string; message: string; ref: string } };
  expect(error.message).not.toBe("");
  expect(error.ref).toMatch(/^[0-9a-f]{8}$/);
  return [reply.status, error.code];
}

it("the desk's API changes nothing for a cookie alone: the form token of the session must come with it", async () => {
  const { id } = await file(city);
  const { cookie, call } = await at(city, "bureau.dispatcher");
  const { csrf } = await call(routes.session.whoAmI, {});
  const note = (token: Record<string, string>) =>
    ask(`/api/cases/${id}/acts/note`, {
      method: "POST",
      headers: { ...json, cookie, ...token },
      body: JSON.stringify({ input: { text: "记一笔" } }),
    });
  const other = (await (await at(city, "bureau.auditor")).call(routes.session.whoAmI, {})).csrf;
  expect(await codeOf(await note({}))).toEqual([403, "session.csrf"]);
  expect(await codeOf(await note({ "x-csrf-token": other }))).toEqual([403, "session.csrf"]);
  expect((await note({ "x-csrf-token": csrf })).status).toBe(200);
  const { timeline } = await call(routes.cases.open, { params: { id } });
  expect(timeline.filter((row) => row.type === "noted")).toHaveLength(1);
});

it("nobody without a session or token gets past any staff door", async () => {
  const doors = allRoutes.filter((route) => route.audience !== "public");
  expect(doors.length).toBeGreaterThan(60);
  for (const { method, path } of doors) {
    const address = path.replace(/:\w+/g, "019cabe0-0000-7000-8000-000000000000");
    const body = method === "GET" ? {} : { headers: json, body: "{}" };
    expect([path, ...(await codeOf(await ask(address, { method, ...body })))]).toEqual([path, 401, "session.none"]);
  }
});

it("a portal form without its own token does nothing", async () => {
  const { number, code } = await file(city);
  const page = await ask("/follow");
  const cookie = page.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const token = /name="_csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? "";
  const follow = (headers: Record<string, string>, fields: Record<string, string>) =>
    ask("/follow", {
      method: "POST",
      headers: { ...form, ...headers },
      body: new URLSearchParams({ number, code, ...fields }),
    });
  for (const refused of [
    await follow({}, {}),
    await follow({ cookie }, {}),
    await follow({}, { _csrf: token }),
    await follow({ cookie }, { _csrf: `${token}x` }),
  ]) {
    expect(refused.headers.get("location")).not.toBe("/my-case");
    expect(refused.headers.getSetCookie().join()).not.toContain("huiyin_case");
  }
  expect((await follow({ cookie }, { _csrf: token })).headers.get("location")).toBe("/my-case");
  const large = await ask("/large", { method: "POST", headers: { ...form, cookie }, body: "to=/" });
  expect([large.status, large.headers.getSetCookie()]).toEqual([403, []]);
});

it("every answer forbids foreign and inline scripts, frames, guessing of types and, with data in it, keeping", async () => {
  for (const path of [
    "/",
    "/submit",
    "/follow",
    "/answers",
    "/nowhere",
    "/desk",
    "/api",
    "/api/openapi.json",
    "/api/session",
    "/api/nowhere",
  ]) {
    const { headers } = await ask(path);
    const policy = headers.get("content-security-policy") ?? "";
    const rules = Object.fromEntries(policy.split(";").map((rule) => [rule.split(" ")[0], rule.split(" ").slice(1)]));
    expect(rules, path).toMatchObject({
      "default-src": ["'self'"],
      "script-src": ["'self'"],
      "object-src": ["'none'"],
      "base-uri": ["'none'"],
      "form-action": ["'self'"],
      "frame-ancestors": ["'none'"],
    });
    expect(headers.get("x-content-type-options"), path).toBe("nosniff");
    expect(headers.get("x-frame-options"), path).toBe("DENY");
    expect(["no-referrer", "same-origin"], path).toContain(headers.get("referrer-policy"));
    expect(headers.get("x-powered-by"), path).toBeNull();
  }
  for (const path of ["/follow", "/submit", "/api/session"]) {
    expect((await ask(path)).headers.get("cache-control")).toBe("no-store");
  }
  // Scripts that keep a form or print are files of our own; nothing runs that stands in a page.
  const own = /<script src="\/[\w-]+\.js" defer><\/script>/g;
  for (const path of ["/", "/submit?look=1", "/how"]) {
    expect((await (await ask(path)).text()).replace(own, "")).not.toMatch(/<script|\son\w+=/i);
  }
});

it("TLS is asked for by browsers once the portal is reached over it", async () => {
  expect((await ask("/")).headers.get("strict-transport-security")).toBeNull();
  const secure = await openCity({}, { PUBLIC_URL: "https://12345.example.cn" });
  const { headers } = await fetch(`${secure.url}/`);
  expect(headers.get("strict-transport-security")).toContain("max-age=31536000");
  expect(headers.getSetCookie().every((cookie) => cookie.includes("Secure"))).toBe(true);
  await secure.close();
});

it("the API answers what it cannot do as data with a code", async () => {
  expect(await codeOf(await ask("/api/nowhere"))).toEqual([404, "notFound"]);
  expect(await codeOf(await ask("/api/%E0%A4%A"))).toEqual([400, "request.invalid"]);
  const wrongWay = await ask("/api/cases", { method: "DELETE" });
  expect(wrongWay.headers.get("allow")).toBe("GET, POST");
  expect((await codeOf(wrongWay))[0]).toBe(405);
  const follow = (headers: Record<string, string>, body: string) =>
    ask("/api/public/follow", { method: "POST", headers, body });
  expect(await codeOf(await follow(json, "{"))).toEqual([400, "request.invalid"]);
  expect(await codeOf(await follow({ "content-type": "text/plain" }, "x"))).toEqual([415, "request.invalid"]);
  expect(await codeOf(await follow(form, "number=1&code=2"))).toEqual([415, "request.invalid"]);
  expect(await codeOf(await follow(json, JSON.stringify({ number: "x".repeat(1_100_000) })))).toEqual([
    413,
    "request.tooLarge",
  ]);
  const { cookie, call } = await at(city, "bureau.dispatcher");
  const { csrf } = await call(routes.session.whoAmI, {});
  const { id } = await file(city);
  const upload = await ask(`/api/cases/${id}/files`, {
    method: "POST",
    headers: { ...json, cookie, "x-csrf-token": csrf },
    body: "{}",
  });
  expect((await codeOf(upload))[0]).toBe(415);
});

it("an address that was never encoded is answered in the same shape as every other error", async () => {
  const { hostname, port } = new URL(city.url);
  const raw = (text: string) =>
    new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => socket.end(text));
      const chunks: Buffer[] = [];
      socket.on("data", (chunk) => chunks.push(chunk)).on("end", () => resolve(Buffer.concat(chunks).toString()));
      socket.on("error", reject);
    });
  for (const text of ["GET /api/cases?q=路灯 HTTP/1.1\r\nhost: huiyin\r\n\r\n", "no http at all\r\n\r\n"]) {
    const [head = "", body = ""] = (await raw(text)).split("\r\n\r\n");
    expect(head).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(head).toContain("content-type: application/json");
    const { error } = JSON.parse(body) as { error: { code: string; message: string; ref: string } };
    expect(error).toMatchObject({ code: "request.invalid", ref: expect.stringMatching(/^[0-9a-f]{8}$/) });
    expect(error.message).not.toBe("");
  }
});

it("the portal answers what it cannot do as a page", async () => {
  const page = async (reply: Response) => {
    expect(reply.headers.get("content-type")).toContain("text/html");
    expect(await reply.text()).toContain("福州市便民呼叫中心12345系统");
    return reply.status;
  };
  expect(await page(await ask("/nowhere"))).toBe(404);
  expect(await page(await ask("/answers/not-an-id"))).toBe(404);
  expect(await page(await ask("/my-case/files/not-an-id"))).toBe(404);
  expect(await page(await ask("/nowhere", { method: "POST", headers: form, body: "a=b" }))).toBe(404);
  expect(
    await page(await ask("/follow", { method: "POST", headers: { "content-type": "text/plain" }, body: "x" })),
  ).toBe(415);
  expect(await page(await ask("/submit", { method: "POST", headers: form, body: "content=x" }))).toBe(415);
  expect(await page(await ask("/follow", { method: "POST", headers: form, body: `a=${"x".repeat(1_100_000)}` }))).toBe(
    413,
  );
  expect((await ask("/%E0%A4%A")).status).toBe(400);
});

it("the API describes itself in OpenAPI 3.1, every door of it", async () => {
  const spec = (await (await ask("/api/openapi.json")).json()) as {
    openapi: string;
    paths: Record<
      string,
      Record<string, { operationId: string; responses: object; parameters: { name: string; in: string }[] }>
    >;
    components: { securitySchemes: object };
  };
  expect(spec.openapi).toBe("3.1.0");
  expect(Object.keys(spec.components.securitySchemes)).toEqual(["token", "session"]);
  const described = Object.entries(spec.paths).flatMap(([path, ways]) =>
    Object.keys(ways).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const doors = allRoutes.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, "{$1}")}`);
  expect(described.toSorted()).toEqual(doors.toSorted());
  const operations = Object.entries(spec.paths).flatMap(([path, ways]) =>
    Object.values(ways).map((way) => ({ path, ...way })),
  );
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  for (const { path, parameters, responses } of operations) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
    expect(
      parameters
        .filter((p) => p.in === "path")
        .map((p) => p.name)
        .toSorted(),
      path,
    ).toEqual(named.toSorted());
    expect(Object.keys(responses).length, path).toBeGreaterThan(1);
  }
  expect(JSON.stringify(spec)).not.toContain('"$schema"');
});

it("signing in, filing and following may each be tried so often from one address, and not more", async () => {
  const busy = await openCity({}, { RATE_LIMITS: "on" });
  const post = (path: string, body: unknown) =>
    fetch(`${busy.url}${path}`, { method: "POST", headers: json, body: JSON.stringify(body) });
  const filing = { content: "我家门口的路灯坏了三天，晚上很黑。", petitioner: citizen };
  for (const [path, body, most] of [
    ["/api/session", { login: "", password: "" }, 30],
    ["/api/public/cases", filing, 20],
    ["/api/public/follow", { number: "", code: 7 }, 30],
  ] as const) {
    const statuses = await Promise.all(Array.from({ length: most }, async () => (await post(path, body)).status));
    expect(statuses, path).not.toContain(429);
    expect(await codeOf(await post(path, body)), path).toEqual([429, "tooMany"]);
  }
  const page = async () => (await fetch(`${busy.url}/follow`, { method: "POST", headers: form, body: "" })).status;
  const pages = await Promise.all(Array.from({ length: 31 }, page));
  expect(pages.filter((status) => status === 429)).toHaveLength(1);
  await busy.close();
});

it("after five wrong query codes for a case a visitor waits a quarter of an hour; a right pair always opens", async () => {
  city.at("2026-03-02 10:00");
  const mine = await file(city);
  const follow = (number: string, code: string) => city.call(routes.publicDoors.follow, { body: { number, code } });
  const wrong = mine.code === "0000000000" ? "1111111111" : "0000000000";
  const mismatch = { status: 404, error: { code: "follow.mismatch" } };
  await expect(follow(mine.number, wrong)).rejects.toMatchObject(mismatch);
  await expect(follow("FZ-20260302-999999", mine.code)).rejects.toMatchObject(mismatch);
  for (let i = 0; i < 4; i++) await expect(follow(mine.number, wrong)).rejects.toMatchObject(mismatch);
  await expect(follow(mine.number, wrong)).rejects.toMatchObject({
    status: 429,
    error: { code: "follow.waiting", facts: { minutes: 15 } },
  });
  expect((await follow(mine.number, mine.code)).number).toBe(mine.number);
  const neighbour = await file(city);
  expect((await follow(neighbour.number, neighbour.code)).number).toBe(neighbour.number);
  await expect(follow(neighbour.number, wrong)).rejects.toMatchObject(mismatch);
  city.at("2026-03-02 10:16");
  await expect(follow(mine.number, wrong)).rejects.toMatchObject(mismatch);
  expect((await follow(` ${mine.number.toLowerCase()} `, mine.code)).number).toBe(mine.number);
  const stored = await city.house.db.selectFrom("case").select("code_hash").where("id", "=", mine.id).execute();
  expect(stored[0]?.code_hash?.toString("latin1")).not.toContain(mine.code);
});
