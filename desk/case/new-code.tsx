import { Counted } from "../kit/counted.tsx";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Modal, Radio } from "antd";
import { useState } from "react";
import type { CaseDetail } from "../../contract/case/case-detail.ts";
import { type IdentityCheck, identityChecks } from "../../contract/case/query-codes.ts";
import { fill } from "../../domain/words/fill.ts";
import { routes } from "../api.ts";
import { Dialog, Line } from "../kit/dialog.tsx";
import { useWrite } from "../kit/use-write.ts";
import { codeWords as w } from "../words/codes.ts";
import { refreshCase } from "./use-act.ts";

type Way = "say" | "sms";

interface Props {
  readonly kase: CaseDetail;
  readonly onClose: () => void;
}

/** Gives whoever lost their query code a new one: says how they were known, why, and reads it out or sends it. */
export function NewCodeDialog({ kase, onClose }: Props) {
  const client = useQueryClient();
  const [identity, setIdentity] = useState<IdentityCheck | null>(null);
  const [reason, setReason] = useState<string>(w.reasons[0]);
  const bySms = kase.petitioner?.codeBySms === true;
  const [way, setWay] = useState<Way>("say");
  const renew = useWrite(routes.queryCodes.renew, {
    refresh: ["messages"],
    onDone: () => void refreshCase(client, kase.id),
  });
  if (renew.data) return <Given number={renew.data.number} code={renew.data.code} onClose={onClose} />;
  return (
    <Dialog
      title={w.title}
      onClose={onClose}
      busy={renew.isPending}
      error={renew.error}
      button={way === "say" ? w.sayButton : w.smsButton}
      disabled={identity === null || reason.trim().length < 2}
      onSubmit={() => identity && renew.mutate({ params: { id: kase.id }, body: { identity, reason, way } })}
    >
      <p className="second">{w.hint}</p>
      <Line label={w.identity}>
        <Radio.Group
          className="stack"
          value={identity}
          onChange={({ target }) => setIdentity(target.value)}
          options={identityChecks.map((value) => ({ value, label: w.identities[value] }))}
        />
      </Line>
      <Line label={w.reason}>
        <Counted most={200} value={reason} onChange={(typed) => setReason(typed)} />
      </Line>
      <Line label={w.way}>
        <Radio.Group
          value={way}
          onChange={({ target }) => setWay(target.value)}
          options={[
            { value: "say", label: w.say },
            {
              value: "sms",
              label: fill(bySms ? w.sms : w.noSms, { phone: kase.petitioner?.phone ?? "" }),
              disabled: !bySms,
            },
          ]}
        />
      </Line>
    </Dialog>
  );
}

interface GivenProps {
  readonly number: string;
  readonly code: string | null;
  readonly onClose: () => void;
}

/** The new code in groups to read out; it is shown this once. */
function Given({ number, code, onClose }: GivenProps) {
  const ok = (
    <Button key="ok" type="primary" autoFocus onClick={onClose}>
      {w.close}
    </Button>
  );
  return (
    <Modal open title={w.given} width={640} maskClosable={false} onCancel={onClose} footer={[ok]}>
      <div className="stack" aria-live="polite">
        {code === null ? (
          <p>{w.sent}</p>
        ) : (
          <>
            <p>{fill(w.script, { tail: number.slice(-6) })}</p>
            <p className="codes">
              {code.slice(0, 4)} {code.slice(4, 7)} {code.slice(7)}
            </p>
            <p className="second">{w.once}</p>
          </>
        )}
      </div>
    </Modal>
  );
}
