import { randomBytes } from "node:crypto";
import { instant } from "../../domain/calendar/plain-date.ts";
import type { Case } from "../../domain/case/case.ts";
import { isSealed } from "../../domain/case/sight.ts";
import { powersFor } from "../../domain/rules/look-up.ts";
import { fill } from "../../domain/words/fill.ts";
import { ratingLinkWords } from "../../domain/words/statistics.ts";
import type { House } from "../house.ts";
import type { Tx } from "../store/db.ts";
import type { NewMessage } from "../store/once/outbox.ts";
import { putRatingLink } from "../store/once/rating-links.ts";
import { addressOf } from "./addresses.ts";
import type { Recording } from "./recording.ts";
import { tokenHash } from "./token-hash.ts";

const dayMillis = 86_400_000;
const daysOpen = 30;
const tokenBytes = 16;

/**
 * Adds to each message that tells an answer a line with a link that rates the case without number and code, where the
 * regulation asks for ratings and this case may be rated now. The words of the notice itself stay as they are.
 */
export async function withRatingLinks(
  tx: Tx,
  house: House,
  recording: Recording,
  messages: readonly NewMessage[],
): Promise<readonly NewMessage[]> {
  const { world, done } = recording;
  const telling = messages.filter((message) => tellsAnswer(message, recording));
  if (telling.length === 0 || !mayBeRated(done.kase, recording)) return messages;
  const site = `${addressOf(house.siteUrl, world.region)}/r/`;
  const until = instant(new Date(Date.parse(recording.now) + daysOpen * dayMillis).toISOString());
  const linked = new Map<NewMessage, NewMessage>();
  for (const message of telling) {
    const token = randomBytes(tokenBytes).toString("base64url");
    await putRatingLink(tx, world.region.id, { hash: tokenHash(token), caseId: done.kase.id, until });
    const ending = (shown: string) =>
      `${message.body}\n${fill(ratingLinkWords.line, { link: site + shown, days: daysOpen })}`;
    linked.set(message, { ...message, body: ending("••••"), body_sealed: house.keys.seal(ending(token)) });
  }
  return messages.map((message) => linked.get(message) ?? message);
}

/** Only what goes by itself and can carry a link; what is read out or printed has none. */
function tellsAnswer({ notice, channel, recipient_sealed }: NewMessage, { pack }: Recording): boolean {
  const carries = (channel === "sms" || channel === "email") && recipient_sealed !== null;
  return carries && pack.notices.some((rule) => rule.id === notice && (rule.feedback || rule.on === "reply.passed"));
}

/** Where the answer is told before it is final, the link waits with it: the page says so until the case may be rated. */
function mayBeRated(kase: Case, { pack }: Recording): boolean {
  // Of a report about officials a message says nothing but that there is news.
  if (pack.settings.ratings.value === null || kase.rated || isSealed(kase, pack)) return false;
  return powersFor(pack, "rate").some((power) => power.by.some((holder) => holder.post === "petitioner"));
}
