import type { Draft } from "../../../../portal/pages/filing/draft.ts";
import type { Elsewhere } from "../../../../portal/pages/filing/similar.tsx";
import { searchable } from "../../../record/mask.ts";
import type { World } from "../../../store/world.ts";

/** Whom outside the region's units a matter may belong to, by the words that the region has listed; at most two. */
export function elsewhereFor(draft: Draft, world: World): readonly Elsewhere[] {
  const text = searchable(`${draft.title} ${draft.content} ${draft.claim}`);
  return (world.region.settings.referrals ?? [])
    .filter(({ words }) => words.some((word) => text.includes(searchable(word))))
    .slice(0, 2)
    .map(({ organ, phone, route }) => ({ organ, phone, route }));
}
