import type { Replies } from "../../contract/route.ts";
import type { Post } from "../../domain/office/org.ts";
import { fill } from "../../domain/words/fill.ts";
import type { routes } from "../api.ts";
import { registryWords as w } from "../words/office.ts";

/** A unit as its card shows it: who holds which post, and whom a change is told. */
export type Card = Replies<typeof routes.office.card>;
export type Holding = Card["holdings"][number];

/** Posts whose change is reported to the bureau and the efficiency offices (FZ-10-3). */
export const reportedPosts: readonly Post[] = ["leaderInCharge", "clerk"];

/** To whom a change is reported and copied, as one phrase. */
export function reportWords(lines: Card["reports"]): string {
  return lines.map((line) => fill(w.reportLine[line.as], { to: line.to })).join("，");
}
