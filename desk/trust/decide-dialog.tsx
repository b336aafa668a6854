import { Button, Modal, Typography } from "antd";
import { useState } from "react";
import type { OfficeChange } from "../../contract/trust/changes.ts";
import { fill } from "../../domain/words/fill.ts";
import { routes } from "../api.ts";
import { Counted } from "../kit/counted.tsx";
import { Dialog, Line } from "../kit/dialog.tsx";
import { useWrite } from "../kit/use-write.ts";
import { reportWords } from "../office/card.ts";
import { changesWords as w } from "../words/trust.ts";
import { changeText } from "./change-text.ts";

interface Props {
  readonly change: OfficeChange;
  readonly agree: boolean;
  readonly onClose: () => void;
}

/** The second person agrees, or declines with a reason; a password or token that comes of it is shown once. */
export function DecideDialog({ change, agree, onClose }: Props) {
  const [reason, setReason] = useState("");
  const run = useWrite(routes.changes.decide, {
    refresh: ["changes", "counts", "people", "org", "orgs", "tokens"],
    said: ({ notices }) =>
      !agree ? w.declined : notices.length > 0 ? fill(w.told, { lines: reportWords(notices) }) : w.agreed,
    onDone: ({ secret }) => (secret === null ? onClose() : undefined),
  });
  const kind = w.kinds[change.kind as keyof typeof w.kinds];
  const secret = run.data?.secret ?? null;
  if (secret !== null) return <Secret change={change} secret={secret} onClose={onClose} />;
  return (
    <Dialog
      title={fill(agree ? w.agreeTitle : w.declineTitle, { kind, person: change.person })}
      button={agree ? w.agree : w.decline}
      danger={!agree}
      onClose={onClose}
      busy={run.isPending}
      error={run.error}
      disabled={!agree && reason.trim().length < 2}
      onSubmit={() => run.mutate({ params: { id: change.id }, body: { agree, reason } })}
    >
      {agree && <p>{fill(w.agreeHint, { what: `${kind}，${change.person}，${changeText(change)}` })}</p>}
      <Line label={agree ? w.note : w.why}>
        <Counted most={200} value={reason} onChange={setReason} />
      </Line>
    </Dialog>
  );
}

interface SecretProps {
  readonly change: OfficeChange;
  readonly secret: string;
  readonly onClose: () => void;
}

function Secret({ change, secret, onClose }: SecretProps) {
  const token = change.kind === "token";
  return (
    <Modal
      open
      title={w.secret[change.kind]}
      maskClosable={false}
      onCancel={onClose}
      footer={[
        <Button key="ok" type="primary" autoFocus onClick={onClose}>
          {w.close}
        </Button>,
      ]}
    >
      <p className={token ? "num" : "codes"} aria-live="polite">
        {token ? <Typography.Text copyable>{secret}</Typography.Text> : secret}
      </p>
      <p className="second">{token ? w.tokenOnce : fill(w.secretOnce, { person: change.person })}</p>
    </Modal>
  );
}
