import type { Replies } from "../../contract/route.ts";
import type { SessionInfo } from "../../contract/session.ts";
import type { Post } from "../../domain/office/org.ts";
import { seats } from "../../domain/office/seats.ts";
import type { routes } from "../api.ts";
import { announcers } from "../../domain/telling/announcements.ts";
import { announcingWords } from "../words/announcing.ts";
import { periodicWords } from "../words/periodic.ts";
import { retentionWords } from "../words/retention.ts";
import { statisticsWords } from "../words/statistics.ts";
import { changesWords, logsWords } from "../words/trust.ts";
import { zh } from "../words/zh.ts";

export interface NavItem {
  readonly to: string;
  readonly label: string;
  /** Who sees the page; null: everybody. */
  readonly posts: readonly Post[] | null;
  readonly count?: number | undefined;
}

const overArea: readonly Post[] = ["efficiencyOfficer", "bureauHead", "officeLeader", "governmentLeader"];
const inUnit: readonly Post[] = ["principalLeader", "leaderInCharge"];
const toLeaders: readonly Post[] = ["dispatcher", "bureauHead", "officeLeader", "governmentLeader"];
const senders: readonly Post[] = ["operator", "dispatcher", "bureauHead", "administrator"];

/** The pages of the desk, in the order of the rail. */
export function navItems(
  { registers, knows }: SessionInfo,
  counts: Replies<typeof routes.worklist.counts> | undefined,
): readonly NavItem[] {
  return [
    { to: "/", label: zh.nav.work, posts: null, count: counts?.all },
    { to: "/register", label: zh.nav.register, posts: registers ? null : [] },
    { to: "/messages", label: zh.nav.messages, posts: senders, count: counts?.messages },
    { to: "/sources", label: zh.nav.sources, posts: knows.includes("sources") ? ["operator"] : [] },
    { to: "/cases", label: zh.nav.search, posts: null },
    { to: "/escalations", label: zh.nav.escalations, posts: knows.includes("escalations") ? toLeaders : [] },
    { to: "/efficiency", label: zh.nav.efficiency, posts: ["efficiencyOfficer"] },
    { to: "/statistics", label: statisticsWords.title, posts: [...overArea, ...inUnit] },
    { to: "/periodic", label: periodicWords.title, posts: overArea },
    { to: "/notices", label: zh.nav.notices, posts: null, count: counts?.notices },
    { to: "/announcements", label: announcingWords.title, posts: announcers },
    { to: "/registry", label: zh.nav.registry, posts: null },
    { to: "/calendar", label: zh.nav.calendar, posts: null },
    { to: "/rules", label: zh.nav.rules, posts: null },
    { to: "/people", label: zh.nav.people, posts: ["administrator", "securityOfficer"] },
    { to: "/tokens", label: zh.nav.tokens, posts: ["administrator", "securityOfficer"] },
    { to: "/changes", label: changesWords.title, posts: [...seats, "leaderInCharge"], count: counts?.changes },
    {
      to: "/appraisal",
      label: retentionWords.title,
      posts: ["administrator", "bureauHead", "securityOfficer", "logAuditor"],
    },
    { to: "/logs", label: logsWords.title, posts: ["logAuditor"] },
  ];
}

/** `G` and then this letter opens the page: the first sound of its name. */
export const listKeys: Readonly<Record<string, string>> = {
  "/": "w",
  "/cases": "d",
  "/register": "n",
  "/messages": "m",
  "/notices": "t",
  "/statistics": "s",
  "/efficiency": "x",
  "/periodic": "q",
  "/registry": "j",
  "/calendar": "c",
  "/rules": "r",
};
