import { type ActInput, acts, type StaffAct } from "../contract/case/acts.ts";
import type { CaseDetail } from "../contract/case/case-detail.ts";
import { addressOf } from "../contract/client.ts";
import type { Replies, Route, Sends } from "../contract/route.ts";
import { routes } from "../contract/routes.ts";
import type { SessionInfo } from "../contract/session.ts";
import { demoPassword } from "../demo/founding.ts";
import { type Answer, type Connection, cookiesOf } from "./connection.ts";

/** The server answered otherwise than it should. */
export class Unexpected extends Error {}

type Headers = Readonly<Record<string, string>>;

/** Calls a route of the contract on a connection. */
export async function call<R extends Route>(
  connection: Connection,
  route: R,
  sends: Sends<R>,
  headers: Headers = {},
): Promise<Replies<R>> {
  const { body } = sends as { readonly body?: unknown };
  const answer = await connection.ask(addressOf(route, sends as never), {
    method: route.method as "GET" | "POST",
    headers: { ...headers, accept: "application/json", ...(body ? { "content-type": "application/json" } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  mustBe(answer, route.status ?? 200, route.path);
  return JSON.parse(answer.body) as Replies<R>;
}

export function mustBe(answer: Answer, status: number, where: string): void {
  if (answer.status !== status) throw new Unexpected(`${where}: ${answer.status} ${answer.body.slice(0, 300)}`);
}

/** A session of somebody of the demo city; any connection can use it. */
export type Session = Headers;

export async function signIn(connection: Connection, login: string): Promise<Session> {
  const answer = await connection.ask(routes.session.signIn.path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ login, password: demoPassword }),
  });
  mustBe(answer, 201, login);
  const { csrf } = JSON.parse(answer.body) as SessionInfo;
  return { cookie: cookiesOf(answer), "x-csrf-token": csrf };
}

/** Where a member of staff has a case before them: what they do next carries the version that they saw. */
export interface Desk {
  open(session: Session): Promise<CaseDetail>;
  act<A extends StaffAct>(session: Session, act: A, input: ActInput<A>, legId?: string): Promise<void>;
}

/** Staff at work on one case; every act carries a key of its own, as the desk sends it. */
export function deskFor(connection: Connection, id: string): Desk {
  let seen: number | null = null;
  return {
    open: async (session) => {
      const detail = await call(connection, routes.cases.open, { params: { id } }, session);
      seen = detail.version;
      return detail;
    },
    act: async (session, act, input, legId) => {
      const body = { legId: legId ?? null, seenVersion: seen, input };
      const sends = { params: { id }, body } as never;
      const once = { "idempotency-key": crypto.randomUUID() };
      const done = await call(connection, acts[act] as Route, sends, { ...session, ...once });
      seen = (done as { version: number }).version;
    },
  };
}
