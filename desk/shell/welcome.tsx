import type { NotificationInstance } from "antd/es/notification/interface.js";
import type { SessionInfo } from "../../contract/session.ts";
import type { Instant } from "../../domain/calendar/plain-date.ts";
import { longTime } from "../../domain/words/dates.ts";
import { fill } from "../../domain/words/fill.ts";
import { NewsLines } from "../trust/news.tsx";
import { newsWords as w } from "../words/trust.ts";

/** Says when the person was last here, and what others have done to their account and rights meanwhile. */
export function welcome(notification: NotificationInstance, { lastSignIn, news }: SessionInfo): void {
  if (lastSignIn) notification.info({ title: fill(w.last, { time: longTime(lastSignIn as Instant) }), duration: 6 });
  if (news.length === 0) return;
  notification.warning({ title: w.title, description: <NewsLines rows={news} />, duration: 0 });
}
