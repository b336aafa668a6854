import { randomInt } from "node:crypto";
import { instant } from "../../domain/calendar/plain-date.ts";
import type { Case } from "../../domain/case/case.ts";
import { isSealed } from "../../domain/case/sight.ts";
import { powersFor } from "../../domain/rules/look-up.ts";
import { fill } from "../../domain/words/fill.ts";
import { ratingLinkWords } from "../../domain/words/statistics.ts";
import type { Channel } from "../../domain/rules/vocabulary.ts";
import type { House } from "../house.ts";
import type { Tx } from "../store/db.ts";
import type { NewMessage } from "../store/once/outbox.ts";
import { putRatingLink } from "../store/once/rating-links.ts";
import { tellsAnswer } from "./telling/compose.ts";
import { ratingPath, ratingToken, siteFor } from "./telling/sites.ts";
import type { Recording } from "./recording.ts";
import { tokenHash } from "./token-hash.ts";

const dayMillis = 86_400_000;
const daysOpen = 30;

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
  const telling = messages.filter((message) => carriesLink(message, recording));
  if (telling.length === 0 || !mayBeRated(done.kase, recording)) return messages;
  const until = instant(new Date(Date.parse(recording.now) + daysOpen * dayMillis).toISOString());
  const linked = new Map<NewMessage, NewMessage>();
  for (const message of telling) {
    const token = shortToken();
    await putRatingLink(tx, world.region.id, { hash: tokenHash(token), caseId: done.kase.id, until });
    const site = siteFor(message.channel as Channel, house, world.region);
    const ending = (shown: string) => withLink(message.body, site, `${site}${ratingPath}${shown}`);
    linked.set(message, {
      ...message,
      body: ending("•".repeat(ratingToken)),
      body_sealed: house.keys.seal("message", ending(token)),
    });
  }
  return messages.map((message) => linked.get(message) ?? message);
}

/** Signs that nobody takes for one another. */
const signs = "23456789abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ";

/** Short enough for a short message: 46 bits, tried at most thirty times a minute from one address. */
function shortToken(): string {
  return Array.from({ length: ratingToken }, () => signs[randomInt(signs.length)]).join("");
}

/** The link takes the place of the portal's name; a text without it (the answer itself) gets a line at its end. */
function withLink(body: string, site: string, link: string): string {
  if (body.includes(site)) return body.replace(site, link);
  return `${body}\n${fill(ratingLinkWords.line, { link, days: daysOpen })}`;
}

/** Only what goes by itself and can carry a link; what is read out or printed has none. */
function carriesLink({ notice, channel, recipient_sealed }: NewMessage, { pack }: Recording): boolean {
  const carries = (channel === "sms" || channel === "email") && recipient_sealed !== null;
  return carries && pack.notices.some((rule) => rule.id === notice && tellsAnswer(rule));
}

/** Where the answer is told before it is final, the link waits with it: the page says so until the case may be rated. */
function mayBeRated(kase: Case, { pack }: Recording): boolean {
  // Of a report about officials a message says nothing but that there is news.
  if (pack.settings.ratings.value === null || kase.rated || isSealed(kase, pack)) return false;
  return powersFor(pack, "rate").some((power) => power.by.some((holder) => holder.post === "petitioner"));
}
