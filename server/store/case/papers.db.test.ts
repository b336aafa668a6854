import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { instant } from "../../../domain/calendar/plain-date.ts";
import { type FreshHouse, freshHouse } from "../../../scenarios/fresh-house.ts";
import { openPool } from "../pools.ts";
import { insertCase } from "./content.ts";
import { bytesOf } from "./file-bytes.ts";
import { addPaper, paperOfCase, papersOfCase } from "./papers.ts";

let house: FreshHouse;
let app: pg.Pool;
const caseId = "01970000-0000-7000-8000-000000000001";
const now = instant("2026-03-02T09:00:00+08:00");

beforeAll(async () => {
  house = await freshHouse();
  app = openPool(house.url, "huiyin_app", 1);
  await house.db.transaction().execute((tx) =>
    insertCase(tx, house.region, {
      id: caseId,
      number: "XX-20260302-000001",
      channel: "web",
      packId: "some",
      subject: "ordinary",
      receivedAt: now,
      title: "路灯不亮",
      titleGiven: null,
      areaId: null,
      place: null,
      placeSealed: null,
      content: "门前路灯坏了。",
      claim: null,
      sealed: null,
      searchText: null,
      codeHash: null,
      source: null,
      sourceId: null,
      urgent: false,
      state: {},
      now,
    }),
  );
  await add(1);
});
afterAll(async () => {
  await app.end();
  await house.close();
});

async function add(n: number, bytes = Buffer.from(`paper ${n}`)): Promise<string> {
  const id = house.newId();
  const row = {
    region_id: house.region,
    id,
    case_id: caseId,
    leg_id: null,
    kind: "some",
    title: "某文书",
    organ_id: "bureau",
    word: "某",
    year: 2026,
    n,
    number: `某〔2026〕${n}号`,
    case_version: 1,
    written: "{}",
    docx_sha256: Buffer.alloc(32, n),
    pdf_sha256: Buffer.alloc(32, n + 100),
    made_at: now,
    made_by: caseId,
  };
  await house.db.transaction().execute((tx) =>
    addPaper(
      tx,
      house.keys,
      row,
      [row.docx_sha256, row.pdf_sha256].map((sha256) => ({ sha256, bytes })),
    ),
  );
  return id;
}

describe("a paper that is kept", () => {
  it("is found under its own case only, with its bytes behind its hash", async () => {
    const [kept] = await papersOfCase(house.db, house.keys, house.region, caseId);
    expect(kept?.number).toBe("某〔2026〕1号");
    expect(await bytesOf(house.db, house.keys, house.region, Buffer.alloc(32, 1))).toEqual(Buffer.from("paper 1"));
    expect(await paperOfCase(house.db, house.keys, house.region, house.newId(), kept?.id ?? "")).toBeNull();
    expect(await paperOfCase(house.db, house.keys, "elsewhere", caseId, kept?.id ?? "")).toBeNull();
  });

  it("never shares its number with another of the same organ, year and word", async () => {
    await expect(add(1)).rejects.toMatchObject({ code: "23505" });
    await expect(add(2)).resolves.toBeTypeOf("string");
  });

  it.each(["case_paper", "paper_service"])("%s can be added to, and neither changed nor emptied", async (table) => {
    for (const sql of [
      `update ${table} set region_id = region_id`,
      `delete from ${table}`,
      `truncate ${table} cascade`,
    ]) {
      await expect(app.query(sql)).rejects.toMatchObject({ code: "42501" });
    }
  });
});
