import { createHash } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { h } from "preact";
import { asksForPublicity, contactAsked } from "../../../../domain/rules/petitioner/contact.ts";
import type { Pack } from "../../../../domain/rules/pack.ts";
import { CheckPage } from "../../../../portal/pages/filing/check.tsx";
import type { Draft, Notice } from "../../../../portal/pages/filing/draft.ts";
import { fileCase, filedBefore } from "../../../actions/cases/file-case.ts";
import type { Filing } from "../../../record/filing.ts";
import { filesOfDraft } from "../../../store/case/files.ts";
import { packToday } from "../../api/worklist.ts";
import { type Shop, worldAt } from "../../shop.ts";
import { filedOr } from "../../views/filed-view.ts";
import { frameOf, sendPage } from "../render.ts";
import { checkSections, previewRows } from "./check-rows.ts";
import type { Busy } from "./filing.ts";
import { askedDraft, type DraftRef, keepDraft, type KeptDraft, keptDraft, markOf, pageOf } from "./draft.ts";
import { answersOf, isReport, petitionerOf, subjectOf } from "./filing-rules.ts";
import { alreadyFiled, contactTroubles, turnBack } from "./filing-steps.ts";
import { placeWords } from "./place.ts";
import { sentForm } from "./sent-form.ts";

/** The third page: what will be filed, and the press that files it. */
export function checkPages(app: FastifyInstance, shop: Shop, busy: Busy): void {
  app.get("/submit/check", async (request, reply) => {
    const ref = await askedDraft(shop, request, reply);
    const kept = await keptDraft(shop, ref);
    if (kept.filed) return alreadyFiled(shop, request, reply, ref, kept.filed);
    return (await notYet(shop, reply, ref, kept)) ?? checkPage(shop, request, reply, ref, kept, null);
  });

  app.post("/submit/check", async (request, reply) => {
    const body = request.body as Readonly<Record<string, string>>;
    const { ref, again } = sentForm(shop, request, reply, body);
    const kept = await keptDraft(shop, ref);
    if (kept.filed) return alreadyFiled(shop, request, reply, ref, kept.filed);
    // The mark of the draft itself, and not what the form says it is: one draft becomes one case, however often it is sent.
    const once = onceKey(ref, kept.once);
    const sent = onceKey(ref, body["once"] ?? "");
    const before =
      (await filedBefore(shop.house, shop.region, once)) ?? (await filedBefore(shop.house, shop.region, sent));
    if (!before) {
      const turn = await notYet(shop, reply, ref, kept);
      if (turn) return turn;
      const minutes = await busy(request);
      const notice = await whyAgain(shop, ref, kept, { again, minutes, seen: body["seen"] });
      if (notice) return checkPage(shop, request, reply, ref, kept, notice);
    }
    const world = await worldAt(shop, request);
    const filing = filingOf(shop.region, ref, kept.draft, packToday(shop, world));
    const outcome = before ?? (await fileCase(shop.house, filing, { kind: "petitioner" }, once));
    const { caseId, number, code } = filedOr(outcome, world);
    await keepDraft(shop, request, reply, ref, { ...filedDraft(kept), filed: { caseId, number, code } });
    return reply.redirect(pageOf("/receipt", ref), 303);
  });
}

/** Two presses carry the same mark and give one receipt. */
function onceKey({ key }: DraftRef, mark: string) {
  return { actor: `draft:${key.toString("hex").slice(0, 32)}`, key: mark.slice(0, 100) };
}

/** Of a draft that has become a case only this is kept: which one it was. */
function filedDraft(kept: KeptDraft): KeptDraft {
  return { ...kept, draft: { ...kept.draft, ...emptied(kept.draft) }, fileTrouble: null };
}

function emptied(draft: Draft): Draft {
  return { ...(Object.fromEntries(Object.keys(draft).map((name) => [name, ""])) as unknown as Draft), answers: {} };
}

/** The way back to whatever is still to be filled in; null when nothing is. */
async function notYet(shop: Shop, reply: FastifyReply, ref: DraftRef, kept: KeptDraft): Promise<FastifyReply | null> {
  const turn = await turnBack(shop, ref, kept);
  if (turn) return reply.redirect(turn, 303);
  const open = Object.keys(await contactTroubles(shop, kept)).length > 0;
  return open ? reply.redirect(pageOf("/submit/contact", ref), 303) : null;
}

interface Pressed {
  readonly again: "expired" | "cookiesOff" | null;
  readonly minutes: number | null;
  readonly seen: string | undefined;
}

/** Why the page is shown once more instead of filing; null: it is filed. */
async function whyAgain(shop: Shop, ref: DraftRef, kept: KeptDraft, pressed: Pressed): Promise<Notice | null> {
  if (pressed.again) return { is: pressed.again };
  if (pressed.minutes !== null) return { is: "busy", minutes: pressed.minutes };
  const seen = pressed.seen ?? "";
  return seen !== "" && seen !== (await seenOf(shop, ref, kept)) ? { is: "changed" } : null;
}

/** What stands on the page, as a mark: words, answers and files. */
async function seenOf(shop: Shop, ref: DraftRef, { draft }: KeptDraft): Promise<string> {
  const files = await filesOfDraft(shop.house.db, shop.house.keys, shop.region, ref.key);
  const whole = JSON.stringify([draft, files.map((file) => file.id)]);
  return createHash("sha256").update(whole).digest("base64url").slice(0, 22);
}

async function checkPage(
  shop: Shop,
  request: FastifyRequest,
  reply: FastifyReply,
  ref: DraftRef,
  kept: KeptDraft,
  notice: Notice | null,
): Promise<FastifyReply> {
  const { draft, once } = kept;
  const world = await worldAt(shop, request);
  const pack = packToday(shop, world);
  const files = await filesOfDraft(shop.house.db, shop.house.keys, shop.region, ref.key);
  const frame = await frameOf(shop, request, reply);
  const mark = markOf(shop, ref);
  const page = h(CheckPage, {
    frame,
    mark,
    notice,
    sections: checkSections(draft, { world, pack, mark, files: files.map((file) => file.name) }),
    preview: isPublic(draft, pack) ? previewRows(draft, { world, pack }) : null,
    once,
    seen: await seenOf(shop, ref, kept),
  });
  return sendPage(reply, page, notice?.is === "busy" ? 429 : 200);
}

/** Whether the citizen lets it be published, where anything is published. */
function isPublic(draft: Draft, pack: Pack): boolean {
  return asksForPublicity(pack) && draft.publicity === "public" && !isReport(draft);
}

function filingOf(region: string, { key }: DraftRef, draft: Draft, pack: Pack): Filing {
  return {
    region,
    channel: "web",
    receivedAt: null,
    subject: subjectOf(draft),
    choice: isPublic(draft, pack) ? "public" : "nonPublic",
    title: draft.title.trim() || null,
    content: draft.content,
    claim: draft.claim.trim() || null,
    areaId: draft.area === "none" ? null : draft.area,
    place: placeWords(draft) || null,
    urgent: false,
    answers: answersOf(draft, pack),
    petitioner: petitionerOf(draft, contactAsked(pack)),
    draft: key,
    source: null,
  };
}
