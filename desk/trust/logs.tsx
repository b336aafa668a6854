import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Input, Segmented, Table } from "antd";
import { useState } from "react";
import { type LogKind, logKinds, type LogRow } from "../../contract/trust/logs.ts";
import type { Instant } from "../../domain/calendar/plain-date.ts";
import { longTime } from "../../domain/words/dates.ts";
import { fill } from "../../domain/words/fill.ts";
import { call, routes } from "../api.ts";
import { DayInput } from "../kit/day-input.tsx";
import { ErrorBox, Loaded, Nothing } from "../kit/states.tsx";
import { logsWords as w } from "../words/trust.ts";
import { zh } from "../words/zh.ts";
import { aboutOf } from "./log-words.ts";

const size = 50;

/** The log for its auditor: sign-ins, refusals, readings, acts on people and rights, and whether any was changed. */
export function LogsPage() {
  const [kind, setKind] = useState<LogKind>("signIns");
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const [q, setQ] = useState("");
  const [page, setPage] = useState(1);
  const query = { kind, q, page, size, ...(from ? { from } : {}), ...(to ? { to } : {}) };
  const list = useQuery({
    queryKey: ["logs", query],
    queryFn: () => call(routes.logs.read, { query }),
    placeholderData: (before) => before,
  });
  const change =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      set(value);
      setPage(1);
    };
  return (
    <>
      <div className="between">
        <h1>{w.title}</h1>
        <Verify />
      </div>
      <div className="row" style={{ margin: "12px 0" }}>
        <Segmented
          value={kind}
          onChange={change(setKind)}
          options={logKinds.map((value) => ({ value, label: w.kinds[value] }))}
        />
        <span>{w.from}</span>
        <DayInput value={from} clearable onChange={change(setFrom)} />
        <span>{w.to}</span>
        <DayInput value={to} clearable min={from} onChange={change(setTo)} />
        <Input.Search
          allowClear
          style={{ width: 280 }}
          aria-label={kind === "office" ? w.findOffice : w.find}
          placeholder={kind === "office" ? w.findOffice : w.find}
          onSearch={(text) => change(setQ)(text.trim())}
        />
      </div>
      <Loaded query={list}>
        <Table<LogRow>
          rowKey="id"
          size="small"
          scroll={{ x: "max-content" }}
          dataSource={list.data?.rows ?? []}
          locale={{ emptyText: <Nothing>{w.none}</Nothing> }}
          pagination={{
            current: page,
            pageSize: size,
            total: list.data?.total ?? 0,
            showSizeChanger: false,
            showTotal: (n) => fill(zh.app.total, { n }),
            onChange: setPage,
          }}
          columns={[
            { title: w.time, key: "at", render: (_, row) => longTime(row.at as Instant) },
            { title: w.what, key: "what", render: (_, row) => w.whats[row.what] ?? row.what },
            { title: w.who, key: "who", render: (_, row) => <Who row={row} /> },
            ...(kind === "office"
              ? []
              : [
                  {
                    title: w.where,
                    key: "where",
                    render: (_: unknown, row: LogRow) => (
                      <span className="num">{[row.login, row.address].filter(Boolean).join("　") || zh.app.none}</span>
                    ),
                  },
                ]),
            { title: w.about, key: "about", render: (_, row) => aboutOf(row) || zh.app.none },
          ]}
        />
      </Loaded>
    </>
  );
}

function Who({ row }: { readonly row: LogRow }) {
  const who = [row.org, row.who].filter(Boolean).join(" ");
  return (
    <>
      <div>{who || (row.what.startsWith("signIn") ? zh.app.none : w.system)}</div>
      {row.via && <div className="small">{fill(w.via, { name: row.via })}</div>}
    </>
  );
}

/** Whether the log is what it was, asked for by hand: it reads everything. */
function Verify() {
  const check = useQuery({
    queryKey: ["logCheck"],
    queryFn: () => call(routes.logs.verify, {}),
    enabled: false,
    gcTime: 0,
  });
  return (
    <div className="row">
      {check.error ? <ErrorBox error={check.error} /> : null}
      {check.data && (
        <Alert
          type={check.data.faults > 0 ? "error" : "success"}
          showIcon
          title={fill(check.data.faults > 0 ? w.broken : w.verified, check.data)}
        />
      )}
      <Button loading={check.isFetching} onClick={() => void check.refetch()}>
        {w.verify}
      </Button>
    </div>
  );
}
