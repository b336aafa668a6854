import type { SimilarAnswer } from "../../../../portal/pages/filing/similar.tsx";
import type { Draft } from "../../../../portal/pages/filing/draft.ts";
import { searchable } from "../../../record/mask.ts";
import { publications } from "../../../store/case/publication.ts";
import { type Shop, worldOf } from "../../shop.ts";
import { orgName } from "../../views/duty-view.ts";
import { keywords } from "../../views/keywords.ts";

/** Published answers that share several words with what was typed, the closest first. */
export async function similarAnswers(
  shop: Shop,
  draft: Pick<Draft, "title" | "content">,
): Promise<readonly (SimilarAnswer & { readonly id: string })[]> {
  const world = await worldOf(shop);
  const found = new Map<string, SimilarAnswer & { id: string; score: number }>();
  for (const word of keywords(`${draft.title}${draft.content}`)) {
    const filter = { words: searchable(word), orgId: null, month: null, limit: 20, offset: 0 };
    for (const row of await publications(shop.house.db, shop.region, filter)) {
      const score = (found.get(row.id)?.score ?? 0) + 1;
      found.set(row.id, {
        id: row.id,
        title: row.title,
        question: row.question,
        answer: row.answer,
        unit: orgName(world, row.org_id),
        answeredOn: row.answered_on,
        score,
      });
    }
  }
  return [...found.values()]
    .filter((row) => row.score >= 2)
    .sort((a, b) => b.score - a.score)
    .slice(0, 3);
}
