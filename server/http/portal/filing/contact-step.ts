import type { FastifyInstance } from "fastify";
import type { Draft, Notice } from "../../../../portal/pages/filing/draft.ts";
import type { Shop } from "../../shop.ts";
import type { Busy } from "./filing.ts";
import { askedDraft, keepDraft, keptDraft, pageOf, typedFields } from "./draft.ts";
import { alreadyFiled, contactPage, contactTroubles, turnBack } from "./filing-steps.ts";
import type { Looked } from "./matter-step.ts";
import { sentForm } from "./sent-form.ts";

const contactFields = [
  "petitionerKind",
  "organisation",
  "onBehalf",
  "behalfName",
  "behalfRelation",
  "behalfConsent",
  "people",
  "peopleCount",
  "representatives",
  "anonymous",
  "name",
  "phone",
  "email",
  "address",
  "idNumber",
  "publicity",
  "replyBy",
] as const;

/** The second page: who, and how to answer. */
export function contactPages(app: FastifyInstance, shop: Shop, busy: Busy): void {
  app.get<{ Querystring: Looked }>("/submit/contact", async (request, reply) => {
    const ref = await askedDraft(shop, request, reply);
    const kept = await keptDraft(shop, ref);
    if (kept.filed) return alreadyFiled(shop, request, reply, ref, kept.filed);
    const turn = await turnBack(shop, ref, kept);
    if (turn) return reply.redirect(turn, 303);
    const errors = request.query.look ? await contactTroubles(shop, kept) : {};
    return contactPage(shop, request, reply, { ref, kept, errors, notice: null });
  });

  app.post("/submit/contact", async (request, reply) => {
    const body = request.body as Readonly<Record<string, string>>;
    const { ref, again } = sentForm(shop, request, reply, body);
    const before = await keptDraft(shop, ref);
    if (before.filed) return alreadyFiled(shop, request, reply, ref, before.filed);
    const draft: Draft = { ...before.draft, ...typedFields(body, contactFields) };
    const kept = { ...before, draft };
    await keepDraft(shop, request, reply, ref, kept);
    const show = (notice: Notice) => contactPage(shop, request, reply, { ref, kept, errors: {}, notice });
    // What was written about the matter is gone: that is said now, and not when a case is expected.
    if (draft.content === "") return reply.redirect(pageOf("/submit", ref, { told: "lost" }), 303);
    if (again) return show({ is: again });
    const minutes = await busy(request);
    if (minutes !== null) return show({ is: "busy", minutes });
    const fine = Object.keys(await contactTroubles(shop, kept)).length === 0;
    return reply.redirect(fine ? pageOf("/submit/check", ref) : pageOf("/submit/contact", ref, { look: "1" }), 303);
  });
}
