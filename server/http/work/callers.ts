import type { Replies } from "../../../contract/route.ts";
import type { cases } from "../../../contract/case/cases.ts";
import type { CaseRow } from "../../../contract/case/case-row.ts";
import { dayOf } from "../../../domain/calendar/plain-date.ts";
import { sees, sightOf } from "../../../domain/case/sight.ts";
import { packOf } from "../../record/perform.ts";
import { releasedReplies, replyText } from "../../record/wording/reply-text.ts";
import { readCase, readEvents } from "../../store/case/load.ts";
import type { World } from "../../store/world.ts";
import type { StaffCaller } from "../caller.ts";
import { type Shop, worldOf } from "../shop.ts";
import { orgName } from "../views/duty-view.ts";

type Caller = Replies<typeof cases.callers>["rows"][number];

/** Earlier cases of a calling number with who has them and what was answered last: enough to speak before the first key. */
export async function withLastAnswers(shop: Shop, caller: StaffCaller, rows: readonly CaseRow[]): Promise<Caller[]> {
  const world = await worldOf(shop);
  return Promise.all(rows.map(async (row) => ({ ...row, ...(await standing(shop, world, caller, row.id)) })));
}

async function standing(
  { house, region }: Shop,
  world: World,
  caller: StaffCaller,
  id: string,
): Promise<Pick<Caller, "unit" | "answer">> {
  const stored = await readCase(house.db, house.keys, region, id);
  if (!stored) return { unit: null, answer: null };
  const { kase } = stored;
  const pack = packOf(house, kase, world);
  const leg = kase.legs.findLast(({ role, stage }) => role === "lead" && stage !== "recalled");
  const unit = leg ? orgName(world, leg.orgId) : null;
  if (sees(caller.actor, sightOf(kase, pack, world.office)) !== "all") return { unit, answer: null };
  const last = releasedReplies(await readEvents(house.db, house.keys, region, id), pack).at(-1);
  return { unit, answer: last ? { text: replyText(last.reply, pack), on: dayOf(last.at as never) } : null };
}
