import { dayOf } from "../../../domain/calendar/plain-date.ts";
import { fill } from "../../../domain/words/fill.ts";
import type { Scene } from "../scene.ts";
import { worded } from "../wording.ts";
import { filled } from "../words/filled.ts";
import { sayings } from "../words/sayings.ts";

/** What somebody writes into a field, after what its label speaks of. */
export function textFor(label: string, { luck, ctx, story }: Scene): string {
  const today = dayOf(ctx.now);
  const year = today.slice(0, 4);
  const text = luck.of(filled.find(([about]) => about.test(label))?.[1] ?? sayings.texts);
  if (label.endsWith(sayings.numberEnds)) return fill(text, { year, n: 1 + luck.below(90) });
  return worded(text.replaceAll("{year}", year), luck, today, story.place ?? undefined);
}
