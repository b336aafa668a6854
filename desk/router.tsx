import { createRootRoute, createRoute, createRouter, Outlet } from "@tanstack/react-router";
import { CasePage } from "./case/case-page.tsx";
import { RegisterPage } from "./register/register.tsx";
import { Layout } from "./shell/layout.tsx";
import { SearchPage } from "./work/search.tsx";
import { WorklistPage } from "./work/worklist.tsx";

const root = createRootRoute({ component: Outlet });
const app = createRoute({ getParentRoute: () => root, id: "app", component: Layout });
const page = (path: string, component: () => React.ReactNode) =>
  createRoute({ getParentRoute: () => app, path, component });

const routeTree = root.addChildren([
  app.addChildren([
    page("/", WorklistPage),
    page("/cases", SearchPage),
    createRoute({ getParentRoute: () => app, path: "/cases/$id", component: CasePage }),
    page("/register", RegisterPage),
  ]),
]);

/** The desk's addresses, as a list. */
export const router = createRouter({ routeTree, basepath: "/desk" });

declare module "@tanstack/react-router" {
  interface Register {
    readonly router: typeof router;
  }
}
