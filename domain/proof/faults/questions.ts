import type { Pack } from "../../rules/pack.ts";
import { longestAnswer } from "../../fields/answers.ts";
import { unclearAnswer } from "../../fields/words.ts";
import type { Question } from "../../rules/petitioner/questions.ts";

/** A question that could not be asked or answered; `detail`: the name of it, or the value that is wrong. */
export interface BadQuestion {
  readonly what: "badQuestion";
  readonly part: string;
  readonly detail: string;
}

/** Questions of a kind that no form could ask: no usable name, no words, a list that leaves no choice or holds 「不清楚」 itself. */
export function badQuestions({ settings }: Pick<Pack, "settings">): readonly BadQuestion[] {
  return settings.kinds.value.flatMap(({ code, questions = [] }) =>
    questions
      .filter((question, i) => !isSound(question) || questions.findIndex(({ name }) => name === question.name) !== i)
      .map(({ name }) => ({ what: "badQuestion" as const, part: `setting kinds ${code}`, detail: name })),
  );
}

function isSound({ name, label, choices }: Question): boolean {
  if (!/^[a-zA-Z]\w{0,59}$/.test(name) || label.trim() === "") return false;
  if (!choices) return true;
  const each = new Set(choices);
  const answerable = choices.every((one) => one.trim() === one && one !== "" && [...one].length <= longestAnswer);
  return choices.length >= 2 && each.size === choices.length && !each.has(unclearAnswer) && answerable;
}
