import type { LawfulAct } from "../../../contract/case/case-row.ts";
import type { Act } from "../../../domain/rules/vocabulary.ts";
import { fill } from "../../../domain/words/fill.ts";
import { zh as common } from "../../../domain/words/zh.ts";
import { zh } from "../../words/zh.ts";

/** An act in words, with the organisation where a case has several legs. */
export function actName(act: LawfulAct, severalLegs: boolean): string {
  const name = common.acts[act.act as Act];
  return severalLegs && act.org ? fill(zh.acts.legFor, { act: name, org: act.org.name }) : name;
}
