import { useQuery } from "@tanstack/react-query";
import { Button, Tag } from "antd";
import { useState } from "react";
import type { CaseDetail } from "../../../contract/case/case-detail.ts";
import type { PaperChoice, PaperRow } from "../../../contract/case/papers.ts";
import { addressOf } from "../../../contract/client.ts";
import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import { longDate } from "../../../domain/words/dates.ts";
import { fill } from "../../../domain/words/fill.ts";
import { call, routes } from "../../api.ts";
import { ExportDialog } from "../../kit/export-dialog.tsx";
import { Loaded } from "../../kit/states.tsx";
import { paperWords as w } from "../../words/papers.ts";
import { time } from "../time.ts";
import { CaseSheetButton } from "./case-sheet.tsx";
import { MakeDialog } from "./make-dialog.tsx";
import { ServiceDialog } from "./service-dialog.tsx";

/** The papers of a case: what may be made now, what was made, and how it was served. */
export function Papers({ kase }: { readonly kase: CaseDetail }) {
  const [making, setMaking] = useState<PaperChoice | null>(null);
  const [serving, setServing] = useState<PaperRow | null>(null);
  const query = useQuery({
    queryKey: ["papers", kase.id, kase.version],
    queryFn: () => call(routes.papers.list, { params: { id: kase.id } }),
  });
  return (
    <Loaded query={query}>
      <CaseSheetButton kase={kase} />
      <h3>{w.kept}</h3>
      {query.data?.rows.length === 0 && <p className="second">{w.none}</p>}
      <ul className="steps">
        {query.data?.rows.map((row) => (
          <Kept key={row.id} caseId={kase.id} row={row} onServe={() => setServing(row)} />
        ))}
      </ul>
      <h3>{w.choices}</h3>
      {query.data?.choices.length === 0 && <p className="second">{w.noChoices}</p>}
      <ul className="steps">
        {query.data?.choices.map((choice) => (
          <Choice key={`${choice.kind}${choice.legId}`} choice={choice} onMake={() => setMaking(choice)} />
        ))}
      </ul>
      {making && <MakeDialog kase={kase} choice={making} onClose={() => setMaking(null)} />}
      {serving && (
        <ServiceDialog caseId={kase.id} today={kase.today} paper={serving} onClose={() => setServing(null)} />
      )}
    </Loaded>
  );
}

function Choice({ choice, onMake }: { readonly choice: PaperChoice; readonly onMake: () => void }) {
  return (
    <li>
      <div className="between">
        <span>
          <b>{choice.title}</b>
          {choice.org && fill(w.ofUnit, { org: choice.org.name })}{" "}
          {!choice.supplied ? <Tag>{w.notSupplied}</Tag> : choice.reconstructed && <Tag>{w.reconstructed}</Tag>}
          <div className="small">
            {choice.words}（{choice.article}）
          </div>
        </span>
        <Button onClick={onMake}>{w.make}</Button>
      </div>
    </li>
  );
}

interface KeptProps {
  readonly caseId: string;
  readonly row: PaperRow;
  readonly onServe: () => void;
}

function Kept({ caseId, row, onServe }: KeptProps) {
  const [taking, setTaking] = useState(false);
  const params = { id: caseId, paperId: row.id };
  const facts = { organ: row.organ.name, who: row.madeBy, time: time(row.madeAt) };
  return (
    <li>
      <div>
        <b>{row.title}</b> {row.number}
      </div>
      <div className="small">
        {fill(w.madeBy, facts)}
        {" · "}
        <span title={`${w.hashTitle}：${row.pdfHash}`}>{fill(w.hash, { hash: row.pdfHash.slice(0, 12) })}</span>
      </div>
      <div className="row">
        {row.masked && (
          <>
            <a href={addressOf(routes.papers.pdf, { params })}>{w.pdf}</a>
            <a href={addressOf(routes.papers.docx, { params })}>{w.docx}</a>
          </>
        )}
        {row.mayTakeWhole && (
          <Button size="small" onClick={() => setTaking(true)}>
            {w.whole}
          </Button>
        )}
        {row.mayServe && (
          <Button size="small" onClick={onServe}>
            {w.serve}
          </Button>
        )}
      </div>
      {taking && (
        <ExportDialog
          ask={w.wholeAsk}
          kinds={["pdf", "docx"]}
          address={(purpose, as) =>
            addressOf(as === "docx" ? routes.papers.docx : routes.papers.pdf, { params, query: { purpose } })
          }
          onClose={() => setTaking(false)}
        />
      )}
      <Services services={row.services} />
    </li>
  );
}

function Services({ services }: Pick<PaperRow, "services">) {
  if (services.length === 0) return <div className="small">{w.noServices}</div>;
  return (
    <ul>
      {services.map((own) => (
        <li key={`${own.recordedAt}${own.mode}${own.recipient}`}>
          {fill(w.serviceLine, {
            day: longDate(own.onDay as PlainDate),
            mode: w.modes[own.mode],
            recipient: own.recipient,
            result: w.results[own.result],
          })}
          <div className="small">
            {[
              own.takenBy && fill(w.takenByLine, { name: own.takenBy }),
              own.mailNumber && fill(w.mailLine, { number: own.mailNumber }),
              own.note,
              fill(w.byLine, { who: own.recordedBy, time: time(own.recordedAt) }),
            ]
              .filter(Boolean)
              .join("　")}
          </div>
        </li>
      ))}
    </ul>
  );
}
