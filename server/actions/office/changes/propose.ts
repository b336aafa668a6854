import { dayOf, type Instant, instant } from "../../../../domain/calendar/plain-date.ts";
import type { PersonId } from "../../../../domain/office/org.ts";
import type { Seat } from "../../../../domain/office/seats.ts";
import { type ChangeByTwo, changesByTwo, decidingSeat } from "../../../../domain/office/two-persons.ts";
import type { Pack } from "../../../../domain/rules/pack.ts";
import type { House } from "../../../house.ts";
import { noteRight, type Staff } from "../../../record/oversight/registry-change.ts";
import { writeOnce } from "../../../record/write-once.ts";
import { json, type Tx } from "../../../store/db.ts";
import { addChange } from "../../../store/office/office-changes.ts";
import type { OnceKey } from "../../../store/once/once.ts";
import { loadWorld } from "../../../store/world.ts";
import type { ChangeData, ChangeFault } from "../../../record/changes/change.ts";
import { makerOf } from "../../../record/changes/makers.ts";

/** A proposal that now waits for the holder of a seat. */
export interface Proposed {
  readonly change: string;
  readonly seat: Seat;
  readonly expiresAt: Instant;
}

/** Proposes what nobody does alone. Whoever proposes gains nothing by it, and does not decide on it. */
export function proposeChange<K extends ChangeByTwo>(
  house: House,
  pack: Pack,
  order: {
    readonly region: string;
    readonly actor: Staff;
    readonly kind: K;
    readonly personId: PersonId;
    readonly data: ChangeData[K];
    readonly reason: string;
  },
  onceKey: OnceKey | null,
): Promise<Proposed | ChangeFault> {
  const { region, actor, kind, personId, data, reason } = order;
  const work = async (tx: Tx): Promise<Proposed | ChangeFault> => {
    const world = await loadWorld(tx, region, house);
    const wrong = await makerOf(kind).check({ tx, house, pack, world, personId }, actor, data);
    if (wrong) return wrong;
    if (personId === actor.personId) return { fault: "change.own" };
    const now = house.now();
    const by = { by: actor.personId, posts: actor.posts, person: personId };
    const seat = decidingSeat(world.office, by, dayOf(now));
    if (!seat) return { fault: "change.nobody" };
    const id = house.newId();
    const expiresAt = instant(new Date(Date.parse(now) + changesByTwo[kind].hours * 3_600_000).toISOString());
    await addChange(tx, {
      region_id: region,
      id,
      kind,
      person_id: personId,
      data: json(data),
      reason,
      proposed_by: actor.personId,
      proposed_org: actor.orgId,
      proposed_at: now,
      seat,
      expires_at: expiresAt,
    });
    await noteRight(tx, house, region, actor, "changeProposed", { change: id, kind, personId, ...data, reason, seat });
    return { change: id, seat, expiresAt };
  };
  const request = { propose: kind, personId, data, reason };
  return writeOnce(house, { region, key: onceKey, request }, work, (outcome) => "change" in outcome);
}
