import type { OrgId } from "../../domain/office/org.ts";
import type { Entry } from "../../domain/rules/entry.ts";
import type { Example, Step } from "../../domain/rules/example.ts";
import type { Pack } from "../../domain/rules/pack.ts";
import type { Holder, Power } from "../../domain/rules/power.ts";
import type { RefusalCode } from "../../domain/rules/refusal.ts";

/** Who sends from a body sends back what it sent from there: the holders of the powers, seen from the leg. */
export function senders(powers: readonly Power[]): readonly Holder[] {
  return distinct(powers.flatMap((power) => power.by.map((holder) => ({ ...holder, body: "sender" as const }))));
}

export function distinct(holders: readonly Holder[]): readonly Holder[] {
  const key = ({ post, body, level, kind }: Holder) => [post, body, level, kind].join();
  return [...new Map(holders.map((holder) => [key(holder), holder])).values()];
}

export interface Sending {
  readonly story: Extract<Example, { filing: object }>;
  readonly last: Step;
  readonly to: OrgId;
}

/**
 * A story of the pack that ends with a case sent to one body, its own before those of a regulation below: what the
 * examples of the moves go on from.
 */
export function firstSending(pack: Pack): Sending | null {
  const entries: readonly Entry[] = [...pack.duties, ...pack.powers, ...pack.formalities];
  for (const { example } of entries.toReversed()) {
    if (!("filing" in example) || example.then.refused) continue;
    const last = example.steps.at(-1);
    const to = last?.act === "dispatch" ? target(last) : null;
    if (last && to) return { story: { filing: example.filing, steps: example.steps, then: {} }, last, to };
  }
  return null;
}

function target({ input }: Step): OrgId | null {
  const matters = (input?.matters ?? []) as readonly { readonly targets: readonly { readonly orgId: OrgId }[] }[];
  const targets = matters.flatMap((matter) => matter.targets);
  return targets.length === 1 ? (targets[0]?.orgId ?? null) : null;
}

export function told({ story, last, to }: Sending, formality: string, values: object): Example {
  const step: Step = { at: last.at, who: last.who, act: "carryOutOnLeg", leg: to, input: { formality, values } };
  return { ...story, steps: [...story.steps, step], then: { leg: [to, "recalled"] } };
}

/** The story with one more step on the case, which is refused. */
export function refusedStep(
  { story, last }: Sending,
  who: Step["who"],
  formality: string,
  values: object,
  refused: RefusalCode,
): Example {
  const step: Step = { at: last.at, who, act: "carryOut", input: { formality, values } };
  return { ...story, steps: [...story.steps, step], then: { refused } };
}
