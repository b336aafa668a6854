import type { FastifyInstance } from "fastify";
import { type OpenSession, sessions } from "../../../../contract/trust/sessions.ts";
import { type Instant, instant } from "../../../../domain/calendar/plain-date.ts";
import { endOwnSession, endSessionFor } from "../../../actions/office/end-sessions.ts";
import { attacks } from "../../../store/office/signing/attacks.ts";
import { sessionsOf } from "../../../store/office/sessions.ts";
import { aliveAt, mustBeInPerson, mustHold } from "../../caller.ts";
import { hang } from "../../door.ts";
import { fault, missing } from "../../fault.ts";
import { type Shop, worldOf } from "../../shop.ts";
import { orgName } from "../../views/duty-view.ts";
import { newsSince } from "./news.ts";

/** Where people are signed in, and ending that: each person their own, the security officer everybody's. */
export function sessionListDoors(app: FastifyInstance, shop: Shop): void {
  const { house, region } = shop;

  hang(app, shop, sessions.own, async ({ caller }) => {
    const { hash } = mustBeInPerson(caller);
    return { rows: await openSessions(shop, caller.personId, hash) };
  });

  hang(app, shop, sessions.endOwn, async ({ params, body, caller, once }) => {
    mustBeInPerson(caller);
    const { password } = body;
    const outcome = await endOwnSession(house, { region, personId: caller.personId, id: params.id, password }, once);
    if (outcome === "missing") throw missing();
    if (outcome === "done") return { done: true as const };
    throw "left" in outcome ? fault(422, "factor.password", outcome) : fault(422, "password.wait", outcome);
  });

  hang(app, shop, sessions.news, async ({ caller }) => {
    const { hash } = mustBeInPerson(caller);
    const rows = await sessionsOf(house.db, region, caller.personId, aliveAt(shop, house.now()));
    const since = rows.find((row) => row.token_hash.equals(hash))?.created_at ?? house.now();
    const scannerAwaySince = caller.posts.includes("administrator") ? await awaySince(shop) : null;
    const watches = caller.posts.some((post) => post === "securityOfficer" || post === "logAuditor");
    const refused = watches ? [...(await attacks(house.db, region, house.now()))] : [];
    return { rows: await newsSince(shop, caller.personId, since as Instant), scannerAwaySince, attacks: refused };
  });

  hang(app, shop, sessions.of, async ({ params, caller }) => {
    mustHold(caller, "securityOfficer");
    return { rows: await openSessions(shop, params.id, null) };
  });

  hang(app, shop, sessions.endFor, async ({ params, body, caller, once }) => {
    mustHold(caller, "securityOfficer");
    mustBeInPerson(caller);
    const order = { region, actor: caller.actor, personId: params.id, id: params.session, reason: body.reason };
    if (!(await endSessionFor(house, order, once))) throw missing();
    return { done: true as const };
  });
}

/** Since when files cannot be looked through; null while they can, or where nothing looks. */
async function awaySince({ house: { scanner } }: Shop): Promise<Instant | null> {
  const health = await scanner?.health();
  return health?.away ? instant(new Date(health.since).toISOString()) : null;
}

async function openSessions(shop: Shop, personId: string, here: Buffer | null): Promise<OpenSession[]> {
  const world = await worldOf(shop);
  const rows = await sessionsOf(shop.house.db, shop.region, personId, aliveAt(shop, shop.house.now()));
  return rows.map((row) => ({
    id: row.id,
    device: row.device,
    address: row.address,
    org: row.org_id === null ? "" : orgName(world, row.org_id),
    since: row.created_at,
    last: row.last_used_at,
    here: here !== null && row.token_hash.equals(here),
  }));
}
