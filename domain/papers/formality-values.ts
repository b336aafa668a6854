import type { CaseEvent, Signature } from "../case/event.ts";

/** A formality that was done, as far as papers read it. */
export interface DoneFormality {
  readonly at: CaseEvent["at"];
  readonly by: Signature;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Every time that a formality was done on the leg, or on the case as a whole, oldest first. */
export function timesDone(
  events: readonly CaseEvent[],
  formality: string,
  legId: string | null,
): readonly DoneFormality[] {
  return events.flatMap((event): readonly DoneFormality[] => {
    const data = event.data as { formality?: unknown; legId?: unknown; values?: Readonly<Record<string, unknown>> };
    if (data.formality !== formality || !data.values) return [];
    if (legId !== null && typeof data.legId === "string" && data.legId !== legId) return [];
    return [{ at: event.at, by: event.by, values: data.values }];
  });
}
