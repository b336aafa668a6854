import { Select } from "antd";
import { useState } from "react";
import { useToday } from "../../shell/session.ts";
import { zh } from "../../words/zh.ts";
import { type ActProps, useAct } from "../use-act.ts";
import { actName } from "./act-name.ts";
import { Counted } from "../../kit/counted.tsx";
import { DayInput } from "../../kit/day-input.tsx";
import { Dialog, Line } from "../../kit/dialog.tsx";

const w = zh.acts;

/** The lead asks an assistant for input by a day (FZ-8.6-2). */
export function AskInputAct(props: ActProps) {
  const { kase, act } = props;
  const today = useToday();
  const leg = kase.legs.find((l) => l.id === act.legId);
  const assistants = kase.legs.filter(
    (l) => l.role === "assist" && l.matterId === leg?.matterId && l.stage !== "recalled",
  );
  const [assistLegId, setAssist] = useState(assistants[0]?.id ?? "");
  const [by, setBy] = useState("");
  const [text, setText] = useState("");
  const run = useAct("askInput", props);
  return (
    <Dialog
      title={actName(act, false)}
      onClose={props.onClose}
      busy={run.isPending}
      error={run.error}
      onSubmit={() => run.mutate({ assistLegId, by, text })}
    >
      <Line label={w.assistant}>
        <Select
          value={assistLegId}
          onChange={setAssist}
          options={assistants.map((a) => ({ value: a.id, label: a.org.name }))}
        />
      </Line>
      <Line label={w.by}>
        <DayInput min={today} value={by} clearable onChange={setBy} />
      </Line>
      <Line label={w.text}>
        <Counted most={1000} rows={4} value={text} onChange={setText} />
      </Line>
    </Dialog>
  );
}

/** Taking a published answer down, with a reason. */
export function TakeDownAct(props: ActProps) {
  const { kase } = props;
  const published = kase.matters.filter((matter) => matter.publication === "published");
  const [matterId, setMatter] = useState(published[0]?.id ?? "");
  const [reason, setReason] = useState("");
  const run = useAct("takeDown", props);
  return (
    <Dialog
      title={actName(props.act, false)}
      danger
      onClose={props.onClose}
      busy={run.isPending}
      error={run.error}
      onSubmit={() => run.mutate({ matterId, reason })}
    >
      <Line label={w.matter}>
        <Select
          value={matterId}
          onChange={setMatter}
          options={published.map((m) => ({ value: m.id, label: m.title ?? kase.title }))}
        />
      </Line>
      <Line label={w.reason}>
        <Counted most={500} rows={3} value={reason} onChange={setReason} />
      </Line>
    </Dialog>
  );
}
