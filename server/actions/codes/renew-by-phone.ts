import type { House } from "../../house.ts";
import { openPetitioner } from "../../record/petitioner.ts";
import { codeHash, newQueryCode } from "../../record/query-code.ts";
import { sendNewCode } from "../../record/telling/new-code.ts";
import { setCode } from "../../store/case/codes.ts";
import { readCase } from "../../store/case/load.ts";
import { readPetitioner } from "../../store/case/petitioner.ts";
import { logAccess } from "../../store/oversight/access-log.ts";
import { writeOnce } from "../../record/write-once.ts";
import type { Tx } from "../../store/db.ts";
import { loadWorld } from "../../store/world.ts";

/** Sends a new query code to the telephone of a case whose owner has just proved that it is theirs; the old one ends. */
export async function renewByPhone(house: House, region: string, caseId: string): Promise<void> {
  const world = await loadWorld(house.db, region, house);
  // Pressed twice within a minute it is one new code.
  const minute = house.now().slice(0, 16);
  const key = { actor: `petitioner:${caseId}`, key: `newCode:${minute}` };
  const work = async (tx: Tx) => {
    const stored = await readCase(tx, house.keys, region, caseId);
    const row = stored && (await readPetitioner(tx, region, caseId));
    const phone = row && openPetitioner(house.keys, row.sealed).phone;
    if (!stored || !phone || !house.ways.sms) return false;
    const { number } = stored;
    const code = newQueryCode();
    await setCode(tx, region, caseId, codeHash(house, number, code));
    await logAccess(tx, region, {
      id: house.newId(),
      at: house.now(),
      personId: null,
      orgId: null,
      what: "newCode",
      caseId,
      reason: "byPhone",
    });
    await sendNewCode(tx, house, world, { caseId, number, phone, code });
    return true;
  };
  await writeOnce(house, { region, key, request: { newCode: caseId } }, work, (sent) => sent);
}
