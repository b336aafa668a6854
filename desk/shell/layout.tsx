import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, Outlet, useNavigate, useRouterState } from "@tanstack/react-router";
import { Alert, Badge, Button, Dropdown, Tag } from "antd";
import { fill } from "../../domain/words/fill.ts";
import { call, routes, sessionQuery } from "../api.ts";
import { KeyMap } from "../kit/key-map.tsx";
import { useKeys } from "../kit/keys.ts";
import { useTitle } from "../kit/title.ts";
import { calendarWords } from "../words/office.ts";
import { listWords } from "../words/lists.ts";
import { zh } from "../words/zh.ts";
import { useWalkFrom } from "../work/walk.ts";
import { OwnBell } from "../own/bell.tsx";
import { NewsBell } from "../trust/news.tsx";
import { listKeys, navItems } from "./nav.ts";
import { SavedSearches } from "./saved-searches.tsx";
import { useSession } from "./session.ts";
import { useReachableTables } from "./reach-tables.ts";
import { standInWords } from "./stand-in.ts";
import { postNames } from "./place.tsx";

/** The frame of every screen: rail with counts, who works here, main. */
export function Layout() {
  const info = useSession();
  const client = useQueryClient();
  const navigate = useNavigate();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const counts = useQuery({
    queryKey: ["counts"],
    queryFn: () => call(routes.worklist.counts, {}),
    refetchInterval: 45_000,
  });
  const from = useWalkFrom();
  // A case belongs to the list that it was opened from.
  const place = /\/cases\/./.test(path) ? from : path;
  const posts = info.place?.posts ?? [];
  useReachableTables();
  const standIn = standInWords(info.place);
  const items = navItems(info, counts.data);
  const shown = items.filter((item) => item.posts === null || item.posts.some((post) => posts.includes(post)));
  useTitle(
    /\/cases\/./.test(path)
      ? null
      : (items.find((item) => isAt(path, item.to))?.label ??
          (/\/account/.test(path) ? zh.nav.account : listWords.notFound)),
  );
  const signOut = async () => {
    await call(routes.session.signOut, {});
    sessionStorage.clear();
    client.clear();
    window.location.assign("/desk");
  };
  useKeys({
    "/": () => void navigate({ to: "/cases" }),
    n: () => void (info.registers && navigate({ to: "/register" })),
    ...Object.fromEntries(
      shown.flatMap((item) => {
        const letter = listKeys[item.to];
        return letter ? [[`g ${letter}`, () => void navigate({ to: item.to })]] : [];
      }),
    ),
  });
  const missing =
    posts.includes("administrator") &&
    path !== "/calendar" &&
    info.calendarUntil !== null &&
    info.today.slice(5) >= "11-01" &&
    info.calendarUntil === Number(info.today.slice(0, 4));
  return (
    <div className="frame">
      <a className="skip" href="#main">
        {zh.app.skip}
      </a>
      <nav className="rail" aria-label={zh.app.menu}>
        <div className="brand">
          {zh.app.name} {info.region.demo && <Tag>{zh.app.demo}</Tag>}
        </div>
        {shown.map((item) => (
          <Link
            key={item.to}
            to={item.to}
            className={isAt(place, item.to) ? "item here" : "item"}
            aria-current={isAt(place, item.to) ? "page" : undefined}
          >
            <span>{item.label}</span>
            {item.count ? <Badge count={item.count} overflowCount={999} color="#4a525c" /> : null}
          </Link>
        ))}
        <SavedSearches />
      </nav>
      <div className="side">
        <header className="top">
          <span className="platform">{info.platform}</span>
          <span className="who">
            <OwnBell />
            <NewsBell />
            <Dropdown
              trigger={["click"]}
              menu={{
                items: [
                  ...(info.places.length > 1 ? [{ key: "place", label: zh.signIn.change }] : []),
                  { key: "account", label: zh.nav.account },
                  { key: "out", label: zh.nav.signOut },
                ],
                onClick: ({ key }) => {
                  if (key === "out") void signOut();
                  if (key === "account") void navigate({ to: "/account" });
                  if (key === "place") client.setQueryData(sessionQuery.queryKey, { ...info, place: null });
                },
              }}
            >
              <Button type="text">
                {info.person.name}　{info.place?.orgName}·{postNames(posts)}
                {standIn && `（${standIn}）`}
              </Button>
            </Dropdown>
          </span>
        </header>
        {missing && (
          <Alert
            banner
            type="warning"
            title={fill(calendarWords.missingBanner, { year: Number(info.today.slice(0, 4)) + 1 })}
          />
        )}
        <main id="main" tabIndex={-1}>
          <Outlet />
        </main>
        <KeyMap />
      </div>
    </div>
  );
}

function isAt(path: string, to: string): boolean {
  const here = path.replace(/^\/desk/, "") || "/";
  return to === "/" ? here === "/" : here.startsWith(to);
}
