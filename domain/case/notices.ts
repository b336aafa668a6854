import type { Happening } from "../duty/timeline.ts";
import type { Office } from "../office/office.ts";
import type { Notice, Pack } from "../rules/pack.ts";
import type { Channel, Moment } from "../rules/vocabulary.ts";
import type { Case } from "./case.ts";
import { type Deed, deed } from "./event.ts";
import type { Command } from "./input.ts";
import { servedKey } from "./served.ts";
import { holds } from "./timeline.ts";

/** A message that has fallen due to the petitioner. */
export interface NoticeDue {
  readonly notice: Notice;
  readonly legId: string | null;
  /** How often it has fallen due before, on the same leg. */
  readonly nth: number;
}

/** The messages that the case has called for so far, in order. */
export function noticesDue(kase: Case, pack: Pack, office: Office): readonly NoticeDue[] {
  const world = { office, pack };
  const due: NoticeDue[] = [];
  for (const happening of kase.happenings) {
    for (const notice of pack.notices) {
      if (notice.on !== happening.moment || !notice.when.every((c) => holds(c, kase, happening, world))) continue;
      if (notice.feedback && overtaken(notice, happening, kase)) continue;
      const { legId } = happening;
      due.push({ notice, legId, nth: due.filter((d) => d.notice === notice && d.legId === legId).length });
    }
  }
  return due;
}

/** An answer that was sent back before the petitioner had it is not theirs to have any more: the next one is. */
function overtaken({ id }: Notice, happening: Happening, { happenings }: Case): boolean {
  const next = happenings
    .slice(happenings.indexOf(happening) + 1)
    .find((h) => h.legId === happening.legId && (h.moment === "reply.returned" || h.moment === `told.${id}`));
  return next?.moment === "reply.returned";
}

/** Those that have not reached the petitioner yet. */
export function noticesOpen(kase: Case, pack: Pack, office: Office): readonly NoticeDue[] {
  return noticesDue(kase, pack, office).filter((n) => !kase.served.includes(noticeKey(n)));
}

/** The key under which a served notice is remembered. */
export function noticeKey(due: NoticeDue): string {
  const again = due.notice.feedback || due.notice.on.startsWith("done.");
  return servedKey(due.notice.id, due.legId, again ? due.nth : 0);
}

const turnedAway: readonly Moment[] = ["case.refused", "case.sentElsewhere", "case.noLongerAccepted"];

/** What an operator has told the caller in the same call needs no second one: who told it, and when, is written down. */
export function toldAtOnce(command: Command, kase: Case, pack: Pack, office: Office): readonly Deed[] {
  if (command.act !== "refuse" || !command.input.told || kase.channel !== "phone") return [];
  return noticesOpen(kase, pack, office)
    .filter(({ notice }) => turnedAway.includes(notice.on) && notice.channel === "original")
    .map(({ notice, legId }) =>
      deed("delivered", {
        notice: notice.id,
        legId,
        channel: "phone",
        feedback: notice.feedback,
        result: command.input.told ?? null,
      }),
    );
}

/** What came in over the web goes back by the case page, at the moment it falls due. */
export function servedAtOnce(kase: Case, pack: Pack, office: Office): readonly Deed[] {
  if (kase.channel !== "web") return [];
  return noticesOpen(kase, pack, office)
    .filter((due) => due.notice.channel === "original")
    .map((due) =>
      deed("delivered", {
        notice: due.notice.id,
        legId: due.legId,
        channel: "web",
        feedback: due.notice.feedback,
        result: null,
      }),
    );
}

/**
 * Whether a message may take this way: the result, and word of an internal transfer, go back by the channel that the
 * case came in by (FZ-9-3, FZ-6-5).
 */
export function mayGoBy(
  channel: Channel,
  notice: { readonly feedback: boolean; readonly bound?: true },
  original: Channel,
): boolean {
  return !(notice.feedback || notice.bound) || channel === original;
}
