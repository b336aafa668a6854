import { Input } from "antd";
import { useState } from "react";
import { zh } from "../words/zh.ts";
import { Dialog, Line } from "./dialog.tsx";

const w = zh.app;

interface Props {
  /** What will be in the workbook. */
  readonly ask: string;
  /** Where the server hands out the workbook for this purpose. */
  readonly address: (purpose: string) => string;
  readonly onClose: () => void;
}

/** Taking data along leaves a trace: the purpose is asked first. */
export function ExportDialog({ ask, address, onClose }: Props) {
  const [purpose, setPurpose] = useState("");
  return (
    <Dialog
      title={w.export}
      onClose={onClose}
      busy={false}
      error={null}
      disabled={purpose.trim() === ""}
      onSubmit={() => {
        window.location.assign(address(purpose.trim()));
        onClose();
      }}
    >
      <p>{ask}</p>
      <Line label={w.exportPurpose}>
        <Input autoFocus maxLength={100} value={purpose} onChange={({ target }) => setPurpose(target.value)} />
      </Line>
    </Dialog>
  );
}
