import { Tag } from "antd";
import type { CaseRow } from "../../contract/case/case-row.ts";
import type { Instant } from "../../domain/calendar/plain-date.ts";
import { shortTime } from "../../domain/words/dates.ts";
import { fill } from "../../domain/words/fill.ts";
import { MarkShape } from "../kit/marks.tsx";
import { listWords } from "../words/lists.ts";
import { zh } from "../words/zh.ts";
import { Star } from "./star.tsx";

const w = zh.work;

/** The number as a link, when it came in, and what is special about the case. */
export function NumberCell({ row }: { readonly row: CaseRow }) {
  return (
    <div className="rows2">
      <div className="nowrap">
        <Star row={row} />
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
      </div>
      <div className="small cut">
        {row.urgent && <Tag color="#b3261e">{w.urgent}</Tag>}
        {row.sealed && (
          <span>
            <MarkShape mark="lock" /> {w.sealed}{" "}
          </span>
        )}
        {row.partsChanged && <Tag color="#7a4300">{listWords.partsChanged}</Tag>}
        {row.people > 1 && <Tag>{fill(row.collective ? listWords.group : zh.case.people, { n: row.people })}</Tag>}
        {row.repeats > 1 && <Tag>{fill(w.repeats, { n: row.repeats })}</Tag>}
        {shortTime(row.receivedAt as Instant)}
      </div>
    </div>
  );
}
