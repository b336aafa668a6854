import type { LawfulAct } from "../../domain/case/lawful.ts";
import type { Act } from "../../domain/rules/vocabulary.ts";
import { areaOf } from "../../domain/office/office.ts";
import { canFill } from "./fill/inputs.ts";
import { unitsHereFor } from "./fill/sending.ts";
import { formalityWeight } from "./formalities.ts";
import { isUnit, type Scene } from "./scene.ts";

/** What carries a case on, what is done now and then, and how much more often the one than the other. */
const usual: Readonly<Partial<Record<Act, number>>> = {
  handOver: 20,
  classify: 0.2,
  dispatch: 12,
  dispatchOn: 12,
  view: 12,
  submitToLeader: 12,
  direct: 0.8,
  draftReply: 12,
  approveReply: 12,
  passAudit: 12,
  giveInput: 4,
  askInput: 2,
  recordConsent: 2,
  acceptReturn: 6,
  acceptBureauReturn: 6,
  refuseReturn: 4,
  refuseBureauReturn: 4,
  note: 0.15,
  flagFinalAudit: 0.1,
  askReturn: 0.05,
  askBureauReturn: 0.05,
  rejectDraft: 0.3,
  failAudit: 0.3,
  takeDown: 0.002,
};

/** How likely nobody does anything, beside the weights of what could be done. */
export const idle = 2;

/** Acts that are told once of a case, not again and again. */
const once: readonly Act[] = ["note", "direct", "flagFinalAudit", "askInput", "giveInput", "classify"];

/** How likely somebody chooses this among what is open to them; nothing for what they would not do at all. */
export function weightOf(what: LawfulAct, scene: Scene, doneBefore: ReadonlySet<string>): number {
  const { act } = what;
  const { story, leg, kase } = scene;
  if (what.closed !== null || !canFill(act)) return 0;
  const again = doneBefore.has(keyOf(what));
  if (again && once.includes(act)) return 0;
  if (what.formality !== null) return formalityWeight(what.formality, again, scene);
  switch (act) {
    case "refuse":
      return story.fate === "refused" && !again ? 200 : 0;
    case "askReturn":
    case "askBureauReturn":
      return isAstray(scene) && !again
        ? 90
        : story.fate === "returned" && !doneAnywhere(act, doneBefore)
          ? 20
          : (usual[act] ?? 0);
    case "refuseReturn":
    case "refuseBureauReturn":
      return isAstray(scene) ? 0 : (usual[act] ?? 0);
    case "rejectDraft":
      return story.fate === "reworked" && !again ? 10 : (usual[act] ?? 0);
    case "failAudit":
      return story.fate === "reworked" && leg?.inRework !== true && !again ? 60 : (usual[act] ?? 0);
    case "submitToLeader":
      return again && leg?.inRework !== true ? 0.05 : 12;
    case "draftReply":
      return leg?.stage === "drafted" ? 0 : isAstray(scene) ? 0.2 : 12;
    case "dispatch":
      return kase.matters.every((matter) => matter.stage !== "unassigned") && kase.matters.length > 0 ? 0 : 12;
    default:
      return usual[act] ?? 0;
  }
}

/** Whether the case lies with a unit that it does not belong to, or a bureau that has no such unit. */
function isAstray(scene: Scene): boolean {
  const { leg, ctx, story, duties } = scene;
  if (!leg || story.topic.subject !== "ordinary") return false;
  if (!isUnit(ctx.office, leg.orgId)) return unitsHereFor(scene, areaOf(ctx.office, leg.orgId).id).length === 0;
  return story.topic.words.length > 0 && !story.topic.words.some((word) => duties.get(leg.orgId)?.includes(word));
}

/** Whether an act was done before on any leg of the case. */
function doneAnywhere(act: Act, doneBefore: ReadonlySet<string>): boolean {
  return [...doneBefore].some((key) => key.startsWith(`${act}/`));
}

/** An act as it is remembered of a case. */
export function keyOf({ act, legId, formality }: LawfulAct): string {
  return `${act}/${formality ?? ""}/${legId ?? ""}`;
}
