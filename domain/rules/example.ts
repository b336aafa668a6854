import type { PlainDate } from "../calendar/plain-date.ts";
import type { OrgId, PersonId } from "../office/org.ts";
import type { RefusalCode } from "./refusal.ts";
import type { BreachFact, LadderStep, Sanction } from "./sanction.ts";
import type { Act, BreachKind, CaseStage, Channel, LegStage, Subject } from "./vocabulary.ts";

/** How an example case begins. */
export interface Filing {
  readonly at: string;
  readonly channel: Channel;
  /** The body that takes it in, where that is another one than the regulation's usual seat. */
  readonly intake?: OrgId;
  /** When the words reached the office, where they are registered later. */
  readonly receivedAt?: string;
  readonly choice?: "public" | "nonPublic";
  readonly subject?: Subject;
  readonly accused?: OrgId;
  readonly group?: { readonly persons: number; readonly representatives: number };
}

/** One act of an example. `at` is local time in China, `2026-03-02 09:30`. */
export interface Step {
  readonly at: string;
  readonly who: PersonId | "petitioner" | "system";
  readonly act: Act;
  /** The organisation whose open leg is acted on. */
  readonly leg?: OrgId;
  readonly input?: Readonly<Record<string, unknown>>;
}

/** What an example must come to; every part that is given is checked. */
export interface Outcome {
  /** The last step is refused with this code; all earlier ones succeed. */
  readonly refused?: RefusalCode;
  readonly stage?: CaseStage;
  readonly leg?: readonly [OrgId, LegStage];
  /** Duty, its organisation, and its last day (null: no date). */
  readonly due?: readonly (readonly [duty: string, org: OrgId, due: string | null])[];
  /** Breaches recorded by the end of `now`. */
  readonly breaches?: readonly (readonly [BreachKind, OrgId, on: string])[];
  /** Organisations that may read the case, and ones that may not. */
  readonly seenBy?: readonly OrgId[];
  readonly hiddenFrom?: readonly OrgId[];
  /** Messages that are due, word for word. */
  readonly told?: readonly string[];
}

/** An example that runs: a story told to the engine, or a count put to a measure. */
export type Example =
  | {
      readonly filing: Filing;
      readonly steps: readonly Step[];
      /** The moment at which the outcome is read; the last step's when absent. */
      readonly now?: string;
      readonly then: Outcome;
    }
  | { readonly breaches: readonly BreachFact[]; readonly proposes: readonly PlainDate[] }
  | { readonly cause: "human" | "notHuman"; readonly sanctions: readonly Sanction[] }
  | { readonly ladder: readonly LadderStep[] | null; readonly admonitions: number; readonly answers: string | null }
  | { readonly value: unknown };
