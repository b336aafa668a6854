import type { Actor } from "../../../domain/case/case.ts";
import { mayReveal, sees, sightOf } from "../../../domain/case/sight.ts";
import type { House } from "../../house.ts";
import { packOf } from "../../record/perform.ts";
import { codeHash, newQueryCode, queryCodeFor } from "../../record/query-code.ts";
import { addressFor, openPetitioner } from "../../record/petitioner.ts";
import { sendNewCode } from "../../record/telling/new-code.ts";
import { writeOnce } from "../../record/write-once.ts";
import { setCode } from "../../store/case/codes.ts";
import { readCase } from "../../store/case/load.ts";
import { readPetitioner } from "../../store/case/petitioner.ts";
import type { Tx } from "../../store/db.ts";
import { type OnceKey, OnceKeyReused } from "../../store/once/once.ts";
import { logAccess } from "../../store/oversight/access-log.ts";
import { loadWorld } from "../../store/world.ts";

/** How the citizen is given the code: read out on the spot, or sent to the telephone of the case. */
export type CodeWay = "say" | "sms";

export interface CodeOrder {
  readonly region: string;
  readonly caseId: string;
  readonly actor: Extract<Actor, { kind: "staff" }>;
  /** How the person was known to be the petitioner, and why they need a new code; both are written down. */
  readonly identity: string;
  readonly reason: string;
  readonly way: CodeWay;
}

export type NewCode =
  | { readonly number: string; readonly code: string | null }
  | "missing"
  | "forbidden"
  | "noPhone"
  | "noGateway";

/** How long a repeated press is given the same code again. */
const shownMinutes = 5;

/**
 * Gives a case a new query code at the desk; the old one ends at once. Who may see whom a case is from may do this, and
 * it is written down like seeing it. The code itself is kept nowhere: it is shown once, or sent.
 */
export async function renewCode(house: House, order: CodeOrder, onceKey: OnceKey | null): Promise<NewCode> {
  const { region, caseId, actor, identity, reason, way } = order;
  const stored = await readCase(house.db, house.keys, region, caseId);
  const row = stored && (await readPetitioner(house.db, region, caseId));
  if (!stored || !row) return "missing";
  const world = await loadWorld(house.db, region, house);
  const pack = packOf(house, stored.kase, world);
  if (sees(actor, sightOf(stored.kase, pack, world.office)) !== "all") return "missing";
  const now = house.now();
  if (!mayReveal(stored.kase, actor, { now, office: world.office, pack, calendar: world.calendar(now) }))
    return "forbidden";
  const phone = addressFor(openPetitioner(house.keys, row.sealed), "sms");
  if (way === "sms" && phone === null) return "noPhone";
  if (way === "sms" && !house.ways.sms) return "noGateway";
  const { number } = stored;
  const code = onceKey ? queryCodeFor(house, `${caseId} ${onceKey.actor} ${onceKey.key}`) : newQueryCode();
  const work = async (tx: Tx) => {
    const at = house.now();
    const { personId, orgId } = actor;
    await setCode(tx, region, caseId, codeHash(house, number, code));
    await logAccess(tx, region, {
      id: house.newId(),
      at,
      personId,
      orgId,
      what: "newCode",
      caseId,
      reason: `${identity}：${reason}`,
      detail: { way },
    });
    if (way === "sms" && phone !== null) await sendNewCode(tx, house, world, { caseId, number, phone, code });
    return at;
  };
  const request = { newCode: caseId, identity, reason, way };
  const given = await writeOnce(house, { region, key: onceKey, request }, work, () => true);
  // An old key would otherwise show the code again to whoever comes to the screen later.
  if (Date.parse(house.now()) - Date.parse(given) > shownMinutes * 60_000) throw new OnceKeyReused();
  return { number, code: way === "say" ? code : null };
}
