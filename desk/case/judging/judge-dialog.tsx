import { Radio } from "antd";
import { type Judgement, judgements } from "../../../domain/rules/vocabulary.ts";
import { zh as common } from "../../../domain/words/zh.ts";
import { Counted } from "../../kit/counted.tsx";
import { Dialog, Line } from "../../kit/dialog.tsx";
import { judgingWords as w } from "../../words/judging.ts";
import type { ActProps } from "../use-act.ts";
import { Kept } from "../writing/kept.tsx";
import { useWriting } from "../writing/use-writing.ts";

interface Written {
  readonly judgement: Judgement | null;
  readonly text: string;
}

/** What becomes of a dissatisfied petitioner's case, with the reason; kept on record as an internal note. */
export function JudgeDialog(props: ActProps) {
  const { value, set, run, submit, times } = useWriting<{ readonly [K in keyof Written]: Written[K] }, "note">(
    "note",
    props,
    { judgement: null, text: "" },
    "judge",
  );
  return (
    <Dialog
      title={w.title}
      onClose={props.onClose}
      busy={run.isPending}
      error={run.error}
      disabled={value.judgement === null}
      onSubmit={() => submit({ text: value.text, judgement: value.judgement })}
    >
      <Line label={w.what}>
        <Radio.Group
          value={value.judgement}
          onChange={({ target }) => set({ judgement: target.value })}
          options={judgements.map((one) => ({ value: one, label: common.judgements[one] }))}
        />
      </Line>
      {value.judgement && <p className="second">{w.then[value.judgement]}</p>}
      <Line label={w.reason}>
        <Counted most={2000} rows={4} value={value.text} onChange={(text) => set({ text })} />
      </Line>
      <Kept times={times} />
    </Dialog>
  );
}
