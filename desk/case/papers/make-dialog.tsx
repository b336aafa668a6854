import { Counted } from "../../kit/counted.tsx";
import { useQuery } from "@tanstack/react-query";
import { Alert } from "antd";
import { useEffect, useState } from "react";
import type { CaseDetail } from "../../../contract/case/case-detail.ts";
import type { PaperChoice, PaperPreview } from "../../../contract/case/papers.ts";
import { fill } from "../../../domain/words/fill.ts";
import { call, routes } from "../../api.ts";
import { Dialog, Line } from "../../kit/dialog.tsx";
import { Loaded } from "../../kit/states.tsx";
import { useWrite } from "../../kit/use-write.ts";
import { paperWords as w } from "../../words/papers.ts";
import { Sheet } from "./sheet.tsx";

interface Props {
  readonly kase: CaseDetail;
  readonly choice: PaperChoice;
  readonly onClose: () => void;
}

/** What will be printed and what is still missing, before the paper is made for good. */
export function MakeDialog({ kase, choice, onClose }: Props) {
  const [written, setWritten] = useState<Readonly<Record<string, string>>>({});
  const settled = useSettled(written);
  const order = { kind: choice.kind, legId: choice.legId, written: settled };
  const preview = useQuery({
    queryKey: ["papers", "preview", kase.id, kase.version, order],
    queryFn: () => call(routes.papers.preview, { params: { id: kase.id }, body: order }),
    placeholderData: (before) => before,
  });
  const make = useWrite(routes.papers.make, {
    refresh: ["papers", "case"],
    said: (made) => fill(w.made, { title: choice.title, number: made.number ?? "" }),
    onDone: onClose,
  });
  const lacking = preview.data?.missing ?? [];
  return (
    <Dialog
      title={fill(w.makeTitle, { title: choice.title })}
      button={w.make}
      width={760}
      onClose={onClose}
      busy={make.isPending}
      error={make.error}
      disabled={preview.data === undefined || lacking.length > 0 || settled !== written}
      onSubmit={() => make.mutate({ params: { id: kase.id }, body: { ...order, written } })}
    >
      <p className="second">
        {choice.words}（{choice.article}）
      </p>
      {choice.asks.map((ask) => (
        <Line key={ask.name} label={ask.label}>
          <Counted
            most={5000}
            {...(ask.long ? { rows: 2 } : {})}
            value={written[ask.name] ?? ""}
            onChange={(typed) => setWritten({ ...written, [ask.name]: typed })}
          />
        </Line>
      ))}
      <Lacking missing={lacking} />
      {(preview.data?.unprintable.length ?? 0) > 0 && (
        <Alert type="warning" showIcon title={fill(w.unprintable, { characters: preview.data?.unprintable ?? [] })} />
      )}
      <Loaded query={preview}>{preview.data && <Sheet paper={preview.data} />}</Loaded>
      <p className="small">{w.previewMasked}</p>
    </Dialog>
  );
}

function Lacking({ missing }: { readonly missing: PaperPreview["missing"] }) {
  if (missing.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={w.missing}
      description={missing
        .map(({ label, written }) => (written === null ? label : fill(w.missingHere, { label })))
        .join("、")}
    />
  );
}

/** What was typed, once the typing has paused. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), 400);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
