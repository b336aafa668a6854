import { useMutation } from "@tanstack/react-query";
import { Radio } from "antd";
import { useState } from "react";
import type { SheetKind } from "../../contract/case/sheet-kinds.ts";
import { fill } from "../../domain/words/fill.ts";
import { zh } from "../words/zh.ts";
import { download } from "./download.ts";
import { Counted } from "./counted.tsx";
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
  const [as, setAs] = useState<SheetKind>(kinds?.[0] ?? "xlsx");
  const [purpose, setPurpose] = useState("");
  const [bytes, setBytes] = useState(0);
  const run = useMutation({
    mutationFn: () => {
      setBytes(0);
      return download(address(purpose.trim(), as), setBytes);
    },
    onSuccess: onClose,
  });
  return (
    <Dialog
      title={w.export}
      onClose={onClose}
      busy={run.isPending}
      error={run.error}
      disabled={purpose.trim() === ""}
      onSubmit={() => run.mutate()}
    >
      <p>{ask}</p>
      <Line label={w.exportPurpose}>
        <Counted autoFocus most={100} value={purpose} onChange={setPurpose} />
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
      {run.isPending && (
        <p role="status">{bytes === 0 ? w.exporting : fill(w.exportLoading, { size: sizeWords(bytes) })}</p>
      )}
    </Dialog>
  );
}

/** Kilobytes, or megabytes with one decimal. */
function sizeWords(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
