import { type CommonGrouping, factIn, type Grouping } from "../../../domain/accountability/figures.ts";
import type { OrgId } from "../../../domain/office/org.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import type { CaseStage, Channel } from "../../../domain/rules/vocabulary.ts";
import { fieldLabel } from "../../../domain/rules/look-up.ts";
import { valueWords } from "../../../domain/words/formality-words.ts";
import { groupingWords, statisticsSheets as words } from "../../../domain/words/statistics.ts";
import { zh } from "../../../domain/words/zh.ts";
import type { World } from "../../store/world.ts";

/** What people call a group. */
export function groupName(by: Grouping, key: string, pack: Pack, world: World): string {
  if (key === "") return words.ungrouped;
  const fact = factIn(by);
  if (fact !== null) return factWords(fact, key, pack, world);
  switch (by as CommonGrouping) {
    case "unit":
      return bodyName(world, key);
    case "channel":
      return zh.channels[key as Channel] ?? key;
    case "stage":
      return zh.caseStages[key as CaseStage] ?? key;
    case "kind":
      return pack.settings.kinds.value.find((kind) => kind.code === key)?.label ?? key;
    case "category":
      return key;
  }
}

/** The choices of formalities, each of which figures can be grouped by. */
export function groupingFacts(pack: Pack): readonly { readonly name: string; readonly label: string }[] {
  const fields = pack.formalities.flatMap((formality) => formality.fields);
  const chosen = fields.filter(({ kind }) => kind === "choice" || kind === "yesNo");
  return [...new Map(chosen.map(({ name, label }) => [name, { name, label }])).values()];
}

/** What a grouping is called at the head of a table. */
export function groupingName(by: Grouping, pack: Pack): string {
  const fact = factIn(by);
  return fact === null ? groupingWords[by as CommonGrouping] : fieldLabel(pack, fact);
}

function factWords(name: string, value: string, pack: Pack, world: World): string {
  const field = pack.formalities.flatMap((formality) => formality.fields).find((one) => one.name === name);
  return field ? valueWords(field, value, world) : value;
}

/** What people call an organisation; an id that the tree has lost stands for itself. */
export function bodyName(world: World, id: string): string {
  return world.office.orgs.get(id as OrgId)?.shortName ?? id;
}

/** What people call that which tells counted things of one name apart: a ground, another outcome, a grade. */
export function tagName(tag: string, packs: readonly Pack[]): string {
  if (tag === "notDispatched") return words.notDispatched;
  const ground = packs.flatMap((pack) => pack.grounds).find((g) => g.id === tag);
  if (ground) return `${ground.code} ${ground.words}`;
  const grade = packs.flatMap((pack) => pack.settings.ratings.value ?? []).find((g) => g.code === tag);
  return grade?.label ?? tag;
}
