import type { PeriodicWork } from "../../../domain/accountability/periodic.ts";
import { areaOf } from "../../../domain/office/office.ts";
import type { Org } from "../../../domain/office/org.ts";
import { articleOf as cited } from "../../../domain/rules/look-up.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import { fill } from "../../../domain/words/fill.ts";
import { periodicWords as w } from "../../../domain/words/periodic.ts";
import type { World } from "../../store/world.ts";

/** What a work's record is called. */
export function titleOf(work: PeriodicWork, pack: Pack, world: World, office: Org): string {
  const { terms } = pack;
  return fill(w.titles[work.what], {
    area: areaOf(world.office, office.id).name,
    case: terms.case,
    circular: terms.circular,
    matter: work.contents[0] ?? terms.case,
  });
}

/** The article behind a work, as it is cited. */
export function articleOf(work: PeriodicWork, pack: Pack): string {
  return cited(pack, work.clause);
}
