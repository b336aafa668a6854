import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readXlsx } from "hucre/xlsx";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { routes } from "../../../contract/routes.ts";
import type { RetentionTable } from "../../../domain/case/retention/classes.ts";
import { eraseAgreed } from "../../../server/actions/retention/erase-case.ts";
import { listDue } from "../../../server/actions/retention/list-due.ts";
import { exportLog } from "../../../server/actions/trust/export-log.ts";
import { dropForgottenFiles } from "../../../server/actions/oversight/drop-files.ts";
import { signDays } from "../../../server/actions/oversight/sign-days.ts";
import { verifyLog } from "../../../server/actions/oversight/verify-log.ts";
import { openPool } from "../../../server/store/pools.ts";
import { type City, openCity } from "../../city.ts";
import { at, file, pass, register, reply, send } from "../../steps.ts";

const table: RetentionTable = {
  basis: "《示例市信访件保管期限表》（2025年）",
  classes: [
    { code: "report", label: "举报，永久", years: null, subjects: ["discipline"] },
    { code: "answered", label: "有答复，1 年", years: 1, stages: ["answered", "archived"] },
  ],
};
const canaries = [
  "乌丸芷若",
  "13977778888",
  "槐影里七号",
  "灯杆歪了吱呀响",
  "修缮队补焊了底座",
  "内部说法蓝鲸",
  "补一句木樨",
];
const petitioner = {
  kind: "person",
  name: "乌丸芷若",
  phone: "13977778888",
  replyBy: "web",
  address: "槐影里七号",
} as const;

let city: City;
let old: { id: string; number: string; code: string };
let linked: string;
let before: unknown;

const figures = async () => {
  const { call } = await at(city, "bureau.head");
  return call(routes.statistics.figures, { query: { from: "2026-03-01", to: "2026-03-31" } });
};
const list = async (login = "admin", done = false) =>
  (await at(city, login)).call(routes.retention.list, { query: { done: done ? "true" : "false" } });

async function answered(content: string): Promise<{ id: string; number: string; code: string }> {
  const { id, number, code } = await file(city, { content, petitioner, place: "槐影里七号" });
  await send(city, id, "urban");
  const clerk = await at(city, "urban.clerk");
  await clerk.open(id);
  const leg = await reply(city, id, "urban", "修缮队补焊了底座，特此答复。");
  await pass(city, id, leg);
  return { id, number, code };
}

beforeAll(async () => {
  city = await openCity({ settings: { retention: table } });
  old = await answered("灯杆歪了吱呀响，请派人看看。");
  linked = (await answered("灯杆歪了吱呀响，第二根也是。")).id;
  city.at("2026-03-20 09:00");
});
afterAll(() => city.close());

it("[AC-111] lists what is past its time, and after two persons have agreed the personal data are gone while number, dates, kind and figures remain", async () => {
  expect(await listDue(city.house, city.house.region)).toBe(0);
  city.at("2027-04-01 09:00");
  before = await figures();
  expect(await listDue(city.house, city.house.region)).toBe(2);
  expect(await listDue(city.house, city.house.region)).toBe(0);
  const { rows } = await list();
  expect(rows.find(({ id }) => id === old.id)).toMatchObject({
    number: old.number,
    stage: "answered",
    basis: "《示例市信访件保管期限表》（2025年）：有答复，1 年",
    dueOn: "2027-03-03",
    state: "listed",
    because: [],
  });

  const admin = await at(city, "admin");
  const security = await at(city, "security");
  const body = { ids: [old.id], proposal: "erase" as const, reason: "鉴定小组 2027 年第 1 次会议" };
  await admin.call(routes.retention.propose, { body });
  const agree = { ids: [old.id], agree: true, reason: "同意销毁" };
  await expect(admin.call(routes.retention.decide, { body: agree })).rejects.toMatchObject({
    error: { code: "right.missing" },
  });
  await security.call(routes.retention.decide, { body: agree });
  expect(await eraseAgreed(city.house, city.house.region)).toBe(1);
  city.at("2027-04-01 11:00");
  await dropForgottenFiles(city.house);

  expect((await list("admin", true)).rows).toMatchObject([
    { number: old.number, state: "erased", decidedBy: expect.any(String) },
  ]);
  expect(await figures()).toEqual(before);
  const auditor = await at(city, "auditor");
  const log = await auditor.call(routes.logs.read, { query: { kind: "office" } });
  expect(log.rows.map(({ what }) => what)).toEqual(
    expect.arrayContaining(["outcomeProposed", "outcomeAgreed", "caseErased"]),
  );
  const desk = await at(city, "bureau.head");
  const opened = await desk.open(old.id);
  expect(opened).toMatchObject({ number: old.number, stage: "answered", content: "" });
  expect(JSON.stringify(opened)).not.toMatch(/灯杆|乌丸|修缮队|槐影/);
});

it("finds nothing of the case in any table, and every check still holds", async () => {
  const owner = openPool(city.house.url, null, 1);
  const tables = await owner.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'publication'",
  );
  const left: string[] = [];
  for (const { name } of tables.rows) {
    const has = ["region_id", "case_id"];
    const columns = await owner.query<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = 'public."${name}"'::regclass and attnum > 0 and not attisdropped`,
    );
    const own = has.every((one) => columns.rows.some((column) => column.name === one));
    const where = own ? `where case_id = '${old.id}'` : name === "case" ? `where id = '${old.id}'` : "where false";
    const { rows } = await owner.query<{ row: string }>(`select t::text as row from public."${name}" t ${where}`);
    for (const { row } of rows) for (const word of canaries) if (row.includes(word)) left.push(`${name}: ${word}`);
  }
  expect(left).toEqual([]);
  const person = await owner.query("select * from petitioner where case_id = $1", [old.id]);
  const told = (id: string) => owner.query<{ id: string }>("select id from staff_notice where case_id = $1", [id]);
  expect((await told(old.id)).rows).toEqual([]);
  expect((await told(linked)).rows).not.toEqual([]);
  expect(person.rows[0]).toMatchObject({ name_masked: "", phone_masked: null, phone_lookup: null, people: 1 });
  await owner.end();

  await signDays(city.house, city.house.region);
  expect((await verifyLog(city.house, city.house.region, () => undefined)).faults).toEqual([]);
  expect(await checked()).toEqual([]);
});

it("finds every later change of what is left", async () => {
  const owner = openPool(city.house.url, null, 1);
  const name =
    "update case_event set data = data || '{\"orgId\": \"parks\"}' where case_id = $1 and type = 'legOpened'";
  await owner.query(name, [old.id]);
  const { faults } = await verifyLog(city.house, city.house.region, () => undefined);
  expect(faults.map(({ what }) => what)).toContain("eventChanged");
  expect(await checked()).toContain("eventChanged");
  await owner.query(
    "update case_event set data = data || '{\"orgId\": \"urban\"}' where case_id = $1 and type = 'legOpened'",
    [old.id],
  );
  await owner.end();
});

it("holds back what people or the system know to be unfinished, and nobody decides on the own proposal", async () => {
  const head = await at(city, "bureau.head");
  const security = await at(city, "security");
  const ids = [linked];
  await head.call(routes.retention.hold, { body: { ids, hold: true, reason: "法院已立案，案号待补" } });
  const erase = { ids, proposal: "erase" as const, reason: "到期" };
  await expect(head.call(routes.retention.propose, { body: erase })).rejects.toMatchObject({
    error: { code: "retention.held" },
  });
  await head.call(routes.retention.hold, { body: { ids, hold: false, reason: "案件已撤回" } });
  await head.call(routes.retention.propose, { body: erase });
  const own = head.call(routes.retention.decide, { body: { ids, agree: true, reason: "同意" } });
  await expect(own).rejects.toMatchObject({ error: { code: "retention.own" } });
  await security.call(routes.retention.decide, { body: { ids, agree: false, reason: "再留一年" } });
  expect((await list()).rows).toMatchObject([{ id: linked, state: "listed", decision: "再留一年" }]);

  await head.call(routes.retention.propose, { body: erase });
  await security.call(routes.retention.decide, { body: { ids, agree: true, reason: "同意" } });
  const again = await file(city, { content: "灯杆又歪了。", petitioner });
  const { id } = again;
  await sql`update "case" set repeat_of = ${linked}::uuid where id = ${id}::uuid /* writes case */`.execute(
    city.house.db,
  );
  // Agreed, and not erased: something of it has begun again before the work came to it.
  expect(await eraseAgreed(city.house, city.house.region)).toBe(0);
  expect((await list()).rows).toMatchObject([{ id: linked, state: "listed", because: ["linkedOpen"] }]);
  await expect(head.call(routes.retention.propose, { body: erase })).rejects.toMatchObject({
    error: { code: "retention.held" },
  });
});

it("hands the whole list out as a workbook, with its purpose written down, to those who may read it", async () => {
  const door = `${city.url}/api/appraisal/export`;
  const take = (cookie: string, purpose: string, done = "false") =>
    fetch(`${door}?done=${done}&purpose=${encodeURIComponent(purpose)}`, { headers: { cookie } });
  const security = await at(city, "security");
  expect((await take(security.cookie, "")).status).toBe(400);
  expect((await take((await at(city, "urban.clerk")).cookie, "看看")).status).toBe(403);
  const book = async (done: string) =>
    (await readXlsx(new Uint8Array(await (await take(security.cookie, "鉴定会议", done)).arrayBuffer()))).sheets;
  const [waiting, legend] = await book("false");
  const head = waiting?.rows[0] ?? [];
  expect(waiting?.rows).toHaveLength(2);
  expect(waiting?.rows[1]?.[head.indexOf("暂缓")]).toBe("关联的案件没有办结");
  expect(waiting?.rows[1]?.[head.indexOf("决定说明")] ?? "").toBe("");
  expect(legend?.name).toBe("字段说明");
  const [over] = await book("true");
  expect(over?.rows[1]?.slice(0, 1)).toEqual([old.number]);
  expect(JSON.stringify([waiting, over])).not.toMatch(new RegExp(canaries.join("|")));
  const logged = await city.house.db
    .selectFrom("access_log")
    .select(["reason", "detail"])
    .where("what", "=", "export")
    .execute();
  expect(logged).toEqual([
    { reason: "鉴定会议", detail: { what: "appraisal", done: false, rows: 1 } },
    { reason: "鉴定会议", detail: { what: "appraisal", done: true, rows: 1 } },
  ]);
});

it("lists nothing by itself where the region has no table; a person may", async () => {
  const silent = await openCity();
  try {
    silent.at("2026-03-02 09:00");
    const { number } = await register(silent);
    silent.at("2060-03-02 09:00");
    expect(await listDue(silent.house, silent.house.region)).toBe(0);
    const { call } = await silent.as("admin");
    await expect(call(routes.retention.add, { body: { number, reason: "档案馆要求" } })).rejects.toMatchObject({
      error: { code: "retention.open" },
    });
    expect((await call(routes.retention.list, { query: {} })).table).toBeNull();
  } finally {
    await silent.close();
  }
});

/** What the stand-alone checker finds in an export of now. */
async function checked(): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), "huiyin-erased-"));
  const lines: string[] = [];
  for await (const row of exportLog(city.house, city.house.region)) lines.push(JSON.stringify(row));
  writeFileSync(join(folder, "log.jsonl"), `${lines.join("\n")}\n`);
  const script = join(import.meta.dirname, "..", "..", "..", "bin", "audit-check.mjs");
  const { stdout } = spawnSync(process.execPath, [script, join(folder, "log.jsonl"), "--json"], { encoding: "utf8" });
  rmSync(folder, { recursive: true, force: true });
  return (JSON.parse(stdout) as { faults: { what: string }[] }).faults.map(({ what }) => what);
}
