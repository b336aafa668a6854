import type { z } from "zod";
import type { packView as shape } from "../../../contract/rules.ts";
import type { ClauseId } from "../../../domain/rules/clause.ts";
import type { Entry } from "../../../domain/rules/entry.ts";
import { channelsTaken, clauseOf } from "../../../domain/rules/look-up.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import { questionsAsked } from "../../../domain/rules/petitioner/questions.ts";
import { dutyValue, formalityValue, measureValue, powerValue, silent } from "../../../domain/words/entry-words.ts";
import { layersOf, originOf } from "./pack-layers.ts";

type View = z.output<typeof shape>;
type EntryView = View["powers"][number];

/** A regulation as people read it: plain words, the value, the article's own text beside it, and from which layer. */
export function packView(pack: Pack, packs: readonly Pack[]): View {
  const layers = layersOf(pack, packs);
  const entry = (e: Entry, value: string | null): EntryView => view(pack, e, value, originOf(e, layers)?.title ?? null);
  return {
    id: pack.id,
    title: pack.title,
    documentNumber: pack.documentNumber,
    effectiveFrom: pack.effectiveFrom,
    effectiveTo: pack.effectiveTo,
    standsOn: pack.standsOn,
    layers: layers.map(({ id, title, documentNumber }) => ({ id, title, documentNumber })),
    provisional: pack.provisional,
    intake: intakeOf(pack),
    grounds: pack.grounds.map((ground) => ({
      ...entry(ground, null),
      referrals: ground.fields.find((field) => field.name === "referral")?.choices?.map((c) => c.value) ?? [],
    })),
    powers: pack.powers.map((power) => entry(power, powerValue(power, pack))),
    duties: pack.duties.map((rule) => entry(rule, dutyValue(rule, pack))),
    formalities: pack.formalities.map((formality) => entry(formality, formalityValue(formality, pack))),
    papers: pack.papers.map((paper) => entry(paper, paper.title)),
    measures: pack.measures.map((measure) => entry(measure, measureValue(measure))),
    others: [
      ...pack.sights.map((sight) => entry(sight, null)),
      ...pack.notices.map((notice) => entry(notice, notice.template)),
      ...Object.entries(pack.settings).map(([id, setting]) => {
        const below = layers.find((layer) => Object.values(layer.settings).includes(setting));
        return view(pack, { id, ...setting }, setting.value === null ? silent : null, below?.title ?? null);
      }),
    ],
    clauses: pack.clauses.map(({ id, force, article, title, text }) => ({ id, force, article, title, text })),
  };
}

function intakeOf(pack: Pack): View["intake"] {
  const { settings, powers } = pack;
  return {
    channels: [...channelsTaken(pack)],
    handsOver: powers.some((power) => power.act === "handOver" && power.guards.length === 0),
    tracks: settings.tracks.value,
    kinds: settings.kinds.value.map(({ code, label }) => ({
      code,
      label,
      questions: questionsAsked(pack, code).map(({ hint = null, choices, ...question }) => ({
        ...question,
        hint,
        choices: choices ? [...choices] : null,
      })),
    })),
  };
}

interface Cited {
  readonly id: string;
  readonly clause: ClauseId;
  readonly words: string;
  readonly reconstructed?: true;
}

function view(
  pack: Pack,
  { id, clause, words, reconstructed }: Cited,
  value: string | null,
  layer: string | null,
): EntryView {
  const { article, text } = clauseOf(pack, clause);
  return { id, clause, article, text, words, value, reconstructed: reconstructed === true, layer };
}
