import { dayOf, type Instant } from "../../../domain/calendar/plain-date.ts";
import type { House } from "../../house.ts";
import { countDrafts, useAllowance } from "../../store/once/allowance.ts";
import { type DraftPlace, savePortalDraft } from "../../store/once/drafts.ts";
import { inTransaction } from "../../store/transaction.ts";

/** How many new drafts may be begun from one address on a day, and how many may wait in the region at a time. */
export interface DraftLimits {
  readonly perAddress: number;
  readonly inAll: number;
}

/** Undoes what was written of a draft that is one too many. */
class TooManyDrafts extends Error {}

/** Keeps what a citizen has typed; false where it would be a new draft and there are too many of them. */
export async function keepPortalDraft(
  house: House,
  place: DraftPlace,
  kept: { readonly sealed: Buffer; readonly until: Instant },
  by: { readonly address: string; readonly limits: DraftLimits },
): Promise<boolean> {
  const { region } = place;
  try {
    await inTransaction(house.db, async (tx) => {
      const isNew = await savePortalDraft(tx, place, kept.sealed, kept.until);
      if (!isNew) return;
      const who = house.keys.lookup(`address:${by.address}`);
      const used = await useAllowance(tx, { region, who, what: "draft", day: dayOf(house.now()) }, 1);
      if (used > by.limits.perAddress || (await countDrafts(tx, region)) > by.limits.inAll) throw new TooManyDrafts();
    });
    return true;
  } catch (error) {
    if (error instanceof TooManyDrafts) return false;
    throw error;
  }
}
