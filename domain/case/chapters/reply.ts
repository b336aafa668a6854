import { type Refusal, refuse } from "../../rules/refusal.ts";
import { dayOf } from "../../calendar/plain-date.ts";
import { auditingBody } from "../bodies.ts";
import type { Chapter } from "./chapter.ts";
import { deed } from "../event.ts";
import type { Inputs } from "../input.ts";
import { unfilledIn } from "./unfilled.ts";
import { publication } from "./publication.ts";

type ReplyAct = "draftReply" | "rejectDraft" | "approveReply" | "failAudit" | "passAudit";

/** Writing, approving and auditing the reply; nothing leaves the house before the audit has passed (FZ-8.2, 8.4, 9). */
export const reply: Chapter<ReplyAct> = {
  draftReply: (input, _kase, leg, ctx) => {
    const unfinished = unfinishedWords(everyWord(input));
    if (unfinished) return unfinished;
    const today = dayOf(ctx.now);
    if (input.promises?.some(({ by }) => by < today)) return refuse("reply.promiseDayOver", null, { today });
    if (input.advisesWithholding && !input.adviceReason?.trim()) return refuse("reply.adviceReasonMissing", null);
    return [deed("replyDrafted", { legId: leg.id, version: (leg.draft?.version ?? 0) + 1, ...input })];
  },
  rejectDraft: (input, _kase, leg) =>
    input.reason.trim()
      ? [deed("draftRejected", { legId: leg.id, version: leg.draft?.version ?? 0, reason: input.reason })]
      : refuse("reply.reasonMissing", null),
  approveReply: (_input, kase, leg, ctx) => {
    const version = leg.draft?.version ?? 0;
    const auditing = auditingBody(kase, leg, ctx);
    if (auditing !== null) return [deed("replySubmitted", { legId: leg.id, version, auditing })];
    return [
      deed("replySubmitted", { legId: leg.id, version, auditing: leg.orgId }),
      deed("auditPassed", { legId: leg.id, version, checklist: {} }),
      ...publication({ withhold: leg.draft?.advisesWithholding === true, reason: null }, leg.matterId, kase, ctx.pack),
    ];
  },
  failAudit: (input, _kase, leg) =>
    input.reason.trim()
      ? [deed("reworkOrdered", { legId: leg.id, version: leg.draft?.version ?? 0, ...input })]
      : refuse("audit.reasonMissing", null),
  passAudit: (input, kase, leg, ctx) => {
    if (input.withhold && !input.reason?.trim()) return refuse("audit.reasonMissing", null);
    return [
      deed("auditPassed", { legId: leg.id, version: leg.draft?.version ?? 0, checklist: input.checklist }),
      ...publication(input, leg.matterId, kase, ctx.pack),
    ];
  },
};

/** All that a reply says, in whatever part of it. */
function everyWord({ text, parts, claims, promises }: Inputs["draftReply"]): string {
  const answers = (claims ?? []).map((claim) => claim.text);
  const promised = (promises ?? []).flatMap(({ what, who }) => [what, who]);
  return [text, ...Object.values(parts), ...answers, ...promised].join("\n");
}

/** Why a text cannot go to a petitioner as it stands: nothing in it, or a gap of its template left open. */
export function unfinishedWords(text: string): Refusal | null {
  if (!text.trim()) return refuse("reply.empty", null);
  const found = unfilledIn(text);
  return found === null ? null : refuse("reply.placeholderLeft", null, { found });
}
