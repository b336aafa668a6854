import type { FastifyInstance } from "fastify";
import { type ActInput, acts, type StaffAct } from "../contract/case/acts.ts";
import { type Call, client } from "../contract/client.ts";
import { routes } from "../contract/routes.ts";
import type { CaseDetail } from "../contract/case/case-detail.ts";
import { readConfig } from "../server/config.ts";
import { buildApp } from "../server/app.ts";
import { type FreshHouse, freshHouse, testPassword } from "./fresh-house.ts";

/** A demo city that answers over HTTP on a database of its own, with a clock that the story moves. */
export interface City {
  readonly house: FreshHouse;
  readonly url: string;
  /** The server itself, for what asks it thousands of times. */
  readonly app: FastifyInstance;
  readonly call: Call;
  at(time: string): void;
  /** Somebody of the city at their desk. */
  as(login: string): Promise<Desk>;
  close(): Promise<void>;
}

/** A member of staff who has signed in. */
export interface Desk {
  readonly call: Call;
  readonly cookie: string;
  open(id: string): Promise<CaseDetail>;
  act<A extends StaffAct>(
    id: string,
    act: A,
    input?: ActInput<A>,
    legId?: string | null,
  ): Promise<{ stage: string; version: number }>;
}

/** Opens a city for one story; `env` says what is set otherwise than for stories, where clocks leap. */
export async function openCity(
  options: Parameters<typeof freshHouse>[0] = {},
  env: Readonly<Record<string, string>> = {},
): Promise<City> {
  const house = await freshHouse(options);
  const config = readConfig({
    RATE_LIMITS: "off",
    LOG_LEVEL: "error",
    WORKER: "off",
    SESSION_IDLE_MINUTES: "10000000",
    SESSION_HOURS: "1000000",
    ...env,
  });
  const app = await buildApp({ house, config, region: house.region });
  const url = await app.listen({ host: "127.0.0.1", port: 0 });
  Object.assign(house, { siteUrl: url });
  return {
    house,
    url,
    app,
    call: client({ fetch, base: url, headers: () => ({}) }),
    at: house.at,
    as: (login) => signIn(url, login),
    close: async () => {
      await app.close();
      await house.close();
    },
  };
}

async function signIn(url: string, login: string): Promise<Desk> {
  const reply = await fetch(`${url}/api/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ login, password: testPassword }),
  });
  const info = (await reply.json()) as { csrf: string };
  if (!reply.ok) throw new Error(`${login} cannot sign in: ${JSON.stringify(info)}`);
  const cookie = reply.headers
    .getSetCookie()
    .map((text) => text.split(";")[0])
    .join("; ");
  const call = client({ fetch, base: url, headers: () => ({ cookie, "x-csrf-token": info.csrf }) });
  return {
    call,
    cookie,
    open: (id) => call(routes.cases.open, { params: { id } }),
    act: (id, act, input, legId = null) => {
      const body = { legId, seenVersion: null, input: input ?? {} };
      return call(acts[act], { params: { id }, body } as never) as Promise<{ stage: string; version: number }>;
    },
  };
}

/** A petitioner that nobody knows. */
export const citizen = {
  kind: "person",
  name: "温若谷",
  phone: "13900002222",
  replyBy: "web",
} as const;

export const allYes = { addressed: true, facts: true, basis: true, dates: true, privacy: true };
