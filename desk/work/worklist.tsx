import { useQuery } from "@tanstack/react-query";
import { Button, Select, Tabs } from "antd";
import { useState } from "react";
import { call, routes } from "../api.ts";
import { Loaded, Nothing } from "../kit/states.tsx";
import { zh } from "../words/zh.ts";
import { CaseTable } from "./case-table.tsx";

const w = zh.work;
type Tab = "today" | "all" | "done";

/** One's own work, ordered by duty: what is due first stands first. */
export function WorklistPage() {
  const [tab, setTab] = useState<Tab>("all");
  const [rule, setRule] = useState<string | undefined>(undefined);
  const [page, setPage] = useState(1);
  const counts = useQuery({ queryKey: ["counts"], queryFn: () => call(routes.worklist.counts, {}) });
  const rows = useQuery({
    queryKey: ["work", tab, rule, page],
    queryFn: () => call(routes.worklist.rows, { query: { tab, page, ...(rule ? { rule } : {}) } }),
    placeholderData: (before) => before,
  });
  const n = (count: number | undefined) => (count === undefined ? "" : ` ${count}`);
  return (
    <>
      <div className="between">
        <h1>{w.title}</h1>
        <div className="row">
          <Select
            allowClear
            placeholder={w.rule}
            aria-label={w.rule}
            style={{ minWidth: 180 }}
            value={rule}
            onChange={(value) => {
              setRule(value);
              setPage(1);
            }}
            options={(counts.data?.byRule ?? []).map((r) => ({ value: r.rule, label: `${r.title} ${r.n}` }))}
          />
          <Button onClick={() => void rows.refetch()}>{w.refresh}</Button>
        </div>
      </div>
      <Tabs
        activeKey={tab}
        onChange={(key) => {
          setTab(key as Tab);
          setPage(1);
        }}
        items={[
          { key: "today", label: `${w.today}${n(counts.data?.today)}` },
          { key: "all", label: `${w.all}${n(counts.data?.all)}` },
          { key: "done", label: `${w.done}${n(counts.data?.done)}` },
        ]}
      />
      <Loaded query={rows}>
        <CaseTable
          name={w.title}
          rows={rows.data?.rows ?? []}
          total={rows.data?.total ?? 0}
          page={page}
          onPage={setPage}
          empty={<Nothing>{tab === "today" ? w.noneToday : w.none}</Nothing>}
        />
      </Loaded>
    </>
  );
}
