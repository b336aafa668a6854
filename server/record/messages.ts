import { platformName } from "../../domain/words/pack/platform.ts";
import type { Instant } from "../../domain/calendar/plain-date.ts";
import type { Case } from "../../domain/case/case.ts";
import type { CaseEvent } from "../../domain/case/event.ts";
import { type NoticeDue, noticeKey, noticesDue } from "../../domain/case/notices.ts";
import { isSealed } from "../../domain/case/sight.ts";
import type { Duty } from "../../domain/duty/duty.ts";
import type { Pack } from "../../domain/rules/pack.ts";
import type { Channel } from "../../domain/rules/vocabulary.ts";
import type { House } from "../house.ts";
import type { NewMessage, OutboxState } from "../store/once/outbox.ts";
import type { World } from "../store/world.ts";
import { maskAddress, maskEmail, maskPhone } from "./mask.ts";
import { addressFor, type PetitionerData } from "./petitioner.ts";
import { zh } from "../../domain/words/zh.ts";
import { ownMessages } from "../../domain/words/own-messages.ts";
import { fill } from "../../domain/words/fill.ts";
import { compose, composed } from "./telling/compose.ts";
import { plannedFor } from "./telling/planned.ts";
import { siteFor } from "./telling/sites.ts";

/** What messages are filled from. */
export interface Telling {
  readonly before: Case;
  /** What has just happened. */
  readonly events: readonly CaseEvent[];
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
  const due = noticesDue(after, pack, world.office)
    .filter((one) => !known.has(noticeKey(one)) && !isOff(one, after, telling))
    .map((one) => (inDanger(one.notice.id, telling) ? withHelp(one) : one));
  const fresh = due.filter((one) => !after.served.includes(noticeKey(one)));
  const notices = due.flatMap((one) => {
    // What the case page, or the operator in the same call, has told already is still worth a word by the chosen way.
    const channel = fresh.includes(one) ? channelFor(one, fresh, telling) : after.channel;
    const whole = fresh.includes(one) && channel ? [message(one, channel, telling, house)] : [];
    return [...whole, ...alertFor(one, channel, telling, house)];
  });
  return [...notices, ...ownNews(telling, house)];
}

/** Word by the way that the petitioner chose, of a notice that itself goes back by another one. */
function alertFor(due: NoticeDue, sent: Channel | null, telling: Telling, house: House): readonly NewMessage[] {
  const { notice } = due;
  const preferred = telling.petitioner.replyBy;
  if (!notice.alert || notice.channel !== "original" || notice.bound) return [];
  if (preferred === "web" || sent === preferred) return [];
  // A call reads the whole out; a short message or mail says where to read it.
  const template = preferred === "phone" ? notice.template : notice.alert;
  const alert: NoticeDue = { ...due, notice: { ...notice, template, channel: "preferred" } };
  return [{ ...message(alert, preferred, telling, house), notice: `${notice.id}.alert`, feedback: false }];
}

/** What the product tells of its own, by the way that the petitioner chose. */
function ownNews(telling: Telling, house: House): readonly NewMessage[] {
  const { petitioner, world, after, pack } = telling;
  const channel = petitioner.replyBy;
  if (channel !== "sms" && channel !== "email") return [];
  const off = world.region.settings.noticesOff ?? [];
  const sealed = isSealed(after, pack);
  return telling.events.flatMap((event) => {
    const id = ownNewsOf(event);
    // Of what must not be known a message says that there is news, and only where the petitioner waits for word.
    const silent = id !== "withdrawn" && (sealed || after.track === "internal");
    if (id === null || silent || off.includes(id)) return [];
    const legId = event.type !== "published" && "legId" in event.data ? event.data.legId : null;
    const site = siteFor(channel, house, world.region);
    const { text } = ownMessages[sealed ? "sealedNews" : id];
    const body = composed(text, legId, channel, telling, { site, code: "", link: false });
    return [row({ notice: id, legId, feedback: false }, channel, body, null, telling, house)];
  });
}

/** Which of its own messages an event calls for: an answer sent back or published, a wish to withdraw. */
export function ownNewsOf(event: CaseEvent): "published" | "redo" | "withdrawn" | null {
  if (event.type === "published") return "published";
  if (event.type === "reworkOrdered" || event.type === "replyReopened") return "redo";
  return event.type === "supplemented" && event.data.withdraws ? "withdrawn" : null;
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
  const site = siteFor(channel, house, telling.world.region);
  const body = compose(due, channel, telling, site, "••••••••••");
  const whole = telling.code === null ? null : compose(due, channel, telling, site, telling.code);
  const { id, feedback } = due.notice;
  return row({ notice: id, legId: due.legId, feedback }, channel, body, whole, telling, house);
}

/** A message as the outbox keeps it: what is secret in its words is sealed. */
function row(
  of: { readonly notice: string; readonly legId: string | null; readonly feedback: boolean },
  channel: Channel,
  body: string,
  whole: string | null,
  telling: Telling,
  house: House,
): NewMessage {
  const address = addressFor(telling.petitioner, channel);
  const secret = whole !== null && whole !== body;
  return {
    id: house.newId(),
    case_id: telling.after.id,
    notice: of.notice,
    leg_id: of.legId,
    channel,
    recipient_sealed: address === null ? null : house.keys.seal("recipient", address),
    recipient_masked: address === null ? "" : maskAddressee(address, channel),
    subject: fill(zh.mail.subject, {
      platform: platformName(telling.pack, telling.world.region.name),
      number: telling.number,
    }),
    body,
    body_sealed: secret ? house.keys.seal("message", whole) : null,
    state: stateFor(channel, address, house),
    feedback: of.feedback,
    created_at: telling.now,
    send_after: atAnyHour(of.notice, whole, telling) ? null : plannedFor(telling.world.region, telling.now),
  };
}

/** Somebody waits for a code, and whoever is in danger must hear where to call. */
function atAnyHour(notice: string, whole: string | null, telling: Telling): boolean {
  return (telling.code !== null && whole?.includes(telling.code)) || inDanger(notice, telling);
}

/** A refusal because somebody has to call for help at once. */
function inDanger(notice: string, { after, pack }: Pick<Telling, "after" | "pack">): boolean {
  const rule = pack.notices.find(({ id }) => id === notice.replace(/\.alert$/, ""));
  const ground = pack.grounds.find(({ id }) => id === after.ground);
  return rule?.on === "case.refused" && ground?.emergency === true;
}

/** A short message then says whom to call, and nothing else. */
function withHelp(due: NoticeDue): NoticeDue {
  return { ...due, notice: { ...due.notice, alert: ownMessages.emergency.text } };
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
