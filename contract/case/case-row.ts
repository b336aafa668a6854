import { z } from "zod";
import { dutyLine } from "./duty.ts";
import { caseStage, channel, instant, orgName, track } from "../fields.ts";

/** A step that somebody can take now: which act, on what, and what the regulation calls it. */
export const stepView = z.object({
  act: z.string(),
  formality: z.string().nullable(),
  legId: z.string().nullable(),
  label: z.string(),
});
export type StepView = z.infer<typeof stepView>;

/** A case in a list. */
export const caseRow = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  stage: caseStage,
  track: track.nullable(),
  channel,
  receivedAt: instant,
  place: z.string().nullable(),
  urgent: z.boolean(),
  sealed: z.boolean(),
  repeats: z.number().int(),
  /** What has to be done next, and by whom; the most urgent one. */
  duty: dutyLine.nullable(),
  /** What the reader can do about that duty now; null where it is others' turn. */
  step: stepView.nullable(),
  /** The reader keeps an eye on it. */
  starred: z.boolean(),
  /** A part that the reader's body has sent out has brought something since it last opened the case. */
  partsChanged: z.boolean(),
  /** How many people raised it together. */
  people: z.number().int(),
  /** As many as the regulation calls a group; false where it names no number. */
  collective: z.boolean(),
});
export type CaseRow = z.infer<typeof caseRow>;

export const refusal = z.object({
  code: z.string(),
  message: z.string(),
  rule: z.object({ id: z.string(), article: z.string(), text: z.string() }).nullable(),
});

/** An act that this person could do on this case: free, or closed with its reason and article. */
export const lawfulAct = z.object({
  act: z.string(),
  legId: z.string().nullable(),
  org: orgName.nullable(),
  /** Which of the regulation's own formalities it is, for the act of carrying one out. */
  formality: z.string().nullable(),
  /** What the regulation calls it. */
  label: z.string(),
  /** It is what the person's organisation owes just now. */
  owed: z.boolean(),
  closed: refusal.nullable(),
  /** What doing it leads to, where that is more than the act itself; to be read before it is done. */
  warning: z.string().nullable(),
  /** The step that has to come before a closed act: this person's own, or whose it is. */
  first: z
    .object({
      label: z.string(),
      formality: z.string(),
      legId: z.string().nullable(),
      mine: z.boolean(),
      by: z.string(),
    })
    .nullable(),
});
export type LawfulAct = z.infer<typeof lawfulAct>;

export const fileRow = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  size: z.number().int(),
  purpose: z.string(),
  forPetitioner: z.boolean(),
  uploadedAt: instant,
});
