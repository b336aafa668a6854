import { Select } from "antd";
import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import { longDate } from "../../../domain/words/dates.ts";
import { fill } from "../../../domain/words/fill.ts";
import { zh } from "../../words/zh.ts";
import { Kept } from "../writing/kept.tsx";
import type { ActProps } from "../use-act.ts";
import { useWriting } from "../writing/use-writing.ts";
import { actName } from "./act-name.ts";
import { Counted } from "../../kit/counted.tsx";
import { Dialog, Line } from "../../kit/dialog.tsx";
import { unitKinds } from "../../../domain/office/org.ts";
import { useOrgs } from "../../office/org-tree.tsx";

const w = zh.acts;

/** Bodies that cases are handled by; the service centre and the offices of government are none. */
const receiving: readonly string[] = [...unitKinds, "petitionBureau"];

interface Asked extends Readonly<Record<string, unknown>> {
  readonly reason: string;
  readonly suggested: string | null;
}

/** "Not ours": the reason, and who should have it instead (FZ-8.3-1, FZ-8.3-4). The clock goes on. */
export function AskReturnAct(props: ActProps & { readonly name: "askReturn" | "askBureauReturn" }) {
  const orgs = useOrgs();
  const { value, set, run, submit, times } = useWriting<Asked, "askReturn" | "askBureauReturn">(props.name, props, {
    reason: "",
    suggested: null,
  });
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
      onSubmit={() => submit({ reason: value.reason, suggested: value.suggested })}
    >
      {window_?.due && <p>{fill(w.windowLeft, { date: longDate(window_.due as PlainDate) })}</p>}
      <p className="second">{w.clockRuns}</p>
      <Line label={w.reason}>
        <Counted autoFocus most={1000} rows={4} value={value.reason} onChange={(reason) => set({ reason })} />
      </Line>
      <Line label={w.suggested}>
        <Select
          showSearch={{ optionFilterProp: "label" }}
          value={value.suggested}
          onChange={(suggested) => set({ suggested: suggested ?? null })}
          options={orgs
            .filter((org) => receiving.includes(org.kind) && org.id !== own)
            .map((org) => ({ value: org.id, label: org.shortName }))}
        />
      </Line>
      <Kept times={times} />
    </Dialog>
  );
}
