import { Alert, Checkbox, Radio } from "antd";
import { useState } from "react";
import type { PlainDate } from "../../../../domain/calendar/plain-date.ts";
import { longDate } from "../../../../domain/words/dates.ts";
import { fill } from "../../../../domain/words/fill.ts";
import { zh as common } from "../../../../domain/words/zh.ts";
import { Counted } from "../../../kit/counted.tsx";
import { Dialog, Line } from "../../../kit/dialog.tsx";
import { zh } from "../../../words/zh.ts";
import { contentOf, ReplyToJudge } from "../../words/reading.tsx";
import { SeenByPetitioner } from "../../words/seen.tsx";
import { actName } from "../act-name.ts";
import { type ActProps, useAct } from "../../use-act.ts";
import { BarringPart } from "../barring/barring-part.tsx";
import { useBarring } from "../barring/use-barring.ts";
import { Difference } from "./difference.tsx";
import { Timeliness } from "./timeliness.tsx";
import { outgoing, type ReplyOutside, usePreview } from "./use-preview.ts";

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
  const { text = "", parts = {}, claims = [], promises = [] } = reply ?? {};
  const outside = usePreview(kase, act.legId, { text, parts, claims, promises, withhold });
  const barring = useBarring(kase, passing && outside?.published === true, leg ? [leg.matterId] : []);
  const open = kase.forms.auditItems.some((item) => checklist[item] === undefined) || barring.open > 0;
  const submit = () => {
    const answers = { ...checklist };
    if (passing) pass.mutate({ checklist: answers, withhold, reason: reason || null, barring: barring.decisions });
    else fail.mutate({ checklist: answers, reason });
  };
  return (
    <Dialog
      title={actName(act, false)}
      width={760}
      onClose={props.onClose}
      busy={run.isPending}
      error={run.error}
      disabled={open}
      danger={!passing}
      onSubmit={submit}
    >
      <Timeliness kase={kase} legId={act.legId} />
      <ReplyToJudge kase={kase} reply={reply} />
      <Difference kase={kase} replies={leg?.replies ?? []} />
      {reply && <SeenByPetitioner kase={kase} unit={leg?.org.name ?? ""} reply={contentOf(reply)} outside={outside} />}
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
      <BarringPart barring={barring} />
      {(!passing || withhold) && (
        <Line label={passing ? w.withholdReason : w.reason}>
          <Counted most={passing ? 500 : 1000} rows={3} value={reason} onChange={setReason} />
        </Line>
      )}
      <p className="second">{passing ? effect(kase.channel, outside) : redo(outside)}</p>
    </Dialog>
  );
}

/** What passing does: by which way the answer goes, how many messages, and whether it is published. */
function effect(channel: keyof typeof common.channels, outside: ReplyOutside | undefined): string {
  const publish = outside?.published ? w.passPublish : w.passWithheld;
  const count = outgoing(outside, w.sentOut);
  return (
    fill(w.passEffect, { channel: common.channels[channel], publish }) + (count ? fill(w.passCount, { count }) : "")
  );
}

/** By which day the redo has to be done, before it is ordered. */
function redo(outside: ReplyOutside | undefined): string {
  return outside?.redoBy ? fill(w.redoBy, { date: longDate(outside.redoBy as PlainDate) }) : w.failDue;
}
