import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { Chance } from "../chance.ts";
import { headingOf } from "../words/topics/all.ts";
import type { Story } from "../story.ts";
import { worded } from "../wording.ts";

/** What a unit writes about a case: each text fits what was asked. */
export interface Told {
  readonly summary: string;
  readonly found: string;
  /** What was done, one piece for each claim. */
  readonly done: readonly string[];
  readonly answer: string;
}

const openings = ["您好！", "您好，来件收悉。", "您反映的“{summary}”收悉。"] as const;
const closings = ["", "感谢您的监督。", "如有新的情况，请拨打我单位的电话。"] as const;

/** What a unit finds, does and answers, with the blanks filled as the story has them. */
export function toldOf({ topic, question, place }: Story, luck: Chance, day: PlainDate): Told {
  const said = (text: string) => worded(text, luck, day, place ?? topic.words[0] ?? "");
  const summary = headingOf(topic, question, place);
  const found = said(question.found);
  const done = question.done.split("|").map(said);
  const opening = luck.of(openings).replace("{summary}", summary);
  return { summary, found, done, answer: `${opening}${found}${done.join("")}${luck.of(closings)}` };
}
