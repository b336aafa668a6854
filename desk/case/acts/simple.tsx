import { useState } from "react";
import type { StaffAct } from "../../../contract/case/acts.ts";
import { fill } from "../../../domain/words/fill.ts";
import { zh as common } from "../../../domain/words/zh.ts";
import { useToday } from "../../shell/session.ts";
import { zh } from "../../words/zh.ts";
import { Kept } from "../writing/kept.tsx";
import { type ActProps, useAct } from "../use-act.ts";
import { useWriting } from "../writing/use-writing.ts";
import { actName } from "./act-name.ts";
import { Counted } from "../../kit/counted.tsx";
import { DayInput } from "../../kit/day-input.tsx";
import { Dialog, Line } from "../../kit/dialog.tsx";

/** An act that needs nothing but a yes. */
export function PlainAct(props: ActProps & { readonly name: StaffAct; readonly warning?: string }) {
  const run = useAct(props.name, props);
  return (
    <Dialog
      title={actName(props.act, false)}
      onClose={props.onClose}
      busy={run.isPending}
      error={run.error}
      onSubmit={() => run.mutate({} as never)}
    >
      <p>{props.warning ?? fill(zh.acts.plain, { act: common.acts[props.name] })}</p>
    </Dialog>
  );
}

/** How many characters the server takes for each act; 500 where none is named here. */
const longest: Readonly<Partial<Record<StaffAct, number>>> = {
  note: 2000,
  giveInput: 5000,
  direct: 1000,
  refuseReturn: 1000,
  refuseBureauReturn: 1000,
  rejectDraft: 1000,
};

interface TextActProps extends ActProps {
  readonly name: StaffAct;
  /** The field of the act's input that the text goes to. */
  readonly field: "reason" | "note" | "text" | "how";
  readonly label: string;
  readonly required?: boolean;
  readonly hint?: string;
}

/** An act that needs one text: a reason, a note, an instruction. */
export function TextAct(props: TextActProps) {
  const { name, field, label, required = false, hint } = props;
  const { value, set, run, submit, times } = useWriting<{ readonly text: string }, StaffAct>(name, props, { text: "" });
  const sent = required ? value.text : value.text.trim() || null;
  return (
    <Dialog
      title={actName(props.act, false)}
      onClose={props.onClose}
      busy={run.isPending}
      error={run.error}
      onSubmit={() => submit({ [field]: sent } as never)}
    >
      <Line label={label} {...(hint ? { hint } : {})}>
        <Counted most={longest[name] ?? 500} rows={4} value={value.text} onChange={(text) => set({ text })} />
      </Line>
      <Kept times={times} />
    </Dialog>
  );
}

/** The petitioner agrees that a case which was not to be public becomes public (FZ-6.4). */
export function ConsentAct(props: ActProps) {
  const today = useToday();
  const [how, setHow] = useState("");
  const [on, setOn] = useState(today);
  const run = useAct("recordConsent", props);
  return (
    <Dialog
      title={actName(props.act, false)}
      onClose={props.onClose}
      busy={run.isPending}
      error={run.error}
      onSubmit={() => run.mutate({ how, on })}
    >
      <Line label={zh.acts.how}>
        <Counted autoFocus most={200} value={how} onChange={setHow} />
      </Line>
      <Line label={zh.acts.on}>
        <DayInput max={today} value={on} clearable onChange={setOn} />
      </Line>
    </Dialog>
  );
}
