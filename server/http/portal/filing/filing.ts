import type { FastifyInstance } from "fastify";
import { h } from "preact";
import { CheckPage } from "../../../../portal/pages/filing/check.tsx";
import { EmergencyPage } from "../../../../portal/pages/filing/emergency.tsx";
import { SimilarPage } from "../../../../portal/pages/filing/similar.tsx";
import type { Draft } from "../../../../portal/pages/filing/draft.ts";
import { attachFiles } from "../../../actions/cases/attach-files.ts";
import { fileCase, filedBefore } from "../../../actions/cases/file-case.ts";
import { redact } from "../../../record/mask.ts";
import { dropDraftFile, filesOfDraft } from "../../../store/case/files.ts";
import { dropPortalDraft } from "../../../store/once/drafts.ts";
import { type Shop, worldAt } from "../../shop.ts";
import { atMost } from "../../door.ts";
import { filedOr } from "../../views/filed-view.ts";
import { packToday } from "../../api/worklist.ts";
import { checkSections } from "./check-rows.ts";
import { draftKey, keepDraft, keptDraft, typedFields } from "./draft.ts";
import { contactErrors, isReport, petitionerOf, subjectOf } from "./filing-rules.ts";
import { frameOf, sendPage } from "../render.ts";
import { similarAnswers } from "./similar.ts";
import { fileSentence, readUpload } from "../upload.ts";
import { isOurForm, isUuid, mustBeOurForm, rememberReceipt, visitCookie } from "../visit.ts";
import { matterTroubles, turnBack, matterPage, contactPage } from "./filing-steps.ts";

const matterFields = ["content", "claim", "title", "kind", "area", "place"] as const;
const contactFields = [
  "petitionerKind",
  "organisation",
  "onBehalf",
  "behalfName",
  "behalfRelation",
  "behalfConsent",
  "people",
  "representatives",
  "name",
  "phone",
  "email",
  "publicity",
  "replyBy",
] as const;

type Fields = Readonly<Record<string, string>>;

/** `look`: the page was sent in and says what has to be mended. */
interface Looked {
  readonly look?: string;
}

/**
 * Three question pages and a check; the draft waits on the server, nothing typed is ever lost. Every form posts and is
 * redirected, so that Back and reload never ask to send anything again.
 */
export function filingPages(app: FastifyInstance, shop: Shop): void {
  const { house, region } = shop;

  app.get<{ Querystring: Looked }>("/submit", async (request, reply) => {
    const kept = await keptDraft(shop, request);
    return matterPage(shop, request, reply, kept, request.query.look ? await matterTroubles(shop, kept) : {});
  });

  app.post("/submit", async (request, reply) => {
    const { fields, files, surplus } = await readUpload(request);
    const before = await keptDraft(shop, request);
    const draft: Draft = { ...before.draft, ...typedFields(fields, matterFields) };
    const same = matterFields.every((name) => draft[name] === before.draft[name]);
    const kept = { ...before, draft, noEmergency: before.noEmergency && same, fileTrouble: null };
    await keepDraft(shop, request, reply, kept);
    if (!isOurForm(request, fields["_csrf"])) return matterPage(shop, request, reply, kept, {}, true);
    const key = draftKey(shop, request, reply);
    const dropped = fields["drop"] ?? "";
    if (isUuid(dropped)) await dropDraftFile(house.db, region, key, dropped);
    const troubles = await attachFiles(house, region, { draft: key }, files, { kind: "petitioner" }, null);
    const fileTrouble = fileSentence([...troubles, ...surplus]);
    await keepDraft(shop, request, reply, { ...kept, fileTrouble });
    if (dropped && !fileTrouble) return reply.redirect("/submit#files", 303);
    const errors = await matterTroubles(shop, { ...kept, fileTrouble });
    return reply.redirect(Object.keys(errors).length > 0 ? "/submit?look=1" : "/submit/similar", 303);
  });

  app.get("/submit/urgent", async (request, reply) =>
    sendPage(reply, h(EmergencyPage, { frame: await frameOf(shop, request, reply) })),
  );

  app.post("/submit/no-emergency", async (request, reply) => {
    if (!isOurForm(request, (request.body as Fields)["_csrf"])) return reply.redirect("/submit", 303);
    const kept = await keptDraft(shop, request);
    await keepDraft(shop, request, reply, { ...kept, noEmergency: true });
    return reply.redirect("/submit/similar", 303);
  });

  // Published answers on the same matter, in full, before anybody types a name; else on to the next question.
  app.get("/submit/similar", async (request, reply) => {
    const kept = await keptDraft(shop, request);
    const turn = await turnBack(shop, kept);
    if (turn) return reply.redirect(turn, 303);
    if (Object.keys(contactErrors(kept.draft, packToday(shop, await worldAt(shop, request)))).length === 0)
      return reply.redirect("/submit/check", 303);
    const rows = isReport(kept.draft) ? [] : await similarAnswers(shop, kept.draft);
    if (rows.length === 0) return reply.redirect("/submit/contact", 303);
    return sendPage(reply, h(SimilarPage, { frame: await frameOf(shop, request, reply), rows }));
  });

  app.post("/submit/clear", async (request, reply) => {
    mustBeOurForm(request, (request.body as Fields)["_csrf"]);
    const key = draftKey(shop, request, reply);
    await house.db.transaction().execute((tx) => dropPortalDraft(tx, region, key));
    reply.clearCookie(visitCookie, { path: "/" });
    return reply.redirect("/", 303);
  });

  app.get<{ Querystring: Looked }>("/submit/contact", async (request, reply) => {
    const kept = await keptDraft(shop, request);
    const turn = await turnBack(shop, kept);
    if (turn) return reply.redirect(turn, 303);
    return contactPage(
      shop,
      request,
      reply,
      kept.draft,
      request.query.look ? contactErrors(kept.draft, packToday(shop, await worldAt(shop, request))) : {},
    );
  });

  app.post("/submit/contact", async (request, reply) => {
    const body = request.body as Fields;
    const kept = await keptDraft(shop, request);
    const draft: Draft = { ...kept.draft, ...typedFields(body, contactFields) };
    await keepDraft(shop, request, reply, { ...kept, draft });
    if (!isOurForm(request, body["_csrf"])) return contactPage(shop, request, reply, draft, {}, true);
    const fine = Object.keys(contactErrors(draft, packToday(shop, await worldAt(shop, request)))).length === 0;
    return reply.redirect(fine ? "/submit/check" : "/submit/contact?look=1", 303);
  });

  app.get("/submit/check", async (request, reply) => {
    const kept = await keptDraft(shop, request);
    const { draft, once } = kept;
    const turn = await turnBack(shop, kept);
    if (turn) return reply.redirect(turn, 303);
    const world = await worldAt(shop, request);
    const pack = packToday(shop, world);
    if (Object.keys(contactErrors(draft, pack)).length > 0) return reply.redirect("/submit/contact", 303);
    const files = await filesOfDraft(house.db, region, draftKey(shop, request, reply));
    const frame = await frameOf(shop, request, reply);
    const published = draft.publicity === "public" && !isReport(draft);
    const preview = published ? redact(draft.content, [draft.name]) : null;
    const sections = checkSections(
      draft,
      world,
      pack.settings.kinds.value,
      files.map((file) => file.name),
    );
    return sendPage(reply, h(CheckPage, { frame, sections, preview, once }));
  });

  app.post("/submit/check", { config: atMost(20) }, async (request, reply) => {
    const body = request.body as Fields;
    if (!isOurForm(request, body["_csrf"])) return reply.redirect("/submit/check", 303);
    const kept = await keptDraft(shop, request);
    const key = draftKey(shop, request, reply);
    const world = await worldAt(shop, request);
    const { draft } = kept;
    const gone = draft.content === "" || Object.keys(contactErrors(draft, packToday(shop, world))).length > 0;
    // A second press finds the draft gone: the same mark gives the same receipt.
    const once = {
      actor: `draft:${key.toString("hex").slice(0, 32)}`,
      key: String(body["once"] ?? kept.once).slice(0, 100),
    };
    const filing = {
      region,
      channel: "web" as const,
      receivedAt: null,
      subject: subjectOf(draft),
      choice: draft.publicity === "public" && !isReport(draft) ? ("public" as const) : ("nonPublic" as const),
      title: draft.title.trim() || null,
      content: draft.content,
      claim: draft.claim.trim() || null,
      areaId: draft.area === "none" ? null : draft.area,
      place: draft.place.trim() || null,
      urgent: false,
      petitioner: petitionerOf(draft),
      draft: key,
      source: null,
    };
    const outcome = gone
      ? await filedBefore(house, region, once)
      : await fileCase(house, filing, { kind: "petitioner" }, once);
    if (!outcome) return reply.redirect("/receipt", 303);
    const { caseId, number, code } = filedOr(outcome, world);
    rememberReceipt(shop, reply, { caseId, number, code });
    return reply.redirect("/receipt", 303);
  });
}
