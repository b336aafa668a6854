import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { h } from "preact";
import type { OrgId } from "../../../domain/office/org.ts";
import { CheckPage, type CheckRow } from "../../../portal/pages/check.tsx";
import {
  ContactPage,
  type Draft,
  EmergencyPage,
  MatterPage,
  type Option,
  type SimilarAnswer,
  SimilarPage,
} from "../../../portal/pages/filing.tsx";
import { zh } from "../../../portal/words/zh.ts";
import { attachFiles } from "../../actions/attach-files.ts";
import { fileCase, filedBefore } from "../../actions/file-case.ts";
import { redact, searchable } from "../../record/mask.ts";
import { dropDraftFile, filesOfDraft } from "../../store/case/files.ts";
import { publications } from "../../store/case/publication.ts";
import { dropPortalDraft } from "../../store/once/drafts.ts";
import type { World } from "../../store/world.ts";
import { type Shop, worldOf } from "../shop.ts";
import { atMost } from "../door.ts";
import { filedOr } from "../views/filed-view.ts";
import { orgName } from "../views/duty-view.ts";
import { keywords } from "../views/keywords.ts";
import { packToday } from "../worklist.ts";
import { draftKey, keepDraft, keptDraft, typedFields } from "./draft.ts";
import { contactErrors, isReport, matterErrors, petitionerOf, soundsUrgent, subjectOf } from "./filing-rules.ts";
import { frameOf, sendPage } from "./render.ts";
import { fileSentence, readUpload } from "./upload.ts";
import { mustBeOurForm, rememberReceipt, visitCookie } from "./visit.ts";

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

/** Three question pages and a check; the draft waits on the server, nothing typed is ever lost. */
export function filingPages(app: FastifyInstance, shop: Shop): void {
  const { house, region } = shop;

  app.get("/submit", (request, reply) => matterPage(shop, request, reply, {}));

  app.post("/submit", async (request, reply) => {
    const { fields, files } = await readUpload(request);
    const kept = await keptDraft(shop, request);
    const draft: Draft = { ...kept.draft, ...typedFields(fields, matterFields) };
    await keepDraft(shop, request, reply, { ...kept, draft, noEmergency: false });
    if (!isOurs(request, fields["_csrf"])) return matterPage(shop, request, reply, {}, draft, true);
    const key = draftKey(shop, request, reply);
    if (fields["drop"]) {
      await dropDraftFile(house.db, region, key, fields["drop"]);
      return reply.redirect("/submit", 303);
    }
    const troubles = await attachFiles(house, region, { draft: key }, files, { kind: "petitioner" });
    const world = await worldOf(shop);
    const pack = packToday(shop, world);
    const sentence = fileSentence(troubles);
    const errors = {
      ...matterErrors(
        draft,
        pack,
        areasOf(world).map((area) => area.value),
      ),
      ...(sentence ? { files: sentence } : {}),
    };
    if (Object.keys(errors).length > 0) return matterPage(shop, request, reply, errors, draft);
    if (soundsUrgent(draft, pack))
      return sendPage(reply, h(EmergencyPage, { frame: await frameOf(shop, request, reply) }));
    return afterEmergency(shop, request, reply, draft);
  });

  app.post("/submit/no-emergency", async (request, reply) => {
    mustBeOurForm(request, (request.body as Fields)["_csrf"]);
    const kept = await keptDraft(shop, request);
    await keepDraft(shop, request, reply, { ...kept, noEmergency: true });
    return afterEmergency(shop, request, reply, kept.draft);
  });

  app.post("/submit/clear", async (request, reply) => {
    mustBeOurForm(request, (request.body as Fields)["_csrf"]);
    const key = draftKey(shop, request, reply);
    await house.db.transaction().execute((tx) => dropPortalDraft(tx, region, key));
    reply.clearCookie(visitCookie, { path: "/" });
    return reply.redirect("/", 303);
  });

  app.get("/submit/contact", async (request, reply) => {
    const { draft } = await keptDraft(shop, request);
    if (draft.content === "") return reply.redirect("/submit", 303);
    const frame = await frameOf(shop, request, reply);
    return sendPage(reply, h(ContactPage, { frame, draft, errors: {}, report: isReport(draft) }));
  });

  app.post("/submit/contact", async (request, reply) => {
    const body = request.body as Fields;
    const kept = await keptDraft(shop, request);
    const draft: Draft = { ...kept.draft, ...typedFields(body, contactFields) };
    await keepDraft(shop, request, reply, { ...kept, draft });
    mustBeOurForm(request, body["_csrf"]);
    const errors = contactErrors(draft);
    if (Object.keys(errors).length === 0) return reply.redirect("/submit/check", 303);
    const frame = await frameOf(shop, request, reply);
    return sendPage(reply, h(ContactPage, { frame, draft, errors, report: isReport(draft) }), 422);
  });

  app.get("/submit/check", async (request, reply) => {
    const { draft, once } = await keptDraft(shop, request);
    const world = await worldOf(shop);
    const pack = packToday(shop, world);
    const areas = areasOf(world).map((area) => area.value);
    if (Object.keys(matterErrors(draft, pack, areas)).length > 0) return reply.redirect("/submit", 303);
    if (Object.keys(contactErrors(draft)).length > 0) return reply.redirect("/submit/contact", 303);
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
    mustBeOurForm(request, body["_csrf"]);
    const kept = await keptDraft(shop, request);
    const key = draftKey(shop, request, reply);
    const world = await worldOf(shop);
    const { draft } = kept;
    const gone = draft.content === "" || Object.keys(contactErrors(draft)).length > 0;
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

function isOurs(request: FastifyRequest, sent: string | undefined): boolean {
  try {
    mustBeOurForm(request, sent);
    return true;
  } catch {
    return false;
  }
}

async function matterPage(
  shop: Shop,
  request: FastifyRequest,
  reply: FastifyReply,
  errors: Readonly<Record<string, string>>,
  typed?: Draft,
  expired = false,
): Promise<FastifyReply> {
  const frame = await frameOf(shop, request, reply);
  const world = await worldOf(shop);
  const pack = packToday(shop, world);
  const draft = typed ?? (await keptDraft(shop, request)).draft;
  const files = await filesOfDraft(shop.house.db, shop.region, draftKey(shop, request, reply));
  const kinds = pack.settings.kinds.value.map((kind) => ({ value: kind.code, label: kind.label, hint: kind.hint }));
  const status = Object.keys(errors).length > 0 ? 422 : 200;
  const page = h(MatterPage, { frame, draft, errors, kinds, areas: areasOf(world), files, expired });
  return sendPage(reply, page, status);
}

/** Published answers on the same matter, in full, before anybody types a name; else on to the next question. */
async function afterEmergency(
  shop: Shop,
  request: FastifyRequest,
  reply: FastifyReply,
  draft: Draft,
): Promise<FastifyReply> {
  const rows = isReport(draft) ? [] : await similarAnswers(shop, draft);
  if (rows.length === 0) return reply.redirect("/submit/contact", 303);
  return sendPage(reply, h(SimilarPage, { frame: await frameOf(shop, request, reply), rows }));
}

async function similarAnswers(shop: Shop, draft: Draft): Promise<readonly SimilarAnswer[]> {
  const world = await worldOf(shop);
  const found = new Map<string, SimilarAnswer & { score: number }>();
  for (const word of keywords(`${draft.title}${draft.content}`)) {
    const filter = { words: searchable(word), orgId: null, month: null, limit: 20, offset: 0 };
    for (const row of await publications(shop.house.db, shop.region, filter)) {
      const score = (found.get(row.id)?.score ?? 0) + 1;
      found.set(row.id, {
        title: row.title,
        question: row.question,
        answer: row.answer,
        unit: orgName(world, row.org_id),
        score,
      });
    }
  }
  return [...found.values()]
    .filter((row) => row.score >= 2)
    .sort((a, b) => b.score - a.score)
    .slice(0, 3);
}

/** The areas below the top one, as a citizen knows them. */
function areasOf(world: World): readonly Option[] {
  return [...world.office.orgs.values()]
    .filter((org) => org.kind === "area" && org.parentId !== null)
    .map((org) => ({ value: org.id, label: org.shortName }));
}

function checkSections(
  draft: Draft,
  world: World,
  kinds: readonly { readonly code: string; readonly label: string }[],
  files: readonly string[],
): readonly { readonly title: string; readonly rows: readonly CheckRow[] }[] {
  const w = zh.filing;
  const area = draft.area === "none" ? w.areaNone : orgName(world, draft.area as OrgId);
  const matter = (field: CheckRow["field"], value: string): CheckRow => ({ field, value, at: "/submit" });
  const contact = (field: CheckRow["field"], value: string): CheckRow => ({ field, value, at: "/submit/contact" });
  const replies = { sms: w.replySms, phone: w.replyPhone, email: w.replyEmail, web: w.replyWeb } as const;
  const who = { person: w.person, legalPerson: w.legalPerson, otherOrganisation: w.otherOrganisation } as const;
  return [
    {
      title: zh.check.matter,
      rows: [
        matter("content", draft.content),
        matter("claim", draft.claim),
        matter("title", draft.title),
        matter("kind", kinds.find((kind) => kind.code === draft.kind)?.label ?? w.kindUnsure),
        matter("place", [area, draft.place].filter(Boolean).join(" ")),
        matter("files", files.join("、")),
      ],
    },
    {
      title: zh.check.contact,
      rows: [
        contact(
          "petitioner",
          [who[draft.petitionerKind as keyof typeof who], draft.organisation].filter(Boolean).join(" "),
        ),
        contact("onBehalf", draft.onBehalf === "other" ? `${draft.behalfName} ${draft.behalfRelation}` : w.forSelf),
        contact("people", draft.people),
        contact("name", draft.name),
        contact("phone", draft.phone),
        contact("email", draft.email),
      ],
    },
    {
      title: zh.check.publicity,
      rows: [
        contact("publicity", isReport(draft) || draft.publicity === "nonPublic" ? w.nonPublic : w.public),
        contact("replyBy", replies[draft.replyBy as keyof typeof replies] ?? ""),
      ],
    },
  ];
}
