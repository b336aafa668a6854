import type { Instant } from "../../domain/calendar/plain-date.ts";
import type { Case } from "../../domain/case/case.ts";
import { factOf } from "../../domain/case/facts.ts";
import { legOf } from "../../domain/case/legs.ts";
import { type NoticeDue, noticeKey, noticesDue } from "../../domain/case/notices.ts";
import { type Duty, isOpen } from "../../domain/duty/duty.ts";
import { orgOf } from "../../domain/office/office.ts";
import type { Pack } from "../../domain/rules/pack.ts";
import type { Channel } from "../../domain/rules/vocabulary.ts";
import type { House } from "../house.ts";
import type { NewMessage, OutboxState } from "../store/once/outbox.ts";
import type { World } from "../store/world.ts";
import { addressOf } from "./addresses.ts";
import { maskAddress, maskEmail, maskPhone } from "./mask.ts";
import { addressFor, type PetitionerData } from "./petitioner.ts";
import { zh } from "../../domain/words/zh.ts";
import { valueWords } from "../../domain/words/formality-words.ts";
import { fill } from "../../domain/words/fill.ts";

/** What messages are filled from. */
export interface Telling {
  readonly before: Case;
  readonly after: Case;
  readonly pack: Pack;
  readonly world: World;
  readonly duties: readonly Duty[];
  readonly number: string;
  readonly petitioner: PetitionerData;
  /** The query code; known only at the moment of filing. */
  readonly code: string | null;
  readonly replyOf: (legId: string) => string;
  readonly refusal: () => string;
  readonly lastReply: () => string;
  readonly now: Instant;
}

/** The messages that a decision has called for, ready for the outbox. */
export function messagesFor(telling: Telling, house: House): readonly NewMessage[] {
  const { before, after, pack, world } = telling;
  const known = new Set(noticesDue(before, pack, world.office).map(noticeKey));
  const fresh = noticesDue(after, pack, world.office).filter(
    (due) => !known.has(noticeKey(due)) && !after.served.includes(noticeKey(due)) && !isOff(due, after, telling),
  );
  return fresh.flatMap((due) => {
    const channel = channelFor(due, fresh, telling);
    return channel ? [message(due, channel, telling, house)] : [];
  });
}

function isOff({ notice }: NoticeDue, kase: Case, { pack, world }: Telling): boolean {
  const off = world.region.settings.noticesOff ?? [];
  if (notice.switchable && off.includes(notice.id)) return true;
  const ground = notice.on.startsWith("case.") ? pack.grounds.find((g) => g.id === kase.ground) : undefined;
  return ground?.notice === "switchable" && off.includes(ground.id);
}

/** The way a message takes; null when it need not be sent (the case page says it, or it is not worth a call). */
function channelFor(due: NoticeDue, fresh: readonly NoticeDue[], { after, petitioner }: Telling): Channel | null {
  if (due.notice.channel === "original") return after.channel;
  const preferred = petitioner.replyBy;
  if (preferred === "web" || (preferred === "phone" && !due.notice.readOut)) return null;
  const resultGoesThere = fresh.some((other) => other.notice.channel === "original" && other.legId === due.legId);
  return resultGoesThere && after.channel === preferred ? null : preferred;
}

function message(due: NoticeDue, channel: Channel, telling: Telling, house: House): NewMessage {
  const address = addressFor(telling.petitioner, channel);
  const site = addressOf(house.siteUrl, telling.world.region);
  const body = compose(due, telling, site, "••••••••••");
  const whole = telling.code === null ? null : compose(due, telling, site, telling.code);
  const secret = whole !== null && whole !== body;
  return {
    id: house.newId(),
    case_id: telling.after.id,
    notice: due.notice.id,
    leg_id: due.legId,
    channel,
    recipient_sealed: address === null ? null : house.keys.seal(address),
    recipient_masked: address === null ? "" : maskAddressee(address, channel),
    subject: fill(zh.mail.subject, { platform: telling.pack.terms.platform, number: telling.number }),
    body,
    body_sealed: secret ? house.keys.seal(whole) : null,
    state: stateFor(channel, address, house),
    feedback: due.notice.feedback,
    created_at: telling.now,
  };
}

/** By mail and short message it goes by itself where a gateway is connected; everything else is a person's task. */
export function stateFor(channel: Channel, address: string | null, house: Pick<House, "ways">): OutboxState {
  if (channel !== "email" && channel !== "sms") return "toDo";
  if (address === null) return "notSent";
  return house.ways[channel] ? "waiting" : "notSent";
}

/** An address as lists show it. */
export function maskAddressee(address: string, channel: Channel): string {
  if (channel === "email") return maskEmail(address);
  return channel === "letter" ? maskAddress(address) : maskPhone(address);
}

function compose(due: NoticeDue, telling: Telling, site: string, code: string): string {
  const { after, number, world } = telling;
  const leg = legOf(after, due.legId);
  const values: Record<string, () => string> = {
    number: () => number,
    tail: () => number.slice(-6),
    code: () => code,
    site: () => site,
    unit: () => (leg ? orgOf(world.office, leg.orgId).shortName : ""),
    due: () => dueText(telling, due.legId),
    reply: () => (due.legId ? telling.replyOf(due.legId) : ""),
    refusal: telling.refusal,
    lastReply: telling.lastReply,
  };
  return due.notice.template.replace(/\{(\w+)\}/g, (_, name: string) => values[name]?.() ?? stated(name, due, telling));
}

/** What a formality has stated under the name, in words. */
function stated(name: string, { legId }: NoticeDue, { after, pack, world }: Telling): string {
  const field = pack.formalities.flatMap((formality) => formality.fields).find((one) => one.name === name);
  const value = factOf(after, name, legId);
  return field && value !== null ? valueWords(field, value, world) : "";
}

function dueText({ duties, pack }: Telling, legId: string | null): string {
  const answering = pack.duties.filter((rule) => rule.limit && rule.end.includes("reply.submitted"));
  const rules = new Set(answering.map((rule) => rule.id));
  const duty = duties.find((d) => rules.has(d.rule) && d.legId === legId && isOpen(d));
  if (!duty?.due) return "";
  return fill(zh.monthDay, { month: Number(duty.due.slice(5, 7)), day: Number(duty.due.slice(8, 10)) });
}
