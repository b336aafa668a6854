import { Counted } from "../kit/counted.tsx";
import { Radio } from "antd";
import { useState } from "react";
import type { BreachRow } from "../../contract/efficiency.ts";
import { routes } from "../api.ts";
import { Dialog, Line } from "../kit/dialog.tsx";
import { useWrite } from "../kit/use-write.ts";
import { efficiencyWords as w } from "../words/oversight.ts";

/** Human or not: decided by a person before any sanction (FZ-11.2-1). */
export function CauseDialog({ row, onClose }: { readonly row: BreachRow; readonly onClose: () => void }) {
  const [cause, setCause] = useState<"human" | "notHuman" | null>(null);
  const [note, setNote] = useState("");
  const run = useWrite(routes.efficiency.decideCause, {
    refresh: ["breaches", "proposals"],
    said: w.decided,
    onDone: onClose,
  });
  return (
    <Dialog
      title={`${w.decideCause} · ${row.org.name} · ${row.number}`}
      button={w.decideCause}
      onClose={onClose}
      busy={run.isPending}
      error={run.error}
      disabled={cause === null}
      onSubmit={() => cause && run.mutate({ params: { id: row.id }, body: { cause, note } })}
    >
      <p className="second">
        {row.step} · {row.article} · {row.on}
      </p>
      <Radio.Group
        value={cause}
        onChange={({ target }) => setCause(target.value)}
        options={(["human", "notHuman"] as const).map((value) => ({ value, label: w.causes[value] }))}
      />
      <Line label={w.causeNote}>
        <Counted most={500} rows={4} value={note} onChange={(typed) => setNote(typed)} />
      </Line>
    </Dialog>
  );
}
