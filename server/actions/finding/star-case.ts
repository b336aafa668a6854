import type { Actor } from "../../../domain/case/case.ts";
import type { House } from "../../house.ts";
import { writeOnce } from "../../record/write-once.ts";
import { maySee } from "../../store/case/sight.ts";
import type { OnceKey } from "../../store/once/once.ts";
import { setStar } from "../../store/work/stars.ts";

/** Keeps an eye on a case, or no longer; false for a case that the person may not see. Doing it twice changes nothing. */
export function starCase(
  house: House,
  of: { readonly region: string; readonly caseId: string; readonly on: boolean },
  actor: Extract<Actor, { kind: "staff" }>,
  onceKey: OnceKey | null,
): Promise<boolean> {
  const { region, caseId, on } = of;
  return writeOnce(
    house,
    { region, key: onceKey, request: { star: caseId, on } },
    async (tx) => {
      if (!(await maySee(tx, region, caseId, actor))) return false;
      await setStar(tx, region, { personId: actor.personId, caseId }, on, house.now());
      return true;
    },
    (done) => done,
  );
}
