import type { Duty } from "../duty/duty.ts";
import { type Explanation, explain } from "../duty/explain.ts";
import type { Pack } from "../rules/pack.ts";
import type { CommonMoment, Moment } from "../rules/vocabulary.ts";
import { catalogue } from "./catalogue.ts";
import { fill } from "./fill.ts";
import { zh } from "./zh.ts";

/** A moment in words; those that a pack brings with it take its own. */
export function momentWords(
  moment: Moment,
  pack: Pick<Pack, "formalities" | "notices" | "duties" | "names" | "terms">,
): string {
  if (moment.startsWith("done.")) {
    const formality = pack.formalities.find((f) => moment === `done.${f.id}`);
    return fill(zh.done, { what: formality?.label ?? moment });
  }
  if (moment.startsWith("told.")) {
    const notice = pack.notices.find((n) => moment === `told.${n.id}`);
    return fill(zh.told, { what: notice?.words ?? moment });
  }
  if (moment.startsWith("over.")) {
    const window = pack.duties.find((d) => moment === `over.${d.id}`);
    return fill(zh.over, { what: window?.title ?? moment });
  }
  if (moment.startsWith("end.")) {
    const duty = pack.duties.find((d) => moment === `end.${d.id}`);
    return fill(zh.end, { what: duty?.title ?? moment });
  }
  return catalogue(pack).moments[moment as CommonMoment];
}

/** Why a date is what it is, with the start in words. */
export type Told = Omit<Explanation, "start"> & { readonly start: string };

/** Explains a duty's last day in words that can be shown. */
export function told(duty: Duty, pack: Pack): Told {
  const explanation = explain(duty, pack);
  return { ...explanation, start: momentWords(explanation.start, pack) };
}
