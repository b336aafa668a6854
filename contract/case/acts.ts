import { z } from "zod";
import type { Inputs } from "../../domain/case/input.ts";
import { type Act, judgements } from "../../domain/rules/vocabulary.ts";
import {
  caseId,
  caseStage,
  internalReason,
  orgId,
  plainDate,
  subject,
  track,
  uuid,
  verdict,
  words,
} from "../fields.ts";
import { type Route, route } from "../route.ts";
import { barring } from "./barring.ts";
import { zh } from "../../domain/words/zh.ts";
import { fieldWords } from "../words.ts";

const classification = z.object({
  track,
  internalReason: internalReason.nullable().default(null),
  reasonNote: words(500).nullable().default(null),
  subject: subject.default("ordinary"),
  accused: orgId.nullable().default(null),
  complex: z.boolean().default(false),
});

const target = z.object({ orgId, role: z.enum(["lead", "assist"]) });

const matter = z.object({
  matterId: z.string().max(8).nullable().default(null),
  title: words(60).nullable().default(null),
  text: words(5000).nullable().default(null),
  targets: z.array(target).max(20),
  note: words(500).nullable().default(null),
  /** 上级或交办单位指定的期限。 */
  by: plainDate.nullable().optional(),
});

/** What a reply says to each claim, and what it promises; the reply goes without either where there is none. */
export const claimAnswers = z
  .array(z.object({ n: z.number().int().min(1).max(50), verdict, text: words(2000, 1) }))
  .max(50);
export const promised = z.array(z.object({ what: words(200, 1), who: words(60, 1), by: plainDate })).max(20);

const returning = z.object({ reason: words(1000), suggested: orgId.nullable().default(null) });
const noted = z.object({ note: words(500).nullable().default(null) });
const checklist = z.record(z.string().max(40), z.boolean());
const nothing = z.object({});
const carrying = z.object({
  formality: z.string().max(60),
  values: z.record(z.string().max(40), z.union([words(5000), z.array(words(100)).max(50)])).default({}),
  /** 要公开的，对可能是个人信息的每一处的决定。 */
  barring: barring.default([]),
});

/** What each act of staff must be told. Acts of citizens and the two that are done elsewhere are not here. */
export const actInputs = {
  handOver: nothing,
  refuse: z.object({
    ground: z.string().max(60),
    fields: z.record(z.string().max(40), words(500)).default({}),
    /** 话务员在同一通电话里已经告知的，写明怎么告知；不再生成待办的电话。 */
    told: words(200).nullable().default(null),
  }),
  classify: classification,
  recordConsent: z.object({ on: plainDate, how: words(200) }),
  linkRepeat: z.object({ previous: caseId }),
  declineRepeat: nothing,
  dispatch: z.object({
    classification: classification.nullable().default(null),
    /** 没有转给系统建议的单位，为什么。 */
    otherWhy: words(300).nullable().optional(),
    matters: z.array(matter).min(1, { error: fieldWords.noUnit }).max(10),
  }),
  flagFinalAudit: z.object({ reason: words(500, 1) }),
  takeDown: z.object({ matterId: z.string().max(8), reason: words(500) }),
  note: z.object({
    text: words(2000),
    /** 对不满意怎样处理的判断；便签内容即为理由。 */
    judgement: z.enum(judgements).nullable().default(null),
  }),
  carryOut: carrying,
  carryOutOnLeg: carrying,
  dispatchOn: z.object({
    otherWhy: words(300).nullable().optional(),
    targets: z.array(target).max(20),
    note: words(500).nullable().default(null),
  }),
  askBureauReturn: returning,
  acceptBureauReturn: noted,
  refuseBureauReturn: z.object({ reason: words(1000).nullable().default(null) }),
  view: nothing,
  submitToLeader: noted,
  direct: z.object({ note: words(1000) }),
  askInput: z.object({ assistLegId: z.string().max(8), by: plainDate, text: words(1000, 1) }),
  giveInput: z.object({ text: words(5000) }),
  askReturn: returning,
  acceptReturn: noted,
  refuseReturn: z.object({ reason: words(1000) }),
  draftReply: z.object({
    text: words(10_000),
    parts: z.record(z.string().max(40), words(5000)).default({}),
    internalOpinion: words(5000).nullable().default(null),
    advisesWithholding: z.boolean().default(false),
    adviceReason: words(500).nullable().default(null),
    /** Files of the case that go to the petitioner with the answer. */
    files: z.array(uuid).max(20).default([]),
    /** 对每一项诉求的答复：序号从1起，与诉求人写的顺序一致。 */
    claims: claimAnswers.default([]),
    /** 答应要办的事：做什么、谁办、几月几日前。 */
    promises: promised.default([]),
    /** 与别件答复几乎相同，或提到来件以外的地点、单位、编号的，写明确认无误的理由；没有就不收。 */
    why: words(500).nullable().optional(),
    /** 先看过发出后的样子的凭据，由预览给出；规定要求先看的，没有就不收。 */
    preview: z.string().max(64).nullable().optional(),
  }),
  rejectDraft: z.object({ reason: words(1000) }),
  approveReply: z.object({ barring: barring.default([]) }),
  failAudit: z.object({ checklist, reason: words(1000) }),
  passAudit: z.object({
    checklist,
    withhold: z.boolean().default(false),
    reason: words(500).nullable().default(null),
    /** 要公开的，对可能是个人信息的每一处的决定；有一处没有决定，就不能公开。 */
    barring: barring.default([]),
  }),
} as const satisfies { readonly [A in StaffAct]: z.ZodType<Inputs[A]> };

export type StaffAct = Exclude<
  Act,
  "file" | "register" | "supplement" | "rate" | "recordDelivery" | "correct" | "escalate" | "recordInstruction"
>;

/** What a caller sends for an act. */
export type ActInput<A extends StaffAct> = z.input<(typeof actInputs)[A]>;

/** What is said when an act was done. */
export const actReply = z.object({ version: z.number().int(), stage: caseStage, events: z.array(z.string()) });

function actRoute<A extends StaffAct>(act: A) {
  return route({
    method: "POST",
    path: `/api/cases/:id/acts/${act}`,
    summary: zh.acts[act],
    tag: "办理",
    audience: "staff",
    params: z.object({ id: caseId }),
    body: z.object({
      legId: z.string().max(8).nullable().default(null),
      /** The version of the case that the person had before them; another one is refused as changed meanwhile. */
      seenVersion: z.number().int().nullable().default(null),
      input: actInputs[act],
    }),
    reply: actReply,
    once: true,
  });
}

/** One door for each act. */
export const acts = Object.fromEntries((Object.keys(actInputs) as StaffAct[]).map((act) => [act, actRoute(act)])) as {
  readonly [A in StaffAct]: ReturnType<typeof actRoute<A>>;
} satisfies Record<string, Route>;
