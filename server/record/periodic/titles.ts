import type { PeriodicWork } from "../../../domain/accountability/periodic.ts";
import { areaOf } from "../../../domain/office/office.ts";
import type { Org } from "../../../domain/office/org.ts";
import { articleOf as cited } from "../../../domain/rules/look-up.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import { fill } from "../../../domain/words/fill.ts";
import { periodicWords as w } from "../../../domain/words/periodic.ts";
import type { World } from "../../store/world.ts";

/** What a work is called: in the words of the regulation, with how often where its name does not say so. */
export function nameOf({ what, title, months }: PeriodicWork): string {
  return title === null ? w.kinds[what] : `${months === 6 ? w.halfYearly : ""}${title}`;
}

/** What a work's record is called. */
export function titleOf(work: PeriodicWork, pack: Pack, world: World, office: Org): string {
  const { terms } = pack;
  const area = areaOf(world.office, office.id).name;
  if (work.title !== null) return fill(w.named[work.what], { area, title: work.title });
  return fill(w.titles[work.what], {
    area,
    case: terms.case,
    circular: terms.circular,
    matter: work.contents[0] ?? terms.case,
  });
}

/** The article behind a work, as it is cited. */
export function articleOf(work: PeriodicWork, pack: Pack): string {
  return cited(pack, work.clause);
}
