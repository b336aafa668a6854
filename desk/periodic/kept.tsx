import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { addressOf } from "../../contract/client.ts";
import type { KeptWork } from "../../contract/periodic.ts";
import type { Instant } from "../../domain/calendar/plain-date.ts";
import { longTime } from "../../domain/words/dates.ts";
import { fill } from "../../domain/words/fill.ts";
import { call, routes } from "../api.ts";
import { ExportDialog } from "../kit/export-dialog.tsx";
import { Loaded } from "../kit/states.tsx";
import { periodicWords as w } from "../words/periodic.ts";
import { CallBacks } from "./call-backs.tsx";
import { SectionView } from "./section-view.tsx";

/** A work as it was recorded; its material is fetched when somebody opens it. */
export function Kept({ work }: { readonly work: KeptWork }) {
  const [open, setOpen] = useState(false);
  const time = longTime(work.recordedAt as Instant);
  return (
    <details className="panel" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <b>{fill(w.keptLine, { title: work.title, number: work.number ?? "" })}</b>{" "}
        <span className="small">
          {fill(w.keptBy, { on: work.heldOn, from: work.from, to: work.to, who: work.recordedBy, time })}
        </span>
      </summary>
      {open && <Opened work={work} />}
    </details>
  );
}

function Opened({ work }: { readonly work: KeptWork }) {
  const params = { id: work.id };
  const [exporting, setExporting] = useState(false);
  const opened = useQuery({
    queryKey: ["periodic-work", work.id],
    queryFn: () => call(routes.periodic.open, { params }),
  });
  const { data } = opened;
  return (
    <div className="stack" style={{ marginTop: 12 }}>
      <div className="row noprint">
        <Button href={addressOf(routes.periodic.docx, { params })}>{w.docx}</Button>
        <Button href={addressOf(routes.periodic.pdf, { params })}>{w.pdf}</Button>
        <Button onClick={() => setExporting(true)}>{w.xlsx}</Button>
      </div>
      {work.with.length > 0 && <p>{fill(w.with[work.what], { kinds: work.with })}</p>}
      <Loaded query={opened}>
        {data?.sections.map((section) => (
          <SectionView key={section.key} section={section}>
            {data.remarks[section.key] && <p>{fill(w.remarkOf, { text: data.remarks[section.key] })}</p>}
          </SectionView>
        ))}
        {data && data.callBacks.length > 0 && <CallBacks rows={data.callBacks} followed />}
      </Loaded>
      {exporting && (
        <ExportDialog
          ask={w.exportAsk}
          address={(purpose) => addressOf(routes.periodic.export, { params, query: { purpose } })}
          onClose={() => setExporting(false)}
        />
      )}
    </div>
  );
}
