import { mkdirSync } from "node:fs";
import type { FastifyInstance } from "fastify";
import type pg from "pg";
import { instant } from "../domain/calendar/plain-date.ts";
import type { CalendarYear } from "../domain/calendar/work-calendar.ts";
import type { Pack } from "../domain/rules/pack.ts";
import type { Gateways } from "./actions/deliver-message.ts";
import { type Founding, foundRegion, loadBuiltInCalendars } from "./actions/found-region.ts";
import { buildApp } from "./app.ts";
import type { Config } from "./config.ts";
import { startEmbeddedPostgres } from "./gateways/embedded-postgres.ts";
import { openKeys } from "./gateways/keys.ts";
import { smtpGateway } from "./gateways/mail.ts";
import { httpSmsGateway } from "./gateways/sms.ts";
import { type House, uuidv7 } from "./house.ts";
import { openDb, openPool } from "./store/db.ts";
import { migrate } from "./store/migrate.ts";
import { regionIds } from "./store/office/regions.ts";
import { startWorker } from "./worker.ts";

/** A database that is open: the embedded one or a server of the city's own. */
export interface OpenDatabase {
  readonly ownerUrl: string;
  readonly adopted: boolean;
  close(): Promise<void>;
}

/** A house with everything it needs, and what to close in the end. */
export interface OpenHouse {
  readonly house: House;
  readonly gateways: Gateways;
  readonly ownerUrl: string;
  close(): Promise<void>;
}

/** A server that answers. */
export interface Running extends OpenHouse {
  readonly app: FastifyInstance;
  readonly url: string;
}

/** Says what is being done while it takes a while. */
export type Progress = (step: "database" | "adopted" | "migrate" | "calendar" | "seed" | "listen") => void;

const quiet: Progress = () => undefined;

/** Opens the database that the configuration names; starts the embedded one where it names none. */
export async function openDatabase(config: Config, progress: Progress = quiet): Promise<OpenDatabase> {
  if (config.databaseUrl !== null)
    return { ownerUrl: config.databaseUrl, adopted: false, close: async () => undefined };
  progress("database");
  mkdirSync(config.dataDir, { recursive: true });
  const embedded = await startEmbeddedPostgres(config.dataDir);
  if (embedded.adopted) progress("adopted");
  return { ownerUrl: embedded.url, adopted: embedded.adopted, close: embedded.stop };
}

/** Opens a house on a migrated database. */
export async function openHouse(
  config: Config,
  packs: readonly Pack[],
  years: readonly CalendarYear[],
  progress: Progress = quiet,
): Promise<OpenHouse> {
  const database = await openDatabase(config, progress);
  const owner = openPool(database.ownerUrl, null, 2);
  progress("migrate");
  await migrate(owner, database.ownerUrl);
  const appUrl = config.databaseAppUrl ?? database.ownerUrl;
  const pool: pg.Pool = openPool(appUrl, config.databaseAppUrl === null ? "huiyin_app" : null, 16);
  const gateways: Gateways = {
    mail: config.smtpUrl === null ? null : smtpGateway(config.smtpUrl, config.mailFrom ?? "huiyin@localhost"),
    sms: config.smsUrl === null ? null : httpSmsGateway(config.smsUrl, config.smsToken),
  };
  const house: House = {
    db: openDb(pool),
    packs,
    keys: openKeys(config.masterKey, config.dataDir),
    now: () => instant(new Date().toISOString()),
    newId: () => uuidv7(Date.now()),
    siteUrl: config.publicUrl ?? `http://localhost:${config.port}`,
    ways: { email: gateways.mail !== null, sms: gateways.sms !== null },
  };
  progress("calendar");
  await loadBuiltInCalendars(house, years);
  await owner.end();
  return {
    house,
    gateways,
    ownerUrl: database.ownerUrl,
    close: async () => {
      gateways.mail?.close();
      gateways.sms?.close();
      await pool.end();
      await database.close();
    },
  };
}

/** Everything that a running server is made of: data that the house itself does not hold. */
export interface Furnishing {
  readonly packs: readonly Pack[];
  readonly years: readonly CalendarYear[];
  /** Founded when the database is empty and the configuration wants a demo. */
  readonly demo: Founding;
}

/** Opens the house, seeds the demo city once, starts the clock's work, and listens. */
export async function startServer(
  config: Config,
  furnishing: Furnishing,
  progress: Progress = quiet,
): Promise<Running> {
  const open = await openHouse(config, furnishing.packs, furnishing.years, progress);
  const { house } = open;
  const known = await regionIds(house.db);
  if (known.length === 0 && config.demo) {
    progress("seed");
    await foundRegion(house, furnishing.demo);
  }
  const [region] = await regionIds(house.db);
  if (!region) throw new Error("the database holds no region; run `huiyin seed`");
  const app = await buildApp({ house, config, region });
  const runner = config.worker ? await startWorker(house, open.gateways, open.ownerUrl) : null;
  progress("listen");
  const url = await app.listen({ host: config.host, port: config.port });
  return {
    ...open,
    app,
    url,
    close: async () => {
      await app.close();
      await runner?.stop();
      await open.close();
    },
  };
}
