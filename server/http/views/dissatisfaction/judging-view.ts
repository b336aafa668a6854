import type { CaseDetail } from "../../../../contract/case/case-detail.ts";
import type { Actor, Case } from "../../../../domain/case/case.ts";
import { mayJudge, waitsForJudgement } from "../../../../domain/case/dissatisfaction/judging.ts";
import type { CaseEvent } from "../../../../domain/case/event.ts";
import type { Pack } from "../../../../domain/rules/pack.ts";
import { zh } from "../../../../domain/words/zh.ts";
import { gradeName } from "../case-view.ts";

/** Dissatisfaction that nobody has decided about, in what words it was said, and whether the reader decides; else null. */
export function judgingView(events: readonly CaseEvent[], kase: Case, pack: Pack, actor: Actor): CaseDetail["judging"] {
  const event = waitsForJudgement(events, pack);
  if (!event) return null;
  const said =
    event.type === "rated"
      ? [gradeName(event.data.grade, pack), event.data.comment].filter(Boolean).join("，")
      : zh.timeline.saidAtCallBack;
  return { said, at: event.at, mine: mayJudge(kase, actor) };
}
