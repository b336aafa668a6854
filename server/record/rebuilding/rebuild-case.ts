import { NotAuthentic } from "../../gateways/keys/sealer.ts";
import type { House } from "../../house.ts";
import { readEvents, stateOf } from "../../store/case/load.ts";
import type { Tx } from "../../store/db.ts";
import { type KeptRows, takeRows } from "../../store/rebuilding/kept-rows.ts";
import {
  rewriteBreach,
  rewriteCase,
  rewriteDuties,
  rewriteLegs,
  rewriteSearch,
  rewriteSight,
} from "../../store/rebuilding/rewrite.ts";
import type { World } from "../../store/world.ts";
import { type Difference, differencesOf } from "./differences.ts";
import { makeAnew, type MadeAnew, rowsKept, rowsMade } from "./made-anew.ts";

/** What was found out about a case. */
export interface Rebuilt {
  readonly number: string;
  readonly sealed: boolean;
  readonly differences: readonly Difference[];
  /** Of them those that were not put right: a leg or a breach that no event knows is looked at by a person. */
  readonly left: readonly Difference[];
}

/**
 * Makes everything that is kept of a case anew from its events, compares, and with `write` puts right what differs, in the
 * caller's transaction. Null when there is no such case; throws when its events make no case or cannot be opened.
 */
export async function rebuildIn(
  tx: Tx,
  house: House,
  world: World,
  caseId: string,
  write: boolean,
): Promise<Rebuilt | null> {
  const region = world.region.id;
  const kept = await takeRows(tx, region, caseId);
  if (!kept) return null;
  const events = await readEvents(tx, house.keys, region, caseId);
  const made = makeAnew(house, world, kept, events);
  const differences = differencesOf(rowsKept(kept, readableState(house, kept)), rowsMade(region, made, kept));
  const found = { number: kept.row.number, sealed: made.sealed, differences };
  if (!write) return { ...found, left: differences };
  await putRight(tx, house, region, kept, made, differences);
  const stays = ({ table, column, made: ought }: Difference) =>
    (table === "leg" || table === "breach") && column === null && ought === null;
  return { ...found, left: differences.filter(stays) };
}

/** The stored state; null when it was altered so that it opens no more. */
function readableState(house: House, { row }: KeptRows): unknown {
  try {
    return stateOf(house.keys, row);
  } catch (error) {
    if (error instanceof NotAuthentic) return null;
    throw error;
  }
}

async function putRight(
  tx: Tx,
  house: House,
  region: string,
  kept: KeptRows,
  made: MadeAnew,
  differences: readonly Difference[],
): Promise<void> {
  const { kase } = made;
  const keys = (table: Difference["table"]) =>
    new Set(differences.filter((one) => one.table === table).map(({ key }) => key));
  if (keys("case").size > 0) await rewriteCase(tx, region, kase, made.sealed ? house.keys : null);
  await rewriteLegs(tx, region, kase, keys("leg"));
  const ids = keys("duty");
  if (ids.size > 0) await rewriteDuties(tx, region, kase.id, { ...made, ids });
  if (keys("sight").size > 0) await rewriteSight(tx, region, kase.id, made.sight);
  if (keys("search").size > 0) await rewriteSearch(tx, region, kase.id, made.searchText);
  const known = new Set(kept.breaches.map((breach) => breach.duty_id));
  const wrong = keys("breach");
  for (const breach of made.breaches.filter(({ duty_id }) => wrong.has(duty_id))) {
    await rewriteBreach(tx, region, kase.id, breach, known.has(breach.duty_id) ? null : house.newId());
  }
}
