import { Input, Select } from "antd";
import { useState } from "react";
import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import { longDate } from "../../../domain/words/dates.ts";
import { fill } from "../../../domain/words/fill.ts";
import { zh } from "../../words/zh.ts";
import { type ActProps, useAct } from "../use-act.ts";
import { actName } from "./act-name.ts";
import { Dialog, Line } from "../../kit/dialog.tsx";
import { useOrgs } from "../../office/org-tree.tsx";

const w = zh.acts;

/** "Not ours": the reason, and who should have it instead (FZ-8.3-1, FZ-8.3-4). The clock goes on. */
export function AskReturnAct(props: ActProps & { readonly name: "askReturn" | "askBureauReturn" }) {
  const orgs = useOrgs();
  const [reason, setReason] = useState("");
  const [suggested, setSuggested] = useState<string | null>(null);
  const run = useAct(props.name, props);
  const window_ = props.kase.duties.find(
    (d) => d.kind === "window" && d.legId === props.act.legId && d.state === "open",
  );
  const own = props.act.org?.id;
  return (
    <Dialog
      title={actName(props.act, false)}
      onClose={props.onClose}
      busy={run.isPending}
      error={run.error}
      onSubmit={() => run.mutate({ reason, suggested })}
    >
      {window_?.due && <p>{fill(w.windowLeft, { date: longDate(window_.due as PlainDate) })}</p>}
      <p className="second">{w.clockRuns}</p>
      <Line label={w.reason}>
        <Input.TextArea autoFocus rows={4} value={reason} onChange={({ target }) => setReason(target.value)} />
      </Line>
      <Line label={w.suggested}>
        <Select
          showSearch={{ optionFilterProp: "label" }}
          value={suggested}
          onChange={setSuggested}
          options={orgs
            .filter((org) => org.kind !== "area" && org.id !== own)
            .map((org) => ({ value: org.id, label: org.shortName }))}
        />
      </Line>
    </Dialog>
  );
}
