import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { parsePlainDate } from "../domain/calendar/plain-date.ts";
import type { CalendarYear } from "../domain/calendar/work-calendar.ts";
import { type OrgId, posts } from "../domain/office/org.ts";
import { fill } from "../domain/words/fill.ts";
import { foundRegion } from "../server/actions/office/found-region.ts";
import { addToPeople } from "../server/actions/office/keep-people.ts";
import { calendarDoubts, calendarFault } from "../domain/calendar/year-check.ts";
import { applyCalendar, previewCalendar, reckonCases } from "../server/actions/office/load-calendar.ts";
import { readConfig } from "../server/config.ts";
import { openDatabase } from "../server/database.ts";
import { openPool } from "../server/store/pools.ts";
import { loadWorld } from "../server/store/world.ts";
import { migrate } from "../server/store/migrate.ts";
import { environment } from "./env.ts";
import { failed, usage } from "./exit.ts";
import { demos, inHouse, regionOf } from "./house.ts";
import { report, say } from "./say.ts";
import type { CliWords } from "./words.ts";

interface UserOptions {
  readonly login: string;
  readonly name: string;
  readonly org?: string;
  readonly post?: string;
  readonly region?: string;
  readonly json?: boolean;
}

/** `migrate`, `seed`, `user add`, `calendar load`: setting a house up. */
export function addSetup(program: Command, words: CliWords): void {
  program
    .command("migrate")
    .description(words.commands.migrate)
    .option("--json", words.json)
    .action(async ({ json }: { readonly json?: boolean }) => {
      const database = await openDatabase(readConfig(), "command");
      const pool = openPool(database.ownerUrl, null, 2);
      try {
        const names = await migrate(pool, database.ownerUrl);
        if (json) report({ migrated: names });
        else say(fill(words.said.migrated, { names }));
      } finally {
        await pool.end();
        await database.close();
      }
    });

  program
    .command("seed")
    .description(words.commands.seed)
    .option("--json", words.json)
    .action(({ json }: { readonly json?: boolean }) =>
      inHouse(async ({ house }) => {
        for (const demo of demos) {
          const fresh = await foundRegion(house, demo);
          if (json) report({ region: demo.region, fresh });
          else say(fill(fresh ? words.said.seeded : words.said.seedKnown, { region: demo.region }));
        }
      }),
    );

  program
    .command("user")
    .description(words.commands.user)
    .command("add")
    .description(`${words.commands.userAdd}。${words.options.passwordEnv}`)
    .requiredOption("--login <login>", words.options.login)
    .requiredOption("--name <name>", words.options.name)
    .option("--org <id>", words.options.org)
    .option("--post <post>", words.options.post)
    .option("--region <id>", words.options.region)
    .option("--json", words.json)
    .action((options: UserOptions) => addOne(options, words));

  program
    .command("calendar")
    .description(words.commands.calendar)
    .command("load <file>")
    .description(words.commands.calendarLoad)
    .option("--dry-run", words.options.dryRun)
    .option("--meant", words.options.meant)
    .option("--own", words.options.own)
    .option("--region <id>", words.options.region)
    .option("--json", words.json)
    .action((file: string, options: CalendarOptions) => loadCalendar(file, options, words));
}

function addOne(options: UserOptions, words: CliWords): Promise<void> {
  const post = options.post === undefined ? null : posts.find((known) => known === options.post);
  if (post === undefined) throw usage(fill(words.errors.unknownPost, { post: options.post, posts }));
  return inHouse(async (open) => {
    const region = await regionOf(open, options.region, words);
    const given = environment.password;
    const password = given ?? `${randomBytes(9).toString("base64url")}-A1`;
    const { login, name } = options;
    const place = options.org && post ? { orgId: options.org as OrgId, post } : null;
    const outcome = await addToPeople(open.house, region, null, { login, name, password, place }, null);
    if (outcome === "notFound") throw usage(fill(words.errors.unknownOrg, { org: options.org }));
    if (typeof outcome === "string") throw failed(fill(words.errors[outcome], { login }));
    if (options.json) {
      report({ id: outcome.id, login, ...(given === null ? { password } : {}) });
      return;
    }
    say(fill(words.said.userAdded, { login, name }));
    if (place) say(fill(words.said.userPost, { org: place.orgId, post: place.post }));
    if (given === null) say(fill(words.said.password, { password }));
  });
}

interface CalendarOptions {
  readonly dryRun?: boolean;
  /** A year that lacks what every notice has is meant so. */
  readonly meant?: boolean;
  /** For the region alone; without it for the whole house. */
  readonly own?: boolean;
  readonly region?: string;
  readonly json?: boolean;
}

async function loadCalendar(file: string, options: CalendarOptions, words: CliWords): Promise<void> {
  const year = readYear(file, words);
  const fault = calendarFault(year);
  if (fault) throw failed(fill(words.errors[fault.code], { year: year.year, day: fault.day }));
  await inHouse(async (open) => {
    const region = await regionOf(open, options.region, words);
    const { calendarVersions } = await loadWorld(open.house.db, region, open.house);
    const loaded = [...new Set(calendarVersions.map((one) => one.year))];
    const doubts = calendarDoubts(year, loaded).map((doubt) => fill(words.doubts[doubt.is], { ...doubt }));
    if (doubts.length > 0 && !options.meant) throw failed(fill(words.errors.doubtful, { year: year.year, doubts }));
    const of = options.own ? { region } : "house";
    const moved = await previewCalendar(open.house, region, of, year);
    if (!options.dryRun) {
      await applyCalendar(open.house, of, year, { personId: null, orgId: null }, null);
      await reckonCases(open.house, region, year.year);
    }
    const sentence = options.dryRun ? words.said.calendarPreview : words.said.calendarLoaded;
    if (options.json) report({ year: year.year, applied: !options.dryRun, moved });
    else say(fill(sentence, { year: year.year, n: moved.length }));
  });
}

function readYear(file: string, words: CliWords): CalendarYear {
  let value: Partial<CalendarYear>;
  try {
    value = JSON.parse(readFileSync(file, "utf8").replace(/^\ufeff/, "")) as Partial<CalendarYear>;
  } catch (error) {
    const detail = error instanceof Error ? error.message : "";
    throw usage(fill(words.errors.calendarFile, { detail }));
  }
  const { year, source, holidays, makeUpDays, effectiveFrom = null } = value;
  const dated = effectiveFrom === null || parsePlainDate(effectiveFrom) !== null;
  if (typeof year !== "number" || typeof source !== "string" || !holidays || !makeUpDays || !dated) {
    throw usage(fill(words.errors.calendarFile, { detail: file }));
  }
  return { year, source, holidays, makeUpDays, effectiveFrom };
}
