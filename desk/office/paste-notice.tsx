import { Alert, Button, Input } from "antd";
import { useState } from "react";
import { fill } from "../../domain/words/fill.ts";
import { Line } from "../kit/dialog.tsx";
import { calendarWords as w } from "../words/office.ts";
import { type ReadNotice, readNotice } from "./read-notice.ts";

interface Props {
  readonly year: number;
  readonly onRead: (read: ReadNotice) => void;
}

/** The notice as it was published: pasted and read, it fills the lines below. */
export function PasteNotice({ year, onRead }: Props) {
  const [text, setText] = useState("");
  const [read, setRead] = useState<ReadNotice | "unread" | null>(null);
  const take = () => {
    const found = readNotice(text, year);
    setRead(found ?? "unread");
    if (found) onRead(found);
  };
  const count = (days: Readonly<Record<string, string>>) => Object.keys(days).length;
  return (
    <>
      <Line label={w.paste} hint={w.pasteHint}>
        <Input.TextArea rows={4} value={text} onChange={({ target }) => setText(target.value)} />
      </Line>
      <div>
        <Button disabled={text.trim() === ""} onClick={take}>
          {w.pasteRead}
        </Button>
      </div>
      {read === "unread" && <Alert type="error" title={w.pasteUnread} />}
      {read !== null && read !== "unread" && (
        <Alert type="success" title={fill(w.pasteDone, { off: count(read.holidays), work: count(read.makeUpDays) })} />
      )}
    </>
  );
}
