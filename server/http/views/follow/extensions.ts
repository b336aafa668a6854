import type { PlainDate } from "../../../../domain/calendar/plain-date.ts";
import type { CaseEvent } from "../../../../domain/case/event.ts";
import type { Duty } from "../../../../domain/duty/duty.ts";
import type { Formality, Values } from "../../../../domain/rules/formality.ts";
import type { Pack } from "../../../../domain/rules/pack.ts";
import type { World } from "../../../store/world.ts";
import { whoDecided } from "./who-decided.ts";

/** A term that was made longer: from which day to which, why, and who agreed to it. */
export interface Extension {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly reason: string;
  readonly by: string;
}

interface Known {
  readonly events: readonly CaseEvent[];
  readonly pack: Pack;
  readonly world: World;
}

/** The extension of a duty's term; null while it was not made longer. */
export function extensionOf(duty: Duty, { events, pack, world }: Known): Extension | null {
  if (duty.extendedFrom === null || duty.due === null) return null;
  const grant = events.findLast(
    (event) =>
      event.type === "formalityDone" &&
      event.data.legId === duty.legId &&
      makesLonger(formalityOf(event.data.formality, pack)),
  );
  if (grant?.type !== "formalityDone") return null;
  return {
    from: duty.extendedFrom,
    to: duty.due,
    reason: reasonOf(formalityOf(grant.data.formality, pack), grant.data.values),
    by: whoDecided(grant.by, pack, world),
  };
}

function formalityOf(id: string, pack: Pack): Formality | undefined {
  return pack.formalities.find((one) => one.id === id);
}

/** Whether carrying it out makes a term longer. */
export function makesLonger(formality: Formality | undefined): boolean {
  return formality?.effects.some((effect) => effect.is === "extend") === true;
}

/** What was given as the reason: whatever is text in the form. */
export function reasonOf(formality: Formality | undefined, values: Values): string {
  const texts = (formality?.fields ?? []).filter((field) => field.kind === "text").map((field) => values[field.name]);
  return texts
    .flatMap((text) =>
      typeof text === "string" && text.trim() !== "" ? [text.trim().replace(/(?<![。；;.])[。；;.]+$/, "")] : [],
    )
    .join("；");
}
