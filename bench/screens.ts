import pg from "pg";
import { fuzhouDemo } from "../demo/fuzhou/city.ts";
import { addDays, dayOf, type Instant } from "../domain/calendar/plain-date.ts";
import { fill } from "../domain/words/fill.ts";
import { nationalYears } from "../packs/holidays/national.gen.ts";
import { packs } from "../packs/index.ts";
import { readConfig } from "../server/config.ts";
import { openHouse } from "../server/main.ts";
import { connect } from "./connection.ts";
import { signInStaff } from "./life.ts";
import { runLives } from "./load.ts";
import { multiplyCases, spreadOver } from "./multiply.ts";
import { mustBe, signIn } from "./people.ts";
import { machine, mention, report, table } from "./say.ts";
import { startBenchServer } from "./server.ts";
import { round, timed } from "./tally.ts";
import { words } from "./words.ts";

export interface ScreensOptions {
  readonly cases: number;
  readonly json: boolean;
  readonly profile: string | null;
}

const lived = 50;
const askedTimes = 5;
type Screen = keyof typeof words.screens;

/** `screens`: what lists and figures take in a region with a year of cases, beside counting its events once. */
export async function screens(options: ScreensOptions): Promise<boolean> {
  mention(words.progress.server);
  const server = await startBenchServer(options.profile);
  try {
    const connection = connect(server.url);
    mention(fill(words.progress.fill, { n: lived }));
    const lives = await runLives(server.url, await signInStaff(connection), { cases: lived, connections: 8 }, () => {});
    if (lives.errors > 0) throw new Error(lives.failures.join("\n"));
    const house = await openHouse(readConfig({ DATA_DIR: server.dataDir }), { packs, years: nationalYears }, "command");
    mention(fill(words.progress.multiply, { n: options.cases }));
    const cases = await multiplyCases(house.ownerUrl, fuzhouDemo.region, Math.ceil(options.cases / lived) - 1);
    const today = dayOf(new Date().toISOString() as Instant);
    const year = `from=${addDays(today, -spreadOver)}&to=${today}`;
    const month = `from=${addDays(today, -30)}&to=${today}`;
    const head = await signIn(connection, "bureau.head");
    const clerk = await signIn(connection, "urban.clerk");
    const ask =
      (path: string, headers = head) =>
      async () =>
        mustBe(await connection.ask(path, { headers }), 200, path);
    const floor = await middle(() => countEvents(house.ownerUrl));
    const rows: Record<Screen, number> = {
      list: await middle(ask("/api/cases?size=20")),
      deepList: await middle(ask(`/api/cases?size=20&page=${Math.floor(cases / 40)}`)),
      unitList: await middle(ask("/api/cases?org=urban")),
      found: await middle(ask(`/api/cases?words=${encodeURIComponent("路灯")}`)),
      work: await middle(ask("/api/worklist?tab=done", clerk)),
      counts: await middle(ask("/api/worklist/counts", clerk)),
      monthFigures: await middle(ask(`/api/statistics?by=unit&${month}`)),
      yearFigures: await middle(ask(`/api/statistics?by=unit&${year}`)),
      home: await middle(ask("/", {})),
    };
    connection.close();
    await house.close();
    tell(options, cases, rows, floor);
    return true;
  } finally {
    await server.close();
  }
}

/** The middle one of several times, in milliseconds. */
async function middle(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < askedTimes; n += 1) times.push((await timed(work)).seconds * 1000);
  return round(times.toSorted((a, b) => a - b)[Math.floor(askedTimes / 2)] ?? 0);
}

async function countEvents(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("select count(*) from case_event where data is not null");
  await client.end();
}

function tell({ json }: ScreensOptions, cases: number, rows: Record<Screen, number>, floor: number): void {
  if (json) {
    report({
      benchmark: "screens",
      cases,
      milliseconds: rows,
      floor: { countEventsMilliseconds: floor },
      machine: machine(),
    });
    return;
  }
  const line = (name: string, ms: number) => [name, ms, round(ms / floor, 2)];
  table(words.tables.screens.head, [
    ...Object.entries(rows).map(([name, ms]) => line(words.screens[name as Screen], ms)),
    line(words.tables.screens.floor, floor),
  ]);
}
