import type { FastifyReply, FastifyRequest } from "fastify";
import type { Shop } from "../../shop.ts";
import { cameFromHere, isOurForm, keepVisit, openToken, visitCookie, visitToken } from "../visit.ts";
import { type DraftRef, draftRef, namedIn, newDraftId } from "./draft.ts";

/** Why a form is shown again instead of going on, though nothing in it is wrong. */
export type Again = "expired" | "cookiesOff";

/** A form that was sent in: to which draft it belongs, and whether it may go on. */
export interface SentForm {
  readonly ref: DraftRef;
  readonly again: Again | null;
}

/**
 * To which draft a form belongs. Every form carries the mark of its draft: where the browser has lost its own mark or has
 * another by now, it is given that of the form, provided that the form was sent from a page of this site. Such a form is
 * shown again with every word and goes on at the next press.
 */
export function sentForm(
  shop: Shop,
  request: FastifyRequest,
  reply: FastifyReply,
  fields: Readonly<Record<string, string>>,
): SentForm {
  const mark = openToken<{ visit: string; id: string }>(shop, "draftMark", fields["draft"]);
  const cookie = request.cookies[visitCookie];
  const ours = isOurForm(request, fields["_csrf"]);
  const again = ours ? null : cookie === undefined && fields["again"] === "1" ? "cookiesOff" : "expired";
  if (mark && mark.visit === cookie) return { ref: draftRef(cookie, mark.id), again };
  if (mark && cameFromHere(request)) {
    keepVisit(shop, request, reply, mark.visit);
    return { ref: draftRef(mark.visit, mark.id), again: again ?? "expired" };
  }
  const id = mark ? newDraftId() : (namedIn(request) ?? "");
  return { ref: draftRef(visitToken(shop, request, reply), id), again };
}
