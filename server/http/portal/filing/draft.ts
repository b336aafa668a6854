import { randomBytes } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Instant } from "../../../../domain/calendar/plain-date.ts";
import { cleanWords } from "../../../../domain/words/clean.ts";
import { type Draft, type DraftField, type DraftMark, emptyDraft } from "../../../../portal/pages/filing/draft.ts";
import { questionField } from "../../../../portal/pages/filing/questions.tsx";
import { tokenHash } from "../../../record/token-hash.ts";
import { keepPortalDraft } from "../../../actions/cases/keep-portal-draft.ts";
import { type DraftPlace, draftsOfVisit, readPortalDraft } from "../../../store/once/drafts.ts";
import { fault } from "../../fault.ts";
import type { Shop } from "../../shop.ts";
import { keepVisit, sealToken, visitCookie, visitToken } from "../visit.ts";

/** One of the drafts of a browser. Every window that begins anew has its own, so that two never overwrite each other. */
export interface DraftRef {
  /** The browser's mark. */
  readonly visit: string;
  /** Names the draft among those of the browser; stands in the address. */
  readonly id: string;
  /** Under which hash the draft and its files are kept. */
  readonly key: Buffer;
}

/** What has been typed so far, what was confirmed on the way, and what became of it. */
export interface KeptDraft {
  readonly id: string;
  readonly draft: Draft;
  readonly noEmergency: boolean;
  /** Why some of the files that were sent last were not taken. */
  readonly fileTrouble: string | null;
  /** The mark that makes two presses one case. */
  readonly once: string;
  /** The case that came of it; the code until it has been shown. */
  readonly filed: { readonly caseId: string; readonly number: string; readonly code: string | null } | null;
}

const dayMillis = 86_400_000;
/** A page may be left open for so long and still say which draft it belongs to. */
const markMillis = 30 * dayMillis;

export function draftRef(visit: string, id: string): DraftRef {
  return { visit, id, key: tokenHash(id ? `draft:${visit}:${id}` : `draft:${visit}`) };
}

export function newDraftId(): string {
  return randomBytes(9).toString("base64url");
}

/** The address of a page of the form that shows this draft. */
export function pageOf(path: string, { id }: DraftRef, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams({ ...(id ? { d: id } : {}), ...more }).toString();
  return query ? `${path}?${query}` : path;
}

/** What a page needs so that its links and its form stay with this draft. */
export function markOf(shop: Shop, ref: DraftRef): DraftMark {
  const sealed = sealToken(shop, "draftMark", { visit: ref.visit, id: ref.id }, markMillis);
  return { sealed, query: ref.id ? `?d=${ref.id}` : "" };
}

/** The draft that an address asks for; without a name, the one that the browser has worked on last. */
export async function askedDraft(shop: Shop, request: FastifyRequest, reply: FastifyReply): Promise<DraftRef> {
  const asked = namedIn(request);
  const visit = visitToken(shop, request, reply);
  if (asked !== null || request.cookies[visitCookie] === undefined) return draftRef(visit, asked ?? "");
  const [last] = await unfinished(shop, visit);
  return draftRef(visit, last?.id ?? "");
}

/** The draft that an address names, if it names one. */
export function namedIn(request: FastifyRequest): string | null {
  const { d } = request.query as { d?: unknown };
  return typeof d === "string" && /^[\w-]{1,24}$/.test(d) ? d : null;
}

/** The drafts of a browser that have words in them and were not filed, the last one first. */
export async function unfinished(shop: Shop, visit: string): Promise<readonly KeptDraft[]> {
  const { house, region } = shop;
  const sealed = await draftsOfVisit(house.db, region, tokenHash(visit), house.now());
  return sealed
    .map((one) => opened(shop, one))
    .filter((kept) => kept.filed === null && (kept.draft.content !== "" || kept.draft.title !== ""));
}

export async function keptDraft(shop: Shop, ref: DraftRef): Promise<KeptDraft> {
  const sealed = await readPortalDraft(shop.house.db, shop.region, ref.key, shop.house.now());
  return sealed ? opened(shop, sealed) : { ...fresh(shop), id: ref.id };
}

function opened(shop: Shop, sealed: Buffer): KeptDraft {
  const kept = JSON.parse(shop.house.keys.open("draft", sealed)) as KeptDraft;
  return { ...fresh(shop), ...kept, draft: { ...emptyDraft, ...kept.draft } };
}

function fresh(shop: Shop): KeptDraft {
  return { id: "", draft: emptyDraft, noEmergency: false, fileTrouble: null, once: shop.house.newId(), filed: null };
}

/** Keeps a draft, and the browser's mark with it, for a day from now. */
export async function keepDraft(
  shop: Shop,
  request: FastifyRequest,
  reply: FastifyReply,
  ref: DraftRef,
  kept: KeptDraft,
): Promise<void> {
  const { house, region } = shop;
  keepVisit(shop, request, reply, ref.visit);
  const until = new Date(Date.parse(house.now()) + dayMillis).toISOString() as Instant;
  const place: DraftPlace = { region, token: ref.key, visit: tokenHash(ref.visit) };
  const sealed = house.keys.seal("draft", JSON.stringify({ ...kept, id: ref.id }));
  const { draftsPerAddress: perAddress, draftsInAll: inAll } = shop.config.allowances;
  const by = { address: request.ip, limits: { perAddress, inAll } };
  if (!(await keepPortalDraft(house, place, { sealed, until }, by))) throw fault(429, "tooMany", { minutes: 60 });
}

/** What is chosen and not typed; none of our choices is longer. */
const chosen: readonly DraftField[] = [
  "kind",
  "area",
  "petitionerKind",
  "onBehalf",
  "behalfConsent",
  "people",
  "anonymous",
  "publicity",
  "replyBy",
];
const longestChoice = 64;

/** The fields of a form that belong to the draft, as typed; one that the form did not have stays as it was. */
export function typedFields(body: Readonly<Record<string, unknown>>, names: readonly DraftField[]): Partial<Draft> {
  const clean = (name: DraftField) => {
    const value = body[name];
    const words = cleanWords(typeof value === "string" ? value : "");
    return chosen.includes(name) ? words.slice(0, longestChoice) : words;
  };
  return Object.fromEntries(names.map((name) => [name, clean(name)]));
}

/** The answers to the questions of a regulation, as typed; one that the form did not have stays as it was. */
export function typedAnswers(
  body: Readonly<Record<string, unknown>>,
  names: readonly string[],
  before: Draft["answers"],
): Draft["answers"] {
  const typed = names.flatMap((name) => {
    const value = body[questionField(name)];
    return typeof value === "string" ? [[name, cleanWords(value)] as const] : [];
  });
  return { ...before, ...Object.fromEntries(typed) };
}
