import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stateForm } from "../../../domain/case/stored/state-form.ts";
import { sweepCases } from "../../../server/actions/cases/sweep-cases.ts";
import { bringUp, StatesNotMade } from "../../../server/actions/rebuilding/bring-up.ts";
import { StatesOfEarlierProgram, StatesOfLaterProgram } from "../../../server/record/rebuilding/forms.ts";
import { type FreshHouse, freshHouse } from "../../fresh-house.ts";
import { asOwner } from "../empty-database.ts";
import { file, liveThreeWeeks } from "../life.ts";
import { expectRebuilt } from "../rebuilt.ts";
import { run } from "../terminal.ts";

let folder: string;
let house: FreshHouse;
let env: Record<string, string>;
let plain: { id: string; number: string };
let sealed: { id: string; number: string };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "huiyin-rebuild-"));
  house = await freshHouse();
  env = { DATABASE_URL: house.url, DATA_DIR: folder, HUIYIN_KEY: "11".repeat(32) };
  await liveThreeWeeks(house);
  await file(house, { subject: "discipline", content: "反映某位干部收受礼品，请调查核实。" });
  house.at("2026-04-20 09:00");
  await sweepCases(house, house.region);
  const cases = await house.db.selectFrom("case").select(["id", "number", "subject", "stage"]).orderBy("id").execute();
  const of = (fits: (one: (typeof cases)[number]) => boolean) => cases.find(fits) ?? { id: "", number: "" };
  plain = of(({ stage }) => stage === "answered");
  sealed = of(({ subject }) => subject === "discipline");
});
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

const spoil = (statement: string, values: readonly unknown[]) =>
  asOwner(house.url, (client) => client.query(statement, [...values]));

describe("huiyin rebuild", () => {
  it("finds every row as the events make it, in a house where nothing was altered", async () => {
    const ended = await run(["rebuild", "--json"], env);
    expect(ended.code).toBe(0);
    expect(ended.report()).toMatchObject({ region: house.region, cases: 4, wrong: 0, left: 0, notMade: 0 });
  });

  it("names what is spoiled and leaves it, and puts it right with --write", async () => {
    await spoil(`update "case" set state = jsonb_set(state, '{stage}', '"refused"'), stage = 'refused' where id = $1`, [
      plain.id,
    ]);
    await spoil(`update leg set stage = 'working', viewed_at = null where case_id = $1`, [plain.id]);
    await spoil(`update duty set due_on = '2030-01-01', rule = 'view' where case_id = $1`, [plain.id]);
    await spoil(
      `insert into case_sight (region_id, case_id, org_id, post, sees) values ($1, $2, 'library', 'clerk', 'all')`,
      [house.region, plain.id],
    );
    await spoil(`update case_search set search_text = '别的话' where case_id = $1`, [plain.id]);
    const found = await run(["rebuild"], env);
    expect(found.out).toContain(`${plain.number}：`);
    for (const where of ["case stage　refused → answered", "leg ", "duty ", "sight library/clerk", "search"]) {
      expect(found.out).toContain(where);
    }
    expect(found.out).toContain("2030-01-01 → 2026-");
    expect(found.out).not.toContain("别的话");
    await expect(expectRebuilt(house, plain.id)).rejects.toThrow("to match object");

    const written = await run(["rebuild", "--case", plain.number, "--write"], env);
    expect(written.sentence).toBeNull();
    expect(written.code).toBe(0);
    await expectRebuilt(house, plain.id);
    expect((await run(["rebuild", "--json"], env)).report()).toMatchObject({ wrong: 0 });
  });

  it("mends a sealed case with the keys of the house, and shows nothing of it", async () => {
    await spoil(`update "case" set state_sealed = '\\x00', stage = 'answered', state = '{}' where id = $1`, [
      sealed.id,
    ]);
    await spoil(`insert into case_search (region_id, case_id, search_text) values ($1, $2, '礼品')`, [
      house.region,
      sealed.id,
    ]);
    const found = await run(["rebuild", "--case", sealed.number], env);
    expect(found.out).toContain("case stage　（不显示） → （不显示）");
    expect(found.out).not.toMatch(/礼品|discipline|registered/);
    expect((await run(["rebuild", "--write"], env)).code).toBe(0);
    await expectRebuilt(house, sealed.id);
  });

  it("without those keys makes nothing of a sealed case, says so and ends with 1", async () => {
    const ended = await run(["rebuild", "--case", sealed.number], { ...env, HUIYIN_KEY: "22".repeat(32) });
    expect(ended.code).toBe(1);
    expect(ended.out).toContain(`${sealed.id}：不能按记录重建`);
  });

  it("leaves a breach that no event knows to a person", async () => {
    await spoil(
      `insert into breach (region_id, id, case_id, duty_id, rule, kind, org_id, on_day, responsible, registry_gap)
        values ($1, gen_random_uuid(), $2, 'none#1', 'reply', 'lapsedUnhandled', 'housing', '2026-03-20', '[]', false)`,
      [house.region, plain.id],
    );
    const ended = await run(["rebuild", "--write"], env);
    expect(ended.code).toBe(1);
    expect(ended.out).toContain("另有 1 处没有任何记录可以解释");
    await spoil(`delete from breach where duty_id = 'none#1'`, []);
  });

  it("refuses a number that no case has", async () => {
    expect((await run(["rebuild", "--case", "X-1"], env)).sentence).toBe("没有编号为 X-1 的来件。");
  });
});

describe("the form of stored states", () => {
  it("states of an earlier form are made anew before a server reads them; commands refuse until then", async () => {
    await spoil(`update "case" set state_form = 0, state = '{"stage":"?"}' where id = $1`, [plain.id]);
    await expect(run(["case", plain.number], env)).rejects.toThrow(StatesOfEarlierProgram);
    let began = 0;
    await bringUp(house, () => {
      began += 1;
    });
    expect(began).toBe(1);
    await expectRebuilt(house, plain.id);
    await bringUp(house, () => {
      began += 1;
    });
    expect(began).toBe(1);
  });

  it("does not serve what cannot be made anew, nor what a later program wrote", async () => {
    await spoil(`update "case" set state_form = 0, pack_id = 'gone' where id = $1`, [plain.id]);
    const other = { ...house, packs: house.packs.slice(1, 1) };
    await expect(bringUp(other, () => undefined)).rejects.toThrow(StatesNotMade);
    await bringUp(house, () => undefined);
    await expectRebuilt(house, plain.id);
    await spoil(`update "case" set state_form = $2 where id = $1`, [plain.id, stateForm + 1]);
    await expect(bringUp(house, () => undefined)).rejects.toThrow(StatesOfLaterProgram);
    await spoil(`update "case" set state_form = $2 where id = $1`, [plain.id, stateForm]);
  });
});

describe("huiyin case", () => {
  it("tells events, every duty with clause and count, and what each post may do", async () => {
    const { out } = await run(["case", plain.number], env);
    expect(out).toContain(plain.number);
    expect(out).toMatch(/依据 FZ-[\d.-]+ 第.+条/);
    expect(out).toMatch(/起算：2026-03-\d\d .+；期限：.*工作日/);
    expect(out).toMatch(/2026-03-\d\d　第 1 个工作日/);
    expect(out).toMatch(/2026-03-\d\d　休息，不算/);
    expect(out).toContain("现在能办的（按岗位）");
    expect(out).not.toMatch(/1\d{10}/);
  });

  it("of a sealed case tells times and no words, and writes the reading down", async () => {
    const { out } = await run(["case", sealed.number], env);
    expect(out).toContain("保密来件");
    expect(out).not.toContain("礼品");
    const log = await house.db
      .selectFrom("access_log")
      .select(["what", "reason"])
      .where("case_id", "=", sealed.id)
      .execute();
    expect(log).toContainEqual({ what: "openSealed", reason: "huiyin case" });
  });

  it("refuses a number that no case has", async () => {
    expect((await run(["case", "X-1"], env)).sentence).toBe("没有编号为 X-1 的来件。");
  });
});
