import type { Ground, Pack } from "../../../domain/rules/pack.ts";
import { clauseOf } from "../../../domain/rules/look-up.ts";
import { catalogue } from "../../../domain/words/catalogue.ts";
import { fill } from "../../../domain/words/fill.ts";
import { termWords } from "../../../domain/words/entry-words.ts";

/** Where to go instead, before there is a case: the facts to come are named by their labels or choices. */
function wayOnInGeneral({ wayOn, fields }: Ground): string {
  if (wayOn === null) return "";
  const named = fields.map(({ name, label, choices }) => [name, choices?.map((c) => c.label).join("、") ?? label]);
  return fill(wayOn, Object.fromEntries(named));
}

/** The steps, the reasons for refusing and for handling internally, straight from the regulation in force. */
export function howItWorks(pack: Pack) {
  const cited = (clause: Parameters<typeof clauseOf>[1]) => clauseOf(pack, clause).article;
  const silentTwin = (title: string) => pack.duties.some((rule) => rule.title === title && rule.limit !== null);
  const classify = pack.powers.find((power) => power.act === "classify");
  return {
    steps: pack.duties
      .filter((rule) => rule.kind === "duty" && (rule.limit !== null || !silentTwin(rule.title)))
      .map((rule) => ({
        who: rule.ownerPost ? catalogue(pack).posts[rule.ownerPost] : pack.terms.bureau,
        what: rule.words,
        term: rule.limit === null ? null : termWords(rule.limit),
        article: cited(rule.clause),
        reconstructed: rule.reconstructed === true,
      })),
    grounds: pack.grounds.map((ground) => ({
      words: `${ground.words}${wayOnInGeneral(ground)}`,
      article: cited(ground.clause),
    })),
    internal: (classify?.serves ?? [])
      .filter((clause) => clauseOf(pack, clause).article.includes("（"))
      .map((clause) => ({ words: clauseOf(pack, clause).text, article: cited(clause) })),
    pack: { title: pack.title, number: pack.documentNumber, from: pack.effectiveFrom },
  };
}
