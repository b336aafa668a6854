import { useState } from "react";
import type { MessageRow } from "../../contract/messages.ts";
import { Counted } from "../kit/counted.tsx";
import { Dialog, Line } from "../kit/dialog.tsx";
import { messagesWords as w } from "../words/office.ts";
import { useComplete } from "./use-complete.ts";

/** What no gateway took away was sent from a telephone or mailbox of the house's own: how, and the case knows. */
export function ByHandDialog({ row, onClose }: { readonly row: MessageRow; readonly onClose: () => void }) {
  const [note, setNote] = useState("");
  const run = useComplete(onClose);
  return (
    <Dialog
      title={w.byHand}
      onClose={onClose}
      busy={run.isPending}
      error={run.error}
      onSubmit={() => run.mutate({ params: { id: row.id }, body: { reached: true, note: note.trim() } })}
    >
      <p className="second">{w.byHandHint}</p>
      <div>
        <h2>{w.words}</h2>
        <blockquote className="script">{row.body}</blockquote>
        {row.veiled && <p className="second small">{w.byHandVeiled}</p>}
      </div>
      <Line label={w.byHandHow}>
        <Counted autoFocus most={500} rows={2} value={note} onChange={setNote} />
      </Line>
    </Dialog>
  );
}
