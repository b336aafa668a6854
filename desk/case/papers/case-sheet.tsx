import { Button } from "antd";
import { useState } from "react";
import type { CaseDetail } from "../../../contract/case/case-detail.ts";
import { addressOf } from "../../../contract/client.ts";
import { routes } from "../../api.ts";
import { ExportDialog } from "../../kit/export-dialog.tsx";
import { zh } from "../../words/zh.ts";

const w = zh.case;

/** Takes the case along as a file: with what happened, without personal data. */
export function CaseSheetButton({ kase }: { readonly kase: CaseDetail }) {
  const [open, setOpen] = useState(false);
  if (kase.sees !== "all") return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{w.sheet}</Button>
      {open && (
        <ExportDialog
          ask={w.sheetAsk}
          kinds={["pdf", "docx"]}
          address={(purpose, as) => addressOf(routes.papers.sheet, { params: { id: kase.id }, query: { purpose, as } })}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
