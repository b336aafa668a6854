import type { FastifyInstance } from "fastify";
import { escalations } from "../../../contract/escalations.ts";
import { errorWords } from "../../../contract/words.ts";
import { fill } from "../../../domain/words/fill.ts";
import { zh } from "../../../domain/words/zh.ts";
import { dayOf } from "../../../domain/calendar/plain-date.ts";
import { inOffice, peerBody } from "../../../domain/office/office.ts";
import { escalateCases } from "../../actions/cases/escalate-cases.ts";
import { recordInstruction } from "../../actions/cases/record-instruction.ts";
import { escalationsOf } from "../../store/oversight/escalations.ts";
import { mustHold } from "../caller.ts";
import { hang } from "../door.ts";
import { missing, refusalSentence, refused } from "../fault.ts";
import { type Shop, worldOf } from "../shop.ts";
import { orgName } from "../views/duty-view.ts";
import { toldOf } from "./worklist.ts";
import { personName } from "../views/timeline-view.ts";

/** Knotty cases on their way to the leaders of the own level, and their instructions back (FZ-8.8). */
export function escalationDoors(app: FastifyInstance, shop: Shop): void {
  const { house, region } = shop;

  hang(app, shop, escalations.list, async ({ caller }) => {
    mustHold(caller, "dispatcher", "bureauHead", "officeLeader", "governmentLeader");
    const world = await worldOf(shop);
    const rows = await escalationsOf(house.db, house.keys, toldOf(shop, caller));
    const office = peerBody(world.office, caller.orgId, "governmentOffice");
    const leaders = office ? inOffice(world.office, office.id, dayOf(house.now())) : [];
    return {
      rows: rows.map((row) => ({
        id: row.id,
        number: row.number,
        title: row.title,
        summary: row.summary,
        from: orgName(world, row.from_org),
        to: `${orgName(world, row.to_org)} ${personName(world, row.to_person)}`,
        copyTo: `${orgName(world, row.copy_org)} ${personName(world, row.copy_person)}`,
        cases: row.cases.map(({ id, number, title }) => ({ id, number, title })),
        createdAt: row.created_at,
        instructions: row.instructions.map(({ text, at, by, left_out }) => ({
          text,
          at,
          by: personName(world, by),
          leftOut: row.cases.filter(({ id }) => (left_out as readonly string[]).includes(id)).map((c) => c.number),
        })),
      })),
      addressees: leaders
        .filter((h) => h.post === "officeLeader" || h.post === "governmentLeader")
        .map((h) => ({
          orgId: h.orgId,
          org: orgName(world, h.orgId),
          personId: h.personId,
          name: personName(world, h.personId),
          post: zh.posts[h.post],
        })),
    };
  });

  hang(app, shop, escalations.send, async ({ body, caller, once }) => {
    mustHold(caller, "dispatcher");
    const outcome = await escalateCases(house, { region, actor: caller.actor, ...body }, once);
    if ("missing" in outcome) throw missing();
    if ("refused" in outcome) throw refused(outcome.refused, (await worldOf(shop)).office);
    return outcome;
  });

  hang(app, shop, escalations.recordInstruction, async ({ params, body, caller, once }) => {
    const order = { region, actor: caller.actor, id: params.id, text: body.text };
    const outcome = await recordInstruction(house, order, once);
    if (outcome === "missing") throw missing();
    const { office } = await worldOf(shop);
    return {
      leftOut: outcome.leftOut.map(({ number, refused: why }) => ({
        number,
        why: why ? refusalSentence(why, office) : fill(errorWords.notFound, {}),
      })),
    };
  });
}
