import type { Pack } from "../../rules/pack.ts";
import type { Actor, Case } from "../case.ts";
import type { CaseEvent } from "../event.ts";

/** How dissatisfaction is written down under a regulation, and which of its own steps decide about it. */
export interface DissatisfactionRules {
  /** Grades of a rating, and values of a form, that say that the petitioner is not satisfied. */
  readonly grades: readonly string[];
  /** Formalities that decide what becomes of it. */
  readonly decidedBy: readonly string[];
}

/** The word under which packs keep dissatisfaction that was said at a call back. */
const saidAtCallBack = "dissatisfied";

/** What counts as dissatisfaction in a pack: every grade that does not count as satisfied, and what was said at a call. */
export function dissatisfactionRules(pack: Pack): DissatisfactionRules {
  const rated = (pack.settings.ratings.value ?? []).filter(({ counts }) => !counts).map(({ code }) => code);
  return {
    grades: [...new Set([...rated, saidAtCallBack])],
    decidedBy: pack.formalities.filter(({ judges }) => judges).map(({ id }) => id),
  };
}

/**
 * The dissatisfaction that nobody has decided about yet: the event that said it, or null. A judgement, a step of the
 * pack that judges, or an answer that is taken up again ends the waiting; later dissatisfaction begins it anew.
 */
export function waitsForJudgement<E extends CaseEvent>(events: readonly E[], pack: Pack): E | null {
  const { grades, decidedBy } = dissatisfactionRules(pack);
  let waiting: E | null = null;
  for (const event of events) {
    if (says(event, grades)) waiting = event;
    else if (decides(event, decidedBy)) waiting = null;
  }
  return waiting;
}

/** Only the bodies that took the case in or sent it on judge; the unit whose answer is in question does not. */
export function mayJudge(kase: Case, actor: Actor): boolean {
  if (actor.kind !== "staff") return false;
  return [kase.topBureau, kase.intake, ...kase.legs.map((leg) => leg.sender)].includes(actor.orgId);
}

function says(event: CaseEvent, grades: readonly string[]): boolean {
  if (event.type === "rated") return grades.includes(event.data.grade);
  if (event.type !== "formalityDone") return false;
  return Object.values(event.data.values).some((value) => typeof value === "string" && grades.includes(value));
}

function decides(event: CaseEvent, decidedBy: readonly string[]): boolean {
  if (event.type === "noted") return event.data.judgement !== undefined;
  if (event.type === "formalityDone") return decidedBy.includes(event.data.formality);
  return event.type === "replyReopened";
}
