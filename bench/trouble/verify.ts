import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { fuzhouDemo } from "../../demo/fuzhou/city.ts";
import type { CaseId } from "../../domain/case/case.ts";
import { nationalYears } from "../../packs/holidays/national.gen.ts";
import { packs } from "../../packs/index.ts";
import { actOnCase } from "../../server/actions/cases/act-on-case.ts";
import { fileCase } from "../../server/actions/cases/file-case.ts";
import { foundRegion } from "../../server/actions/office/found-region.ts";
import { verifyLog } from "../../server/actions/oversight/verify-log.ts";
import { writeCheckpoint } from "../../server/actions/trust/write-checkpoint.ts";
import { readConfig } from "../../server/config.ts";
import type { House } from "../../server/house.ts";
import { openHouse } from "../../server/main.ts";
import { machine, mention, say } from "../say.ts";

/**
 * How long `audit verify` takes for a log of so many events, beside a floor: reading every event once and hashing it.
 * `node --import tsx bench/trouble/verify.ts 10000 100000`. Every event is an act of the engine, with its voucher.
 */
const sizes = process.argv.slice(2).map(Number);
const atOnce = 8;
const notes = 20;
if (sizes.length === 0 || sizes.some((size) => !Number.isInteger(size) || size < 1)) {
  throw new Error("usage: node --import tsx bench/trouble/verify.ts <events> [<events> …]");
}
const { region } = fuzhouDemo;
const password = "Bench-Pass-2026";
const folder = mkdtempSync(join(tmpdir(), "huiyin-verify-"));
const open = await openHouse(
  readConfig({ DATA_DIR: folder, LOG_LEVEL: "fatal", DB_POOL: "12" }),
  { packs, years: nationalYears },
  "command",
);

const filing = {
  region,
  channel: "web",
  receivedAt: null,
  subject: "ordinary",
  choice: "public",
  title: null,
  content: "测量用：路灯坏了三天，晚上很黑，请修复。",
  claim: null,
  areaId: null,
  place: null,
  urgent: false,
  petitioner: {
    kind: "person",
    name: "测量用",
    organisation: null,
    phone: "13900002222",
    email: null,
    address: null,
    onBehalf: null,
    people: 1,
    representatives: [],
    replyBy: "web",
  },
  draft: null,
  source: null,
} as const;

/** A case with its filing and twenty notes of the bureau. */
async function one(house: House, actor: Parameters<typeof actOnCase>[1]["actor"]): Promise<void> {
  const outcome = await fileCase(house, filing, { kind: "petitioner" }, null);
  if (!("filed" in outcome)) throw new Error(JSON.stringify(outcome));
  const caseId = outcome.filed.caseId as CaseId;
  for (let n = 0; n < notes; n += 1) {
    const command = { act: "note", legId: null, input: { text: `测量用的记录 ${n}。` } } as never;
    const done = await actOnCase(house, { region, caseId, command, actor, seenVersion: null }, null);
    if (!("done" in done)) throw new Error(JSON.stringify(done));
  }
}

async function events(house: House): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select (select count(*) from case_event) + (select count(*) from office_event) as n`.execute(house.db);
  return Number(rows[0]?.n);
}

async function grow(house: House, size: number): Promise<void> {
  const who = await house.db
    .selectFrom("account")
    .innerJoin("holding", "holding.person_id", "account.person_id")
    .select(["account.person_id", "holding.org_id", "holding.post"])
    .where("account.region_id", "=", region)
    .where("account.login", "=", "bureau.dispatcher")
    .execute();
  const { person_id: personId = "", org_id: orgId = "" } = who[0] ?? {};
  const actor = { kind: "staff", personId, orgId, posts: who.map(({ post }) => post) } as never;
  let there = await events(house);
  while (there < size) {
    await Promise.all(Array.from({ length: atOnce }, () => one(house, actor)));
    there = await events(house);
    if (there % 5000 < atOnce * (notes + 2)) mention(`${there} events`);
  }
  for (let n = 0; n < 20; n += 1) await writeCheckpoint(house, region);
  await sql`analyze`.execute(house.db).catch(() => undefined);
}

/** Every event once over the wire, and one hash of each. */
async function floor(house: House): Promise<number> {
  const began = performance.now();
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const { rows } = await sql<{ case_id: string; all: string }>`
      select case_id, string_agg(row_to_json(e)::text, '' order by seq) as all from case_event e
      where region_id = ${region} and case_id > ${after} group by case_id order by case_id limit 100`.execute(house.db);
    for (const row of rows) createHash("sha256").update(row.all).digest();
    const last = rows.at(-1);
    if (!last) return (performance.now() - began) / 1000;
    after = last.case_id;
  }
}

try {
  const { house } = open;
  await foundRegion(house, { ...fuzhouDemo, settings: { demo: true, secondFactor: "optional" }, password });
  const { cores, cpu, node } = machine();
  say(`${cores} × ${cpu}, node ${node}`);
  for (const size of sizes.toSorted((a, b) => a - b)) {
    await grow(house, size);
    const least = await floor(house);
    const began = performance.now();
    const { events: n, vouchers, faults } = await verifyLog(house, region, () => undefined);
    const seconds = (performance.now() - began) / 1000;
    const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
    const each = ((seconds / n) * 1000).toFixed(2);
    say(
      `${n} events, ${vouchers} vouchers: verify ${seconds.toFixed(1)} s (${each} ms an event), floor ${least.toFixed(1)} s, memory at most ${megabytes} MB, ${faults.length} faults`,
    );
  }
} finally {
  await open.close();
  rmSync(folder, { recursive: true, force: true });
}
