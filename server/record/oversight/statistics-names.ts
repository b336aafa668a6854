import type { Grouping } from "../../../domain/accountability/figures.ts";
import type { OrgId } from "../../../domain/office/org.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import type { CaseStage, Channel } from "../../../domain/rules/vocabulary.ts";
import { statisticsSheets as words } from "../../../domain/words/statistics.ts";
import { zh } from "../../../domain/words/zh.ts";
import type { World } from "../../store/world.ts";

/** What people call a group. */
export function groupName(by: Grouping, key: string, pack: Pack, world: World): string {
  if (key === "") return words.ungrouped;
  switch (by) {
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
