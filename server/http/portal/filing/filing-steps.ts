import type { FastifyReply, FastifyRequest } from "fastify";
import { h } from "preact";
import type { Errors } from "../../../../portal/form-errors.tsx";
import { MatterPage } from "../../../../portal/pages/filing/matter.tsx";
import { ContactPage } from "../../../../portal/pages/filing/contact.tsx";
import type { Draft } from "../../../../portal/pages/filing/draft.ts";
import { filesOfDraft } from "../../../store/case/files.ts";
import { type Shop, worldAt, worldOf } from "../../shop.ts";
import { packToday } from "../../api/worklist.ts";
import { areasOf } from "./check-rows.ts";
import { draftKey, type KeptDraft } from "./draft.ts";
import { isReport, matterErrors, soundsUrgent } from "./filing-rules.ts";
import { frameOf, sendPage } from "../render.ts";

/** What keeps the first page from being done: the words, and the files that were not taken. */
export async function matterTroubles(shop: Shop, { draft, fileTrouble }: KeptDraft): Promise<Errors> {
  const world = await worldOf(shop);
  const areas = areasOf(world).map((area) => area.value);
  const errors = matterErrors(draft, packToday(shop, world), areas);
  return fileTrouble ? { ...errors, files: fileTrouble } : errors;
}

/** Where somebody has to go who is not done with the first page, or may be in danger; null: on they go. */
export async function turnBack(shop: Shop, kept: KeptDraft): Promise<string | null> {
  if (Object.keys(await matterTroubles(shop, { ...kept, fileTrouble: null })).length > 0) return "/submit";
  const urgent = !kept.noEmergency && soundsUrgent(kept.draft, packToday(shop, await worldOf(shop)));
  return urgent ? "/submit/urgent" : null;
}

export async function matterPage(
  shop: Shop,
  request: FastifyRequest,
  reply: FastifyReply,
  { draft }: KeptDraft,
  errors: Errors,
  expired = false,
): Promise<FastifyReply> {
  const frame = await frameOf(shop, request, reply);
  const world = await worldAt(shop, request);
  const pack = packToday(shop, world);
  const files = await filesOfDraft(shop.house.db, shop.region, draftKey(shop, request, reply));
  const kinds = pack.settings.kinds.value.map((kind) => ({ value: kind.code, label: kind.label, hint: kind.hint }));
  const page = h(MatterPage, { frame, draft, errors, kinds, areas: areasOf(world), files, expired });
  return sendPage(reply, page, statusFor(errors));
}

export async function contactPage(
  shop: Shop,
  request: FastifyRequest,
  reply: FastifyReply,
  draft: Draft,
  errors: Errors,
  expired = false,
): Promise<FastifyReply> {
  const frame = await frameOf(shop, request, reply);
  const tracks = packToday(shop, await worldAt(shop, request)).settings.tracks.value;
  const page = h(ContactPage, { frame, draft, errors, report: isReport(draft), tracks, expired });
  return sendPage(reply, page, statusFor(errors));
}

function statusFor(errors: Errors): number {
  return Object.keys(errors).length > 0 ? 422 : 200;
}
