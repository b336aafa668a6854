import type { PlainDate } from "../calendar/plain-date.ts";
import type { Post } from "../office/org.ts";

/** What the office tells everybody, from one day to another, both included; without `until` till it is withdrawn. */
export interface Announcement {
  readonly id?: string;
  readonly title: string;
  readonly on: string;
  readonly until?: string | null;
  readonly text: string;
}

/** Who writes and withdraws announcements. */
export const announcers: readonly Post[] = ["administrator", "bureauHead"];

/** How an announcement stands on a day. */
export function announcementState({ on, until }: Announcement, today: PlainDate): "planned" | "shown" | "over" {
  if (on > today) return "planned";
  return until && until < today ? "over" : "shown";
}

/** Under which id an announcement is withdrawn; those of a city file have none of their own. */
export function announcementId({ id, on, title }: Announcement): string {
  return id ?? `${on}-${[...title].map((sign) => sign.codePointAt(0)?.toString(36)).join("")}`.slice(0, 64);
}
