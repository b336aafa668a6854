import type { FastifyInstance } from "fastify";
import type pg from "pg";
import { instant } from "../domain/calendar/plain-date.ts";
import type { CalendarYear } from "../domain/calendar/work-calendar.ts";
import type { Pack } from "../domain/rules/pack.ts";
import { type Gateways, openGateways } from "./gateways/gateways.ts";
import { type Founding, foundRegion, loadBuiltInCalendars } from "./actions/office/found-region.ts";
import { bringUp } from "./actions/rebuilding/bring-up.ts";
import { type Config, siteUrl } from "./config.ts";
import { jobLimits, openDatabase, type OpenDatabase, type Progress, requestLimits } from "./database.ts";
import { buildFront } from "./front.ts";
import { openKeys } from "./gateways/keys/keys.ts";
import { type Log, openLog } from "./gateways/log.ts";
import { askFor, openScanner } from "./gateways/scanning/scanner.ts";
import { mustGoOverTls } from "./gateways/tls/plain-ways.ts";
import { anchorFiles } from "./gateways/tlog/anchors.ts";
import { NotANote, parseVerifierKey } from "./gateways/tlog/note.ts";
import { httpWitness, type Witness } from "./gateways/tlog/witness-client.ts";
import type { Lifetimes } from "./jobs/end-sessions.ts";
import type { Resident } from "./gateways/residents.ts";
import { type House, uuidv7 } from "./house.ts";
import { regionAt } from "./record/addresses.ts";
import { knownRegions } from "./record/regions.ts";
import { keepTexts } from "./actions/regulations/keep-texts.ts";
import { casesWithoutPack } from "./store/packs/by-pack.ts";
import { caseNumbers } from "./store/case/numbers.ts";
import { appLogin, ensureLogins, mayRewrite, queueLogin, urlUnder } from "./store/app-login.ts";
import { openDb, openShared } from "./store/db.ts";
import { longWork, openPool, takeStock } from "./store/pools.ts";
import { migrate } from "./store/migrate.ts";
import { regionIds } from "./store/office/regions.ts";
import { startWorker, type Worker } from "./worker.ts";

/** A house with everything it needs, and what to close in the end. */
export interface OpenHouse {
  readonly house: House;
  /** The same for the clock's work: on connections of its own, with more time than a request has. */
  readonly jobs: House;
  readonly gateways: Gateways;
  readonly ownerUrl: string;
  /** Connection of the job queue. */
  readonly queueUrl: string;
  /** The application has no login of its own: it is the owner under a lesser role, and could become the owner again. */
  readonly worksAsOwner: boolean;
  close(): Promise<void>;
}

/** A server that answers. */
export interface Running extends OpenHouse {
  readonly app: FastifyInstance;
  readonly url: string;
  /** The cities were founded just now. */
  readonly fresh: boolean;
}

/** Regulations and calendars: data that a house is opened with. */
export interface Books {
  readonly packs: readonly Pack[];
  readonly years: readonly CalendarYear[];
}

/** What a house on an empty database begins with. */
export interface Beginning {
  readonly demos: readonly Founding[];
  /** Gives the demo cities a past while the server answers already; nothing signs or sweeps their days before that. */
  readonly life: ((open: OpenHouse, stopped: () => boolean) => Promise<void>) | null;
}

/** Cases are bound by a regulation that is not installed any more. */
export class PackMissing extends Error {
  readonly pack: string;
  readonly cases: number;
  constructor({ pack, cases }: { readonly pack: string; readonly cases: number }) {
    super(`${cases} cases are bound by ${pack}, which is not installed`);
    this.pack = pack;
    this.cases = cases;
  }
}

/** Refuses a house in which a case would answer with an error because its regulation was taken out. */
export async function mustHavePacks({ db, packs }: Pick<House, "db" | "packs">): Promise<void> {
  const ids = packs.map(({ id }) => id);
  const [missing] = await casesWithoutPack(db, ids);
  if (missing) throw new PackMissing(missing);
}

/** The database is there, but no city has been set up in it. */
export class NoRegion extends Error {}

/** A witness is named by its address and its key; one without the other is none. */
export class WitnessKeyMissing extends Error {}

function witnessOf({ witnessUrl, witnessKey }: Config): Witness | null {
  if (witnessUrl === null) return null;
  if (witnessKey === null) throw new WitnessKeyMissing("HUIYIN_WITNESS_KEY is not set");
  try {
    return httpWitness(witnessUrl, parseVerifierKey(witnessKey));
  } catch (error) {
    throw error instanceof NotANote ? new WitnessKeyMissing(`HUIYIN_WITNESS_KEY is no key: ${witnessKey}`) : error;
  }
}

/** Every file that comes in is looked through where a scanner is named; what it finds the operator reads. */
function scannerOf({ scannerUrl, scannerSeconds, logLevel }: Config): Pick<House, "scanner"> {
  if (scannerUrl === null) return {};
  return { scanner: openScanner(askFor(scannerUrl), openLog(logLevel), { seconds: scannerSeconds }) };
}

/** The application's login could change the log, though one of its own was named. */
export class AppIsOwner extends Error {}

/** Under which login the application works: its own where there is one, else the owner's with the lesser role. */
function connectionOf({ databaseAppUrl }: Config, { ownerUrl, appPassword }: OpenDatabase) {
  if (databaseAppUrl !== null) return { appUrl: databaseAppUrl, appRole: null };
  if (appPassword !== null) return { appUrl: urlUnder(ownerUrl, appLogin, appPassword), appRole: null };
  return { appUrl: ownerUrl, appRole: "huiyin_app" };
}

const quiet: Progress = () => undefined;

/** The database, migrated and with its logins; `owner`: connections for what only its owner may do. */
async function migrated(config: Config, role: Resident["role"], progress: Progress) {
  const database = await openDatabase(config, role, progress);
  const owner = openPool(database.ownerUrl, null, 2);
  try {
    progress("migrate");
    await migrate(owner, database.ownerUrl);
    if (database.appPassword !== null) await ensureLogins(owner, database.appPassword);
  } catch (error) {
    await owner.end();
    await database.close();
    throw error;
  }
  return { database, owner };
}

/** Opens a house on a migrated database. */
export async function openHouse(
  config: Config,
  { packs, years }: Books,
  role: Resident["role"],
  progress: Progress = quiet,
): Promise<OpenHouse> {
  mustGoOverTls(config);
  const anchors = anchorFiles(config.dataDir, witnessOf(config));
  const { database, owner } = await migrated(config, role, progress);
  const { appUrl, appRole } = connectionOf(config, database);
  const limits = role === "serve" ? requestLimits(config) : role === "worker" ? jobLimits : longWork;
  const pool: pg.Pool = openPool(appUrl, appRole, config.database.pool, "", limits);
  if (config.databaseAppUrl !== null && (await mayRewrite(pool))) {
    await Promise.all([owner.end(), pool.end()]);
    throw new AppIsOwner("DATABASE_APP_URL names an owner of the log");
  }
  const jobPool = role === "serve" ? openPool(appUrl, appRole, 6, "", jobLimits) : null;
  const gateways = openGateways(config);
  const numbersPool = openPool(appUrl, appRole, 3, "-c synchronous_commit=off", limits);
  const keys = openKeys(config);
  const now = () => instant(new Date().toISOString());
  const voucher = { sign: keys.signRoot, now };
  const shared = openShared(pool, voucher, config.database.share, config.database.connectSeconds * 1000);
  const house: House = {
    db: shared.whole,
    part: shared.part,
    packs,
    keys,
    now,
    newId: () => uuidv7(Date.now()),
    nextCaseNumber: caseNumbers(openDb(numbersPool, null)),
    siteUrl: siteUrl(config),
    anchors,
    ...scannerOf(config),
    ways: { email: gateways.mail !== null, sms: gateways.sms !== null, voice: gateways.voice !== null },
  };
  progress("calendar");
  await loadBuiltInCalendars(house, years);
  await owner.end();
  return {
    house,
    jobs: jobPool === null ? house : { ...house, db: openDb(jobPool, voucher) },
    gateways,
    ownerUrl: database.ownerUrl,
    queueUrl:
      database.appPassword === null ? database.ownerUrl : urlUnder(database.ownerUrl, queueLogin, database.appPassword),
    worksAsOwner: appRole !== null,
    close: async () => {
      gateways.mail?.close();
      gateways.sms?.close();
      await pool.end();
      await jobPool?.end();
      await numbersPool.end();
      await database.close();
    },
  };
}

/** Opens the house, seeds the demo cities once, starts the clock's work, and listens. */
export async function startServer(
  config: Config,
  books: Books & Beginning,
  progress: Progress = quiet,
): Promise<Running> {
  const open = await openHouse(config, books, "serve", progress);
  try {
    const { house } = open;
    await mustHavePacks(house);
    await bringUp(house, () => progress("rebuild"));
    await keepTexts(house);
    const fresh = config.demo && (await regionIds(house.db)).length === 0;
    if (fresh) {
      progress("seed");
      for (const demo of books.demos) await foundRegion(house, demo);
      await takeStock(open.ownerUrl);
    }
    const region = regionAt(house.siteUrl, "", await knownRegions(house))?.id;
    if (!region) throw new NoRegion("no region; run `huiyin seed`");
    const app = await buildFront(house, config, region);
    progress("listen");
    const url = await app.listen({ host: config.host, port: config.port });
    const log = openLog(config.logLevel);
    let stopped = false;
    const start = () =>
      config.worker && !stopped ? startWorker(open.jobs, open.gateways, open.queueUrl, log, lifetimes(config)) : null;
    const past = { ...open, house: open.jobs };
    const lived = fresh && config.demoLife ? books.life?.(past, () => stopped) : undefined;
    const runner = lived ? afterwards(lived, start, log) : Promise.resolve(await start());
    return {
      ...open,
      app,
      url,
      fresh,
      close: async () => {
        stopped = true;
        await app.close();
        await (await runner)?.stop();
        await open.close();
      },
    };
  } catch (error) {
    await open.close();
    throw error;
  }
}

function lifetimes({ sessionIdleMinutes, sessionHours }: Config): Lifetimes {
  return { idleMinutes: sessionIdleMinutes, hours: sessionHours };
}

/** The clock's work begins once the demo has its past, or could not be given one. */
async function afterwards(lived: Promise<void>, start: () => Promise<Worker> | null, log: Log): Promise<Worker | null> {
  try {
    await lived;
  } catch (error) {
    log.error({ err: error }, "the demo cities could not be given a past");
  }
  return start();
}

/** Does the clock's work without answering anybody: a second machine beside the servers. */
export async function startWorkerHouse(config: Config, books: Books): Promise<OpenHouse> {
  const open = await openHouse(config, books, "worker");
  try {
    await mustHavePacks(open.house);
    await bringUp(open.house, () => undefined);
    await keepTexts(open.house);
  } catch (error) {
    await open.close();
    throw error;
  }
  const runner = await startWorker(
    open.jobs,
    open.gateways,
    open.queueUrl,
    openLog(config.logLevel),
    lifetimes(config),
  );
  return {
    ...open,
    close: async () => {
      await runner.stop();
      await open.close();
    },
  };
}
