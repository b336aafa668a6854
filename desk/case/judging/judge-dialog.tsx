import { Radio } from "antd";
import { useRef } from "react";
import type { CaseDetail } from "../../../contract/case/case-detail.ts";
import { fill } from "../../../domain/words/fill.ts";
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
export function JudgeDialog({ onRedo, ...props }: ActProps & { readonly onRedo: () => void }) {
  const chosen = useRef<Judgement | null>(null);
  const done = () => {
    props.onClose();
    if (chosen.current === "redo") onRedo();
  };
  const { value, set, run, submit, times } = useWriting<{ readonly [K in keyof Written]: Written[K] }, "note">(
    "note",
    { ...props, onClose: done },
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
      onSubmit={() => {
        chosen.current = value.judgement;
        submit({ text: value.text, judgement: value.judgement });
      }}
    >
      <Line label={w.what}>
        <Radio.Group
          value={value.judgement}
          onChange={({ target }) => set({ judgement: target.value })}
          options={judgements.map((one) => ({ value: one, label: common.judgements[one] }))}
        />
      </Line>
      {value.judgement && (
        <p className="second">{value.judgement === "redo" ? redoWords(props.kase) : w.then[value.judgement]}</p>
      )}
      <Line label={w.reason}>
        <Counted most={2000} rows={4} value={value.text} onChange={(text) => set({ text })} />
      </Line>
      <Kept times={times} />
    </Dialog>
  );
}

/** What taking the answer up again means under the regulation of the case: a step that opens next, or whose it is. */
function redoWords({ judging }: CaseDetail): string {
  const redo = judging?.redo ?? null;
  if (redo === null) return w.redoNone;
  return fill(redo.step ? w.redoNext : w.redoByOthers, { step: redo.label, who: redo.by });
}
