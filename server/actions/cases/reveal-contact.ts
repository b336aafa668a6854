import type { Actor } from "../../../domain/case/case.ts";
import { mayReveal, sees, sightOf } from "../../../domain/case/sight.ts";
import type { House } from "../../house.ts";
import { writeOnce } from "../../record/write-once.ts";
import { packOf } from "../../record/perform.ts";
import { openPetitioner, type PetitionerData } from "../../record/petitioner.ts";
import type { Tx } from "../../store/db.ts";
import { type OnceKey, OnceKeyReused } from "../../store/once/once.ts";
import { readCase } from "../../store/case/load.ts";
import { readPetitioner } from "../../store/case/petitioner.ts";
import { logAccess } from "../../store/oversight/access-log.ts";
import { loadWorld } from "../../store/world.ts";

/** How long a revealed contact stays on the screen. */
export const revealSeconds = 300;

export type Revealed = PetitionerData | "missing" | "forbidden";

/** Shows the petitioner's contact in full, and writes down who asked and why. */
export async function revealContact(
  house: House,
  region: string,
  caseId: string,
  actor: Extract<Actor, { kind: "staff" }>,
  reason: string,
  onceKey: OnceKey | null,
): Promise<Revealed> {
  const stored = await readCase(house.db, house.keys, region, caseId);
  if (!stored) return "missing";
  const world = await loadWorld(house.db, region, house);
  const pack = packOf(house, stored.kase, world);
  if (sees(actor, sightOf(stored.kase, pack, world.office)) !== "all") return "missing";
  const now = house.now();
  const ctx = { now, office: world.office, pack, calendar: world.calendar(now) };
  if (!mayReveal(stored.kase, actor, ctx)) return "forbidden";
  const row = await readPetitioner(house.db, region, caseId);
  if (!row) return "missing";
  const { personId, orgId, via } = actor;
  const work = async (tx: Tx) => {
    const at = house.now();
    await logAccess(tx, region, { id: house.newId(), at, personId, orgId, via, what: "reveal", caseId, reason });
    return at;
  };
  const loggedAt = await writeOnce(
    house,
    { region, key: onceKey, request: { reveal: caseId, reason } },
    work,
    () => true,
  );
  // An old key would otherwise open the contact again without a line in the log.
  if (Date.parse(house.now()) - Date.parse(loggedAt) > revealSeconds * 1000) throw new OnceKeyReused();
  return openPetitioner(house.keys, row.sealed);
}
