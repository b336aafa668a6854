import { needsCause, sanctionsFor } from "../../../domain/accountability/tally.ts";
import type { Responsible } from "../../../domain/case/event.ts";
import type { OrgId } from "../../../domain/office/org.ts";
import { measureOf } from "../../../domain/rules/measure.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import type { BreachKind } from "../../../domain/rules/vocabulary.ts";
import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { House } from "../../house.ts";
import { writeOnce } from "../../record/write-once.ts";
import type { Tx } from "../../store/db.ts";
import type { OnceKey } from "../../store/once/once.ts";
import { breachById, decideCause, decideProposal } from "../../store/oversight/breaches.ts";
import { proposalById } from "../../store/oversight/proposals.ts";
import { sealFor } from "../../store/words/rows/kept-rows.ts";
import { loadWorld } from "../../store/world.ts";
import { type Staff, isOverseen, noteSupervision } from "../../record/oversight/overseer.ts";
import { propose } from "../../record/oversight/propose.ts";

export type SuperviseOutcome = "done" | "missing" | "conflict";

const isDone = (outcome: SuperviseOutcome) => outcome === "done";

/**
 * Records why a term was missed. Only a human cause has consequences: the circular names the unit, and an admonition
 * is proposed (FZ-11.2-1); in a joint case on the lead alone, since only the lead owed the term (FZ-11.2-2).
 */
export async function recordCause(
  house: House,
  pack: Pack,
  order: {
    readonly region: string;
    readonly actor: Staff;
    readonly id: string;
    readonly cause: "human" | "notHuman";
    readonly note: string;
  },
  onceKey: OnceKey | null,
): Promise<SuperviseOutcome> {
  const { region, actor, ...request } = order;
  const work = async (tx: Tx): Promise<SuperviseOutcome> => {
    const world = await loadWorld(tx, region, house);
    const breach = await breachById(tx, region, order.id);
    const kind = breach?.kind as BreachKind;
    if (!breach || !isOverseen(world, actor, breach.org_id) || !needsCause(kind, pack.measures)) return "missing";
    const now = house.now();
    const seal = await sealFor(tx, house.keys, region, [breach.case_id]);
    if (!(await decideCause(tx, seal, region, order.id, actor.personId, order.cause, order.note, now)))
      return "conflict";
    const rule = measureOf(pack.measures, "causeDecides");
    if (rule && sanctionsFor(kind, order.cause, pack.measures).includes("admonition")) {
      await propose(tx, house, world, pack, breach.org_id as OrgId, breach.on_day as PlainDate, {
        id: `${rule.id}:${breach.id}`,
        evidence: [{ caseId: breach.case_id, on: breach.on_day }],
        people: breach.responsible as readonly Responsible[],
      });
    }
    const data = { breach: breach.id, cause: order.cause, note: order.note };
    await noteSupervision(tx, house, region, actor, "causeDecided", data, seal);
    return "done";
  };
  return writeOnce(house, { region, key: onceKey, request }, work, isDone);
}

/** Gives an admonition that was proposed, or drops it; a person decides, never the count. */
export async function decideOnProposal(
  house: House,
  order: {
    readonly region: string;
    readonly actor: Staff;
    readonly id: string;
    readonly decision: "decided" | "dismissed";
    readonly note: string;
  },
  onceKey: OnceKey | null,
): Promise<SuperviseOutcome> {
  const { region, actor, ...request } = order;
  const work = async (tx: Tx): Promise<SuperviseOutcome> => {
    const world = await loadWorld(tx, region, house);
    const proposal = await proposalById(tx, region, order.id);
    if (!proposal || !isOverseen(world, actor, proposal.org_id)) return "missing";
    const now = house.now();
    if (!(await decideProposal(tx, region, order.id, actor.personId, order.decision, order.note, now)))
      return "conflict";
    await noteSupervision(tx, house, region, actor, "proposalDecided", {
      proposal: order.id,
      decision: order.decision,
      note: order.note,
    });
    return "done";
  };
  return writeOnce(house, { region, key: onceKey, request }, work, isDone);
}
