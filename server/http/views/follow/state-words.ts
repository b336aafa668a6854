import type { Case } from "../../../../domain/case/case.ts";
import { isOpen } from "../../../../domain/duty/duty.ts";
import type { Pack } from "../../../../domain/rules/pack.ts";
import { catalogue } from "../../../../domain/words/catalogue.ts";
import { fill } from "../../../../domain/words/fill.ts";
import type { HolderLine } from "./holder-lines.ts";
import type { Opinion } from "./opinions.ts";

/** What the headline is told from: the lines as they are shown, and what has been answered. */
interface Standing {
  readonly lines: readonly HolderLine[];
  readonly released: boolean;
  /** The last decision after the reply; null while there is none. */
  readonly opinion: Opinion | null;
  readonly pack: Pack;
}

/** The citizen's word for where the case stands. It is late only where a term is over that the page shows. */
export function stateWords(kase: Case, standing: Standing): string {
  const { lines, released, pack } = standing;
  const { states } = catalogue(pack).follow;
  const overdue = lines.some(({ duty }) => duty !== null && isOverdue(duty));
  switch (kase.stage) {
    case "unfiled":
    case "received":
      return overdue ? states.overdue : states.registered;
    case "registered":
    case "classified":
      return overdue ? states.overdue : states.received;
    case "refused":
      return states.refused;
    case "notDispatched":
      return states.notDispatched;
    case "sentElsewhere":
      return states.sentElsewhere;
    case "noLongerAccepted":
      return states.noLongerAccepted;
    case "answering":
      return released ? afterAnswer(standing) : states.underAudit;
    case "answered":
    case "archived":
      return afterAnswer(standing);
    case "inHand": {
      if (overdue) return states.overdue;
      if (kase.legs.some((leg) => leg.stage === "underAudit")) return states.underAudit;
      return states.handling;
    }
  }
}

/** What the petitioner has asked for since the answer and nobody has decided yet comes before what has been decided. */
function afterAnswer({ lines, opinion, pack }: Standing): string {
  const { states, asked } = catalogue(pack).follow;
  const open = lines.find(({ appliedFor }) => appliedFor);
  if (!open) return opinion?.title ?? states.answered;
  if (open.duty !== null && isOverdue(open.duty)) return states.overdue;
  return fill(asked, { what: open.title ?? "" });
}

/** Whether the term of a duty that is shown is over, and somebody still has to act. */
export function isOverdue(duty: NonNullable<HolderLine["duty"]>): boolean {
  return isOpen(duty) && duty.state !== "awaitingVerdict" && duty.overdueSince !== null;
}
