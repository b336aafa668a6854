import { z } from "zod";
import { dutyLine, explanation } from "./duty.ts";
import { caseStage, channel, instant, legStage, orgName, plainDate, subject, track, verdict } from "../fields.ts";
import { lawfulAct, fileRow, stepView } from "./case-row.ts";
import { formalityForm } from "./formality.ts";

const reply = z.object({
  version: z.number().int(),
  text: z.string(),
  parts: z.record(z.string(), z.string()),
  internalOpinion: z.string().nullable(),
  advisesWithholding: z.boolean(),
  adviceReason: z.string().nullable(),
  claims: z.array(z.object({ n: z.number().int(), verdict, text: z.string() })),
  promises: z.array(z.object({ what: z.string(), who: z.string(), by: z.string() })),
  /** Why it is the answer to this case although it looks like another one's. */
  why: z.string().nullable(),
  at: instant,
  by: z.string(),
  verdict: z.enum(["drafted", "rejected", "submitted", "returned", "passed"]),
  reason: z.string().nullable(),
});

const leg = z.object({
  id: z.string(),
  matterId: z.string(),
  kind: z.enum(["bureau", "unit"]),
  role: z.enum(["lead", "assist"]),
  org: orgName,
  sender: orgName,
  stage: legStage,
  openedAt: instant,
  viewedAt: instant.nullable(),
  note: z.string().nullable(),
  overdue: z.string().nullable(),
  responsible: z.array(z.object({ name: z.string(), post: z.string() })),
  returnRequest: z
    .object({ reason: z.string(), suggested: orgName.nullable(), state: z.string(), askedAt: instant })
    .nullable(),
  inputs: z.array(
    z.object({ asked: z.string().nullable(), by: z.string().nullable(), given: z.string().nullable(), at: instant }),
  ),
  replies: z.array(reply),
});

export const timelineRow = z.object({
  seq: z.number().int(),
  at: instant,
  type: z.string(),
  text: z.string(),
  who: z.string(),
  /** `petitioner`: the citizen sees it too. */
  audience: z.enum(["petitioner", "internal"]),
});

/** Everything that a person may know of a case. With `sees: timings` the words are left out. */
export const caseDetail = z.object({
  id: z.string(),
  number: z.string(),
  version: z.number().int(),
  title: z.string(),
  stage: caseStage,
  sees: z.enum(["all", "timings"]),
  sealed: z.boolean(),
  track: track.nullable(),
  internalReason: z.string().nullable(),
  subject,
  accused: orgName.nullable(),
  complex: z.boolean(),
  finalAudit: z.boolean(),
  urgent: z.boolean(),
  channel,
  receivedAt: instant,
  registeredBy: z.string().nullable(),
  choice: z.enum(["public", "nonPublic"]),
  consentedOn: z.string().nullable(),
  category: z.string().nullable(),
  area: orgName.nullable(),
  place: z.string().nullable(),
  content: z.string(),
  claim: z.string().nullable(),
  pack: z.object({ id: z.string(), title: z.string(), citation: z.string() }),
  petitioner: z
    .object({
      kind: z.string(),
      name: z.string(),
      phone: z.string().nullable(),
      replyBy: z.string(),
      people: z.number().int(),
      /** As many as the regulation calls a group; false where it names no number. */
      collective: z.boolean(),
      mayReveal: z.boolean(),
      /** 有登记的电话并且短信渠道已开通，可以发新的查询码。 */
      codeBySms: z.boolean(),
    })
    .nullable(),
  refusal: z.object({ reason: z.string(), rule: z.string(), wayOn: z.string().nullable() }).nullable(),
  matters: z.array(
    z.object({
      id: z.string(),
      title: z.string().nullable(),
      text: z.string().nullable(),
      stage: z.string(),
      publication: z.string(),
    }),
  ),
  legs: z.array(leg),
  duties: z.array(
    dutyLine.extend({
      explanation,
      /** The reader's own step towards it, where there is one now. */
      step: stepView.nullable(),
    }),
  ),
  acts: z.array(lawfulAct),
  timeline: z.array(timelineRow),
  files: z.array(fileRow),
  messages: z.array(
    z.object({
      id: z.string(),
      notice: z.string(),
      channel,
      recipient: z.string(),
      body: z.string(),
      state: z.string(),
      /** It has reached nobody and somebody can see to it: refused, given up, without an address, or left from closed days. */
      stuck: z.boolean(),
      createdAt: instant,
      settledAt: instant.nullable(),
      sendAfter: instant.nullable(),
      attempts: z.array(z.object({ at: instant, result: z.string(), detail: z.string().nullable() })),
    }),
  ),
  repeats: z.object({
    chain: z.array(z.object({ id: z.string(), number: z.string(), title: z.string(), stage: caseStage })),
    timelyReplies: z.number().int(),
  }),
  /** The system that it was taken over from, and its number there. */
  source: z.object({ source: z.string(), sourceId: z.string() }).nullable(),
  /** Answered in another system before this one was set up. */
  imported: z
    .object({ source: z.string(), sourceId: z.string(), answer: z.string(), answeredOn: z.string() })
    .nullable(),
  /** The petitioner is not satisfied, and nobody has decided yet what becomes of it. */
  judging: z
    .object({
      said: z.string(),
      at: instant,
      mine: z.boolean(),
      /** The regulation's step by which the answer is taken up again; `step` where the reader may do it now, `by` who may. */
      redo: z.object({ label: z.string(), by: z.string(), step: stepView.nullable() }).nullable(),
    })
    .nullable(),
  rating: z.object({ grade: z.string(), label: z.string(), comment: z.string().nullable() }).nullable(),
  reads: z.array(z.object({ at: instant, who: z.string(), what: z.string(), reason: z.string().nullable() })),
  drafts: z.array(z.object({ act: z.string(), data: z.unknown(), savedAt: instant })),
  /** The day on which this was sent: the clock of an office computer may be wrong. */
  today: plainDate,
  /** What the forms of this case's acts are built from. */
  forms: z.object({
    /** The regulation wants the reply looked at as it will be sent before it is handed in. */
    previewFirst: z.boolean(),
    /** The reply may be put before the public, and not only before the petitioner. */
    forPublic: z.boolean(),
    replyParts: z.array(z.object({ code: z.string(), label: z.string() })),
    auditItems: z.array(z.string()),
    grounds: z.array(
      z.object({
        id: z.string(),
        article: z.string(),
        words: z.string(),
        outcome: z.enum(["refused", "sentElsewhere", "noLongerAccepted"]),
        fields: z.array(
          z.object({
            name: z.string(),
            label: z.string(),
            required: z.boolean(),
            kind: z.enum(["text", "choice", "org", "case"]),
            choices: z.array(z.object({ value: z.string(), label: z.string() })),
          }),
        ),
      }),
    ),
    formalities: z.array(formalityForm),
    /** Persons that a form may name. */
    colleagues: z.array(z.object({ id: z.string(), name: z.string(), orgId: z.string(), posts: z.array(z.string()) })),
    /** Whether the regulation sorts cases into public and internal ones. */
    tracks: z.boolean(),
    /** Whether a return must name the unit that ought to have the case. */
    suggestionNeeded: z.boolean(),
  }),
  /** What the formalities have stated, the latest word of each. */
  facts: z.array(z.object({ legId: z.string().nullable(), name: z.string(), label: z.string(), value: z.string() })),
});
export type CaseDetail = z.infer<typeof caseDetail>;
