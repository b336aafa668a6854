import type { DutyRule, Ground, Pack } from "../../../domain/rules/pack.ts";
import { articleOf, clauseOf, dutyRule } from "../../../domain/rules/look-up.ts";
import { catalogue } from "../../../domain/words/catalogue.ts";
import { fill } from "../../../domain/words/fill.ts";
import { extensionWords, termWords } from "../../../domain/words/entry-words.ts";
import { owedWords } from "../../../domain/words/petitioner-duty.ts";
import { zh } from "../../../portal/words/zh.ts";

/** Where to go instead, before there is a case: the facts to come are named by their choices or labels. */
function wayOnInGeneral({ wayOn, fields }: Ground): string {
  if (wayOn === null) return "";
  const asked = fields.find(({ name, choices }) => wayOn.includes(`{${name}}`) && !choices);
  // A label that is a question itself cannot stand inside a sentence.
  if (asked && zh.how.questions.test(asked.label)) return zh.how.told;
  const named = fields.map(({ name, label, choices }) => [name, choices?.map((c) => c.label).join("、") ?? label]);
  return fill(wayOn, Object.fromEntries(named));
}

/** The ground itself; what the office has to do about it is its own affair. */
function groundInShort({ words }: Ground): string {
  return fill(zh.how.ground, { words: words.split(/[；。]/)[0] });
}

/** Until when, in whose days, how much longer it may take; null where the regulation names no term. */
function termOf(rule: DutyRule): string | null {
  if (rule.limit === null) return null;
  const more = rule.extension ? [extensionWords(rule.extension)] : [];
  return [termWords(rule.limit), ...more].join("；");
}

/** The way of a case, the reasons for refusing and for handling internally, straight from the regulation in force. */
export function howItWorks(pack: Pack) {
  const cited = (clause: Parameters<typeof clauseOf>[1]) => clauseOf(pack, clause).article;
  const silentTwin = (title: string) => pack.duties.some((rule) => rule.title === title && rule.limit !== null);
  const classify = pack.powers.find((power) => power.act === "classify");
  return {
    stages: (pack.way ?? []).map(({ title, words, duties }) => ({
      title,
      words,
      terms: duties.map(({ id, who }) => {
        const rule = dutyRule(pack, id);
        return { who, what: owedWords(rule, pack), term: termOf(rule), article: articleOf(pack, rule.clause) };
      }),
    })),
    steps: pack.duties
      .filter((rule) => rule.kind === "duty" && (rule.limit !== null || !silentTwin(rule.title)))
      .map((rule) => ({
        who: rule.ownerPost ? catalogue(pack).posts[rule.ownerPost] : pack.terms.bureau,
        what: rule.words,
        term: termOf(rule),
        article: cited(rule.clause),
        reconstructed: rule.reconstructed === true,
      })),
    grounds: pack.grounds.map((ground) => ({
      words: `${groundInShort(ground)}${wayOnInGeneral(ground)}`,
      article: cited(ground.clause),
    })),
    internal: (classify?.serves ?? [])
      .filter((clause) => clauseOf(pack, clause).article.includes("（"))
      .map((clause) => ({ words: clauseOf(pack, clause).text, article: cited(clause) })),
    pack: { title: pack.title, number: pack.documentNumber, from: pack.effectiveFrom },
  };
}
