import type { CaseEvent, EventData } from "../../domain/case/event.ts";
import type { Pack } from "../../domain/rules/pack.ts";
import { replyParts } from "../../domain/rules/look-up.ts";
import { replyWords } from "../../domain/words/reply.ts";

/** The words of a reply as the petitioner reads them: the named parts in their order, then the free text. */
export function replyText(reply: Pick<EventData["replyDrafted"], "text" | "parts">, pack: Pack): string {
  return replyWords(replyParts(pack), reply);
}

/** The version of a leg's reply that stands: the last one written. */
export function lastDraft(events: readonly CaseEvent[], legId: string): EventData["replyDrafted"] | null {
  const drafted = events.filter((e) => e.type === "replyDrafted" && e.data.legId === legId);
  const last = drafted.at(-1);
  return last?.type === "replyDrafted" ? last.data : null;
}

/** The released replies of a case, by matter: only what an audit has passed (FZ-9-1). */
export function releasedReplies(
  events: readonly CaseEvent[],
): readonly { readonly legId: string; readonly at: string; readonly reply: EventData["replyDrafted"] }[] {
  return events.flatMap((event, i) => {
    if (event.type !== "auditPassed") return [];
    const reply = lastDraft(events.slice(0, i), event.data.legId);
    return reply ? [{ legId: event.data.legId, at: event.at, reply }] : [];
  });
}
