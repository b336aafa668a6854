import type { CaseEvent, EventData } from "../../../domain/case/event.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import { replyParts } from "../../../domain/rules/look-up.ts";
import { type ReplyContent, replyWords } from "../../../domain/words/reply.ts";

/** The words of a reply as the petitioner reads them: the named parts in their order, then the free text. */
export function replyText(reply: ReplyContent, pack: Pack): string {
  return replyWords(replyParts(pack), reply);
}

/** The version of a leg's reply that stands: the last one written. */
export function lastDraft(events: readonly CaseEvent[], legId: string): EventData["replyDrafted"] | null {
  const drafted = events.filter((e) => e.type === "replyDrafted" && e.data.legId === legId);
  const last = drafted.at(-1);
  return last?.type === "replyDrafted" ? last.data : null;
}

/** Whether the result is the petitioner's to know once the audit has passed, or only after further steps. */
export function releasedByAudit({ notices }: Pack): boolean {
  return notices.some(({ feedback, on }) => feedback && (on === "reply.passed" || on === "reply.submitted"));
}

/** A reply that the petitioner may read, with the moment from which on. */
export interface Released {
  readonly legId: string;
  readonly at: string;
  readonly reply: EventData["replyDrafted"];
}

/**
 * Every version of a reply that was released, in order: what an audit has passed (FZ-9-1), or what was told to the
 * petitioner, before the audit or after it, where the regulation has it so.
 */
export function everyRelease(events: readonly CaseEvent[], pack: Pack): readonly Released[] {
  const byAudit = releasedByAudit(pack);
  const released: Released[] = [];
  for (const [i, event] of events.entries()) {
    const told = event.type === "delivered" && event.data.feedback;
    const legId = told || (byAudit && event.type === "auditPassed") ? event.data.legId : null;
    const reply = legId === null ? null : lastDraft(events.slice(0, i), legId);
    if (legId === null || !reply) continue;
    if (released.some((one) => one.legId === legId && one.reply.version === reply.version)) continue;
    released.push({ legId, at: event.at, reply });
  }
  return released;
}

/** The released replies that stand: the newest of each leg. */
export function releasedReplies(events: readonly CaseEvent[], pack: Pack): readonly Released[] {
  return [...new Map(everyRelease(events, pack).map((one) => [one.legId, one])).values()];
}

/** The files that go out with the answers that the petitioner may read; those of a draft wait for its own release. */
export function releasedFiles(events: readonly CaseEvent[], pack: Pack): ReadonlySet<string> {
  return new Set(everyRelease(events, pack).flatMap(({ reply }) => reply.files ?? []));
}
