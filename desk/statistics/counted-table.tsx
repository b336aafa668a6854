import { Link } from "@tanstack/react-router";
import { Table } from "antd";
import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import type { CountedRow } from "../../contract/statistics.ts";
import { rowDate } from "../../domain/words/dates.ts";
import { fill } from "../../domain/words/fill.ts";
import { countWords } from "../../domain/words/statistics.ts";
import { Nothing } from "../kit/states.tsx";
import { useToday } from "../shell/session.ts";
import { statisticsWords as w } from "../words/statistics.ts";

interface Props {
  readonly list: { readonly total: number; readonly hidden: number; readonly rows: readonly CountedRow[] };
  readonly page: number;
  readonly onPage: (page: number) => void;
  /** Ratings show the grade and what was written beside it. */
  readonly ratings?: boolean;
  readonly empty: string;
}

/** The cases that make a number, and a line that reconciles the list with it. */
export function CountedTable({ list, page, onPage, ratings = false, empty }: Props) {
  const today = useToday() as PlainDate;
  const listed = list.total - list.hidden;
  const sums = { total: list.total, listed, hidden: list.hidden };
  return (
    <>
      <Table<CountedRow>
        rowKey={(row) => `${row.id}/${row.on}/${row.as}/${row.orgs.join()}`}
        size="small"
        scroll={{ x: true }}
        dataSource={[...list.rows]}
        locale={{ emptyText: <Nothing>{list.hidden > 0 ? fill(w.hidden, { n: list.hidden }) : empty}</Nothing> }}
        pagination={{
          current: page,
          total: listed,
          pageSize: 20,
          onChange: onPage,
          showSizeChanger: false,
          hideOnSinglePage: true,
        }}
        columns={[
          {
            title: w.number,
            key: "number",
            render: (_, row) => (
              <>
                <Link className="num nowrap" to="/cases/$id" params={{ id: row.id }}>
                  {row.number}
                </Link>
                <div className="small">{row.title ?? w.sealed}</div>
              </>
            ),
          },
          { title: w.orgs, key: "orgs", render: (_, row) => row.orgs.join("、") },
          {
            title: w.on,
            key: "on",
            render: (_, row) => <span className="nowrap">{rowDate(row.on as PlainDate, today)}</span>,
          },
          ratings
            ? { title: w.grade, key: "grade", render: (_, row) => <strong className="nowrap">{row.tag}</strong> }
            : {
                title: w.as,
                key: "as",
                render: (_, row) => (
                  <>
                    {countWords[row.as]}
                    {row.tag && <div className="small">{row.tag}</div>}
                  </>
                ),
              },
          ...(ratings
            ? [
                {
                  title: w.comment,
                  key: "comment",
                  render: (_: unknown, row: CountedRow) =>
                    row.comment ?? <span className="second">{row.title === null ? w.sealed : w.noComment}</span>,
                },
              ]
            : []),
        ]}
      />
      <p className="small">{fill(list.hidden > 0 ? w.totalHidden : w.total, sums)}</p>
    </>
  );
}
