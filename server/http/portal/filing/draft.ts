import { cleanWords } from "../../../../domain/words/clean.ts";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Instant } from "../../../../domain/calendar/plain-date.ts";
import { type Draft, emptyDraft } from "../../../../portal/pages/filing/draft.ts";
import { tokenHash } from "../../../record/token-hash.ts";
import { readPortalDraft, savePortalDraft } from "../../../store/once/drafts.ts";
import type { Shop } from "../../shop.ts";
import { visitCookie, visitToken } from "../visit.ts";

/** What a browser has typed so far, and what it has confirmed on the way. */
export interface KeptDraft {
  readonly draft: Draft;
  readonly noEmergency: boolean;
  /** Why some of the files that were sent last were not taken. */
  readonly fileTrouble: string | null;
  /** The mark that makes two presses one case. */
  readonly once: string;
}

const dayMillis = 86_400_000;

/** Under which hash a browser's draft and its files are kept. */
export function draftKey(shop: Shop, request: FastifyRequest, reply: FastifyReply): Buffer {
  return tokenHash(`draft:${visitToken(shop, request, reply)}`);
}

export async function keptDraft(shop: Shop, request: FastifyRequest): Promise<KeptDraft> {
  const visit = request.cookies[visitCookie];
  const empty = { draft: emptyDraft, noEmergency: false, fileTrouble: null, once: shop.house.newId() };
  if (!visit) return empty;
  const sealed = await readPortalDraft(shop.house.db, shop.region, tokenHash(`draft:${visit}`), shop.house.now());
  if (!sealed) return empty;
  const kept = JSON.parse(shop.house.keys.open(sealed)) as KeptDraft;
  return { ...empty, ...kept, draft: { ...emptyDraft, ...kept.draft } };
}

export async function keepDraft(
  shop: Shop,
  request: FastifyRequest,
  reply: FastifyReply,
  kept: KeptDraft,
): Promise<void> {
  const { house, region } = shop;
  const until = new Date(Date.parse(house.now()) + dayMillis).toISOString() as Instant;
  const sealed = house.keys.seal(JSON.stringify(kept));
  await savePortalDraft(house.db, region, draftKey(shop, request, reply), sealed, until);
}

/** The fields of a form that belong to the draft, as typed; everything else is dropped. */
export function typedFields(body: Readonly<Record<string, unknown>>, names: readonly (keyof Draft)[]): Partial<Draft> {
  const clean = (value: unknown) => cleanWords(typeof value === "string" ? value : "");
  return Object.fromEntries(names.map((name) => [name, clean(body[name])]));
}
