import { Alert, Checkbox, Input, Radio } from "antd";
import { useState } from "react";
import { fill } from "../../../../domain/words/fill.ts";
import { zh as common } from "../../../../domain/words/zh.ts";
import { zh } from "../../../words/zh.ts";
import { QuestionAndReply } from "../../words/reading.tsx";
import { SeenByPetitioner } from "../../words/seen.tsx";
import { type ActProps, useAct } from "../../use-act.ts";
import { Dialog, Line } from "../../../kit/dialog.tsx";

const w = zh.acts;

/** The audit: five questions, then one of two verdicts; what follows stands there before it is pressed. */
export function AuditAct(props: ActProps) {
  const { kase, act } = props;
  const passing = act.act === "passAudit";
  const leg = kase.legs.find((l) => l.id === act.legId);
  const reply = leg?.replies.at(-1);
  const [checklist, setChecklist] = useState<Readonly<Record<string, boolean>>>({});
  const [reason, setReason] = useState("");
  const [withhold, setWithhold] = useState(false);
  const pass = useAct("passAudit", props);
  const fail = useAct("failAudit", props);
  const run = passing ? pass : fail;
  const open = kase.forms.auditItems.some((item) => checklist[item] === undefined);
  const publish = kase.track === "internal" || withhold ? w.passWithheld : w.passPublish;
  const submit = () => {
    const answers = { ...checklist };
    if (passing) pass.mutate({ checklist: answers, withhold, reason: reason || null });
    else fail.mutate({ checklist: answers, reason });
  };
  return (
    <Dialog
      title={passing ? w.pass : w.fail}
      width={900}
      onClose={props.onClose}
      busy={run.isPending}
      error={run.error}
      disabled={open}
      danger={!passing}
      onSubmit={submit}
    >
      <QuestionAndReply kase={kase} reply={reply} />
      {reply && <SeenByPetitioner kase={kase} unit={leg?.org.name ?? ""} reply={reply} />}
      <h3>{w.checklist}</h3>
      {kase.forms.auditItems.map((item) => (
        <fieldset key={item} className="row" aria-label={common.auditItems[item] ?? item}>
          <span style={{ minWidth: 140 }}>{common.auditItems[item] ?? item}</span>
          <Radio.Group
            value={checklist[item]}
            onChange={({ target }) => setChecklist({ ...checklist, [item]: target.value })}
            options={[
              { value: true, label: zh.app.yes },
              { value: false, label: zh.app.no },
            ]}
          />
        </fieldset>
      ))}
      {passing && reply?.advisesWithholding && kase.track === "public" && (
        <>
          <Alert type="info" title={fill(w.withholdHint, { reason: reply.adviceReason })} />
          <Checkbox checked={withhold} onChange={({ target }) => setWithhold(target.checked)}>
            {w.withhold}
          </Checkbox>
        </>
      )}
      {(!passing || withhold) && (
        <Line label={passing ? w.withholdReason : w.reason}>
          <Input.TextArea rows={3} value={reason} onChange={({ target }) => setReason(target.value)} />
        </Line>
      )}
      <p className="second">
        {passing ? fill(w.passEffect, { channel: common.channels[kase.channel], publish }) : w.failDue}
      </p>
    </Dialog>
  );
}
