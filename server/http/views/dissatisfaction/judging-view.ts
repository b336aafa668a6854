import type { CaseDetail } from "../../../../contract/case/case-detail.ts";
import type { Actor, Case } from "../../../../domain/case/case.ts";
import { mayJudge, waitsForJudgement } from "../../../../domain/case/dissatisfaction/judging.ts";
import type { CaseEvent } from "../../../../domain/case/event.ts";
import type { Pack } from "../../../../domain/rules/pack.ts";
import { zh } from "../../../../domain/words/zh.ts";
import type { LawfulAct } from "../../../../domain/case/lawful.ts";
import { whose } from "../../acts/first-step.ts";
import { stepView } from "../step-view.ts";
import { gradeName } from "../case-view.ts";

/** Dissatisfaction that nobody has decided about, in what words it was said, and whether the reader decides; else null. */
export function judgingView(
  events: readonly CaseEvent[],
  kase: Case,
  pack: Pack,
  actor: Actor,
  free: readonly LawfulAct[],
): CaseDetail["judging"] {
  const event = waitsForJudgement(events, pack);
  if (!event) return null;
  const said =
    event.type === "rated"
      ? [gradeName(event.data.grade, pack), event.data.comment].filter(Boolean).join("，")
      : zh.timeline.saidAtCallBack;
  return { said, at: event.at, mine: mayJudge(kase, actor), redo: redoOf(pack, free) };
}

/**
 * How a regulation takes an answer up again after dissatisfaction: its step that reopens the reply, or the one that
 * decides about it. Null where it has neither.
 */
function redoOf(pack: Pack, free: readonly LawfulAct[]): NonNullable<CaseDetail["judging"]>["redo"] {
  const reopens = pack.formalities.filter(({ effects }) => effects.some(({ is }) => is === "redo"));
  const all = [...reopens, ...pack.formalities.filter(({ judges }) => judges)];
  const now = free.find(({ formality }) => all.some(({ id }) => id === formality));
  const named = all.find(({ id }) => id === now?.formality) ?? all[0];
  if (!named) return null;
  return { label: named.label, by: whose(named, pack), step: now ? stepView(now, pack) : null };
}
