import { allRoutes } from "../../../contract/routes.ts";
import type { Route } from "../../../contract/route.ts";

/** What stands for the names in the addresses of the API. */
export interface Known {
  readonly cases: readonly string[];
  readonly files: readonly string[];
  readonly papers: readonly (readonly [caseId: string, paperId: string])[];
  readonly works: readonly string[];
  readonly measures: readonly string[];
  readonly orgs: readonly string[];
  readonly people: readonly string[];
  readonly words: readonly string[];
  readonly answers: readonly string[];
}

const period = "from=2026-03-01&to=2026-03-31";
const purpose = "purpose=%E6%A0%B8%E6%9F%A5";

/** Questions that a door cannot be asked without; the others are asked without any and by the words besides. */
const asked: Readonly<Record<string, readonly string[]>> = {
  "/api/worklist": ["", "tab=unit&limit=100", "tab=done", "tab=colleague", "tab=starred"],
  "/api/worklist/export": [`${purpose}&as=csv`],
  "/api/worklist/changes": ["since=2026-01-01T00:00:00.000Z", "tab=unit&since=2026-01-01T00:00:00.000Z"],
  "/api/cases": [
    "",
    "judging=true",
    "unclaimed=true",
    "overdue=true",
    "org=discipline",
    "org=housing",
    "channel=phone",
  ],
  "/api/cases/export": [`${purpose}&as=csv`, `${purpose}&as=docx`],
  "/api/cases/changes": ["since=2026-01-01T00:00:00.000Z"],
  "/api/cases/:id/sheet": [`${purpose}&as=docx`],
  "/api/messages": ["state=all", "state=toDo", "state=open"],
  "/api/efficiency/board": [period],
  "/api/efficiency/breaches": [period],
  "/api/efficiency/breaches-export": [`${period}&${purpose}`],
  "/api/appraisal/export": [purpose],
  "/api/efficiency/circular-draft": [period],
  "/api/efficiency/checks": ["day=2026-03-10"],
  "/api/efficiency/yearly": ["year=2026"],
  "/api/efficiency/yearly-cases": ["viewedInTime", "repliedInTime", "passedFirstAudit", "satisfied"].flatMap((rate) =>
    ["discipline", "housing", "urban"].map((org) => `year=2026&org=${org}&rate=${rate}`),
  ),
  "/api/efficiency/yearly-export": [`year=2026&${purpose}`],
  "/api/efficiency/export": [`${period}&${purpose}`],
  "/api/efficiency/counted": ["discipline", "housing", "bureau"].flatMap((org) =>
    ["viewing", "replying", "overdue"].map((step) => `${period}&org=${org}&step=${step}`),
  ),
  "/api/what-if": [`${period}&n=5&unit=workingDay`],
  "/api/statistics": ["unit", "channel", "category", "kind", "stage"].map((by) => `${period}&by=${by}`),
  "/api/statistics/cases": ["received", "open", "onTime"].map((figure) => `${period}&figure=${figure}&limit=100`),
  "/api/statistics/ratings": [period],
  "/api/statistics/export": [`${period}&${purpose}`],
  "/api/statistics/cases-export": ["received", "open"].map((figure) => `${period}&figure=${figure}&${purpose}`),
  "/api/statistics/ratings-export": [`${period}&${purpose}`],
  "/api/packs/compare": ["before=fuzhou-2007&after=hangzhou-2016"],
  "/api/packs/compare.xlsx": ["before=fuzhou-2007&after=hangzhou-2016"],
  "/api/suggestions/corrected": [period],
  "/api/suggestions/corrected-export": [`${period}&${purpose}`],
  "/api/periodic/:measure/material": [period],
  "/api/periodic/works/:id.xlsx": [purpose],
};

/** Doors whose list takes words to look for. */
const searched = ["/api/worklist", "/api/cases", "/api/people", "/api/public/answers"];

/** Every address that a GET route of the contract has for what is known; a route with an unknown name is an error. */
export function addressesOf(route: Route, known: Known): readonly string[] {
  const { path } = route;
  const queries = [
    ...(asked[path] ?? [""]),
    ...(searched.includes(path) ? known.words.map((word) => `q=${encodeURIComponent(word)}`) : []),
  ];
  return filled(path, known).flatMap((address) => queries.map((query) => (query ? `${address}?${query}` : address)));
}

function filled(path: string, known: Known): readonly string[] {
  if (path.includes(":paperId")) {
    return known.papers.map(([id, paper]) => path.replace(":id", id).replace(":paperId", paper));
  }
  if (path.includes(":measure")) return known.measures.map((id) => path.replace(":measure", id));
  if (!path.includes(":")) return [path];
  const values = [
    [/^\/api\/cases\/:id/, known.cases],
    [/^\/api\/files\/:id/, known.files],
    [/^\/api\/orgs\/:id/, known.orgs],
    [/^\/api\/people\/:id/, known.people],
    [/^\/api\/periodic\/works\/:id/, known.works],
    [/^\/api\/public\/answers\/:id/, known.answers],
  ] as const;
  const found = values.find(([start]) => start.test(path));
  if (!found) throw new Error(`the crawl does not know what to put into ${path}`);
  return found[1].map((id) => path.replace(":id", id));
}

/** Every reading door of the API. */
export const readingRoutes: readonly Route[] = allRoutes.filter(({ method }) => method === "GET");
