import { useQuery } from "@tanstack/react-query";
import { Select, Table } from "antd";
import { useState } from "react";
import type { Replies } from "../../contract/route.ts";
import { fill } from "../../domain/words/fill.ts";
import { call, routes } from "../api.ts";
import { NumberInput } from "../kit/number-input.tsx";
import type { Period } from "../kit/period.tsx";
import { Loaded, Nothing } from "../kit/states.tsx";
import { whatIfWords as w } from "../words/oversight.ts";

type Row = Replies<typeof routes.whatIf.term>["rows"][number];
type Unit = keyof typeof w.units;

const sum = (rows: readonly Row[], what: "total" | "late" | "wouldBeLate") => rows.reduce((n, row) => n + row[what], 0);

/** Another term tried on the answers of a period: who would have been late. Nothing is changed by it. */
export function WhatIf({ period }: { readonly period: Period }) {
  const [n, setN] = useState(5);
  const [unit, setUnit] = useState<Unit>("workingDay");
  const query = { ...period, n, unit };
  const tried = useQuery({
    queryKey: ["what-if", query],
    queryFn: () => call(routes.whatIf.term, { query }),
    placeholderData: (before) => before,
  });
  const rows = tried.data?.rows ?? [];
  return (
    <div className="stack">
      <p className="second">{w.hint}</p>
      <div className="row">
        <label>
          {w.term} <NumberInput live min={1} max={365} value={n} onChange={(next) => next && setN(next)} />
        </label>
        <Select
          aria-label={w.unit}
          value={unit}
          onChange={setUnit}
          options={Object.entries(w.units).map(([value, label]) => ({ value: value as Unit, label }))}
        />
        {tried.data?.inForce && <span className="second">{fill(w.inForce, tried.data.inForce)}</span>}
      </div>
      <Loaded query={tried}>
        {tried.data?.gap && <p role="alert">{fill(w.gap, { year: tried.data.gap })}</p>}
        {rows.length > 0 && (
          <p role="status">
            {fill(w.sum, { total: sum(rows, "total"), late: sum(rows, "late"), wouldBe: sum(rows, "wouldBeLate") })}
          </p>
        )}
        <Table<Row>
          rowKey={(row) => row.org.id}
          size="small"
          scroll={{ x: "max-content" }}
          pagination={false}
          dataSource={rows as Row[]}
          locale={{ emptyText: <Nothing>{w.none}</Nothing> }}
          columns={[
            { title: w.org, key: "org", render: (_, row) => row.org.name },
            { title: w.total, dataIndex: "total", align: "right" },
            { title: w.late, dataIndex: "late", align: "right" },
            { title: w.wouldBe, dataIndex: "wouldBeLate", align: "right" },
            { title: w.more, key: "more", align: "right", render: (_, row) => row.wouldBeLate - row.late },
          ]}
        />
      </Loaded>
    </div>
  );
}
