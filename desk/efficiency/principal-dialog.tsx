import { Counted } from "../kit/counted.tsx";
import { useState } from "react";
import type { BreachRow } from "../../contract/efficiency.ts";
import { routes } from "../api.ts";
import { Dialog, Line } from "../kit/dialog.tsx";
import { useWrite } from "../kit/use-write.ts";
import { efficiencyWords as w } from "../words/oversight.ts";

interface Props {
  readonly rows: readonly BreachRow[];
  readonly onClose: () => void;
}

/** Nobody was named for the task: the unit's principal leader answers (FZ-10-5). */
export function PrincipalDialog({ rows, onClose }: Props) {
  const [note, setNote] = useState("");
  const run = useWrite(routes.efficiency.openPrincipalItem, {
    refresh: ["proposals", "breaches"],
    said: w.principalDone,
    onDone: onClose,
  });
  const [first] = rows;
  if (!first) return null;
  return (
    <Dialog
      title={`${w.principal} · ${first.org.name}`}
      button={w.principal}
      onClose={onClose}
      busy={run.isPending}
      error={run.error}
      onSubmit={() => run.mutate({ body: { orgId: first.org.id, breaches: rows.map((row) => row.id), note } })}
    >
      <p className="second">{w.principalHint}</p>
      <ul className="steps">
        {rows.map((row) => (
          <li key={row.id}>
            <span className="num">
              {row.on} {row.number}
            </span>{" "}
            {row.step}
          </li>
        ))}
      </ul>
      <p>{first.principal.map((p) => `${p.name}（${p.post}）`).join("、")}</p>
      <Line label={w.note}>
        <Counted most={500} rows={3} value={note} onChange={(typed) => setNote(typed)} />
      </Line>
    </Dialog>
  );
}
