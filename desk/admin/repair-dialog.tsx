import { Counted } from "../kit/counted.tsx";
import { Button, Modal, Radio } from "antd";
import { useState } from "react";
import { type AccountRepair, type PersonCheck, personChecks } from "../../contract/accounts.ts";
import { fill } from "../../domain/words/fill.ts";
import { routes } from "../api.ts";
import { Dialog, Line } from "../kit/dialog.tsx";
import { useWrite } from "../kit/use-write.ts";
import { repairWords as w } from "../words/accounts.ts";

interface Props {
  readonly person: { readonly id: string; readonly name: string };
  readonly what: AccountRepair;
  readonly onClose: () => void;
}

/** Lets somebody in again: says how the person was known and why, and shows a one-time password once. */
export function RepairDialog({ person, what, onClose }: Props) {
  const [check, setCheck] = useState<PersonCheck | null>(null);
  const [reason, setReason] = useState("");
  const run = useWrite(routes.accounts.repair, {
    refresh: ["people"],
    said: fill(w.done, { what: w.repairs[what], name: person.name }),
    onDone: ({ password }) => (password === null ? onClose() : undefined),
  });
  const password = run.data?.password ?? null;
  if (password !== null) return <OneTime name={person.name} password={password} onClose={onClose} />;
  return (
    <Dialog
      title={`${w.repairs[what]} · ${person.name}`}
      button={w.repairs[what]}
      onClose={onClose}
      busy={run.isPending}
      error={run.error}
      disabled={check === null || reason.trim().length < 2}
      onSubmit={() => check && run.mutate({ params: { id: person.id as never }, body: { what, check, reason } })}
    >
      <p>{w.hints[what]}</p>
      <p className="second">{w.logged}</p>
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

interface OneTimeProps {
  readonly name: string;
  readonly password: string;
  readonly onClose: () => void;
}

function OneTime({ name, password, onClose }: OneTimeProps) {
  const ok = (
    <Button key="ok" type="primary" autoFocus onClick={onClose}>
      {w.close}
    </Button>
  );
  return (
    <Modal open title={w.password} maskClosable={false} onCancel={onClose} footer={[ok]}>
      <p className="codes" aria-live="polite">
        {password}
      </p>
      <p className="second">{fill(w.passwordOnce, { name })}</p>
    </Modal>
  );
}
