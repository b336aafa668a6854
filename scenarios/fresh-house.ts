import { inject } from "vitest";
import { fuzhouDemo } from "../demo/fuzhou/city.ts";
import { type Instant, instant } from "../domain/calendar/plain-date.ts";
import { auditItems } from "../domain/rules/look-up.ts";
import { zh } from "../domain/words/zh.ts";
import { nationalYears } from "../packs/holidays/national.gen.ts";
import { packs } from "../packs/index.ts";
import { type Founding, foundRegion, loadBuiltInCalendars } from "../server/actions/office/found-region.ts";
import { openKeys } from "../server/gateways/keys/keys.ts";
import { type House, uuidv7 } from "../server/house.ts";
import { caseNumbers } from "../server/store/case/numbers.ts";
import { openDb } from "../server/store/db.ts";
import { openPool } from "../server/store/pools.ts";

/** A house on a database of its own, with a clock that the test moves. */
export interface FreshHouse extends House {
  readonly url: string;
  readonly region: string;
  /** Moves the clock to local time in China, `2026-03-02 09:00`. */
  at(time: string): void;
  close(): Promise<void>;
}

export const testPassword = "Test-Pass-2026";

/** The questions of the audit, as the desk of the demo city asks them. */
export const auditItemWords: readonly string[] = packs
  .filter((pack) => pack.id === fuzhouDemo.pack)
  .flatMap(auditItems)
  .map((item) => zh.auditItems[item] ?? item);

export interface FreshOptions extends Partial<Pick<House, "ways" | "packs" | "scanner">> {
  /** The city to found; the demo city unless another is given. */
  readonly city?: Omit<Founding, "password" | "settings">;
  /** What the region decides for itself, beside what every test city has. */
  readonly settings?: Founding["settings"];
}

/** Copies the template, founds a city, and sets the clock to Monday 2 March 2026, 09:00. */
export async function freshHouse(options: FreshOptions = {}): Promise<FreshHouse> {
  const url = await copyTemplate();
  const pool = openPool(url, "huiyin_app", 10);
  const numbers = openPool(url, "huiyin_app", 1);
  let now: Instant = instant("2026-03-02T09:00:00+08:00");
  const keys = openKeys({ masterKey: "11".repeat(32), dataDir: "unused" });
  const house: House = {
    db: openDb(pool, { sign: keys.signRoot, now: () => now }),
    packs: options.packs ?? packs,
    keys,
    now: () => now,
    newId: () => uuidv7(Date.parse(now)),
    nextCaseNumber: caseNumbers(openDb(numbers, null)),
    siteUrl: "http://portal.test",
    ...(options.scanner && { scanner: options.scanner }),
    ways: options.ways ?? { email: false, sms: false },
  };
  const city = options.city ?? fuzhouDemo;
  await loadBuiltInCalendars(house, nationalYears);
  await foundRegion(house, {
    ...city,
    settings: { demo: true, secondFactor: "optional", ...options.settings },
    password: testPassword,
  });
  return Object.assign(house, {
    url,
    region: city.region,
    at: (time: string) => {
      now = instant(`${time.replace(" ", "T")}:00+08:00`);
    },
    close: async () => {
      await pool.end();
      await numbers.end();
    },
  });
}

let copies = 0;

async function copyTemplate(): Promise<string> {
  const template = inject("templateUrl");
  const name = `copy_${process.pid}_${copies++}_${Math.trunc(performance.timeOrigin)}`;
  const admin = openPool(template.replace(/\/huiyin$/, "/postgres"), null, 1);
  await admin.query(`create database ${name} template huiyin strategy file_copy`);
  await admin.end();
  return template.replace(/\/huiyin$/, `/${name}`);
}
