import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plainDate } from "../../domain/calendar/plain-date.ts";
import { routes } from "../../contract/routes.ts";
import { actOnCase } from "../../server/actions/cases/act-on-case.ts";
import { fileCase } from "../../server/actions/cases/file-case.ts";
import { importCase } from "../../server/actions/cases/import-case.ts";
import { tidyUp } from "../../server/actions/oversight/tidy-up.ts";
import { uuidv7 } from "../../server/house.ts";
import { caseNumbers } from "../../server/store/case/numbers.ts";
import { openDb } from "../../server/store/db.ts";
import { openPool } from "../../server/store/pools.ts";

import { type City, citizen, openCity } from "../city.ts";
import type { FreshHouse } from "../fresh-house.ts";
import { act, aFiling, dispatch, file, order } from "./life.ts";

let city: City;
let house: FreshHouse;
beforeAll(async () => {
  city = await openCity();
  house = city.house as FreshHouse;
});
afterAll(() => city.close());

const petitioner = { kind: "petitioner" } as const;
const key = (name: string) => ({ actor: "public:192.0.2.1", key: name });

async function count(table: "case" | "case_event" | "outbox" | "once_only"): Promise<number> {
  const row = await house.db
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  return row.n;
}

describe("the same key", () => {
  it("makes one case of a filing that is sent twice, and gives the same number and query code both times", async () => {
    const before = await count("case");
    const first = await fileCase(house, aFiling(house), petitioner, key("filed twice"));
    const again = await fileCase(house, aFiling(house), petitioner, key("filed twice"));
    expect(first).toMatchObject({ filed: { code: expect.stringMatching(/^\d{10}$/) } });
    expect(again).toEqual(first);
    expect(await count("case")).toBe(before + 1);
  });

  it("makes one case of eight filings at once, with one answer for all of them", async () => {
    const before = { cases: await count("case"), events: await count("case_event") };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => fileCase(house, aFiling(house), petitioner, key("eight at once"))),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await count("case")).toBe(before.cases + 1);
    const one = answers[0] as { filed: { caseId: string } };
    const events = await house.db
      .selectFrom("case_event")
      .select("seq")
      .where("case_id", "=", one.filed.caseId)
      .execute();
    expect(await count("case_event")).toBe(before.events + events.length);
  });

  it("is refused for another request, and is everybody's own", async () => {
    const first = await fileCase(house, aFiling(house), petitioner, key("for another"));
    const before = await count("case");
    const other = aFiling(house, { content: "换了一件事：门前的井盖不见了，请补上。" });
    // Who lost the answer and changed the words is told what was filed.
    const again = await fileCase(house, other, petitioner, key("for another"));
    expect(again).toEqual({ filedBefore: "filed" in first ? first.filed : null });
    expect(await count("case")).toBe(before);
    const neighbour = { actor: "public:192.0.2.2", key: "for another" };
    expect(await fileCase(house, other, petitioner, neighbour)).toHaveProperty("filed");
  });

  it("does an act once, also when it comes twice at the same moment", async () => {
    const { caseId } = await file(house);
    const note = await order(house, "bureau.dispatcher", caseId, "note", { text: "已电话核实地点。" });
    const onceKey = { actor: "dispatcher", key: "a note" };
    const [first, second] = await Promise.all([actOnCase(house, note, onceKey), actOnCase(house, note, onceKey)]);
    expect(first).toHaveProperty("done");
    expect(second).toEqual(first);
    expect(await actOnCase(house, note, onceKey)).toEqual(first);
    const notes = await house.db
      .selectFrom("case_event")
      .select("seq")
      .where("case_id", "=", caseId)
      .where("type", "=", "noted")
      .execute();
    expect(notes.length).toBe(1);
  });

  it("of another system makes one case, though two imports bring it at the same moment", async () => {
    const source = { name: "old system", id: "17" };
    const one = { filing: { ...aFiling(house), source }, answer: { text: "已修好。", on: plainDate("2026-02-27") } };
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => importCase(house, one)));
    expect(outcomes.map(({ is }) => is).sort()).toEqual(["imported", "known", "known", "known"]);
    const cases = await house.db.selectFrom("case").select("id").where("source_id", "=", "17").execute();
    expect(cases.length).toBe(1);
  });

  it("is not used up by a refusal: what was refused may be tried again", async () => {
    const { caseId } = await file(house);
    const leg = await dispatch(house, caseId);
    const submit = await order(house, "urban.clerk", caseId, "submitToLeader", {}, leg);
    const onceKey = { actor: "clerk", key: "too early" };
    expect(await actOnCase(house, submit, onceKey)).toHaveProperty("refused");
    await act(house, "urban.clerk", caseId, "view", {}, leg);
    expect(await actOnCase(house, submit, onceKey)).toHaveProperty("done");
  });

  it("is forgotten after two days, together with the sealed answer", async () => {
    house.at("2026-03-02 09:00");
    await fileCase(house, aFiling(house), petitioner, key("of the day before yesterday"));
    house.at("2026-03-04 08:59");
    await tidyUp(house);
    expect(await count("once_only")).toBeGreaterThan(0);
    house.at("2026-03-04 09:01");
    await tidyUp(house);
    expect(await count("once_only")).toBe(0);
    house.at("2026-03-02 09:00");
  });
});

describe("over HTTP", () => {
  const body = { content: "公交站牌被撞歪了，看不清站名，请扶正。", areaId: "gulou", petitioner: citizen };

  it("answers a double press with one number and one code", async () => {
    const before = await count("case");
    const press = () => city.call(routes.publicDoors.file, { body }, { once: "double press" });
    const [first, second] = await Promise.all([press(), press()]);
    expect(second).toEqual(first);
    expect(await press()).toEqual(first);
    expect(await count("case")).toBe(before + 1);
  });

  it("says that a key was used for something else", async () => {
    const other = { ...body, content: "公交车司机没有停站就开走了，请核实。" };
    const reused = city.call(routes.publicDoors.file, { body: other }, { once: "double press" });
    await expect(reused).rejects.toMatchObject({ status: 409, error: { code: "keyReused" } });
  });
});

it("gives fifty filings at once from two processes fifty different numbers of the day", async () => {
  const pool = openPool(house.url, "huiyin_app", 8);
  const numbers = openPool(house.url, "huiyin_app", 1);
  const elsewhere: FreshHouse = {
    ...house,
    db: openDb(pool, { sign: house.keys.signRoot, now: house.now }),
    newId: () => uuidv7(Date.parse(house.now())),
    nextCaseNumber: caseNumbers(openDb(numbers, null)),
  };
  house.at("2026-03-31 23:59");
  const filed = await Promise.all(Array.from({ length: 50 }, (_, n) => file(n % 2 === 0 ? house : elsewhere)));
  await pool.end();
  await numbers.end();
  expect(new Set(filed.map(({ number }) => number)).size).toBe(50);
  expect(new Set(filed.map(({ code }) => code)).size).toBe(50);
  const serials = filed.map(({ number }) => {
    expect(number).toMatch(/^FZ-20260331-\d{6}$/);
    return Number(number.slice(-6));
  });
  expect(serials.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, n) => n + 1));
  house.at("2026-04-01 00:00");
  expect((await file(house)).number).toBe("FZ-20260401-000001");
});
