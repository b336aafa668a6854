import type { FastifyInstance } from "fastify";
import { papers } from "../../../contract/case/papers.ts";
import { dayOf, instant } from "../../../domain/calendar/plain-date.ts";
import { noChain } from "../../../domain/case/context.ts";
import { legOf } from "../../../domain/case/legs.ts";
import { handsOver } from "../../../domain/papers/lawful.ts";
import { mayReveal } from "../../../domain/case/sight.ts";
import { composePaper } from "../../../domain/papers/compose.ts";
import { openCase } from "../../actions/cases/open-case.ts";
import { makePaper } from "../../actions/papers/make-paper.ts";
import { servePaper } from "../../actions/papers/serve-paper.ts";
import { takePaper } from "../../actions/papers/take-paper.ts";
import { unprintable } from "../../gateways/papers/glyphs.ts";
import { caseFile, choicesOf, chosen, type PaperDesk } from "../../record/papers/case-file.ts";
import { packOf } from "../../record/perform.ts";
import { paperOfCase, papersOfCase, servicesOfCase } from "../../store/case/papers.ts";
import type { StaffCaller } from "../caller.ts";
import { hang } from "../door.ts";
import { fault, missing } from "../fault.ts";
import { fileTypes } from "../file-types.ts";
import { sendFile } from "../send-file.ts";
import { type Shop, worldOf } from "../shop.ts";
import { paperChoice, paperPreview, paperRow } from "../views/paper-view.ts";

/** The papers of a case: what there is, what may be made, making, taking along, serving. */
export function paperDoors(app: FastifyInstance, shop: Shop): void {
  const { house, region } = shop;

  hang(app, shop, papers.list, async ({ params, caller }) => {
    const desk = await deskOf(shop, params.id, caller);
    const [rows, services] = [
      await papersOfCase(house.db, house.keys, region, params.id),
      await servicesOfCase(house.db, house.keys, region, params.id),
    ];
    const pack = packOf(house, desk.stored.kase, desk.world);
    return {
      rows: rows.map((row) =>
        paperRow(row, services, desk.world, { serve: mayServe(row, desk), takeWhole: mayTakeWhole(row, desk) }),
      ),
      choices: choicesOf(desk).map((choice) => paperChoice(choice, pack, desk.world)),
    };
  });

  hang(app, shop, papers.preview, async ({ params, body, caller }) => {
    const desk = await deskOf(shop, params.id, caller);
    const choice = chosen(desk, body);
    if (!choice) throw fault(422, "paper.notNow");
    const file = await caseFile(house.db, desk, choice.leg, body.written, true);
    // The names are masked on the screen and printed in full: what the fonts lack is looked for in what is printed.
    const whole = await caseFile(house.db, desk, choice.leg, body.written, false);
    return paperPreview(
      composePaper(choice.kind, file, null),
      unprintable(composePaper(choice.kind, whole, null).paper),
    );
  });

  hang(app, shop, papers.make, async ({ params, body, caller, once }) => {
    const outcome = await makePaper(await deskOf(shop, params.id, caller), body, once);
    if ("notNow" in outcome) throw fault(422, "paper.notNow");
    if ("incomplete" in outcome) throw fault(422, "paper.incomplete", { labels: outcome.incomplete });
    return outcome.made;
  });

  for (const as of ["docx", "pdf"] as const) {
    hang(app, shop, papers[as], async ({ params, query, caller, reply }) => {
      const desk = await deskOf(shop, params.id, caller);
      const { paperId } = params;
      const reason = query.purpose ?? null;
      const paper = await paperOfCase(house.db, house.keys, region, params.id, paperId);
      if (!paper) throw missing();
      if (reason !== null && !mayTakeWhole(paper, desk)) throw fault(403, "right.missing");
      const taken = await takePaper(house, region, caller.actor, { caseId: params.id, paperId, as, reason });
      if (taken === "missing") throw missing();
      if (taken === "onlyWhole") throw fault(422, "paper.onlyWhole");
      return sendFile(reply, taken.name, taken.bytes, fileTypes[as]);
    });
  }

  hang(app, shop, papers.serve, async ({ params, body, caller, once }) => {
    const desk = await deskOf(shop, params.id, caller);
    const paper = await paperOfCase(house.db, house.keys, region, params.id, params.paperId);
    if (!paper) throw missing();
    if (!mayServe(paper, desk)) throw fault(403, "right.missing");
    const made = dayOf(instant(paper.made_at));
    if (body.onDay < made || body.onDay > dayOf(house.now())) throw fault(422, "paper.notServedYet");
    const service = { caseId: params.id, paperId: params.paperId, ...body };
    if ((await servePaper(house, region, caller.actor, service, once)) === "missing") throw missing();
    return { done: true as const };
  });
}

/** Who made a paper serves it, and so does the body that speaks with the petitioner. */
function mayServe({ organ_id }: { readonly organ_id: string }, { actor, stored }: PaperDesk): boolean {
  return actor.orgId === organ_id || actor.orgId === stored.kase.intake;
}

/** A paper with the petitioner in full is for who may see the petitioner, and for the post that makes and hands over its kind. */
function mayTakeWhole(
  paper: { readonly organ_id: string; readonly kind: string; readonly leg_id: string | null },
  { house, world, stored: { kase }, actor }: PaperDesk,
): boolean {
  const now = house.now();
  const pack = packOf(house, kase, world);
  const ctx = { now, actor, office: world.office, pack, calendar: world.calendar(now), chain: noChain };
  if (mayReveal(kase, actor, ctx)) return true;
  const kind = pack.papers.find(({ id }) => id === paper.kind);
  return kind !== undefined && actor.orgId === paper.organ_id && handsOver(kind, kase, legOf(kase, paper.leg_id), ctx);
}

/** Papers carry the words of a case: who may read only its times may not know of them. */
async function deskOf(shop: Shop, caseId: string, caller: StaffCaller): Promise<PaperDesk> {
  const opened = await openCase(shop.house, shop.region, caseId, caller.actor);
  if (opened?.sees !== "all") throw missing();
  return { house: shop.house, world: await worldOf(shop), stored: opened.stored, actor: caller.actor };
}
