import type { StepView } from "../../../contract/case/case-row.ts";
import type { Case } from "../../../domain/case/case.ts";
import type { Context } from "../../../domain/case/context.ts";
import type { LawfulAct } from "../../../domain/case/lawful.ts";
import { nextSteps } from "../../../domain/case/steps/next-step.ts";
import type { Duty } from "../../../domain/duty/duty.ts";
import type { StaffCaller } from "../caller.ts";
import { stepView } from "./step-view.ts";

/** The step by which this very person can see to a duty now; telling the petitioner is done where messages are sent. */
export function ownStep(
  duty: Duty,
  kase: Case,
  ctx: Context,
  free: readonly LawfulAct[],
  caller: StaffCaller,
): StepView | null {
  if (duty.owner !== caller.orgId) return null;
  const mine = nextSteps(duty, kase, ctx).find(
    (step) =>
      caller.posts.includes(step.post) &&
      (step.act === "recordDelivery" ||
        free.some(
          ({ act, legId, formality }) =>
            act === step.act && legId === step.legId && formality === (step.formality?.id ?? null),
        )),
  );
  if (!mine) return null;
  return stepView({ act: mine.act, formality: mine.formality?.id ?? null, legId: mine.legId }, ctx.pack);
}
