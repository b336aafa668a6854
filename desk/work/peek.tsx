import { Button } from "antd";
import type { CaseRow } from "../../contract/case/case-row.ts";
import type { Instant } from "../../domain/calendar/plain-date.ts";
import { shortTime } from "../../domain/words/dates.ts";
import { zh as common } from "../../domain/words/zh.ts";
import { DutyLine } from "../duty/duty-line.tsx";
import { listWords as w } from "../words/lists.ts";
import { zh } from "../words/zh.ts";

interface Props {
  readonly row: CaseRow;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}

/** A row in full, without opening the case: reading it here starts no term and stands in no record. */
export function Peek({ row, onOpen, onClose }: Props) {
  return (
    <aside className="peek panel stack" aria-label={w.peek} aria-live="polite">
      <b>{row.title}</b>
      <span className="num second">{row.number}</span>
      {row.duty && (
        <div>
          <b>{row.duty.title}</b> <span className="second">{row.duty.owner?.name}</span>
          <DutyLine duty={row.duty} withArticle />
        </div>
      )}
      <dl className="facts">
        <dt>{zh.search.stage}</dt>
        <dd>{common.caseStages[row.stage]}</dd>
        <dt>{zh.work.channel}</dt>
        <dd>
          {common.channels[row.channel]} · {shortTime(row.receivedAt as Instant)}
        </dd>
        {row.place && (
          <>
            <dt>{zh.work.place}</dt>
            <dd>{row.place}</dd>
          </>
        )}
      </dl>
      <div className="row">
        <Button onClick={onOpen}>{w.openRow}</Button>
        <Button onClick={onClose}>{w.closePeek}</Button>
      </div>
    </aside>
  );
}
