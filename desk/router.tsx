import { createRootRoute, createRoute, createRouter, Outlet } from "@tanstack/react-router";
import { PeoplePage } from "./admin/people.tsx";
import { TokensPage } from "./admin/tokens.tsx";
import { AnnouncementsPage } from "./announcing/page.tsx";
import { CasePage } from "./case/case-page.tsx";
import { SourcesPage } from "./monitoring/sources.tsx";
import { CircularsPage } from "./efficiency/circulars.tsx";
import { EfficiencyPage } from "./efficiency/page.tsx";
import { EscalationsPage } from "./leaders/escalations.tsx";
import { NoticesPage } from "./messages/notices.tsx";
import { type MessagesAddress, OutboxPage } from "./messages/outbox.tsx";
import { CalendarPage } from "./office/calendar.tsx";
import { RegistryPage } from "./office/registry.tsx";
import { RulesPage } from "./office/rules.tsx";
import { PeriodicPage } from "./periodic/page.tsx";
import { type RegisterAddress, RegisterPage } from "./register/register.tsx";
import { AccountPage } from "./shell/account.tsx";
import { NotFoundPage } from "./shell/not-found.tsx";
import { Layout } from "./shell/layout.tsx";
import { type StatisticsAddress, StatisticsPage } from "./statistics/page.tsx";
import { ChangesPage } from "./trust/changes.tsx";
import { RetentionPage } from "./retention/page.tsx";
import { LogsPage } from "./trust/logs.tsx";
import type { CaseAddress } from "./work/open-step.ts";
import { type SearchAddress, SearchPage } from "./work/search.tsx";
import { type WorkAddress, WorklistPage } from "./work/worklist.tsx";

const root = createRootRoute({ component: Outlet });
const app = createRoute({ getParentRoute: () => root, id: "app", component: Layout });
const page = (path: string, component: () => React.ReactNode) =>
  createRoute({ getParentRoute: () => app, path, component });

const routeTree = root.addChildren([
  app.addChildren([
    createRoute({
      getParentRoute: () => app,
      path: "/",
      component: WorklistPage,
      validateSearch: (search): WorkAddress => search,
    }),
    createRoute({
      getParentRoute: () => app,
      path: "/cases",
      component: SearchPage,
      validateSearch: (search): SearchAddress => ({
        ...search,
        ...(search.q === undefined ? {} : { q: `${search.q as string | number}` }),
      }),
    }),
    createRoute({
      getParentRoute: () => app,
      path: "/cases/$id",
      component: CasePage,
      validateSearch: (search): CaseAddress => search,
    }),
    createRoute({
      getParentRoute: () => app,
      path: "/statistics",
      component: StatisticsPage,
      validateSearch: (search): StatisticsAddress => search,
    }),
    createRoute({
      getParentRoute: () => app,
      path: "/messages",
      component: OutboxPage,
      validateSearch: (search): MessagesAddress => search,
    }),
    createRoute({
      getParentRoute: () => app,
      path: "/register",
      component: RegisterPage,
      validateSearch: (search): RegisterAddress =>
        search["phone"] === undefined ? {} : { phone: `${search["phone"] as string | number}` },
    }),
    page("/notices", NoticesPage),
    page("/announcements", AnnouncementsPage),
    page("/sources", SourcesPage),
    page("/escalations", EscalationsPage),
    page("/efficiency", EfficiencyPage),
    page("/circulars", CircularsPage),
    page("/periodic", PeriodicPage),
    page("/registry", RegistryPage),
    page("/calendar", CalendarPage),
    page("/rules", RulesPage),
    page("/people", PeoplePage),
    page("/tokens", TokensPage),
    page("/changes", ChangesPage),
    page("/logs", LogsPage),
    page("/appraisal", RetentionPage),
    page("/account", AccountPage),
    page("$", NotFoundPage),
  ]),
]);

/** The desk's addresses, as a list. */
export const router = createRouter({ routeTree, basepath: "/desk" });

declare module "@tanstack/react-router" {
  interface Register {
    readonly router: typeof router;
  }
}
