import { afterAll, beforeAll, expect, it } from "vitest";
import { routes } from "../../../contract/routes.ts";
import { zh } from "../../../domain/words/zh.ts";
import { type City, citizen, type Desk, openCity } from "../../city.ts";
import { at, file, send } from "../../steps.ts";
import { addressesOf, type Known, readingRoutes } from "./addresses.ts";
import { unpacked } from "./unpacked.ts";

/** What nobody else may meet: each stands in one place of a case and nowhere else in the city. */
const canary = {
  word: "琥珀廊桥",
  name: "司徒金雀",
  phone: "13566667777",
  file: "藏锋凭据",
  later: "砚池暗账",
} as const;
const petitioner = { ...citizen, name: canary.name, phone: canary.phone };
const unknown = "019cabe0-0000-7000-8000-000000000000";
const lookedAt = "2026-03-26 10:00";
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg==",
  "base64",
);

interface Answer {
  readonly address: string;
  readonly status: number;
  readonly text: string;
}

let city: City;
let logins: readonly string[] = [];
let sealed = { id: "", number: "" };
let turned = { id: "", number: "" };
let known: Known;
const before = new Map<string, readonly Answer[]>();
const after = new Map<string, readonly Answer[]>();

/** One account for each kind of body and post: what differs between them is the body alone. */
async function accounts(): Promise<readonly string[]> {
  const orgs = await city.house.db.selectFrom("org").select(["id", "kind", "level"]).execute();
  const kind = new Map(orgs.map((org) => [org.id, `${org.kind}/${org.level}`]));
  const held = await city.house.db
    .selectFrom("account")
    .innerJoin("holding", "holding.person_id", "account.person_id")
    .select(["account.login", "holding.org_id", "holding.post"])
    .where("account.region_id", "=", city.house.region)
    .orderBy("account.login")
    .execute();
  const concerned = ["discipline", "housing", "urban", "office"];
  const one = new Map(
    held.map(({ login, org_id, post }) => [`${concerned.includes(org_id) ? org_id : kind.get(org_id)}/${post}`, login]),
  );
  return [...new Set(one.values())];
}

async function crawl(login: string, of: Known, routes = readingRoutes): Promise<readonly Answer[]> {
  const { cookie } = await at(city, login);
  const answers: Answer[] = [];
  for (const route of routes) {
    if (route.path.endsWith(".pdf")) continue;
    for (const address of addressesOf(route, of)) {
      const reply = await fetch(`${city.url}${address}`, { headers: { cookie } });
      const text = unpacked(new Uint8Array(await reply.arrayBuffer()));
      answers.push({ address, status: reply.status, text: reply.ok ? text : codeIn(text) });
    }
  }
  return answers;
}

/** A refusal without its reference number. */
function codeIn(text: string): string {
  const { error } = JSON.parse(text) as { error: { code: string; message: string } };
  return `${error.code} ${error.message}`;
}

/** How much of a case the person's body and posts may read, as the record has it. */
async function sight(login: string, id: string): Promise<"all" | "timings" | null> {
  const rows = await city.house.db
    .selectFrom("case_sight")
    .innerJoin("holding", (join) =>
      join.onRef("holding.org_id", "=", "case_sight.org_id").onRef("holding.post", "=", "case_sight.post"),
    )
    .innerJoin("account", "account.person_id", "holding.person_id")
    .select("case_sight.sees")
    .where("account.login", "=", login)
    .where("case_sight.case_id", "=", id)
    .execute();
  return rows.some((row) => row.sees === "all") ? "all" : rows.length > 0 ? "timings" : null;
}

async function attach(desk: Desk, id: string, name: string): Promise<string> {
  const { csrf } = await desk.call(routes.session.whoAmI, {});
  const body = new FormData();
  body.append("files", new Blob([new Uint8Array(png)]), name);
  const reply = await fetch(`${city.url}/api/cases/${id}/files`, {
    method: "POST",
    headers: { cookie: desk.cookie, "x-csrf-token": csrf, "idempotency-key": id },
    body,
  });
  const { files } = (await reply.json()) as { files: { id: string }[] };
  return files.at(-1)?.id ?? "";
}

/** A report about a unit, with a file, a note and a paper, whose terms run out. */
async function reportOnHousing() {
  city.at("2026-03-04 09:00");
  const content = `反映市住建局${canary.word}一事，有人收受财物。`;
  const { id, number } = await file(city, { content, subject: "discipline", petitioner });
  const dispatcher = await at(city, "bureau.dispatcher");
  await dispatcher.act(id, "dispatch", {
    classification: { track: "internal", subject: "discipline", accused: "housing", reasonNote: canary.word },
    matters: [{ targets: [{ orgId: "discipline", role: "lead" }] }],
  });
  city.at("2026-03-20 09:00");
  const clerk = await at(city, "discipline.clerk");
  const leg = (await clerk.open(id)).legs[0]?.id ?? null;
  await clerk.act(id, "note", { text: `${canary.word}待查` });
  const attached = await attach(clerk, id, `${canary.file}.png`);
  const { choices } = await clerk.call(routes.papers.list, { params: { id } });
  const kind = choices[0]?.kind ?? "";
  const legId = choices[0]?.legId ?? leg;
  const made = await clerk.call(routes.papers.make, { params: { id }, body: { kind, legId } });
  return { id, number, attached, paper: made.id };
}

/** A case that went up to the leaders as an ordinary one and turned out to be a report about their office. */
async function reportAfterEscalation() {
  city.at("2026-03-05 09:00");
  const { id, number } = await file(city, { content: `${canary.later}，请领导过问。`, petitioner });
  const dispatcher = await at(city, "bureau.dispatcher");
  const { addressees } = await dispatcher.call(routes.escalations.list, {});
  const leader = (post: "officeLeader" | "governmentLeader") => {
    const found = addressees.find((one) => one.post === zh.posts[post]);
    return { orgId: found?.orgId as never, personId: found?.personId as never };
  };
  const letter = { title: canary.later, summary: canary.later, cases: [id as never] };
  await dispatcher.call(routes.escalations.send, {
    body: { ...letter, to: leader("officeLeader"), copyTo: leader("governmentLeader") },
  });
  await dispatcher.act(id, "classify", {
    track: "internal",
    subject: "discipline",
    accused: "office" as never,
    reasonNote: canary.later,
  });
  return { id, number };
}

beforeAll(async () => {
  city = await openCity();
  city.at("2026-03-03 09:00");
  const ordinary = await file(city, { content: "乌山路三号楼的水表井被压坏了，请派人修。" });
  await send(city, ordinary.id, "urban");
  logins = await accounts();
  for (const login of [...logins, "discipline.clerk", "bureau.dispatcher", "efficiency.officer"]) await at(city, login);
  city.at(lookedAt);
  const nothing = {
    cases: [unknown],
    files: [unknown],
    papers: [[unknown, unknown]],
    works: [unknown],
    measures: [],
    orgs: ["housing"],
    people: [unknown],
    words: [canary.word, canary.phone, canary.name],
    answers: [unknown],
  } as const;
  for (const login of logins) before.set(login, await crawl(login, nothing));
  const report = await reportOnHousing();
  sealed = report;
  known = { ...nothing, cases: [report.id], files: [report.attached], papers: [[report.id, report.paper]] };
  city.at(lookedAt);
  for (const login of logins) after.set(login, await crawl(login, known));
}, 240_000);
afterAll(() => city.close());

/** An answer without the count of refusals that this very crawl brings about; it holds an address and numbers, no case. */
function bare(text = ""): string {
  return text.replace(/"attacks":\[[^\]]*\]/, "");
}

it("[AC-118] who has no sight of a sealed report reads everywhere what they read before it came", async () => {
  const told: string[] = [];
  for (const login of logins) {
    if ((await sight(login, sealed.id)) !== null) continue;
    const now = after.get(login) ?? [];
    const then = before.get(login) ?? [];
    expect(now).toHaveLength(then.length);
    for (const [n, answer] of now.entries()) {
      // How many records the log holds is the auditor's to check; it tells of no case.
      if (answer.address === "/api/logs/check") continue;
      if (answer.status !== then[n]?.status || bare(answer.text) !== bare(then[n]?.text))
        told.push(`${login} ${answer.address}`);
    }
  }
  expect(told).toEqual([]);
});

it("a name or number in full is behind no reading door, whoever asks; the words only where they may be read", async () => {
  const told: string[] = [];
  for (const login of logins) {
    const seen = await sight(login, sealed.id);
    const hidden = [canary.name, canary.phone, ...(seen === "all" ? [] : [canary.word, canary.file])];
    for (const { address, text } of after.get(login) ?? []) {
      const echoed = decodeURIComponent(address);
      for (const word of hidden)
        if (text.includes(word) && !echoed.includes(word)) told.push(`${login} ${word} ${address}`);
      if (seen === null && (text.includes(sealed.id) || text.includes(sealed.number))) told.push(`${login} ${address}`);
    }
  }
  expect(told).toEqual([]);
});

it("an escalation whose case turned out to be about its addressee is read by nobody who may not read the case", async () => {
  turned = await reportAfterEscalation();
  city.at(lookedAt);
  const tells = [
    "/api/escalations",
    "/api/notices",
    "/api/cases",
    "/api/worklist",
    "/api/worklist/counts",
    "/api/messages",
  ];
  const screens = readingRoutes.filter(({ path }) => tells.includes(path));
  const told: string[] = [];
  const readers: string[] = [];
  for (const login of logins) {
    const seen = await sight(login, turned.id);
    for (const { address, text } of await crawl(login, { ...known, cases: [turned.id] }, screens)) {
      if (!text.includes(canary.later) && !text.includes(turned.number)) continue;
      if (seen === "all") readers.push(login);
      else if (seen === null || text.includes(canary.later)) told.push(`${login} ${address}`);
    }
  }
  expect(told).toEqual([]);
  expect(readers).toContain("bureau.dispatcher");
}, 120_000);

it("a circular goes to many bodies and counts no sealed report; the month's figures on the home page neither", async () => {
  const officer = await at(city, "efficiency.officer");
  const period = { from: "2026-03-01", to: "2026-03-31" } as const;
  const draft = await officer.call(routes.efficiency.draftCircular, { query: period });
  expect(draft.totals.received).toBe(1);
  expect(JSON.stringify(draft)).not.toContain(sealed.number);
  expect(draft.units.map((unit) => unit.org.id)).not.toContain("discipline");
  await officer.call(routes.efficiency.issueCircular, { body: period });
  const { call } = await at(city, "urban.clerk");
  const [issued] = (await call(routes.efficiency.circulars, {})).rows;
  expect(issued?.body.totals.received).toBe(1);
});

it("a number is looked up among cases whose words the caller may read, and the looking is written down", async () => {
  const callers = async (login: string) =>
    (await (await at(city, login)).call(routes.cases.callers, { body: { phone: canary.phone } })).rows.map(
      ({ id }) => id,
    );
  expect(await callers("efficiency.officer")).toEqual([]);
  expect(await callers("housing.clerk")).toEqual([]);
  expect(await callers("discipline.clerk")).toContain(sealed.id);
  const kept = await city.house.db.selectFrom("access_log").selectAll().where("what", "=", "search").execute();
  expect(kept.map(({ org_id, detail }) => [org_id, detail])).toContainEqual([
    "efficiency",
    { by: "135****7777", found: 0 },
  ]);
  expect(JSON.stringify(kept)).not.toContain(canary.phone);
});

it("a paper is masked unless the reader may see the petitioner, says why and is written down for it", async () => {
  const [[caseId, paperId] = ["", ""]] = known.papers;
  const take = async (login: string, query: string) => {
    const { cookie } = await at(city, login);
    const reply = await fetch(`${city.url}/api/cases/${caseId}/papers/${paperId}.docx${query}`, {
      headers: { cookie },
    });
    const text = unpacked(new Uint8Array(await reply.arrayBuffer()));
    return { status: reply.status, text };
  };
  const masked = await take("bureau.auditor", "");
  expect(masked.text).toContain("司***");
  expect(masked.text).not.toContain(canary.name);
  const refused = await take("bureau.auditor", "?purpose=x");
  expect([refused.status, refused.text.includes("right.missing")]).toEqual([403, true]);
  expect((await take("housing.clerk", "?purpose=x")).status).toBe(404);
  expect((await take("discipline.clerk", "?purpose=")).status).toBe(400);
  const whole = await take("discipline.clerk", `?purpose=${encodeURIComponent("当面核对")}`);
  expect(whole.text).toContain(canary.name);
  const reads = await city.house.db
    .selectFrom("access_log")
    .select(["what", "reason", "org_id"])
    .where("case_id", "=", caseId)
    .where("what", "=", "reveal")
    .execute();
  expect(reads).toEqual([{ what: "reveal", reason: "当面核对", org_id: "discipline" }]);
});
