import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { PublishedDoubt } from "../../server/record/publication/recheck.ts";
import { type FreshHouse, freshHouse } from "../fresh-house.ts";
import { asOwner } from "./empty-database.ts";
import { liveThreeWeeks, somebody } from "./life.ts";
import { run } from "./terminal.ts";

let house: FreshHouse;
let folder: string;
let env: Readonly<Record<string, string>>;

beforeAll(async () => {
  house = await freshHouse();
  await liveThreeWeeks(house);
  folder = mkdtempSync(join(tmpdir(), "huiyin-files-"));
  env = { DATABASE_URL: house.url, DATA_DIR: folder, HUIYIN_KEY: "11".repeat(32) };
});
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Report {
  readonly looked: number;
  readonly doubts: readonly PublishedDoubt[];
}

it("answers that were published before more was known of barring are named, with what stands in the open", async () => {
  const fine = await run(["published", "--json"], env);
  expect(fine.code).toBe(0);
  expect((fine.report() as Report).looked).toBeGreaterThan(0);
  expect((fine.report() as Report).doubts).toEqual([]);
  const number = await asOwner(house.url, async (client) => {
    const { rows } = await client.query<{ case_id: string }>(
      "select case_id from publication order by case_id limit 1",
    );
    const id = rows[0]?.case_id;
    await client.query("update publication set answer = answer || $1 where case_id = $2", [
      `请联系${somebody.phone}。`,
      id,
    ]);
    const found = await client.query<{ number: string }>('select number from "case" where id = $1', [id]);
    return found.rows[0]?.number;
  });
  const doubtful = await run(["published", "--json"], env);
  expect(doubtful.code).toBe(1);
  expect((doubtful.report() as Report).doubts).toMatchObject([{ number, certain: ["held"], open: [] }]);
  const said = await run(["published"], env);
  expect(said.out).toContain(`${number}：一定要隐去的还露着`);
  expect(said.out).not.toContain(somebody.phone);
});
