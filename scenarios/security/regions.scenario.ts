import { request } from "node:http";
import { afterAll, beforeAll, expect, it } from "vitest";
import { fuzhouDemo } from "../../demo/fuzhou/city.ts";
import { foundRegion } from "../../server/actions/office/found-region.ts";
import { applyCalendar } from "../../server/actions/office/load-calendar.ts";
import { loadWorld } from "../../server/store/world.ts";
import { readConfig } from "../../server/config.ts";
import { buildFront } from "../../server/front.ts";
import { sweep } from "../../server/jobs/sweep.ts";
import { type FreshHouse, freshHouse, testPassword } from "../fresh-house.ts";
import { file } from "../record/life.ts";

const other = "linjiang-demo";
let house: FreshHouse;
let app: Awaited<ReturnType<typeof buildFront>>;
let port = 0;

beforeAll(async () => {
  house = await freshHouse();
  const settings = { demo: true, secondFactor: "optional" } as const;
  const founding = { ...fuzhouDemo, region: other, name: "临江市（演示）", settings, password: testPassword };
  await foundRegion(house, founding);
  const config = readConfig({ RATE_LIMITS: "off", LOG_LEVEL: "error", WORKER: "off" });
  app = await buildFront(house, config, house.region);
  port = Number(new URL(await app.listen({ host: "127.0.0.1", port: 0 })).port);
  Object.assign(house, { siteUrl: `http://localhost:${port}` });
});
afterAll(async () => {
  await app.close();
  await house.close();
});

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly cookie: string;
}

interface Question {
  readonly method?: string;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks under a name; `fetch` would look the name up. */
function ask(host: string, path: string, { method = "GET", body, headers = {} }: Question = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const typed = body ? { "content-type": "application/json" } : {};
    const asked = request(
      { host: "127.0.0.1", port, path, method, headers: { ...typed, ...headers, host: `${host}:${port}` } },
      (reply) => {
        let text = "";
        reply.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
        reply.on("end", () => {
          const cookie = (reply.headers["set-cookie"] ?? []).map((c) => c.split(";")[0]).join("; ");
          resolve({ status: reply.statusCode ?? 0, body: text, cookie });
        });
      },
    );
    asked.on("error", reject);
    asked.end(body ? JSON.stringify(body) : undefined);
  });
}

const here = "localhost";
const there = "linjiang.localhost";
const signIn = (host: string, login: string) =>
  ask(host, "/api/session", { method: "POST", body: { login, password: testPassword } });

it("the name that is asked for decides which region answers; a bare address is the first one", async () => {
  const region = async (host: string) =>
    (JSON.parse((await signIn(host, "admin")).body) as { region: { id: string } }).region.id;
  expect(await region(here)).toBe(house.region);
  expect(await region("127.0.0.1")).toBe(house.region);
  expect(await region("fuzhou.localhost")).toBe(house.region);
  expect(await region(there)).toBe(other);
  expect(await region("unknown.localhost")).toBe(house.region);
});

it("a staff session of one region is nothing in another, by cookie or by form", async () => {
  const signed = await signIn(here, "bureau.dispatcher");
  const { csrf } = JSON.parse(signed.body) as { csrf: string };
  const headers = { cookie: signed.cookie, "x-csrf-token": csrf };
  expect((await ask(here, "/api/session", { headers })).status).toBe(200);
  expect((await ask(there, "/api/session", { headers })).status).toBe(401);
  const place = { method: "PUT", body: { orgId: "bureau" }, headers };
  expect((await ask(there, "/api/session/place", place)).status).toBe(401);
  expect((await ask(here, "/api/session/place", place)).status).toBe(200);
});

it("a case of one region is not there for another, for its staff or with its number and code", async () => {
  const filed = await file(house);
  const at = async (host: string) => {
    const signed = await signIn(host, "bureau.dispatcher");
    const { csrf } = JSON.parse(signed.body) as { csrf: string };
    const headers = { cookie: signed.cookie, "x-csrf-token": csrf };
    await ask(host, "/api/session/place", { method: "PUT", body: { orgId: "bureau" }, headers });
    return (await ask(host, `/api/cases/${filed.caseId}`, { headers })).status;
  };
  expect([await at(here), await at(there)]).toEqual([200, 404]);
  const follow = { method: "POST", body: { number: filed.number, code: filed.code } };
  expect((await ask(here, "/api/public/follow", follow)).status).toBe(200);
  expect((await ask(there, "/api/public/follow", follow)).status).toBe(404);
});

it("what is filed under a name belongs to that region, and its messages lead back there", async () => {
  const petitioner = { kind: "person", name: "温若谷", phone: "13900002222", replyBy: "sms" };
  const body = { content: "我家门口的路灯坏了三天，晚上很黑，请修复。", petitioner };
  expect((await ask(there, "/api/public/cases", { method: "POST", body })).status).toBe(201);
  const rows = await house.db.selectFrom("outbox").select(["region_id", "body"]).orderBy("created_at").execute();
  const sites = rows.map(({ region_id, body: text }) => [
    region_id,
    /(?:https?:\/\/)?(?:[\w-]+\.)?localhost:\d+/.exec(text)?.[0],
  ]);
  expect(sites).toContainEqual([other, `linjiang.localhost:${port}`]);
  expect(sites.filter(([region, site]) => region === other && site === `localhost:${port}`)).toEqual([]);
});

it("a demo region leads to its neighbours, from where the way leads somewhere", async () => {
  const footer = /<nav class="neighbours"[\s\S]*?<\/nav>/;
  expect(footer.exec((await ask(here, "/")).body)?.[0]).toContain(`http://linjiang.localhost:${port}`);
  expect(footer.exec((await ask(there, "/")).body)?.[0]).toContain(`href="http://localhost:${port}"`);
  expect((await ask("192.168.1.5", "/")).body).not.toContain("neighbours");
  const rows = JSON.parse((await ask(there, "/api/public/neighbours")).body) as { rows: { name: string }[] };
  expect(rows.rows).toEqual([{ name: fuzhouDemo.name, url: `http://localhost:${port}` }]);
});

it("the clock's work goes over every region", async () => {
  const filed = [await file(house), await file(house, { region: other })];
  house.at("2026-03-09 09:00");
  await sweep(house);
  const late = await house.db
    .selectFrom("duty")
    .select(["region_id", "case_id"])
    .where("overdue_since", "is not", null)
    .execute();
  for (const [n, region] of [house.region, other].entries())
    expect(late).toContainEqual({ region_id: region, case_id: filed[n]?.caseId });
});

it("a calendar that one region's administrator loads moves the dates of that region alone; the house's moves both", async () => {
  house.at("2026-03-09 09:00");
  const signed = await signIn(there, "admin");
  const { csrf } = JSON.parse(signed.body) as { csrf: string };
  const headers = { cookie: signed.cookie, "x-csrf-token": csrf };
  interface Year {
    readonly year: number;
    readonly own: boolean;
    readonly holidays: Record<string, string>;
    readonly makeUpDays: Record<string, string>;
  }
  const yearAt = async (region: string) => {
    const world = await loadWorld(house.db, region, {});
    return world.calendar(house.now()).get(2026) as Year | undefined;
  };
  const { years } = JSON.parse((await ask(there, "/api/calendars", { headers })).body) as { years: Year[] };
  const before = years.find(({ year }) => year === 2026);
  expect(before?.own).toBe(false);
  const week = ["2026-03-16", "2026-03-17", "2026-03-18", "2026-03-19", "2026-03-20"];
  const body = {
    year: 2026,
    source: "虚构通知第2号",
    holidays: { ...before?.holidays, ...Object.fromEntries(week.map((day) => [day, "试放假"])) },
    makeUpDays: before?.makeUpDays,
    meant: true,
  };
  const loaded = await ask(there, "/api/calendars", {
    method: "POST",
    body,
    headers: { ...headers, "idempotency-key": "own-year" },
  });
  expect(loaded.status).toBe(201);
  expect(await yearAt(other)).toMatchObject({ own: true, source: "虚构通知第2号" });
  expect(await yearAt(house.region)).toMatchObject({ own: false, source: expect.not.stringContaining("虚构") });
  const jobs = await house.db
    .selectFrom("office_event")
    .select(["region_id", "data"])
    .where("type", "=", "calendarLoaded")
    .execute();
  expect(jobs.map(({ region_id }) => region_id)).toEqual([other]);

  // A later year of the house holds where a region has none of its own, and never before one that it has.
  const shared = { ...body, source: "虚构通知第3号", effectiveFrom: null, makeUpDays: before?.makeUpDays ?? {} };
  await applyCalendar(house, "house", shared as never, { personId: null, orgId: null }, null);
  expect((await yearAt(house.region))?.holidays["2026-03-16" as never]).toBe("试放假");
  expect(await yearAt(other)).toMatchObject({ own: true, source: "虚构通知第2号" });
});
