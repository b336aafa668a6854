import type { MessageRow } from "../../../contract/messages.ts";
import type { Post } from "../../../domain/office/org.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import { isOwnMessage, ownMessages } from "../../../domain/words/own-messages.ts";
import type { Channel } from "../../../domain/rules/vocabulary.ts";
import { waitsUntil } from "../../record/telling/planned.ts";
import { signed } from "../../record/telling/signed.ts";
import { maybeTwice } from "../../record/telling/unsure.ts";
import type { RegionSettings } from "../../store/world.ts";
import type { attemptsOf, messagesByState } from "../../store/once/messages.ts";

/** Who makes the calls and sends again: the bureau, and whomever the regulation has tell the petitioner (FZ-3.2). */
export function sendingPosts({ powers }: Pack): readonly Post[] {
  const tell = powers.filter((power) => power.act === "recordDelivery").flatMap((power) => power.by);
  const posts = tell.flatMap(({ post }) => (post === "petitioner" || post === "system" ? [] : [post]));
  return [...new Set<Post>(["operator", "dispatcher", "bureauHead", ...posts])];
}

type Row = Awaited<ReturnType<typeof messagesByState>>[number];
type Attempts = Awaited<ReturnType<typeof attemptsOf>>;

/** A message as its sender sees it. */
export function messageView(row: Row, tried: Attempts, pack: Pack, settings: RegionSettings): MessageRow {
  const body = signed(row.body, row.channel, settings);
  const attempts = tried.filter((attempt) => attempt.outbox_id === row.id);
  return {
    id: row.id,
    caseId: row.case_id,
    number: row.number,
    notice: noticeName(row.notice, pack),
    channel: row.channel as Channel,
    recipient: row.recipient_masked,
    body,
    veiled: row.veiled === true,
    parts: smsParts(body),
    state: row.state,
    createdAt: row.created_at,
    settledAt: row.settled_at,
    sendAfter: waitsUntil(row),
    maybeTwice: maybeTwice(attempts.map(({ result }) => result)),
    attempts: attempts.map(({ at, result, detail }) => ({ at, result, detail })),
  };
}

/** What a message is, in words. */
function noticeName(notice: string, pack: Pack): string {
  if (isOwnMessage(notice)) return ownMessages[notice].name;
  const whole = notice.replace(/\.alert$/, "");
  // The first clause says what the message is; what follows says by which rule.
  return pack.notices.find(({ id }) => id === whole)?.words.split(/[；。]/)[0] ?? notice;
}

/** A message as who keeps the system running sees it: whether it goes out, and nothing of the case. */
export function messageTrafficView(row: Row, tried: Attempts, pack: Pack, settings: RegionSettings): MessageRow {
  const { attempts, ...view } = messageView(row, tried, pack, settings);
  return {
    ...view,
    caseId: null,
    number: null,
    notice: "",
    recipient: "",
    body: "",
    attempts: attempts.map((attempt) => ({ ...attempt, detail: null })),
  };
}

/** How many short messages a text takes: 70 characters alone, 67 each when there are several. */
export function smsParts(text: string): number {
  const length = [...text].length;
  return length <= 70 ? 1 : Math.ceil(length / 67);
}
