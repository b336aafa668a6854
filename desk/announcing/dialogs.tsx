import { Checkbox } from "antd";
import { useState } from "react";
import { routes } from "../api.ts";
import { Counted } from "../kit/counted.tsx";
import { DayInput } from "../kit/day-input.tsx";
import { Dialog, Line } from "../kit/dialog.tsx";
import { useWrite } from "../kit/use-write.ts";
import { useSession } from "../shell/session.ts";
import { announcingWords as w } from "../words/announcing.ts";

export function WriteDialog({ onClose }: { readonly onClose: () => void }) {
  const { today } = useSession();
  const [title, setTitle] = useState("");
  const [text, setText] = useState("");
  const [on, setOn] = useState(today);
  const [until, setUntil] = useState("");
  const [looked, setLooked] = useState(false);
  const run = useWrite(routes.announcements.write, { refresh: ["announcements"], said: w.written, onDone: onClose });
  return (
    <Dialog
      title={w.write}
      onClose={onClose}
      busy={run.isPending}
      error={run.error}
      onSubmit={() => run.mutate({ body: { title, text, on, until: until || null, looked } })}
    >
      <Line label={w.head}>
        <Counted most={60} value={title} onChange={setTitle} />
      </Line>
      <Line label={w.text}>
        <Counted most={2000} rows={6} value={text} onChange={setText} />
      </Line>
      <div className="grid2">
        <Line label={w.on}>
          <DayInput value={on} onChange={setOn} />
        </Line>
        <Line label={w.until} hint={w.untilHint}>
          <DayInput value={until} onChange={setUntil} min={on} clearable />
        </Line>
      </div>
      <Checkbox checked={looked} onChange={({ target }) => setLooked(target.checked)}>
        {w.looked}
      </Checkbox>
    </Dialog>
  );
}

export function WithdrawDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const [reason, setReason] = useState("");
  const run = useWrite(routes.announcements.withdraw, {
    refresh: ["announcements"],
    said: w.withdrawn,
    onDone: onClose,
  });
  return (
    <Dialog
      title={w.withdraw}
      onClose={onClose}
      busy={run.isPending}
      error={run.error}
      danger
      onSubmit={() => run.mutate({ params: { id }, body: { reason } })}
    >
      <p className="second">{w.withdrawHint}</p>
      <Line label={w.reason}>
        <Counted most={200} rows={2} value={reason} onChange={setReason} />
      </Line>
    </Dialog>
  );
}
