import { routes } from "../contract/routes.ts";
import { fuzhouDemo } from "../demo/fuzhou/city.ts";
import { fill } from "../domain/words/fill.ts";
import { nationalYears } from "../packs/holidays/national.gen.ts";
import { packs } from "../packs/index.ts";
import { readConfig } from "../server/config.ts";
import { openHouse } from "../server/main.ts";
import { connect } from "./connection.ts";
import { floorConnections, openFloor } from "./database-floor.ts";
import { accounts, type LifeAct, lifeActs, signInStaff } from "./life.ts";
import { type LoadResult, runLives } from "./load.ts";
import { call, type Session } from "./people.ts";
import { machine, mention, report, say, table } from "./say.ts";
import { type BenchServer, startBenchServer } from "./server.ts";
import { type Latency, round } from "./tally.ts";
import { words } from "./words.ts";

export interface LifecycleOptions {
  readonly cases: number;
  readonly connections: number;
  readonly json: boolean;
  readonly profile: string | null;
}

const floorSeconds = 3;
const mentionEverySeconds = 5;

/** `lifecycle`: whole lives through HTTP on a real server and database; false when anything failed. */
export async function lifecycle(options: LifecycleOptions): Promise<boolean> {
  mention(words.progress.server);
  const server = await startBenchServer(options.profile);
  try {
    const result = await measure(server, options);
    if (options.json) report(result);
    else tell(result);
    return result.errors === 0 && result.audit.faults === 0 && result.answered === options.cases;
  } finally {
    await server.close();
  }
}

type LifecycleReport = Awaited<ReturnType<typeof measure>>;

async function measure(server: BenchServer, options: LifecycleOptions) {
  const { cases, connections } = options;
  const house = await openHouse(readConfig({ DATA_DIR: server.dataDir }), { packs, years: nationalYears }, "command");
  const floor = await openFloor(house.ownerUrl);
  try {
    mention(fill(words.progress.signIn, { n: accounts }));
    const desk = connect(server.url);
    const staff = await signInStaff(desk);
    mention(words.progress.floor);
    const before = await floor.measure(floorSeconds);
    const load = await runLives(server.url, staff, { cases, connections }, progress(cases));
    mention(words.progress.floor);
    const after = await floor.measure(floorSeconds);
    const answered = await answeredCases(desk, staff.auditor);
    desk.close();
    mention(words.progress.verify);
    const audit = await verified(server);
    return shape(options, load, { before, after }, { answered, audit });
  } finally {
    await floor.close();
    await house.close();
  }
}

async function answeredCases(desk: ReturnType<typeof connect>, session: Session): Promise<number> {
  const found = await call(desk, routes.cases.list, { query: { stage: "answered", size: 1 } } as never, session);
  return found.total;
}

async function verified(server: BenchServer) {
  const { out } = await server.command("audit", "verify", "--region", fuzhouDemo.region, "--json");
  const found = JSON.parse(out) as { events: number; streams: number; faults: readonly unknown[] };
  return { events: found.events, streams: found.streams, faults: found.faults.length };
}

function shape(
  { cases, connections }: LifecycleOptions,
  load: LoadResult,
  { before, after }: { readonly before: number; readonly after: number },
  proof: { readonly answered: number; readonly audit: Awaited<ReturnType<typeof verified>> },
) {
  const all = load.tally.latency();
  const floor = (before + after) / 2;
  const actsPerSecond = all.n / load.seconds;
  const byAct = Object.fromEntries(lifeActs.map((act) => [act, load.tally.latency(act)])) as Record<LifeAct, Latency>;
  return {
    benchmark: "lifecycle",
    cases,
    connections,
    actsPerCase: lifeActs.length,
    acts: all.n,
    seconds: round(load.seconds, 2),
    lifecyclesPerSecond: round((cases - load.errors) / load.seconds),
    actsPerSecond: round(actsPerSecond),
    millisecondsPerAct: { p50: all.p50, p95: all.p95, p99: all.p99, max: all.max },
    byAct,
    errors: load.errors,
    failures: load.failures,
    answered: proof.answered,
    audit: proof.audit,
    floor: {
      transactionsPerSecond: round(floor),
      before: round(before),
      after: round(after),
      connections: floorConnections,
      insertsPerTransaction: 3,
    },
    ratio: round(actsPerSecond / floor, 3),
    machine: machine(),
  };
}

function tell(result: LifecycleReport): void {
  const t = words.tables.lifecycle;
  const row = (name: string, l: Pick<Latency, "p50" | "p95" | "p99" | "max">, n: number) => [
    name,
    n,
    ...[l.p50, l.p95, l.p99, l.max].map((ms) => ms.toFixed(1)),
  ];
  table(t.head, [
    ...lifeActs.map((act) => row(words.acts[act], result.byAct[act], result.byAct[act].n)),
    row(t.all, result.millisecondsPerAct, result.acts),
  ]);
  const { cases, connections, seconds, errors, ratio, answered } = result;
  const lives = result.lifecyclesPerSecond;
  say(fill(t.rate, { cases, connections, seconds, lives, acts: result.actsPerSecond, errors }));
  say(fill(t.floor, { floor: result.floor.transactionsPerSecond, ratio }));
  say(fill(t.audit, { ...result.audit, answered }));
  for (const text of result.failures) say(fill(t.failure, { text }));
}

function progress(cases: number): (done: number, rate: number) => void {
  let said = performance.now();
  return (done, rate) => {
    if (done < cases && performance.now() - said < mentionEverySeconds * 1000) return;
    said = performance.now();
    mention(fill(words.progress.lives, { done, cases, rate }));
  };
}
