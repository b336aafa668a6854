import { Input, Radio } from "antd";
import { useState } from "react";
import type { SheetKind } from "../../contract/case/cases.ts";
import { zh } from "../words/zh.ts";
import { Dialog, Line } from "./dialog.tsx";

const w = zh.app;

interface Props {
  /** What will be in the workbook. */
  readonly ask: string;
  /** Where the server hands out the workbook for this purpose. */
  readonly address: (purpose: string, as: SheetKind) => string;
  /** What it can be taken along as, where there is a choice. */
  readonly kinds?: readonly SheetKind[];
  readonly onClose: () => void;
}

/** Taking data along leaves a trace: the purpose is asked first. */
export function ExportDialog({ ask, address, kinds, onClose }: Props) {
  const [as, setAs] = useState<SheetKind>("xlsx");
  const [purpose, setPurpose] = useState("");
  return (
    <Dialog
      title={w.export}
      onClose={onClose}
      busy={false}
      error={null}
      disabled={purpose.trim() === ""}
      onSubmit={() => {
        window.location.assign(address(purpose.trim(), as));
        onClose();
      }}
    >
      <p>{ask}</p>
      <Line label={w.exportPurpose}>
        <Input autoFocus maxLength={100} value={purpose} onChange={({ target }) => setPurpose(target.value)} />
      </Line>
      {kinds && (
        <Line label={w.exportAs}>
          <Radio.Group
            value={as}
            onChange={({ target }) => setAs(target.value)}
            options={kinds.map((value) => ({ value, label: w.exportKinds[value] }))}
          />
        </Line>
      )}
    </Dialog>
  );
}
