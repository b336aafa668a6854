import type { FastifyInstance } from "fastify";
import { changes, type OfficeChange } from "../../../../contract/trust/changes.ts";
import type { PersonId, Post } from "../../../../domain/office/org.ts";
import { isSeat, type Seat } from "../../../../domain/office/seats.ts";
import { mayDecide } from "../../../../domain/office/two-persons.ts";
import type { ChangeFault } from "../../../record/changes/change.ts";
import { decideChange, withdrawChange } from "../../../actions/office/changes/decide.ts";
import { changesOf } from "../../../store/office/office-changes.ts";
import type { World } from "../../../store/world.ts";
import { mustBeInPerson, type StaffCaller } from "../../caller.ts";
import { hang } from "../../door.ts";
import { type Fault, fault, missing } from "../../fault.ts";
import { type Shop, worldOf } from "../../shop.ts";
import { orgName } from "../../views/duty-view.ts";
import { personName } from "../../views/timeline-view.ts";
import { zh } from "../../../../domain/words/zh.ts";
import { packToday } from "../worklist.ts";

const shown = 200;

/** Changes that take two persons: what waits, agreeing and declining. Seats see all, others what they have proposed. */
export function changeDoors(app: FastifyInstance, shop: Shop): void {
  const { house, region } = shop;

  hang(app, shop, changes.list, async ({ caller }) => {
    const world = await worldOf(shop);
    const by = caller.posts.some(isSeat) ? null : caller.personId;
    const rows = await changesOf(house.db, region, by, shown);
    return { rows: rows.map((row) => changeView(row, world, caller, house.now())) };
  });

  hang(app, shop, changes.decide, async ({ params, body, caller, once }) => {
    mustBeInPerson(caller);
    if (!body.agree && body.reason.trim().length < 2) throw fault(422, "change.reasonMissing");
    const world = await worldOf(shop);
    const order = { region, actor: caller.actor, id: params.id, agree: body.agree, reason: body.reason.trim() };
    const outcome = await decideChange(house, packToday(shop, world), order, once);
    if ("fault" in outcome) throw changeRefused(outcome, world);
    return { ...outcome, notices: outcome.notices.map(({ to, as }) => ({ to: orgName(world, to), as })) };
  });

  hang(app, shop, changes.withdraw, async ({ params, caller, once }) => {
    mustBeInPerson(caller);
    if (!(await withdrawChange(house, { region, actor: caller.actor, id: params.id }, once))) throw missing();
    return { done: true as const };
  });
}

/** Why a change cannot be proposed or made, in words. */
export function changeRefused(why: ChangeFault, world: World, person = ""): Fault {
  if (why.fault === "notFound") return missing();
  const named = (post: Post | undefined) => (post ? zh.posts[post] : "");
  const facts = {
    org: why.orgId ? orgName(world, why.orgId) : "",
    post: named(why.post),
    other: named(why.other),
    person,
  };
  const status = why.fault === "right.missing" ? 403 : why.fault === "change.settled" ? 409 : 422;
  return fault(status, why.fault, facts);
}

type Row = Awaited<ReturnType<typeof changesOf>>[number];

function changeView(row: Row, world: World, caller: StaffCaller, now: string): OfficeChange {
  const data = row.data as Readonly<Record<string, unknown>>;
  const text = (name: string) => (typeof data[name] === "string" ? data[name] : null);
  const orgId = text("orgId");
  const waiting = row.state === "waiting" && row.expires_at > now;
  const seat = row.seat as Seat;
  const change = { seat, by: row.proposed_by as PersonId, person: row.person_id as PersonId };
  return {
    id: row.id,
    kind: row.kind,
    person: personName(world, row.person_id),
    org: orgId === null ? null : orgName(world, orgId),
    post: text("post") as Post | null,
    from: text("from"),
    to: text("to"),
    token: row.kind === "token" ? { name: text("name") ?? "", days: Number(data["days"]) } : null,
    check: text("check"),
    reason: row.reason,
    proposedBy: personName(world, row.proposed_by),
    proposedOrg: orgName(world, row.proposed_org),
    proposedAt: row.proposed_at,
    seat,
    expiresAt: row.expires_at,
    state: row.state === "waiting" && !waiting ? "expired" : (row.state as OfficeChange["state"]),
    decidedBy: row.decided_by === null ? null : personName(world, row.decided_by),
    decidedAt: row.decided_at,
    decision: row.decision ?? "",
    mayDecide: waiting && mayDecide(change, caller.actor),
    mayWithdraw: waiting && row.proposed_by === caller.personId,
  };
}
