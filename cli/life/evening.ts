import { comments, gradesAfter } from "../../demo/life/words/grades.ts";
import { sayings } from "../../demo/life/words/sayings.ts";
import { actOnCase } from "../../server/actions/cases/act-on-case.ts";
import { supplementCase } from "../../server/actions/cases/supplement-case.ts";
import { packOf } from "../../server/record/perform.ts";
import type { Held, Life } from "./life.ts";
import { lookAgain } from "./morning.ts";
import { count } from "./tally.ts";

/** What citizens do in the evening: grade an answer, or add something to what they wrote. */
export async function citizensReturn(life: Life): Promise<void> {
  for (const held of life.cases.values()) {
    if (held.kase.stage === "answered" && !held.kase.rated && life.luck.yes(0.25)) await rate(life, held);
    else if (held.story.fate === "supplemented" && !held.done.has("supplement")) await supplement(life, held);
  }
}

async function rate(life: Life, held: Held): Promise<void> {
  const { house, region, luck, world } = life;
  const grades = packOf(house, held.kase, world).settings.ratings.value ?? [];
  const likely: Readonly<Record<string, number>> = gradesAfter[held.story.question.verdict];
  const grade = luck.weighed(grades.map(({ code }) => [code, likely[code] ?? 0] as const));
  if (grade === null) return;
  const said: readonly string[] = (comments as Readonly<Record<string, readonly string[]>>)[grade] ?? [];
  const title = held.story.question.title;
  const comment = said.length > 0 && luck.yes(0.5) ? luck.of(said).replaceAll("{title}", title) : null;
  const input = { grade, comment };
  const command = { act: "rate", legId: null, input } as const;
  const actor = { kind: "petitioner" } as const;
  const outcome = await actOnCase(house, { region, caseId: held.id, command, actor, seenVersion: null }, null);
  await told(life, held, "rate", outcome);
}

async function supplement(life: Life, held: Held): Promise<void> {
  if (held.kase.stage === "answered" || !life.luck.yes(0.5)) return;
  const text = life.luck.of(sayings.supplements);
  const order = { region: life.region, caseId: held.kase.id, text, files: [] };
  const { outcome } = await supplementCase(life.house, order, null);
  if (outcome) await told(life, held, "supplement", outcome);
}

async function told(life: Life, held: Held, act: string, outcome: Awaited<ReturnType<typeof actOnCase>>) {
  held.done.add(act);
  if ("refused" in outcome) count(life.tally.refused, outcome.refused.code);
  if ("done" in outcome) count(life.tally.acts, act);
  await lookAgain(life, held);
}
