import { type Fault, faulty } from "./fault.ts";
import { oneLine } from "./width.ts";
import { type AnswerFaultCode, unclearAnswer } from "./words.ts";

/** So long may an answer be, in characters. */
export const longestAnswer = 200;

/** What of a question matters for an answer to it. */
interface Asked {
  readonly name: string;
  readonly label: string;
  readonly required: boolean;
  /** Whether 「不清楚」 is an answer. */
  readonly unclear: boolean;
  readonly choices?: readonly string[];
}

/** Answers by the name of the question, as they were typed. */
export type Answers = Readonly<Record<string, string>>;

export type AnswerFault = Fault<AnswerFaultCode>;

/** What is wrong with the answers, by the name of the question; an answer to what nobody asked is one of them. */
export function answerFaults(asked: readonly Asked[], given: Answers): Readonly<Record<string, AnswerFault>> {
  const names = new Set(asked.map(({ name }) => name));
  const strange = Object.keys(given).filter((name) => !names.has(name) && oneLine(given[name] ?? "") !== "");
  return Object.fromEntries([
    ...asked.flatMap((question) => {
      const fault = faultOf(question, oneLine(given[question.name] ?? ""));
      return fault ? [[question.name, fault] as const] : [];
    }),
    ...strange.map((name) => [name, faulty("notAsked", { name })] as const),
  ]);
}

function faultOf({ label, required, unclear, choices }: Asked, answer: string): AnswerFault | null {
  if (answer === "") return required ? faulty(choices ? "notChosen" : "missing", { label }) : null;
  if (answer === unclearAnswer) return unclear ? null : faulty("notUnclear", { label });
  const over = [...answer].length - longestAnswer;
  if (over > 0) return faulty("long", { label, n: over });
  return choices && !choices.includes(answer) ? faulty("notListed", { label, choices: choices.join("、") }) : null;
}

/** The answers beside what was asked, in the order of the questions; what was left open is left out. */
export function answered(
  asked: readonly Asked[],
  given: Answers,
): readonly { readonly label: string; readonly answer: string }[] {
  return asked
    .map(({ name, label }) => ({ label, answer: oneLine(given[name] ?? "") }))
    .filter(({ answer }) => answer !== "");
}

/** The words of a request with its answers below them, a line each: one text, which is kept, read and barred as a whole. */
export function withAnswers(content: string, asked: readonly Asked[], given: Answers): string {
  const lines = answered(asked, given).map(({ label, answer }) => `${label}：${answer}`);
  return lines.length === 0 ? content : `${content.trimEnd()}\n\n${lines.join("\n")}`;
}
