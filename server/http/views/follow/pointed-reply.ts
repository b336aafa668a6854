import type { Pack } from "../../../../domain/rules/pack.ts";
import type { House } from "../../../house.ts";
import { releasedReplies, replyText } from "../../../record/wording/reply-text.ts";
import { readEvents } from "../../../store/case/load.ts";
import type { Follow } from "./follow-view.ts";

/** The last reply to which a repeat that is not dispatched again points (FZ-8.5-2); null where it points nowhere. */
export async function pointedReply(house: House, region: string, follow: Follow, pack: Pack): Promise<string | null> {
  if (!follow.pointedTo) return null;
  const replies = releasedReplies(await readEvents(house.db, house.keys, region, follow.pointedTo), pack);
  return replies.map(({ reply }) => replyText(reply, pack)).join("\n");
}
