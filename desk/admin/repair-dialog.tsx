import { Counted } from "../kit/counted.tsx";
import { Radio } from "antd";
import { useState } from "react";
import { type AccountRepair, type PersonCheck, personChecks } from "../../contract/accounts.ts";
import { fill } from "../../domain/words/fill.ts";
import { zh as common } from "../../domain/words/zh.ts";
import { routes } from "../api.ts";
import { Dialog, Line } from "../kit/dialog.tsx";
import { useWrite } from "../kit/use-write.ts";
import { repairWords as w } from "../words/accounts.ts";
import { changesWords } from "../words/trust.ts";

interface Props {
  readonly person: { readonly id: string; readonly name: string };
  readonly what: AccountRepair;
  readonly onClose: () => void;
}

/** Lets somebody in again: says how the person was known and why; a reset waits for a second person. */
export function RepairDialog({ person, what, onClose }: Props) {
  const [check, setCheck] = useState<PersonCheck | null>(null);
  const [reason, setReason] = useState("");
  const run = useWrite(routes.accounts.repair, {
    refresh: ["people", "changes", "counts"],
    said: ({ waits }) =>
      waits
        ? fill(changesWords.proposedNow, { seat: common.posts[waits.seat] })
        : fill(w.done, { what: w.repairs[what], name: person.name }),
    onDone: onClose,
  });
  return (
    <Dialog
      title={`${w.repairs[what]} · ${person.name}`}
      button={what === "unlock" ? w.repairs[what] : w.propose}
      onClose={onClose}
      busy={run.isPending}
      error={run.error}
      disabled={check === null || reason.trim().length < 2}
      onSubmit={() => check && run.mutate({ params: { id: person.id as never }, body: { what, check, reason } })}
    >
      <p>{w.hints[what]}</p>
      <p className="second">
        {w.logged}
        {what === "unlock" ? "" : changesWords.proposeHint}
      </p>
      <Line label={w.check}>
        <Radio.Group
          className="stack"
          value={check}
          onChange={({ target }) => setCheck(target.value)}
          options={personChecks.map((value) => ({ value, label: w.checks[value] }))}
        />
      </Line>
      <Line label={w.reason}>
        <Counted most={200} value={reason} onChange={(typed) => setReason(typed)} />
      </Line>
    </Dialog>
  );
}
