import { Counted } from "../kit/counted.tsx";
import { Radio } from "antd";
import { useState } from "react";
import type { MessageRow } from "../../contract/messages.ts";
import { Dialog, Line } from "../kit/dialog.tsx";
import { messagesWords as w } from "../words/office.ts";
import { NumberToCall } from "./number-to-call.tsx";
import { useComplete } from "./use-complete.ts";

/** A call with the words to read, and what came of it. An unanswered call is an attempt, not a result. */
export function TaskDialog({ row, onClose }: { readonly row: MessageRow; readonly onClose: () => void }) {
  const [reached, setReached] = useState(true);
  const [note, setNote] = useState("");
  const run = useComplete(onClose);
  return (
    <Dialog
      title={w.result}
      onClose={onClose}
      busy={run.isPending}
      error={run.error}
      onSubmit={() => run.mutate({ params: { id: row.id }, body: { reached, note } })}
    >
      {row.caseId && row.channel === "phone" && <NumberToCall caseId={row.caseId} />}
      <div>
        <h2>{w.read}</h2>
        <blockquote className="script">{row.body}</blockquote>
      </div>
      <Radio.Group
        value={reached}
        onChange={({ target }) => setReached(target.value)}
        options={[
          { value: true, label: w.reached },
          { value: false, label: w.notReached },
        ]}
      />
      <Line label={w.resultNote}>
        <Counted most={500} rows={3} value={note} onChange={(typed) => setNote(typed)} />
      </Line>
    </Dialog>
  );
}
