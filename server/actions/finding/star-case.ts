import type { Actor } from "../../../domain/case/case.ts";
import type { House } from "../../house.ts";
import { maySee } from "../../store/case/sight.ts";
import { setStar } from "../../store/work/stars.ts";

/** Keeps an eye on a case, or no longer; false for a case that the person may not see. Doing it twice changes nothing. */
export async function starCase(
  house: House,
  of: { readonly region: string; readonly caseId: string },
  actor: Extract<Actor, { kind: "staff" }>,
  on: boolean,
): Promise<boolean> {
  const { region, caseId } = of;
  if (!(await maySee(house.db, region, caseId, actor))) return false;
  await setStar(house.db, region, { personId: actor.personId, caseId }, on, house.now());
  return true;
}
