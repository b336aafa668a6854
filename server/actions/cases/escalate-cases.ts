import { dayOf } from "../../../domain/calendar/plain-date.ts";
import type { Actor } from "../../../domain/case/case.ts";
import { inOffice } from "../../../domain/office/office.ts";
import type { OrgId, PersonId } from "../../../domain/office/org.ts";
import type { ExplainedRefusal } from "../../../domain/rules/explain.ts";
import type { House } from "../../house.ts";
import { actIn } from "../../record/perform.ts";
import type { Tx } from "../../store/db.ts";
import { writeOnce } from "../../record/write-once.ts";
import type { OnceKey } from "../../store/once/once.ts";
import { addEscalation } from "../../store/oversight/escalations.ts";
import { addCaseNotices } from "../../store/oversight/notices.ts";
import { nextNumber } from "../../store/case/numbers.ts";
import { loadWorld } from "../../store/world.ts";
import { fill } from "../../../domain/words/fill.ts";
import { zh } from "../../../domain/words/zh.ts";

type Staff = Extract<Actor, { kind: "staff" }>;

export interface EscalationOrder {
  readonly region: string;
  readonly actor: Staff;
  readonly title: string;
  readonly summary: string;
  readonly cases: readonly string[];
  readonly to: { readonly orgId: OrgId; readonly personId: PersonId };
  readonly copyTo: { readonly orgId: OrgId; readonly personId: PersonId };
}

export type EscalationOutcome =
  | { readonly id: string; readonly number: string }
  | { readonly refused: ExplainedRefusal }
  | { readonly missing: true };

/** Undoes the transaction when one of the cases may not go up. */
class NotAll extends Error {
  readonly outcome: EscalationOutcome;
  constructor(outcome: EscalationOutcome) {
    super("not all cases can be escalated");
    this.outcome = outcome;
  }
}

/** Bundles knotty cases into one document for the leaders of the bureau's own level (FZ-8.8): all of them, or none. */
export async function escalateCases(
  house: House,
  order: EscalationOrder,
  onceKey: OnceKey | null,
): Promise<EscalationOutcome> {
  try {
    const { region } = order;
    return await writeOnce(
      house,
      { region, key: onceKey, request: { ...order, actor: null } },
      (tx) => escalateIn(tx, house, order),
      (outcome) => "id" in outcome,
    );
  } catch (error) {
    if (error instanceof NotAll) return error.outcome;
    throw error;
  }
}

async function escalateIn(tx: Tx, house: House, order: EscalationOrder): Promise<EscalationOutcome> {
  const { region, actor } = order;
  const world = await loadWorld(tx, region, house);
  const now = house.now();
  const today = dayOf(now);
  const inPost = (where: OrgId, person: PersonId, post: "officeLeader" | "governmentLeader") =>
    inOffice(world.office, where, today, post).some((h) => h.personId === person);
  const known =
    inPost(order.to.orgId, order.to.personId, "officeLeader") &&
    inPost(order.copyTo.orgId, order.copyTo.personId, "governmentLeader");
  if (!known) throw new NotAll({ missing: true });
  const id = house.newId();
  const serial = await nextNumber(tx, region, "escalation", `${today.slice(0, 4)}-01-01`);
  const number = fill(zh.escalation.number, { year: today.slice(0, 4), n: serial });
  await addEscalation(
    tx,
    house.keys,
    {
      region_id: region,
      id,
      number,
      from_org: actor.orgId,
      to_org: order.to.orgId,
      to_person: order.to.personId,
      copy_org: order.copyTo.orgId,
      copy_person: order.copyTo.personId,
      title: order.title,
      summary: order.summary,
      created_at: now,
      created_by: actor.personId,
    },
    order.cases,
  );
  for (const caseId of order.cases) {
    const input = { escalationId: id, to: order.to.orgId, copyTo: order.copyTo.orgId };
    const command = { act: "escalate", legId: null, input } as const;
    const outcome = await actIn(tx, house, { region, caseId, command, actor, seenVersion: null });
    if (!("done" in outcome)) throw new NotAll(outcome);
  }
  await addCaseNotices(
    tx,
    house.keys,
    { region, cases: order.cases },
    [
      { to: order.to.orgId, as: "report" },
      { to: order.copyTo.orgId, as: "copy" },
    ].map(({ to, as }) => ({
      region_id: region,
      id: house.newId(),
      to_org: to,
      from_org: actor.orgId,
      as_kind: as,
      topic: "escalated",
      body: JSON.stringify({ title: order.title, number }),
      created_at: now,
    })),
  );
  return { id, number };
}
