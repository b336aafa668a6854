import type { z } from "zod";
import type { packView as shape } from "../../../contract/rules.ts";
import type { Entry } from "../../../domain/rules/entry.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import { clauseOf } from "../../../domain/rules/look-up.ts";
import type { ClauseId } from "../../../domain/rules/clause.ts";
import { silent, dutyValue, formalityValue, powerValue, measureValue } from "../../../domain/words/entry-words.ts";

type View = z.output<typeof shape>;
type EntryView = View["powers"][number];

/** A regulation as people read it: plain words, the value, and the article's own text beside it. */
export function packView(pack: Pack): View {
  const entry = (e: Entry, value: string | null): EntryView =>
    view(pack, e.id, e.clause, e.words, value, e.reconstructed === true);
  return {
    id: pack.id,
    title: pack.title,
    documentNumber: pack.documentNumber,
    effectiveFrom: pack.effectiveFrom,
    effectiveTo: pack.effectiveTo,
    standsOn: pack.standsOn,
    provisional: pack.provisional,
    grounds: pack.grounds.map((ground) => ({
      ...entry(ground, null),
      referrals: ground.fields.find((field) => field.name === "referral")?.choices?.map((c) => c.value) ?? [],
    })),
    powers: pack.powers.map((power) => entry(power, powerValue(power))),
    duties: pack.duties.map((rule) => entry(rule, dutyValue(rule, pack))),
    formalities: pack.formalities.map((formality) => entry(formality, formalityValue(formality))),
    measures: pack.measures.map((measure) => entry(measure, measureValue(measure))),
    others: [
      ...pack.sights.map((sight) => entry(sight, null)),
      ...pack.notices.map((notice) => entry(notice, notice.template)),
      ...Object.entries(pack.settings).map(([id, setting]) =>
        view(
          pack,
          id,
          setting.clause,
          setting.words,
          setting.value === null ? silent : null,
          setting.reconstructed === true,
        ),
      ),
    ],
    clauses: pack.clauses.map(({ id, force, article, title, text }) => ({ id, force, article, title, text })),
  };
}

function view(
  pack: Pack,
  id: string,
  clauseId: ClauseId,
  words: string,
  value: string | null,
  reconstructed: boolean,
): EntryView {
  const clause = clauseOf(pack, clauseId);
  return { id, clause: clause.id, article: clause.article, text: clause.text, words, value, reconstructed };
}
