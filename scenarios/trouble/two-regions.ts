import { request } from "node:http";
import type { FastifyInstance } from "fastify";
import { fuzhouDemo } from "../../demo/fuzhou/city.ts";
import { foundRegion } from "../../server/actions/office/found-region.ts";
import { readConfig } from "../../server/config.ts";
import { buildFront } from "../../server/front.ts";
import type { House } from "../../server/house.ts";
import { openShared } from "../../server/store/db.ts";
import { openPool } from "../../server/store/pools.ts";
import { type FreshHouse, freshHouse, testPassword } from "../fresh-house.ts";
import { type Wire, wireTo } from "./wire.ts";

/** Two regions behind one front, on a database that can be cut off; limits are short, so that nobody waits for a test. */
export interface TwoRegions {
  readonly house: FreshHouse;
  readonly wire: Wire;
  readonly port: number;
  ask(host: string, path: string, more?: Asked): Promise<Answer>;
  close(): Promise<void>;
}

export interface Asked {
  readonly method?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

export const here = "localhost";
export const there = "linjiang.localhost";

export async function twoRegions(env: Readonly<Record<string, string>> = {}): Promise<TwoRegions> {
  const house = await freshHouse();
  const settings = { demo: true, secondFactor: "optional" } as const;
  await foundRegion(house, {
    ...fuzhouDemo,
    region: "linjiang-demo",
    name: "临江市（演示）",
    settings,
    password: testPassword,
  });
  const wire = await wireTo(house.url);
  const pool = openPool(wire.url, "huiyin_app", 8, "", { connect: 800, statement: 1000, lock: 600, idle: 5000 });
  const shared = openShared(pool, { sign: house.keys.signRoot, now: house.now }, 4, 800);
  const served: House = { ...house, db: shared.whole, part: shared.part };
  const config = readConfig({ RATE_LIMITS: "off", LOG_LEVEL: "fatal", WORKER: "off", ...env });
  const front: FastifyInstance = await buildFront(served, config, house.region);
  const port = Number(new URL(await front.listen({ host: "127.0.0.1", port: 0 })).port);
  const ask = (host: string, path: string, { method = "GET", body, headers = {} }: Asked = {}) =>
    new Promise<Answer>((resolve, reject) => {
      const asked = request(
        { host: "127.0.0.1", port, path, method, headers: { ...headers, host: `${host}:${port}` } },
        (reply) => {
          let text = "";
          reply.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
          reply.on("end", () => resolve({ status: reply.statusCode ?? 0, body: text, headers: reply.headers }));
        },
      );
      asked.on("error", reject);
      asked.end(body);
    });
  // Both regions have answered once, as in any house that has been open for a minute.
  await ask(here, "/");
  await ask(there, "/");
  return {
    house,
    wire,
    port,
    ask,
    close: async () => {
      await wire.mend();
      await front.close();
      await pool.end();
      await wire.close();
      await house.close();
    },
  };
}

/** A filing over the API, as an outsider sends it. */
export function letter(text: string, key: string): Asked {
  const petitioner = { kind: "person", name: "温若谷", phone: "13900002222", replyBy: "web" };
  return {
    method: "POST",
    body: JSON.stringify({ content: text, areaId: "gulou", petitioner }),
    headers: { "content-type": "application/json", "idempotency-key": key },
  };
}
