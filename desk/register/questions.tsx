import { Select } from "antd";
import type { z } from "zod";
import type { packView } from "../../contract/rules.ts";
import { longestAnswer } from "../../domain/fields/answers.ts";
import { unclearAnswer } from "../../domain/fields/words.ts";
import { Counted } from "../kit/counted.tsx";
import { Line } from "../kit/dialog.tsx";
import { zh } from "../words/zh.ts";
import type { Call } from "./call.ts";

const w = zh.register;

export type IntakeKind = z.output<typeof packView>["intake"]["kinds"][number];
type Question = IntakeKind["questions"][number];

interface Props {
  readonly value: Call;
  readonly questions: readonly Question[];
  readonly set: (part: Partial<Call>) => void;
}

/** What the regulation asks about matters of this kind. */
export function Questions({ value: { answers }, questions, set }: Props) {
  return questions.map(({ name, label, hint, required, unclear, choices }) => {
    const answer = (said: string) => set({ answers: { ...answers, [name]: said } });
    const hints = [required ? w.needed : null, hint, unclear && !choices ? w.unclearHint : null].filter(Boolean);
    const offered = [...(choices ?? []), ...(choices && unclear ? [unclearAnswer] : [])];
    return (
      <Line key={name} label={label} {...(hints.length > 0 ? { hint: hints.join(" ") } : {})}>
        {choices ? (
          <Select
            allowClear
            value={answers[name] || null}
            onChange={(said) => answer(said ?? "")}
            options={offered.map((one) => ({ value: one, label: one }))}
          />
        ) : (
          <Counted most={longestAnswer} value={answers[name] ?? ""} onChange={answer} />
        )}
      </Line>
    );
  });
}

/** The answers to these questions; what was answered while another kind was chosen stays behind. */
export function answersTo(questions: readonly Question[], answers: Call["answers"]): Call["answers"] {
  return Object.fromEntries(questions.map(({ name }) => [name, answers[name] ?? ""]));
}

/** What is asked about matters of the kind that is chosen. */
export function questionsOf(kinds: readonly IntakeKind[], { subject }: Pick<Call, "subject">) {
  return kinds.find(({ code }) => code === subject)?.questions ?? [];
}
