import type { FastifyInstance } from "fastify";
import { whatIf as doors } from "../../../contract/what-if.ts";
import { stepOf } from "../../../domain/accountability/steps.ts";
import { whatIf } from "../../../domain/accountability/what-if.ts";
import { dayOf } from "../../../domain/calendar/plain-date.ts";
import { isGap } from "../../../domain/calendar/work-calendar.ts";
import { articleOf } from "../../../domain/rules/look-up.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import { dutyValue } from "../../../domain/words/entry-words.ts";
import { overseen } from "../../record/oversight/supervision.ts";
import { livedReplies } from "../../record/oversight/lived-replies.ts";
import { mustHold } from "../caller.ts";
import { hang } from "../door.ts";
import { type Shop, worldOf } from "../shop.ts";
import { orgName } from "../views/duty-view.ts";
import { packToday, toldOf } from "./worklist.ts";

/** Another term, tried on what was lived: nothing is written. */
export function whatIfDoors(app: FastifyInstance, shop: Shop): void {
  const { house, region } = shop;

  hang(app, shop, doors.term, async ({ query, caller }) => {
    mustHold(caller, "efficiencyOfficer");
    const world = await worldOf(shop);
    const pack = packToday(shop, world);
    const orgs = overseen(world, caller.orgId).map((org) => org.id);
    const lived = await livedReplies(house.db, region, toldOf(shop, caller), pack, {
      orgs,
      from: query.from,
      to: query.to,
    });
    const now = house.now();
    const term = { n: query.n, unit: query.unit };
    const rows = whatIf(lived, term, world.calendar(now), dayOf(now));
    if (isGap(rows)) return { inForce: replyTerm(pack), rows: [], gap: rows.gap };
    const named = rows.map(({ orgId, ...row }) => ({ ...row, org: { id: orgId, name: orgName(world, orgId) } }));
    return { inForce: replyTerm(pack), rows: named, gap: null };
  });
}

function replyTerm(pack: Pack) {
  const rule = pack.duties.find((duty) => stepOf(duty) === "reply");
  if (!rule) return null;
  return { term: dutyValue(rule, pack), article: articleOf(pack, rule.clause) };
}
