import { zh } from "../words/zh.ts";
import { Tag } from "antd";
import type { CaseRow } from "../../contract/case/case-row.ts";
import type { Instant } from "../../domain/calendar/plain-date.ts";
import { shortTime } from "../../domain/words/dates.ts";
import { fill } from "../../domain/words/fill.ts";
import { MarkShape } from "../kit/marks.tsx";

const w = zh.work;

export function NumberCell({ row }: { readonly row: CaseRow }) {
  return (
    <div className="rows2">
      <a
        className="num"
        href={`/desk/cases/${row.id}`}
        tabIndex={-1}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) event.stopPropagation();
          else event.preventDefault();
        }}
      >
        {row.number}
      </a>
      <div className="small">
        {shortTime(row.receivedAt as Instant)} {row.urgent && <Tag color="#b3261e">{w.urgent}</Tag>}
        {row.sealed && (
          <span>
            <MarkShape mark="lock" /> {w.sealed}
          </span>
        )}
        {row.repeats > 1 && <Tag>{fill(w.repeats, { n: row.repeats })}</Tag>}
      </div>
    </div>
  );
}
