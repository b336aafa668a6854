import { dayOf } from "../../../domain/calendar/plain-date.ts";
import { fill } from "../../../domain/words/fill.ts";
import type { Scene } from "../scene.ts";
import { worded } from "../wording.ts";
import { filled } from "../words/filled.ts";
import { comments, type Grade, gradesAfter } from "../words/grades.ts";
import { sayings } from "../words/sayings.ts";
import { toldOf } from "./telling.ts";

/** What somebody writes into a field, after what its label speaks of and the grade that stands beside it. */
export function textFor(label: string, { luck, ctx, story }: Scene, grade: string | null = null): string {
  const today = dayOf(ctx.now);
  const year = today.slice(0, 4);
  const text = luck.of(filled.find(([about]) => about.test(label))?.[1] ?? sayings.texts);
  if (label.endsWith(sayings.numberEnds)) return fill(text, { year, n: 1 + luck.below(90) });
  const { summary, found, done, answer } = toldOf(story, luck, today);
  const said = luck.of(comments[gradeOf(grade) ?? likeliest(story.question.verdict)]).replaceAll("{title}", summary);
  const blanks = { year, summary, found, done: done.join(""), answer, policy: story.topic.policy, said };
  const whole = Object.entries(blanks).reduce((all, [name, value]) => all.replaceAll(`{${name}}`, value), text);
  return worded(whole, luck, today, story.place ?? undefined);
}

function gradeOf(code: string | null): Grade | null {
  return code !== null && code in comments ? (code as Grade) : null;
}

function likeliest(verdict: keyof typeof gradesAfter): Grade {
  const [first] = Object.entries(gradesAfter[verdict]).toSorted(([, a], [, b]) => b - a);
  return first?.[0] as Grade;
}
