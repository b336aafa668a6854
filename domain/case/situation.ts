import type { Case, Leg } from "./case.ts";
import type { Values } from "../rules/formality.ts";
import type { Channel } from "../rules/vocabulary.ts";
import type { Group } from "./event.ts";
import type { Context } from "./context.ts";
import type { Classification, MatterTargets, Target } from "./input.ts";

/** What a guard looks at. `asked` is null while only the possibility of an act is listed. */
export interface Situation {
  readonly kase: Case;
  readonly leg: Leg | null;
  readonly ctx: Context;
  readonly asked: Asked | null;
}

/** The parts of any act's input that guards may look at. */
export interface Asked {
  readonly classification?: Classification | null;
  readonly matters?: readonly MatterTargets[];
  readonly targets?: readonly Target[];
  readonly by?: string | null;
  readonly reason?: string | null;
  readonly suggested?: string | null;
  readonly parts?: Readonly<Record<string, string>>;
  readonly previewed?: true;
  readonly withhold?: boolean;
  readonly to?: string;
  readonly copyTo?: string;
  readonly values?: Values;
  readonly group?: Group | null;
  readonly channel?: Channel;
  readonly checklist?: Readonly<Record<string, boolean>>;
}
