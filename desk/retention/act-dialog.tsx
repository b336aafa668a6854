import { useState } from "react";
import type { AppraisalLine } from "../../contract/trust/retention.ts";
import { fill } from "../../domain/words/fill.ts";
import { routes } from "../api.ts";
import { Counted } from "../kit/counted.tsx";
import { Dialog, Line } from "../kit/dialog.tsx";
import { useWrite } from "../kit/use-write.ts";
import { retentionWords as w } from "../words/retention.ts";

export type Act = "erase" | "keep" | "hold" | "release" | "agree" | "decline";

const refresh = ["appraisal"];

interface Props {
  readonly act: Act;
  readonly lines: readonly AppraisalLine[];
  readonly onClose: () => void;
}

/** One act on what was picked, with its reason. */
export function ActDialog({ act, lines, onClose }: Props) {
  const [reason, setReason] = useState("");
  const options = { refresh, said: w.done, onDone: onClose };
  const propose = useWrite(routes.retention.propose, options);
  const hold = useWrite(routes.retention.hold, options);
  const decide = useWrite(routes.retention.decide, options);
  const run = act === "erase" || act === "keep" ? propose : act === "hold" || act === "release" ? hold : decide;
  const erases = lines.some(({ proposal }) => proposal === "erase");
  const label = act === "agree" ? w.agreeTo[erases ? "erase" : "keep"] : w[act];
  const ids = lines.map(({ id }) => id);
  const submit = () => {
    if (act === "erase" || act === "keep") propose.mutate({ body: { ids, proposal: act, reason } });
    else if (act === "hold" || act === "release") hold.mutate({ body: { ids, hold: act === "hold", reason } });
    else decide.mutate({ body: { ids, agree: act === "agree", reason } });
  };
  return (
    <Dialog
      title={label}
      button={label}
      danger={act === "erase" || (act === "agree" && erases)}
      onClose={onClose}
      busy={run.isPending}
      error={run.error}
      disabled={reason.trim().length < 2}
      onSubmit={submit}
    >
      {act === "agree" ? (
        <Agreed lines={lines} />
      ) : (
        <p>{fill(act === "erase" || act === "keep" ? w.eraseHint : w.picked, { n: ids.length })}</p>
      )}
      <Line label={w.reason}>
        <Counted most={200} value={reason} onChange={setReason} />
      </Line>
      <p className="second">{w.reasonHint}</p>
    </Dialog>
  );
}

/** What agreeing does, by the numbers of the cases. */
function Agreed({ lines }: { readonly lines: readonly AppraisalLine[] }) {
  const numbers = (what: "erase" | "keep") =>
    lines
      .filter(({ proposal }) => proposal === what)
      .map(({ number }) => number)
      .join("、");
  return (
    <>
      {numbers("erase") && <p>{fill(w.agreeErase, { numbers: numbers("erase") })}</p>}
      {numbers("keep") && <p>{fill(w.agreeKeep, { numbers: numbers("keep") })}</p>}
    </>
  );
}

/** A case that no table speaks of, by its number. */
export function AddDialog({ onClose }: { readonly onClose: () => void }) {
  const [number, setNumber] = useState("");
  const [reason, setReason] = useState("");
  const add = useWrite(routes.retention.add, { refresh, said: w.done, onDone: onClose });
  return (
    <Dialog
      title={w.add}
      button={w.add}
      onClose={onClose}
      busy={add.isPending}
      error={add.error}
      disabled={number.trim() === "" || reason.trim().length < 2}
      onSubmit={() => add.mutate({ body: { number: number.trim(), reason } })}
    >
      <Line label={w.addNumber}>
        <Counted most={60} value={number} onChange={setNumber} />
      </Line>
      <Line label={w.reason}>
        <Counted most={200} value={reason} onChange={setReason} />
      </Line>
      <p className="second">{w.reasonHint}</p>
    </Dialog>
  );
}
