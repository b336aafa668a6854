import type { Case } from "../../../domain/case/case.ts";
import { factOf } from "../../../domain/case/facts.ts";
import { legOf } from "../../../domain/case/legs.ts";
import type { NoticeDue } from "../../../domain/case/notices.ts";
import { isSealed } from "../../../domain/case/sight.ts";
import { dutiesOf } from "../../../domain/case/timeline.ts";
import { isOpen } from "../../../domain/duty/duty.ts";
import { orgOf } from "../../../domain/office/office.ts";
import type { Notice } from "../../../domain/rules/pack.ts";
import type { Channel, Moment } from "../../../domain/rules/vocabulary.ts";
import { fill } from "../../../domain/words/fill.ts";
import { valueWords } from "../../../domain/words/formality-words.ts";
import { ownMessages } from "../../../domain/words/own-messages.ts";
import { fillShort, oneMessage, withoutSite } from "../../../domain/words/short-text.ts";
import { zh } from "../../../domain/words/zh.ts";
import type { Telling } from "../messages.ts";
import { phoneOf } from "./region-phone.ts";
import { signed } from "./signed.ts";
import { ratingPath, ratingToken } from "./sites.ts";

/** By which template a notice goes on a channel: short for SMS, words to speak for a call, whole for a mail. */
function templateFor(notice: Notice, channel: Channel, moved: boolean): string {
  if (moved && notice.again) return channel === "sms" || channel === "email" ? notice.again : withoutSite(notice.again);
  if (channel === "sms") return notice.alert ?? notice.template;
  if (channel === "email" || channel === "web") return notice.template;
  return notice.spoken ?? withoutSite(notice.template);
}

/** The words of a notice as they go out by a channel. */
export function compose(due: NoticeDue, channel: Channel, telling: Telling, site: string, code: string): string {
  const { after, pack } = telling;
  const { notice } = due;
  const veiled = isSealed(after, pack) && notice.channel === "preferred" && notice.on !== "intake.received";
  const template = veiled ? ownMessages.sealedNews.text : templateFor(notice, channel, hasMoved(after, due.legId));
  return composed(template, due.legId, channel, onceTold(due, telling), {
    site,
    code,
    link: tellsAnswer(notice) && !veiled,
    on: notice.on,
  });
}

/** An extension that counts only once it was told counts in the very message that tells it: the date is the new one. */
function onceTold({ notice, legId }: NoticeDue, telling: Telling): Telling {
  const { after, pack, world, now } = telling;
  const moment: Moment = `told.${notice.id}`;
  if (!pack.duties.some(({ extension }) => extension?.told === moment)) return telling;
  const happenings = [...after.happenings, { moment, at: now, legId, matterId: null }];
  const place = { pack, office: world.office, calendar: world.calendar(now), now };
  return { ...telling, duties: dutiesOf({ ...after, happenings }, place) };
}

/** A message that tells an answer, or asks for a rating, may carry a link to rate it. */
export function tellsAnswer(notice: Pick<Notice, "feedback" | "on" | "rates">): boolean {
  return notice.feedback || notice.on === "reply.passed" || notice.rates === true;
}

interface Filled {
  readonly site: string;
  readonly code: string;
  /** Room is left for a link to rate. */
  readonly link: boolean;
  /** The moment that the notice answers to, where it has one. */
  readonly on?: Moment | null;
}

/** Fills a template; a short message drops what may fall away until it is one part. */
export function composed(
  template: string,
  legId: string | null,
  channel: Channel,
  telling: Telling,
  { site, code, link, on = null }: Filled,
): string {
  const { after, number, world } = telling;
  const leg = legOf(after, legId);
  const values: Record<string, () => string> = {
    number: () => number,
    tail: () => number.slice(-6),
    code: () => code,
    site: () => site,
    phone: () => phoneOf(world.region),
    unit: () => (leg ? orgOf(world.office, leg.orgId).shortName : ""),
    due: () => dueText(telling, legId),
    dueBegun: () => begunText(telling, legId, on),
    ratingUntil: () => ratingText(telling),
    reply: () => (legId ? telling.replyOf(legId) : ""),
    refusal: telling.refusal,
    lastReply: telling.lastReply,
  };
  const value = (name: string) => values[name]?.() ?? stated(name, legId, channel, telling);
  const signature = [...signed("", channel, world.region.settings)].length;
  const room = oneMessage - signature - (link ? ratingPath.length + ratingToken : 0);
  return fillShort(template, value, channel === "sms" ? room : null);
}

/** Whether another unit had the matter before this one. */
function hasMoved(kase: Case, legId: string | null): boolean {
  const leg = legOf(kase, legId);
  if (!leg || leg.role !== "lead") return false;
  const before = kase.legs.slice(0, kase.legs.indexOf(leg));
  return before.some(
    (other) =>
      other.matterId === leg.matterId &&
      other.role === "lead" &&
      other.kind === leg.kind &&
      other.orgId !== leg.orgId &&
      other.stage === "recalled",
  );
}

/** What a formality has stated under the name, in words. */
function stated(name: string, legId: string | null, channel: Channel, { after, pack, world }: Telling): string {
  const field = pack.formalities.flatMap((formality) => formality.fields).find((one) => one.name === name);
  const value = factOf(after, name, legId);
  if (!field || value === null) return "";
  // A short message has no room for the year and the day of the week.
  return channel === "sms" && field.kind === "date" ? dayText(String(value)) : valueWords(field, value, world);
}

/** The last day of what the moment of the notice has begun: a review that was asked for. */
function begunText({ duties, pack }: Telling, legId: string | null, on: Moment | null): string {
  const rules = new Set(pack.duties.filter(({ start, kind }) => kind === "duty" && start === on).map(({ id }) => id));
  return dayText(duties.findLast((d) => rules.has(d.rule) && d.legId === legId && isOpen(d))?.due ?? null);
}

/** Until when the petitioner may still rate, where the regulation or the region has set an end. */
function ratingText({ duties, pack }: Telling): string {
  const windows = pack.duties.filter(({ kind, end }) => kind === "window" && end.includes("petitioner.rated"));
  const open = duties.filter((d) => isOpen(d) && windows.some(({ id }) => id === d.rule));
  return dayText(open.map(({ due }) => due).findLast((due) => due !== null) ?? null);
}

/** The last day of the answer that is owed on a leg. */
function dueText({ duties, pack }: Telling, legId: string | null): string {
  const answering = pack.duties.filter(({ limit, end }) => limit && end.includes("reply.submitted"));
  const rules = new Set(answering.map((rule) => rule.id));
  const duty = duties.find((d) => rules.has(d.rule) && d.legId === legId && isOpen(d));
  return dayText(duty?.due ?? null);
}

function dayText(due: string | null): string {
  return due === null ? "" : fill(zh.monthDay, { month: Number(due.slice(5, 7)), day: Number(due.slice(8, 10)) });
}
