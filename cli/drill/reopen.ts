import { isDeepStrictEqual } from "node:util";
import type { Instant } from "../../domain/calendar/plain-date.ts";
import { type Case, type CaseId, unfiled } from "../../domain/case/case.ts";
import { evolveAll } from "../../domain/case/evolve.ts";
import { dutiesOf } from "../../domain/case/timeline.ts";
import type { House } from "../../server/house.ts";
import { packOf } from "../../server/record/perform.ts";
import { openPetitioner } from "../../server/record/petitioner.ts";
import { readEvents, stateOf } from "../../server/store/case/load.ts";
import { loadWorld } from "../../server/store/world.ts";

/** A case that did not come out as it was stored. */
export interface CaseWrong {
  readonly number: string;
  readonly what: "state" | "duties" | "sealed" | "failed";
  readonly detail: string;
}

export interface CasesOpened {
  readonly region: string;
  /** How many there are, and how many of them were opened. */
  readonly all: number;
  readonly opened: number;
  /** Petitioners that the keys at hand have opened. */
  readonly unsealed: number;
  readonly wrong: readonly CaseWrong[];
}

/** Makes cases anew from their events and compares them with what is stored; `most` of them, spread over all. */
export async function reopenCases(house: House, region: string, most: number): Promise<CasesOpened> {
  const ids = (
    await house.db.selectFrom("case").select("id").where("region_id", "=", region).orderBy("id").execute()
  ).map(({ id }) => id);
  const step = Math.max(1, ids.length / most);
  const chosen = ids.filter((_, n) => Math.floor(n / step) !== Math.floor((n - 1) / step) || n === 0);
  const wrong: CaseWrong[] = [];
  let unsealed = 0;
  for (const id of chosen) {
    const row = await house.db
      .selectFrom("case")
      .select(["number", "state", "state_sealed", "updated_at"])
      .where("region_id", "=", region)
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    const { number } = row;
    try {
      const faults = await faultsOf(house, region, id, stateOf(house.keys, row), row.updated_at as Instant);
      wrong.push(...faults.map((what) => ({ number, what, detail: "" })));
    } catch (error) {
      wrong.push({ number, what: "failed", detail: error instanceof Error ? error.message : String(error) });
    }
    const sealed = await canUnseal(house, region, id);
    if (sealed === false) wrong.push({ number, what: "sealed", detail: "" });
    if (sealed) unsealed += 1;
  }
  return { region, all: ids.length, opened: chosen.length, unsealed, wrong };
}

async function faultsOf(
  house: House,
  region: string,
  id: string,
  stored: Case,
  now: Instant,
): Promise<readonly ("state" | "duties")[]> {
  const kase = evolveAll(unfiled(id as CaseId, stored.packId, now), await readEvents(house.db, house.keys, region, id));
  const world = await loadWorld(house.db, region, house);
  const duties = dutiesOf(kase, {
    pack: packOf(house, kase, world),
    calendar: world.calendar(now),
    office: world.office,
    now,
  });
  const rows = await house.db
    .selectFrom("duty")
    .select(["duty_id as id", "state", "owner_org as owner", "started_at as startedAt", "due_on as due"])
    .where("region_id", "=", region)
    .where("case_id", "=", id)
    .execute();
  const reckoned = duties.map(({ id: duty, state, owner, startedAt, due }) => ({
    id: duty,
    state,
    owner,
    startedAt,
    due,
  }));
  return [
    ...(isDeepStrictEqual(JSON.parse(JSON.stringify(kase)), stored) ? [] : (["state"] as const)),
    ...(isDeepStrictEqual(sorted(rows), sorted(reckoned)) ? [] : (["duties"] as const)),
  ];
}

function sorted<T extends { readonly id: string }>(rows: readonly T[]): readonly unknown[] {
  return rows.map((row) => ({ ...row })).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** Whether the keys at hand open whom a case is from; null where nobody is named. */
async function canUnseal(house: House, region: string, id: string): Promise<boolean | null> {
  const row = await house.db
    .selectFrom("petitioner")
    .select("sealed")
    .where("region_id", "=", region)
    .where("case_id", "=", id)
    .executeTakeFirst();
  if (!row) return null;
  try {
    openPetitioner(house.keys, row.sealed);
    return true;
  } catch {
    return false;
  }
}
