import { afterAll, beforeAll, expect, it } from "vitest";
import { startWorker, type Worker } from "../../server/worker.ts";
import { openPool } from "../../server/store/pools.ts";
import { type Answer, here, letter, there, type TwoRegions, twoRegions } from "./two-regions.ts";

let city: TwoRegions;
let worker: Worker;

beforeAll(async () => {
  city = await twoRegions();
  worker = await startWorker(city.house, { mail: null, sms: null }, city.house.url, {
    warn: () => undefined,
    error: () => undefined,
  });
});
afterAll(async () => {
  await worker.stop();
  await city.close();
});

/** Asks until it is answered; a request may still meet a connection that was cut. */
async function answered(host: string, path: string): Promise<Answer> {
  for (let tries = 0; ; tries += 1) {
    const answer = await city.ask(host, path);
    if (answer.status < 500 || tries >= 30) return answer;
  }
}

it("a lost connection costs requests and never the process: cut twenty times at work", async () => {
  const owner = openPool(city.house.url, null, 1);
  const kept = new Map<string, string>();
  const statuses = new Set<number>();
  for (let round = 0; round < 20; round += 1) {
    const post = async (n: number) => {
      const content = `第${round}轮第${n}封来信：路口的红绿灯坏了，请派人修理。`;
      const answer = await city.ask(here, "/api/public/cases", letter(content, `cut-${round}-${n}`));
      statuses.add(answer.status);
      if (answer.status < 300) kept.set(content, (JSON.parse(answer.body) as { number: string }).number);
    };
    const posts = Array.from({ length: 8 }, (_, n) => post(n));
    // Cut where some of them are at work: as soon as the first has come in.
    await Promise.race(posts);
    await owner.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
    );
    await Promise.all(posts);
    expect((await answered(there, "/how")).status).toBe(200);
  }
  await owner.end();
  expect([...statuses].filter((status) => status >= 300 && status !== 503)).toEqual([]);
  const rows = await city.house.db
    .selectFrom("case")
    .innerJoin("case_content", "case_content.case_id", "case.id")
    .select(["number", "content"])
    .execute();
  const found = new Map(rows.map((row) => [row.content, row.number]));
  expect(rows.length).toBe(found.size);
  expect(kept.size).toBeGreaterThan(20);
  for (const [content, number] of kept) expect(found.get(content)).toBe(number);
});

it("without the database citizens read that the house is being mended, and programs a code", async () => {
  await city.wire.cut();
  for (const host of [here, there]) {
    expect([host, (await city.ask(host, "/healthz")).status]).toEqual([host, 200]);
    const page = await city.ask(host, "/how");
    expect([host, page.status]).toEqual([host, 503]);
    expect(page.body).toContain("系统正在维护，请过几分钟再来");
    expect(page.body).toContain("急事请打12345。");
    expect(page.headers["retry-after"]).toBe("30");
    const api = await city.ask(host, "/api/public/cases", letter("路灯不亮已经三天了，请修。", "away"));
    expect([api.status, (JSON.parse(api.body) as { error: { code: string } }).error.code]).toEqual([
      503,
      "unavailable",
    ]);
    for (const { body } of [page, api]) expect(body).not.toMatch(/ECONN|127\.0\.0\.1:\d{4}|postgres|stack/i);
    const nowhere = await city.ask(host, "/nothing");
    expect([nowhere.status, nowhere.body.includes("没有这个页面")]).toEqual([404, true]);
  }
  const sent = await city.ask(here, "/submit/contact", {
    method: "POST",
    body: "name=a",
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
  expect([sent.status, sent.body.includes("刚才的内容没有提交。请返回上一页")]).toEqual([503, true]);
  await city.wire.mend();
  expect((await answered(there, "/how")).status).toBe(200);
  expect((await answered(here, "/how")).status).toBe(200);
});

it("a database that hangs is given up after its time, and the house knows all the while that it lives", async () => {
  city.wire.hang();
  const order: string[] = [];
  const waiting = Array.from({ length: 12 }, () =>
    city.ask(here, "/how").then(({ status }) => {
      order.push("page");
      return status;
    }),
  );
  const health = await city.ask(there, "/healthz");
  order.push("health");
  expect(health.status).toBe(200);
  expect(new Set(await Promise.all(waiting))).toEqual(new Set([503]));
  expect(order[0]).toBe("health");
  await city.wire.mend();
  expect((await answered(here, "/how")).status).toBe(200);
});

it("a locked table takes one region's connections and leaves the others theirs", async () => {
  const owner = openPool(city.house.url, null, 1);
  const client = await owner.connect();
  await client.query("begin; lock table publication in access exclusive mode");
  const stuck = Array.from({ length: 30 }, () => city.ask(there, "/answers"));
  // What does not touch that table goes on in the other region while all of those wait.
  const fine = await Promise.all(Array.from({ length: 10 }, () => city.ask(here, "/how")));
  expect(fine.map(({ status }) => status)).toEqual(fine.map(() => 200));
  expect(new Set((await Promise.all(stuck)).map(({ status }) => status))).toEqual(new Set([503]));
  await client.query("rollback");
  client.release();
  await owner.end();
  expect((await answered(there, "/answers")).status).toBe(200);
});
