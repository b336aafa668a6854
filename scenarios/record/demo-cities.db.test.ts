import { afterAll, beforeAll, expect, it } from "vitest";
import { live } from "../../cli/life/live.ts";
import { total } from "../../cli/life/tally.ts";
import { citiesUnder, demoCities } from "../../demo/cities.ts";
import { comments, type Grade } from "../../demo/life/words/grades.ts";
import { aboutWhat, elsewhere } from "../../demo/life/words/topics/all.ts";
import { instant, plainDate } from "../../domain/calendar/plain-date.ts";
import { packs } from "../../packs/index.ts";
import { foundRegion } from "../../server/actions/office/found-region.ts";
import { verifyLog } from "../../server/actions/oversight/verify-log.ts";
import { type FreshHouse, freshHouse, testPassword } from "../fresh-house.ts";

let house: FreshHouse;
beforeAll(async () => {
  house = await freshHouse();
  house.at("2026-03-15 18:00");
});
afterAll(() => house.close());

it.each(citiesUnder(packs).map((city) => [city.region, city] as const))(
  "%s lives two weeks by its own regulation: cases are sent, viewed and answered, and little is refused",
  async (region, city) => {
    const settings = { demo: true, secondFactor: "optional" } as const;
    await foundRegion(house, { ...city, settings, password: testPassword });
    const until = instant("2026-03-15T18:00:00+08:00");
    const stretch = { region, seed: "week", perDay: 3, from: plainDate("2026-03-02"), days: 14, until };
    const { tally } = await live(house, stretch);
    expect(tally.filed).toBeGreaterThanOrEqual(40);
    for (const act of ["dispatch", "view", "draftReply"]) expect(tally.acts, act).toHaveProperty(act);
    expect(total(tally.refused)).toBeLessThan(total(tally.acts) / 4);
    const rows = await house.db.selectFrom("case").select("stage").distinct().where("region_id", "=", region).execute();
    expect(rows.length).toBeGreaterThan(2);
    expect((await verifyLog(house, region, () => undefined)).faults).toEqual([]);
    await makesSense(region);
  },
);

/** What can be read in the region fits together: category and title, sealed cases, grades, published answers. */
async function makesSense(region: string): Promise<void> {
  const cases = await house.db
    .selectFrom("case")
    .innerJoin("case_content", (join) =>
      join.onRef("case_content.region_id", "=", "case.region_id").onRef("case_content.case_id", "=", "case.id"),
    )
    .select(["case.id", "case.number", "case.title", "case.category", "case.subject", "case_content.content"])
    .where("case.region_id", "=", region)
    .execute();
  const about = new Map(cases.map((row) => [row.id, aboutWhat(row.content)]));
  for (const { id, number, title, category, subject } of cases) {
    const { topic, question } = about.get(id) as ReturnType<typeof aboutWhat>;
    expect(question, number).not.toBe(elsewhere.question);
    expect(title, number).toContain(question.title);
    expect(subject, `${number} ${title}`).toBe(topic.subject);
    expect(category, number).toBeTruthy();
  }
  const published = await house.db.selectFrom("publication").selectAll().where("region_id", "=", region).execute();
  const duties = new Map(demoCities.find((c) => c.region === region)?.orgs.map((org) => [org.id, org.duties]));
  for (const { case_id, org_id, answer } of published) {
    const words = about.get(case_id)?.topic.words ?? [];
    expect(
      words.some((word) => duties.get(org_id)?.includes(word)),
      `${org_id}: ${answer}`,
    ).toBe(true);
    const question = about.get(case_id)?.question as ReturnType<typeof aboutWhat>["question"];
    expect(
      longest(question.done).some((piece) => answer.includes(piece)),
      answer,
    ).toBe(true);
  }
  const kinds = new Set(published.map(({ case_id }) => about.get(case_id)?.topic.id));
  const open = packs.find(
    ({ jurisdiction }) => demoCities.find((c) => c.region === region)?.jurisdiction === jurisdiction,
  );
  if (open?.settings.publication.value !== "none") expect(kinds.size, region).toBeGreaterThanOrEqual(6);
  const graded = await house.db
    .selectFrom("case_event")
    .select(["case_id", "data"])
    .where("region_id", "=", region)
    .where("type", "=", "rated")
    .execute();
  for (const { data } of graded) {
    const { grade, comment } = data as { grade: Grade; comment: string | null };
    const said = comments[grade].map((text) => text.split("{title}").every((piece) => comment?.includes(piece)));
    if (comment !== null) expect(said, `${grade}: ${comment}`).toContain(true);
  }
}

/** The long pieces of a text between its blanks. */
const longest = (text: string) => text.split(/\{\w+\}|\|/).filter((piece) => piece.length > 8);
