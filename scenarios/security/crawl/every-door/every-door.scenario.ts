import { afterAll, expect, it } from "vitest";
import { yintaiDemo } from "../../../../demo/yintai/city.ts";
import { type City, openCity } from "../../../city.ts";
import { file } from "../../../steps.ts";
import { unpacked } from "../unpacked.ts";
import { fuzhouCases, type Marked, yintaiCases } from "./cases.ts";
import { type Door, doorsOf } from "./doors.ts";
import { hangingOn, type Probe, probesOf } from "./probes.ts";
import { anybody, citizenOf, program, send, staff, type Visitor } from "./visitors.ts";

const cities: City[] = [];
afterAll(async () => {
  for (const city of cities) await city.close();
});

type Sees = "all" | "timings" | null;

/** How much of a case the body and the posts of a visitor may read, as the record has it. */
async function sight(city: City, { personId, orgId }: Visitor, id: string): Promise<Sees> {
  if (personId === null) return null;
  const rows = await city.house.db
    .selectFrom("case_sight")
    .innerJoin("holding", (join) =>
      join.onRef("holding.org_id", "=", "case_sight.org_id").onRef("holding.post", "=", "case_sight.post"),
    )
    .select(["case_sight.sees", "case_sight.org_id"])
    .where("holding.person_id", "=", personId)
    .where("case_sight.case_id", "=", id)
    .execute();
  const own = rows.filter(({ org_id }) => org_id === orgId);
  return own.some(({ sees }) => sees === "all") ? "all" : own.length > 0 ? "timings" : null;
}

/** Doors that give the whole person to who may look and says why; the looking is written down. */
const lookedAt = ["/api/cases/:id/reveal", "/api/cases/:id/papers/:paperId.docx"];

/** What nobody may meet in the answer to a probe. */
function hidden(of: Marked, sees: Sees, { door }: Probe): readonly string[] {
  const person = sees === "all" && lookedAt.includes(door.path) ? [] : of.person;
  if (of.published) return sees === "all" ? person : [...of.person, ...of.words.slice(1)];
  if (sees === "all") return person;
  return [...person, ...of.words, ...(sees !== null ? [] : [of.id, of.number])];
}

/** They end what the visitor has opened, so nobody would be asking any more. */
const ends = ["DELETE /api/session", "POST /my-case/leave", "POST /my-cases/leave"];

interface Crawled {
  /** Who has met what where. */
  readonly told: readonly string[];
  /** Where the server was at a loss. */
  readonly lost: readonly string[];
  readonly asked: number;
  readonly answered: ReadonlySet<string>;
}

async function crawl(city: City, visitor: Visitor, cases: readonly Marked[], doors: readonly Door[]): Promise<Crawled> {
  const told: string[] = [];
  const lost: string[] = [];
  const answered = new Set<string>();
  const asked = new Set<string>();
  const sights = async () => Promise.all(cases.map((one) => sight(city, visitor, one.id)));
  let before = await sights();
  for (const of of cases) {
    for (const probe of probesOf(doors, of, await hangingOn(city, of.id))) {
      const way = `${probe.door.method} ${probe.door.path}`;
      const words = `${probe.url}${JSON.stringify(probe.body ?? probe.form ?? "")}`;
      if (ends.includes(way) || asked.has(`${way} ${words}`)) continue;
      asked.add(`${way} ${words}`);
      const answer = await send(city, visitor, probe);
      const text = unpacked(new Uint8Array(answer.rawPayload)) + JSON.stringify(answer.headers);
      const said = `${visitor.name} ${probe.door.method} ${probe.url} ${answer.statusCode}`;
      if (answer.statusCode >= 500 && probe.door.path !== "/desk") lost.push(said);
      if (answer.statusCode < 300) answered.add(way);
      const now = probe.door.method !== "GET" && answer.statusCode < 300 ? await sights() : before;
      const sent = decodeURIComponent(words);
      for (const [n, other] of cases.entries()) {
        const sees = before[n] === "all" ? "all" : (now[n] ?? null);
        for (const word of hidden(other, sees, probe))
          if (text.includes(word) && !sent.includes(word)) told.push(`${word} (${sees ?? "no sight"}): ${said}`);
      }
      before = now;
    }
  }
  return { told, lost, asked: asked.size, answered };
}

it.each([
  ["Fuzhou", {}, fuzhouCases],
  ["Yintai", { city: yintaiDemo }, yintaiCases],
] as const)(
  "[AC-118] whatever is asked or sent at whichever door of %s, nobody reads of a case what their sight does not give",
  async (_name, options, made) => {
    const city = await openCity(options);
    cities.push(city);
    city.at("2026-03-03 09:00");
    const own = await file(city, { content: "楼下的路灯坏了，请派人修。" });
    const cases = await made(city);
    const everybody = await staff(city);
    city.at("2026-03-10 10:00");
    const outside = [await anybody(city), await citizenOf(city, own)];
    const [clerk] = everybody.filter(({ name }) => name === "urban.clerk");
    if (!clerk) throw new Error("no clerk");
    const seen = async (visitor: Visitor) =>
      (await Promise.all(cases.map((one) => sight(city, visitor, one.id)))).filter((one) => one !== null).length;
    const ranked = await Promise.all(everybody.map(async (visitor) => ({ visitor, sees: await seen(visitor) })));
    const inside = ranked.sort((a, b) => a.sees - b.sees).map(({ visitor }) => visitor);
    const doors = doorsOf(city.app);
    const crawled: Crawled[] = [];
    // Pages and doors for citizens know no session of staff: one of them shows that, whoever it is.
    const offices = doors.filter(({ path }) => path.startsWith("/api/") && !path.startsWith("/api/public/"));
    for (const visitor of [...outside, await program(city, clerk)]) {
      crawled.push(await crawl(city, visitor, cases, doors));
    }
    for (const visitor of inside) crawled.push(await crawl(city, visitor, cases, offices));
    expect(crawled.flatMap(({ told }) => told)).toEqual([]);
    expect(crawled.flatMap(({ lost }) => lost)).toEqual([]);
    const answered = new Set(crawled.flatMap((one) => [...one.answered]));
    expect(answered.size, "doors that opened for somebody").toBeGreaterThan(90);
    expect(answered).toContain("POST /api/cases/:id/reveal");
    expect(crawled.reduce((sum, one) => sum + one.asked, 0)).toBeGreaterThan(3000);
  },
  360_000,
);
