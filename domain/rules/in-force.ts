import type { PlainDate } from "../calendar/plain-date.ts";
import type { Pack } from "./pack.ts";

/** The pack of a jurisdiction that is in force on a day; null when none is. The newest wins where two overlap. */
export function packInForce(packs: readonly Pack[], jurisdiction: string, on: PlainDate): Pack | null {
  const valid = packs.filter(
    (pack) =>
      pack.jurisdiction === jurisdiction &&
      pack.effectiveFrom <= on &&
      (pack.effectiveTo === null || on <= pack.effectiveTo),
  );
  return valid.sort((a, b) => b.effectiveFrom.localeCompare(a.effectiveFrom))[0] ?? null;
}
