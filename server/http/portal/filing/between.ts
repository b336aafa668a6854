import type { FastifyInstance } from "fastify";
import { h } from "preact";
import { EmergencyPage } from "../../../../portal/pages/filing/emergency.tsx";
import { SimilarPage, SolvedPage } from "../../../../portal/pages/filing/similar.tsx";
import { dropPortalDraft } from "../../../store/once/drafts.ts";
import { type Shop, worldAt } from "../../shop.ts";
import { frameOf, sendPage } from "../render.ts";
import { mustBeOurForm } from "../visit.ts";
import { askedDraft, keepDraft, keptDraft, markOf, pageOf } from "./draft.ts";
import { isReport } from "./filing-rules.ts";
import { alreadyFiled, contactTroubles, turnBack } from "./filing-steps.ts";
import { elsewhereFor } from "./elsewhere.ts";
import { sentForm } from "./sent-form.ts";
import { similarAnswers } from "./similar.ts";

type Fields = Readonly<Record<string, string>>;

/** What comes between the pages, when there is something to show: danger, answers that are there, whom else to ask. */
export function betweenPages(app: FastifyInstance, shop: Shop): void {
  const { house, region } = shop;

  app.get("/submit/urgent", async (request, reply) => {
    const ref = await askedDraft(shop, request, reply);
    return sendPage(reply, h(EmergencyPage, { frame: await frameOf(shop, request, reply), mark: markOf(shop, ref) }));
  });

  app.post("/submit/no-emergency", async (request, reply) => {
    const { ref, again } = sentForm(shop, request, reply, request.body as Fields);
    if (again) return reply.redirect(pageOf("/submit/urgent", ref), 303);
    await keepDraft(shop, request, reply, ref, { ...(await keptDraft(shop, ref)), noEmergency: true });
    return reply.redirect(pageOf("/submit/similar", ref), 303);
  });

  // Published answers on the same matter, in full, before anybody types a name; else on to the next question.
  app.get("/submit/similar", async (request, reply) => {
    const ref = await askedDraft(shop, request, reply);
    const kept = await keptDraft(shop, ref);
    if (kept.filed) return alreadyFiled(shop, request, reply, ref, kept.filed);
    const turn = await turnBack(shop, ref, kept);
    if (turn) return reply.redirect(turn, 303);
    if (Object.keys(await contactTroubles(shop, kept)).length === 0) {
      return reply.redirect(pageOf("/submit/check", ref), 303);
    }
    const report = isReport(kept.draft);
    const rows = report ? [] : await similarAnswers(shop, kept.draft);
    const elsewhere = report ? [] : elsewhereFor(kept.draft, await worldAt(shop, request));
    if (rows.length === 0 && elsewhere.length === 0) return reply.redirect(pageOf("/submit/contact", ref), 303);
    const frame = await frameOf(shop, request, reply);
    return sendPage(reply, h(SimilarPage, { frame, mark: markOf(shop, ref), rows, elsewhere }));
  });

  app.post("/submit/solved", async (request, reply) => {
    const { ref } = sentForm(shop, request, reply, request.body as Fields);
    return reply.redirect(pageOf("/submit/solved", ref), 303);
  });

  app.get("/submit/solved", async (request, reply) => {
    const ref = await askedDraft(shop, request, reply);
    return sendPage(reply, h(SolvedPage, { frame: await frameOf(shop, request, reply), mark: markOf(shop, ref) }));
  });

  app.post("/submit/clear", async (request, reply) => {
    const body = request.body as Fields;
    mustBeOurForm(request, body["_csrf"]);
    const { ref } = sentForm(shop, request, reply, body);
    if ((await keptDraft(shop, ref)).filed === null) {
      await house.db.transaction().execute((tx) => dropPortalDraft(tx, region, ref.key));
    }
    return reply.redirect("/", 303);
  });
}
