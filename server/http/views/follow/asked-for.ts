import type { CaseEvent } from "../../../../domain/case/event.ts";
import type { Pack } from "../../../../domain/rules/pack.ts";

/** What the petitioner was asked to add and has not added since. */
export interface AskedFor {
  readonly what: string;
  readonly why: string | null;
  /** The last day for it; null where none was set. */
  readonly by: string | null;
}

/** The newest request to add something, while nothing came after it; null where there is none. */
export function askedFor(events: readonly CaseEvent[], { formalities }: Pick<Pack, "formalities">): AskedFor | null {
  const last = events.findLast((event) => event.type === "supplemented" || asks(event, formalities) !== null);
  const asked = last && asks(last, formalities);
  if (!asked || last.type !== "formalityDone") return null;
  const said = (name: string) => String(last.data.values[name] ?? "");
  return { what: said(asked.what), why: said(asked.why) || null, by: said(asked.by) || null };
}

function asks(event: CaseEvent, formalities: Pack["formalities"]) {
  if (event.type !== "formalityDone") return null;
  return formalities.find(({ id }) => id === event.data.formality)?.asks ?? null;
}
