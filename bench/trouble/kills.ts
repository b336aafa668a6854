import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { client } from "../../contract/client.ts";
import { routes } from "../../contract/routes.ts";
import { nationalYears } from "../../packs/holidays/national.gen.ts";
import { packs } from "../../packs/index.ts";
import { databasePid, type Server, startServer } from "../../scenarios/running-server.ts";
import { verifyLog } from "../../server/actions/oversight/verify-log.ts";
import { readConfig } from "../../server/config.ts";
import { openHouse } from "../../server/main.ts";
import { say } from "../say.ts";

/**
 * Kills the server, the server with its database, or the database alone, again and again while citizens file, and counts
 * what became of it: `node --import tsx bench/trouble/kills.ts --rounds 100`.
 */
const { values } = parseArgs({ options: { rounds: { type: "string", default: "100" } } });
const rounds = Number(values.rounds);
const region = "fuzhou-demo";
const clients = 8;
const citizen = { kind: "person", name: "温若谷", phone: "13900002222", replyBy: "web" } as const;

/** A filing on its way: with its number once the server has acknowledged it. */
interface Letter {
  readonly key: string;
  readonly content: string;
  number: string | null;
}

const victims = ["server", "both", "database"] as const;
type Victim = (typeof victims)[number];

const folder = mkdtempSync(join(tmpdir(), "huiyin-kills-"));
const all: Letter[] = [];
const back: Record<Victim, number[]> = { server: [], both: [], database: [] };
let server: Server = await startServer(folder);

async function post(letter: Letter): Promise<void> {
  const call = client({ fetch, base: server.url, headers: () => ({}) });
  const body = { content: letter.content, areaId: "gulou", petitioner: citizen };
  letter.number = (await call(routes.publicDoors.file, { body }, { once: letter.key })).number;
}

/** Citizens file until it is over for them; gives what they sent. */
async function fileWhile(round: number, struck: { readonly is: boolean }): Promise<readonly Letter[]> {
  const sent: Letter[] = [];
  const write = async (who: number) => {
    for (let n = 0; !struck.is; n += 1) {
      const name = `${round}-${who}-${n}`;
      const letter: Letter = { key: name, content: `第${name}号来信：路口的红绿灯坏了，请修理。`, number: null };
      sent.push(letter);
      await post(letter).catch(() => undefined);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, who) => write(who)));
  return sent;
}

/** A connection that was cut while it lay idle may cost the first request that is given it. */
async function sendAgain(letter: Letter): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await post(letter);
    } catch (error) {
      if (tries >= 20) throw error;
      await pause(50);
    }
  }
}

const pause = (millis: number) => new Promise((done) => setTimeout(done, millis));

async function strike(victim: Victim): Promise<void> {
  const database = databasePid(folder);
  if (victim !== "server") process.kill(database, "SIGKILL");
  if (victim !== "database") await server.kill();
}

/** The house is back: started again, or by itself where the database alone was killed. */
async function comeBack(victim: Victim): Promise<void> {
  const began = performance.now();
  if (victim === "database") {
    for (;;) {
      const reply = await fetch(`${server.url}/readyz`).catch(() => null);
      if (reply?.ok) break;
      if (performance.now() - began > 60_000) throw new Error("the database was not started again");
      await pause(50);
    }
  } else {
    server = await startServer(folder);
  }
  back[victim].push(performance.now() - began);
}

/** Looks at everything that is in the database: whole, chained, once, and with what was acknowledged. */
async function look() {
  const open = await openHouse(readConfig({ DATA_DIR: folder }), { packs, years: nationalYears }, "command");
  try {
    const { db } = open.house;
    const rows = await db
      .selectFrom("case")
      .leftJoin("case_content", "case_content.case_id", "case.id")
      .leftJoin("petitioner", "petitioner.case_id", "case.id")
      .select((eb) => [
        "case.number",
        "case.version",
        "case_content.content",
        "petitioner.name_masked",
        eb
          .selectFrom("case_sight")
          .whereRef("case_sight.case_id", "=", "case.id")
          .select(eb.fn.countAll<number>().as("n"))
          .as("sights"),
        eb
          .selectFrom("duty")
          .whereRef("duty.case_id", "=", "case.id")
          .select(eb.fn.countAll<number>().as("n"))
          .as("duties"),
        eb
          .selectFrom("case_event")
          .whereRef("case_event.case_id", "=", "case.id")
          .select(eb.fn.countAll<number>().as("n"))
          .as("events"),
      ])
      .execute();
    const numbers = Map.groupBy(rows, ({ content }) => content ?? "");
    const acknowledged = all.filter(({ number }) => number !== null);
    const half = rows.filter(
      (row) =>
        row.content === null || row.name_masked === null || !row.sights || !row.duties || row.events !== row.version,
    );
    return {
      cases: rows.length,
      letters: all.length,
      acknowledged: acknowledged.length,
      lost: acknowledged.filter(({ content, number }) => !numbers.get(content)?.some((row) => row.number === number))
        .length,
      doubled: [...numbers.values()].filter((same) => same.length > 1).length,
      halfDone: half.length,
      logFaults: (await verifyLog(open.house, region, () => undefined)).faults.length,
    };
  } finally {
    await open.close();
  }
}

try {
  let unanswered = 0;
  for (let round = 0; round < rounds; round += 1) {
    const victim = victims[round % victims.length] ?? "server";
    const struck = { is: false };
    const filing = fileWhile(round, struck);
    await pause(150 + Math.random() * 700);
    const killed = strike(victim);
    struck.is = true;
    await killed;
    const letters = await filing;
    all.push(...letters);
    await comeBack(victim);
    for (const letter of letters.filter(({ number }) => number === null)) {
      unanswered += 1;
      await sendAgain(letter);
    }
    if ((round + 1) % 10 === 0) say(JSON.stringify({ round: round + 1, unanswered, ...(await look()) }));
  }
  say(JSON.stringify({ rounds, unanswered, ...(await look()) }));
  for (const victim of victims) {
    const times = back[victim].toSorted((a, b) => a - b);
    const of = (share: number) => ((times[Math.floor((times.length - 1) * share)] ?? 0) / 1000).toFixed(1);
    say(`${victim}: ${times.length} rounds, back after ${of(0)} / ${of(0.5)} / ${of(1)} s (least, median, most)`);
  }
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
