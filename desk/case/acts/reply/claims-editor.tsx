import { Radio } from "antd";
import { verdicts, type Verdict } from "../../../../domain/rules/vocabulary.ts";
import { fill } from "../../../../domain/words/fill.ts";
import { zh as common } from "../../../../domain/words/zh.ts";
import { Counted } from "../../../kit/counted.tsx";
import { Line } from "../../../kit/dialog.tsx";
import { zh } from "../../../words/zh.ts";

const w = zh.acts;

export interface Answered {
  readonly verdict: Verdict | null;
  readonly text: string;
}

interface Props {
  readonly claims: readonly string[];
  /** By the place of the claim in the list. */
  readonly value: Readonly<Record<string, Answered>>;
  readonly onChange: (value: Readonly<Record<string, Answered>>) => void;
}

const nothing: Answered = { verdict: null, text: "" };

/** One verdict and its words for each thing that the citizen asked for. */
export function ClaimsEditor({ claims, value, onChange }: Props) {
  const set = (n: number, part: Partial<Answered>) =>
    onChange({ ...value, [n]: { ...(value[n] ?? nothing), ...part } });
  return (
    <>
      {claims.map((claim, i) => {
        const n = i + 1;
        const answered = value[n] ?? nothing;
        return (
          <fieldset key={claim} className="claim stack">
            <legend>{fill(w.claimN, { n, claim })}</legend>
            <Line label={w.claimVerdict}>
              <Radio.Group
                value={answered.verdict}
                onChange={({ target }) => set(n, { verdict: target.value })}
                options={verdicts.map((verdict) => ({ value: verdict, label: common.verdicts[verdict] }))}
              />
            </Line>
            <Line label={fill(w.claimText, { n })}>
              <Counted most={2000} rows={2} value={answered.text} onChange={(text) => set(n, { text })} />
            </Line>
          </fieldset>
        );
      })}
    </>
  );
}

/** The claims that have an answer, as they are sent; half an answer is none. */
export function answeredClaims(claims: readonly string[], value: Readonly<Record<string, Answered>>) {
  return claims.flatMap((_, i) => {
    const { verdict, text } = value[i + 1] ?? nothing;
    return verdict && text.trim() ? [{ n: i + 1, verdict, text: text.trim() }] : [];
  });
}

/** The numbers of the claims that are still open once any of them has been answered. */
export function openClaims(claims: readonly string[], value: Readonly<Record<string, Answered>>): readonly number[] {
  const done = answeredClaims(claims, value).map(({ n }) => n);
  const begun = Object.values(value).some(({ verdict, text }) => verdict !== null || text.trim() !== "");
  return begun ? claims.map((_, i) => i + 1).filter((n) => !done.includes(n)) : [];
}
