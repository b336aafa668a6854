import type { FastifyReply, FastifyRequest } from "fastify";
import { h } from "preact";
import { asksForPublicity, contactAsked } from "../../../../domain/rules/petitioner/contact.ts";
import { fill } from "../../../../domain/words/fill.ts";
import type { Errors } from "../../../../portal/form-errors.tsx";
import { ContactPage } from "../../../../portal/pages/filing/contact.tsx";
import type { Notice } from "../../../../portal/pages/filing/draft.ts";
import { MatterPage } from "../../../../portal/pages/filing/matter.tsx";
import { AlreadyPage } from "../../../../portal/pages/filing/receipt.tsx";
import { zh } from "../../../../portal/words/zh.ts";
import { filesOfDraft } from "../../../store/case/files.ts";
import { packToday } from "../../api/worklist.ts";
import { type Shop, worldAt, worldOf } from "../../shop.ts";
import { frameOf, sendPage } from "../render.ts";
import { areasOf } from "./check-rows.ts";
import { type DraftRef, type KeptDraft, markOf, pageOf, unfinished } from "./draft.ts";
import { contactErrors, isReport, matterErrors, soundsUrgent } from "./filing-rules.ts";
import { streetOptions, streetsOf, streetsToPick } from "./place.ts";

/** A page of the form as it is to be shown. */
interface Shown {
  readonly ref: DraftRef;
  readonly kept: KeptDraft;
  readonly errors: Errors;
  readonly notice: Notice | null;
}

/** What keeps the first page from being done: the words, and the files that were not taken. */
export async function matterTroubles(shop: Shop, { draft, fileTrouble }: KeptDraft): Promise<Errors> {
  const world = await worldOf(shop);
  const areas = areasOf(world).map((area) => area.value);
  const errors = matterErrors(draft, packToday(shop, world), areas);
  const several = streetsToPick(draft, world).length > 0;
  const streetPick = several ? { streetPick: fill(zh.filing.errStreet, { typed: draft.street.trim() }) } : {};
  return { ...errors, ...streetPick, ...(fileTrouble ? { files: fileTrouble } : {}) };
}

/** What keeps the second page from being done. */
export async function contactTroubles(shop: Shop, { draft }: KeptDraft): Promise<Errors> {
  return contactErrors(draft, packToday(shop, await worldOf(shop)));
}

/** Where somebody has to go who is not done with the first page, or may be in danger; null: on they go. */
export async function turnBack(shop: Shop, ref: DraftRef, kept: KeptDraft): Promise<string | null> {
  if (kept.draft.content === "" && kept.draft.title === "") return pageOf("/submit", ref, { told: "lost" });
  if (Object.keys(await matterTroubles(shop, { ...kept, fileTrouble: null })).length > 0) {
    return pageOf("/submit", ref, { look: "1" });
  }
  const urgent = !kept.noEmergency && soundsUrgent(kept.draft, packToday(shop, await worldOf(shop)));
  return urgent ? pageOf("/submit/urgent", ref) : null;
}

export async function matterPage(
  shop: Shop,
  request: FastifyRequest,
  reply: FastifyReply,
  { ref, kept, errors, notice }: Shown,
): Promise<FastifyReply> {
  const { draft } = kept;
  const frame = await frameOf(shop, request, reply);
  const world = await worldAt(shop, request);
  const pack = packToday(shop, world);
  const files = await filesOfDraft(shop.house.db, shop.house.keys, shop.region, ref.key);
  const kinds = pack.settings.kinds.value.map((kind) => ({ value: kind.code, label: kind.label, hint: kind.hint }));
  const page = h(MatterPage, {
    frame,
    mark: markOf(shop, ref),
    draft,
    errors,
    notice,
    kinds,
    questions: pack.settings.kinds.value.map(({ code, questions = [] }) => ({ kind: code, questions })),
    areas: areasOf(world),
    streets: streetOptions(world, streetsOf(world)),
    picks: streetOptions(world, streetsToPick(draft, world)),
    locates: streetsOf(world).some(({ at }) => at !== null),
    files,
    others: draft.content === "" ? await othersOf(shop, ref) : [],
  });
  return sendPage(reply, page, statusFor(errors, notice));
}

/** The other drafts of the browser, by how they begin. */
async function othersOf(shop: Shop, { visit, id }: DraftRef) {
  const drafts = (await unfinished(shop, visit)).filter((kept) => kept.id !== id).slice(0, 3);
  return drafts.map(({ id: other, draft }) => {
    const words = [...(draft.title || draft.content).trim()];
    const start = `${words.slice(0, 16).join("")}${words.length > 16 ? "…" : ""}`;
    return { start, href: `/submit?${new URLSearchParams(other ? { d: other } : { look: "1" }).toString()}` };
  });
}

export async function contactPage(
  shop: Shop,
  request: FastifyRequest,
  reply: FastifyReply,
  { ref, kept: { draft }, errors, notice }: Shown,
): Promise<FastifyReply> {
  const frame = await frameOf(shop, request, reply);
  const pack = packToday(shop, await worldAt(shop, request));
  const page = h(ContactPage, {
    frame,
    mark: markOf(shop, ref),
    draft,
    errors,
    notice,
    asked: contactAsked(pack),
    report: isReport(draft),
    publishes: asksForPublicity(pack),
    tracks: pack.settings.tracks.value,
  });
  return sendPage(reply, page, statusFor(errors, notice));
}

/** The draft has become a case: its receipt if that was never seen, else that the case is there. */
export async function alreadyFiled(
  shop: Shop,
  request: FastifyRequest,
  reply: FastifyReply,
  ref: DraftRef,
  filed: NonNullable<KeptDraft["filed"]>,
): Promise<FastifyReply> {
  if (filed.code !== null) return reply.redirect(pageOf("/receipt", ref), 303);
  const frame = await frameOf(shop, request, reply);
  return sendPage(reply, h(AlreadyPage, { frame, tail: filed.number.slice(-6) }));
}

function statusFor(errors: Errors, notice: Notice | null): number {
  if (notice?.is === "busy") return 429;
  return Object.keys(errors).length > 0 ? 422 : 200;
}
