import { stateForm } from "../../../domain/case/stored/state-form.ts";
import type { House } from "../../house.ts";
import { regionIds } from "../../store/office/regions.ts";
import { storedForms } from "../../store/rebuilding/forms.ts";

/** States of cases were written by a program of a later form, which this one cannot read. */
export class StatesOfLaterProgram extends Error {
  readonly form: number;
  constructor(form: number) {
    super(`states of cases have form ${form}, this program knows ${stateForm}`);
    this.form = form;
  }
}

/** States of cases were written by a program of an earlier form: they are made anew before anything reads them. */
export class StatesOfEarlierProgram extends Error {
  readonly regions: readonly string[];
  constructor(regions: readonly string[]) {
    super(`states of cases have an earlier form than ${stateForm}: ${regions.join(", ")}`);
    this.regions = regions;
  }
}

/** The regions in which states of an earlier form lie. Throws where there are some of a later one. */
export async function regionsOfEarlierForm(house: Pick<House, "db">): Promise<readonly string[]> {
  const earlier: string[] = [];
  for (const region of await regionIds(house.db)) {
    const forms = await storedForms(house.db, region);
    if (forms === null) continue;
    if (forms.highest > stateForm) throw new StatesOfLaterProgram(forms.highest);
    if (forms.lowest < stateForm) earlier.push(region);
  }
  return earlier;
}
