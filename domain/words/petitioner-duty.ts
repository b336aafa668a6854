import type { DutyRule, Pack } from "../rules/pack.ts";
import { fill } from "./fill.ts";
import { zh } from "./zh.ts";

const words = zh.follow.owed;

/** What is owed until a last day, in the petitioner's words: 「转给办理单位」, 「提出答复意见」. */
export function owedWords(rule: DutyRule, { terms }: Pick<Pack, "terms">): string {
  if (rule.forPetitioner) return rule.forPetitioner;
  if (rule.end.some((moment) => moment === "matter.dispatched" || moment === "countyBureau.dispatched"))
    return words.dispatch;
  if (rule.end.includes("unit.viewed")) return words.view;
  const answers = rule.end.includes("reply.submitted") && rule.title.startsWith(terms.reply);
  return answers ? fill(words.reply, { reply: rule.title }) : rule.title;
}
