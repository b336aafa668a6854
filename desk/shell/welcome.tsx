import type { NotificationInstance } from "antd/es/notification/interface.js";
import type { SessionInfo } from "../../contract/session.ts";
import type { Instant } from "../../domain/calendar/plain-date.ts";
import { longTime } from "../../domain/words/dates.ts";
import { fill } from "../../domain/words/fill.ts";
import { repairWords as w } from "../words/accounts.ts";

/** Says when the person was last here, and what others have done to their account meanwhile. */
export function welcome(notification: NotificationInstance, { lastSignIn, news }: SessionInfo): void {
  if (lastSignIn)
    notification.info({ title: fill(w.lastSignIn, { time: longTime(lastSignIn as Instant) }), duration: 6 });
  if (news.length === 0) return;
  const lines = news.map(({ type, at, reason }) => (
    <p key={at}>{fill(w.news[type] ?? "", { time: longTime(at as Instant), reason })}</p>
  ));
  notification.warning({ title: w.newsTitle, description: lines, duration: 0 });
}
