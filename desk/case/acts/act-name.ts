import type { LawfulAct } from "../../../contract/case/case-row.ts";
import { fill } from "../../../domain/words/fill.ts";
import { zh } from "../../words/zh.ts";

/** An act in the regulation's words, with the organisation where a case has several legs. */
export function actName(act: LawfulAct, severalLegs: boolean): string {
  return severalLegs && act.org ? fill(zh.acts.legFor, { act: act.label, org: act.org.name }) : act.label;
}
