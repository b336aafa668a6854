import type { ReportLine } from "../../../../domain/accountability/registry.ts";
import type { PersonId } from "../../../../domain/office/org.ts";
import type { Seat } from "../../../../domain/office/seats.ts";
import { type ChangeByTwo, mayDecide } from "../../../../domain/office/two-persons.ts";
import type { Pack } from "../../../../domain/rules/pack.ts";
import type { House } from "../../../house.ts";
import { noteRight, type Staff } from "../../../record/oversight/registry-change.ts";
import { writeOnce } from "../../../record/write-once.ts";
import type { Tx } from "../../../store/db.ts";
import { lockRegion, settleChange, takeChange } from "../../../store/office/office-changes.ts";
import { type OnceKey, OnceKeyReused } from "../../../store/once/once.ts";
import { loadWorld } from "../../../store/world.ts";
import { CannotMake, type ChangeData, type ChangeFault } from "../../../record/changes/change.ts";
import { makerOf } from "../../../record/changes/makers.ts";

/** How long a repeated press is shown the same password or token again. */
const shownMinutes = 5;

export interface Decided {
  readonly secret: string | null;
  readonly notices: readonly ReportLine[];
}

interface Order {
  readonly region: string;
  readonly actor: Staff;
  readonly id: string;
  readonly agree: boolean;
  readonly reason: string;
}

/** Agrees to a proposal, which makes the change, or declines it; the log holds both persons. */
export async function decideChange(
  house: House,
  pack: Pack,
  order: Order,
  onceKey: OnceKey | null,
): Promise<Decided | ChangeFault> {
  const { region, id, agree, reason } = order;
  const intention = { region, key: onceKey, request: { decide: id, agree, reason } };
  try {
    const done = await writeOnce(
      house,
      intention,
      (tx) => settle(tx, house, pack, order),
      () => true,
    );
    if (done.sealed === null) return { secret: null, notices: done.notices };
    const age = Date.parse(house.now()) - Date.parse(done.at);
    if (age > shownMinutes * 60_000) throw new OnceKeyReused();
    return { secret: house.keys.open("answer", Buffer.from(done.sealed, "base64")), notices: done.notices };
  } catch (error) {
    if (error instanceof CannotMake) return error.why;
    throw error;
  }
}

async function settle(tx: Tx, house: House, pack: Pack, { region, actor, id, agree, reason }: Order) {
  // One at a time: two seats given to one person at once would each see the other not yet given.
  await lockRegion(tx, region);
  const row = await takeChange(tx, region, id);
  if (!row) throw new CannotMake({ fault: "notFound" });
  const personId = row.person_id as PersonId;
  const change = { seat: row.seat as Seat, by: row.proposed_by as PersonId, person: personId };
  if (!actor.posts.includes(change.seat)) throw new CannotMake({ fault: "right.missing" });
  if (!mayDecide(change, actor)) throw new CannotMake({ fault: "change.own" });
  const at = house.now();
  if (row.state !== "waiting" || row.expires_at <= at) throw new CannotMake({ fault: "change.settled" });
  const kind = row.kind as ChangeByTwo;
  const state = agree ? "agreed" : "declined";
  await settleChange(tx, region, id, { state, by: actor.personId, at, decision: reason });
  const proposedBy = row.proposed_by;
  await noteRight(tx, house, region, actor, agree ? "changeAgreed" : "changeDeclined", {
    change: id,
    kind,
    personId,
    proposedBy,
    reason,
  });
  if (!agree) return { sealed: null, notices: [], at };
  const world = await loadWorld(tx, region, house);
  const room = { tx, house, pack, world, personId };
  const by = { change: id, proposedBy, actor, reason: row.reason };
  const made = await makerOf(kind).make(room, by, row.data as ChangeData[typeof kind] as never);
  const sealed = made.secret === null ? null : house.keys.seal("answer", made.secret).toString("base64");
  return { sealed, notices: made.notices, at };
}

/** Takes an own proposal back; false when it is not there to be taken back. */
export function withdrawChange(
  house: House,
  { region, actor, id }: { readonly region: string; readonly actor: Staff; readonly id: string },
  onceKey: OnceKey | null,
): Promise<boolean> {
  const work = async (tx: Tx): Promise<boolean> => {
    const row = await takeChange(tx, region, id);
    if (row?.proposed_by !== actor.personId || row.state !== "waiting") return false;
    const settled = { state: "withdrawn", by: actor.personId, at: house.now(), decision: "" } as const;
    await settleChange(tx, region, id, settled);
    const { kind, person_id: personId } = row;
    await noteRight(tx, house, region, actor, "changeWithdrawn", { change: id, kind, personId });
    return true;
  };
  return writeOnce(house, { region, key: onceKey, request: { withdraw: id } }, work, (done) => done);
}
