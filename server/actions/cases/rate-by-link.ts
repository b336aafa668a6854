import type { Case } from "../../../domain/case/case.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import type { ExplainedRefusal } from "../../../domain/rules/explain.ts";
import type { House } from "../../house.ts";
import { actIn, packOf } from "../../record/perform.ts";
import { tokenHash } from "../../record/token-hash.ts";
import { readCase } from "../../store/case/load.ts";
import type { Db, Tx } from "../../store/db.ts";
import { readRatingLink } from "../../store/once/rating-links.ts";
import { inTransaction } from "../../store/transaction.ts";
import { loadWorld } from "../../store/world.ts";

/** What a link to rate is good for: it never was one, it is over, the case has been rated, or it can be. */
export type RatingLink =
  | { readonly is: "unknown" }
  | { readonly is: "expired" | "rated" | "open"; readonly kase: Case; readonly number: string; readonly pack: Pack };

/** Looks at a link without using it: mail programmes open links before people do. */
export async function openRatingLink(db: Db | Tx, house: House, region: string, token: string): Promise<RatingLink> {
  const link = await readRatingLink(db, region, tokenHash(token));
  const stored = link && (await readCase(db, house.keys, region, link.case_id));
  if (!link || !stored) return { is: "unknown" };
  const { kase, number } = stored;
  const is = kase.rated ? "rated" : link.expires_at > house.now() ? "open" : "expired";
  return { is, kase, number, pack: packOf(house, kase, await loadWorld(db, region, house)) };
}

/** Rates by a link, once. */
export async function rateByLink(
  house: House,
  region: string,
  token: string,
  rating: { readonly grade: string; readonly comment: string | null },
): Promise<"rated" | { readonly link: RatingLink } | { readonly refused: ExplainedRefusal }> {
  return inTransaction(house.db, async (tx) => {
    const link = await openRatingLink(tx, house, region, token);
    if (link.is !== "open") return { link };
    const command = { act: "rate", legId: null, input: rating } as const;
    const actor = { kind: "petitioner" } as const;
    const outcome = await actIn(tx, house, { region, caseId: link.kase.id, command, actor, seenVersion: null });
    if ("refused" in outcome) return { refused: outcome.refused };
    return "missing" in outcome ? { link: { is: "unknown" } } : "rated";
  });
}
