import { accounts } from "./accounts.ts";
import { acts } from "./case/acts.ts";
import { boardCases } from "./case/board-cases.ts";
import { publications } from "./case/barring.ts";
import { cases } from "./case/cases.ts";
import { papers } from "./case/papers.ts";
import { queryCodes } from "./case/query-codes.ts";
import { suggestions } from "./case/suggestions.ts";
import { worklist } from "./case/worklist.ts";
import { sources } from "./case/sources.ts";
import { efficiency } from "./efficiency.ts";
import { escalations } from "./escalations.ts";
import { messages } from "./messages.ts";
import { announcements } from "./own/announcements.ts";
import { telling } from "./own/telling.ts";
import { office } from "./office.ts";
import { periodic } from "./periodic.ts";
import { publicDoors } from "./public.ts";
import { retention } from "./trust/retention.ts";
import type { Route } from "./route.ts";
import { rules } from "./rules.ts";
import { statistics } from "./statistics.ts";
import { tokens } from "./tokens.ts";
import { calendars } from "./calendars.ts";
import { session } from "./session.ts";
import { changes } from "./trust/changes.ts";
import { logs } from "./trust/logs.ts";
import { sessions } from "./trust/sessions.ts";
import { whatIf } from "./what-if.ts";

/** Every door of the API, by noun. The server hangs its handlers on it, the documents are printed from it. */
export const routes = {
  session,
  worklist,
  telling,
  announcements,
  cases,
  publications,
  queryCodes,
  acts,
  papers,
  messages,
  office,
  accounts,
  efficiency,
  sources,
  boardCases,
  whatIf,
  statistics,
  suggestions,
  periodic,
  escalations,
  calendars,
  rules,
  tokens,
  changes,
  sessions,
  logs,
  retention,
  publicDoors,
} as const satisfies Readonly<Record<string, Readonly<Record<string, Route>>>>;

/** The same as one list. */
export const allRoutes: readonly Route[] = Object.values(routes).flatMap((group): readonly Route[] =>
  Object.values(group),
);
