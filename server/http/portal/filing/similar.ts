import { type Matter, sameMatter, soughtWords } from "../../../../domain/words/matter/subjects.ts";
import { zh } from "../../../../domain/words/zh.ts";
import type { SimilarAnswer } from "../../../../portal/pages/filing/similar.tsx";
import type { Draft } from "../../../../portal/pages/filing/draft.ts";
import { searchable } from "../../../record/mask.ts";
import { publicationsWithAny } from "../../../store/case/publication.ts";
import { type Shop, worldOf } from "../../shop.ts";
import { orgName } from "../../views/duty-view.ts";
import { areasOf } from "./check-rows.ts";
import { streetsOf } from "./place.ts";

/** Of how many published answers with the same words the closest are chosen. */
const looked = 200;

/** At most three published answers to questions on the same matter, the closest first. */
export async function similarAnswers(
  shop: Shop,
  draft: Pick<Draft, "title" | "content">,
): Promise<readonly (SimilarAnswer & { readonly id: string })[]> {
  const world = await worldOf(shop);
  const asked = matterOf(draft.title, draft.content);
  const places = [...streetsOf(world).map(({ name }) => name), ...areasOf(world).map(({ label }) => label)];
  const words = soughtWords(asked, places).map(searchable);
  const rows = await publicationsWithAny(shop.house.db, shop.region, words, looked);
  return rows
    .map((row) => ({ row, score: sameMatter(asked, matterOf(row.title, row.question), places) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, 3)
    .map(({ row }) => ({
      id: row.id,
      title: row.title,
      question: row.question,
      answer: row.answer,
      unit: orgName(world, row.org_id),
      answeredOn: row.answered_on,
    }));
}

/** What happened, without what is asked for: "repair it, say why" stands under any matter. */
function matterOf(title: string, question: string): Matter {
  return { title, told: question.split(`\n${zh.reply.asked}\n`)[0] ?? "" };
}
