import { allRoutes } from "../../../../contract/routes.ts";
import type { Route } from "../../../../contract/route.ts";
import type { City } from "../../../city.ts";
import { addressesOf } from "../addresses.ts";
import type { Marked } from "./cases.ts";
import type { Door } from "./doors.ts";
import { sampleOf } from "./samples.ts";

/** One request of the crawl; `form` is one of the portal's. */
export interface Probe {
  readonly door: Door;
  readonly url: string;
  readonly body?: unknown;
  readonly form?: Readonly<Record<string, string>>;
}

export const nobody = "019cabe0-0000-7000-8000-000000000000";

/** What hangs on a case and is asked for by an id of its own, by the start of its address. */
export type Hanging = Readonly<Record<string, string>>;

export async function hangingOn({ house: { db } }: City, caseId: string): Promise<Hanging> {
  const message = await db.selectFrom("outbox").select("id").where("case_id", "=", caseId).executeTakeFirst();
  const breach = await db.selectFrom("breach").select("id").where("case_id", "=", caseId).executeTakeFirst();
  return { "/api/messages": message?.id ?? nobody, "/api/efficiency/breaches": breach?.id ?? nobody };
}

/** Everything that one asks about a case: each route of the contract by each sample, each page of the portal. */
export function probesOf(doors: readonly Door[], of: Marked, hanging: Hanging): readonly Probe[] {
  const known = new Map(allRoutes.map((route) => [`${route.method} ${route.path}`, route]));
  return doors.flatMap((door) => {
    const route = known.get(`${door.method} ${door.path}`);
    if (route) return route.method === "GET" ? reading(door, route, of) : writing(door, route, of, hanging);
    return pagesOf(door, of);
  });
}

function reading(door: Door, route: Route, of: Marked): readonly Probe[] {
  const known = {
    cases: [of.id],
    files: [of.file || nobody],
    papers: [[of.id, of.paper || nobody]],
    works: [nobody],
    measures: ["circular-period", "joint-conference"],
    orgs: ["housing"],
    people: [nobody],
    words: [of.words[0] ?? "", of.phone, of.number, of.person[0] ?? ""],
    answers: [nobody, of.id],
  } as const;
  const urls = addressesOf(route, known);
  const taken = urls.some((url) => route.query?.safeParse(queryOf(url)).success ?? true);
  if (!taken) throw new Error(`the crawl has no question that ${route.path} takes`);
  return urls.map((url) => ({ door, url }));
}

function queryOf(url: string): unknown {
  return Object.fromEntries(new URL(url, "http://city.test").searchParams);
}

function writing(door: Door, route: Route, of: Marked, hanging: Hanging): readonly Probe[] {
  const own = Object.entries(hanging).find(([start]) => route.path.startsWith(start))?.[1] ?? nobody;
  // A telephone that is given to a unit, a colleague or oneself is theirs from then on, and shown as theirs.
  const ofCases = /^\/api\/(?:cases|callers|public)\b/.test(route.path);
  const named = { ...namesOf(of), ...(!ofCases && { phone: "0591-00001000" }) };
  const body = route.body ? sampleOf(route.body, named) : undefined;
  if (body === null) throw new Error(`the crawl has no body that ${route.method} ${route.path} takes`);
  const filled = route.path
    .replace(":act", "note")
    .replace(":measure", "circular-period")
    .replace(":paperId", of.paper || nobody)
    .replace("/orgs/:id", "/orgs/housing")
    .replace(":holding", nobody)
    .replace(":session", nobody);
  const url = filled.replace(":id", route.path.startsWith("/api/cases/") ? of.id : own);
  if (url.includes("/:")) throw new Error(`the crawl does not know what to put into ${route.path}`);
  return [{ door, url, ...(body === undefined ? {} : { body }) }];
}

/** Fields by name: what a stranger knows or guesses of a case. */
function namesOf(of: Marked): Readonly<Record<string, unknown>> {
  const day = "2026-03-10";
  const dates = {
    by: day,
    from: day,
    to: day,
    onDay: day,
    on: day,
    heldOn: day,
    joinedOn: day,
    leftOn: null,
    effectiveFrom: day,
  };
  const ids = { cases: [of.id], ids: [of.id], previous: of.id, breaches: [nobody] };
  const orgs = { orgId: "housing", parentId: "city", accused: null, areaId: null, orgs: ["housing"], org: "housing" };
  const spoken = {
    phone: of.phone,
    number: of.number,
    email: null,
    login: "new.person",
    value: "改过的话",
    code: "0000000000",
  };
  return {
    ...dates,
    ...ids,
    ...orgs,
    ...spoken,
    legId: "l1",
    assistLegId: "l1",
    holidays: {},
    makeUpDays: {},
    conditions: { q: "路灯" },
  };
}

/** Pages of the portal, by every name in which they take something. */
function pagesOf(door: Door, of: Marked): readonly Probe[] {
  const parts = door.path.includes(":token")
    ? [of.id, of.number, "x".repeat(60)]
    : door.path.includes(":id")
      ? [of.id, of.file || nobody]
      : [""];
  const asked = {
    q: of.words[0] ?? "",
    number: of.number,
    code: "0000000000",
    phone: of.phone,
    id: of.id,
    k: of.id,
    what: "code",
  };
  const query = new URLSearchParams(asked).toString();
  return parts.flatMap((part): readonly Probe[] => {
    const url = door.path.replace(/:\w+/, encodeURIComponent(part));
    if (door.method === "GET")
      return [
        { door, url },
        { door, url: `${url}?${query}` },
      ];
    return [{ door, url, form: { ...asked, content: of.words[0] ?? "", case: of.id, file: of.file } }];
  });
}
