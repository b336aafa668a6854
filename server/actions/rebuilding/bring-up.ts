import { stateForm } from "../../../domain/case/stored/state-form.ts";
import type { House } from "../../house.ts";
import { regionsOfEarlierForm } from "../../record/rebuilding/forms.ts";
import { rebuildEach } from "../../record/rebuilding/rebuild-each.ts";

/** Of some cases the state could not be made anew, so that this program cannot serve them. */
export class StatesNotMade extends Error {
  readonly cases: number;
  readonly reason: string;
  constructor(cases: number, reason: string) {
    super(`the state of ${cases} cases cannot be made anew: ${reason}`);
    this.cases = cases;
    this.reason = reason;
  }
}

/**
 * Makes the states of an earlier form anew before anything reads them; `began` is called once when there are some. Throws
 * `StatesOfLaterProgram` where a later program wrote, `StatesNotMade` where some cannot be made.
 */
export async function bringUp(house: House, began: () => void): Promise<void> {
  const regions = await regionsOfEarlierForm(house);
  if (regions.length > 0) began();
  let failed = 0;
  let reason = "";
  for (const region of regions) {
    for await (const one of rebuildEach(house, { region, caseId: null, below: stateForm, write: true })) {
      if (!("reason" in one)) continue;
      failed += 1;
      reason ||= `${one.caseId}: ${one.reason}`;
    }
  }
  if (failed > 0) throw new StatesNotMade(failed, reason);
}
