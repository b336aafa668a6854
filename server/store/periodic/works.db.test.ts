import { afterAll, beforeAll, expect, it } from "vitest";
import { type FreshHouse, freshHouse } from "../../../scenarios/fresh-house.ts";
import { file } from "../../../scenarios/record/life.ts";
import { openPool } from "../pools.ts";
import { addWork, firstCaseAt, workById, worksOf } from "./works.ts";

let house: FreshHouse;
beforeAll(async () => {
  house = await freshHouse();
});
afterAll(() => house.close());

const files = { docx: Buffer.from("docx"), pdf: Buffer.from("pdf") };

function row(id: string, more: object = {}) {
  return {
    region_id: house.region,
    id,
    office_id: "efficiency",
    pack_id: "fuzhou-2007",
    measure: "meeting",
    kind: "meeting",
    period_from: "2026-01-01",
    period_to: "2026-06-30",
    held_on: "2026-06-30",
    with_whom: "[]",
    title: "会议纪要",
    year: 2026,
    n: null,
    number: null,
    material: "[]",
    remarks: "{}",
    docx_sha256: Buffer.alloc(32, 1),
    pdf_sha256: Buffer.alloc(32, 2),
    recorded_at: "2026-06-30T01:00:00Z",
    recorded_by: "01900000-0000-7000-8000-000000000000",
    ...more,
  };
}

const keep = (more: object) =>
  house.db.transaction().execute((tx) => addWork(tx, house.keys, row(house.newId(), more), files));

it("[ZJ-4.4-7] keeps what was done for its office, newest first, and hands it to no other", async () => {
  const id = house.newId();
  await house.db.transaction().execute((tx) => addWork(tx, house.keys, row(id), files));
  await keep({ held_on: "2026-07-01", measure: "report" });
  const kept = await worksOf(house.db, house.region, "efficiency");
  expect(kept.map(({ measure }) => measure)).toEqual(["report", "meeting"]);
  expect(await worksOf(house.db, house.region, "gulou-efficiency")).toEqual([]);
  expect((await workById(house.db, house.region, "efficiency", id))?.title).toBe("会议纪要");
  expect(await workById(house.db, house.region, "gulou-efficiency", id)).toBeNull();
  expect(await workById(house.db, "elsewhere", "efficiency", id)).toBeNull();
});

it("gives an issue of an office's year to one work only", async () => {
  const issue = { measure: "circular", n: 1, number: "〔2026〕第1期" };
  await keep(issue);
  await expect(keep(issue)).rejects.toMatchObject({ code: "23505" });
  await keep({ ...issue, year: 2027 });
});

it("lets the application add, and neither change nor remove", async () => {
  const app = openPool(house.url, "huiyin_app", 1);
  for (const change of ["update periodic_work set title = ''", "delete from periodic_work", "truncate periodic_work"]) {
    await expect(app.query(change)).rejects.toMatchObject({ code: "42501" });
  }
  await app.end();
});

it("begins with the first case that came in here, whatever was taken over from elsewhere", async () => {
  expect(await firstCaseAt(house.db, house.region)).toBeNull();
  house.at("2026-03-02 09:00");
  const { caseId } = await file(house);
  house.at("2026-03-09 09:00");
  await file(house);
  const first = await firstCaseAt(house.db, house.region);
  expect(first?.slice(0, 10)).toBe("2026-03-02");
  await house.db.updateTable("case").set({ source: "old", source_id: "1" }).where("id", "=", caseId).execute();
  expect((await firstCaseAt(house.db, house.region))?.slice(0, 10)).toBe("2026-03-09");
});
