import { sheetKinds } from "../../contract/case/sheet-kinds.ts";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Button, Select } from "antd";
import { addressOf } from "../../contract/client.ts";
import { fill } from "../../domain/words/fill.ts";
import { call, routes } from "../api.ts";
import { Loaded, Nothing } from "../kit/states.tsx";
import { TabBar } from "../kit/tabs.tsx";
import { zh } from "../words/zh.ts";
import { CaseTable } from "./case-table.tsx";

const w = zh.work;
type Tab = "today" | "all" | "done";

/** Where somebody stands in the list; kept in the address, so that coming back from a case finds it again. */
export interface WorkAddress {
  readonly tab?: Tab;
  readonly rule?: string;
  readonly page?: number;
}

/** One's own work, ordered by duty: what is due first stands first. */
export function WorklistPage() {
  const { tab = "all", rule, page = 1 } = useSearch({ from: "/app/" }) as WorkAddress;
  const navigate = useNavigate();
  const go = (search: WorkAddress) => void navigate({ to: "/", search, replace: true });
  const counts = useQuery({ queryKey: ["counts"], queryFn: () => call(routes.worklist.counts, {}) });
  const rows = useQuery({
    queryKey: ["work", tab, rule, page],
    queryFn: () => call(routes.worklist.rows, { query: { tab, page, ...(rule ? { rule } : {}) } }),
    placeholderData: (before) => before,
  });
  const more = counts.data?.all ?? 0;
  const emptyWords = {
    today: more > 0 ? fill(w.noneToday, { n: more }) : w.none,
    all: w.none,
    done: w.noneDone,
  } satisfies Record<Tab, string>;
  const n = (count: number | undefined) => (count === undefined ? "" : ` ${count}`);
  return (
    <>
      <div className="between">
        <h1>{w.title}</h1>
        <div className="row">
          <Select<string | null>
            allowClear
            placeholder={w.rule}
            aria-label={w.rule}
            style={{ minWidth: 180 }}
            value={rule ?? null}
            onChange={(value) => go({ tab, ...(value ? { rule: value } : {}) })}
            options={(counts.data?.byRule ?? []).map((r) => ({ value: r.rule, label: `${r.title} ${r.n}` }))}
          />
          <Button onClick={() => void rows.refetch()}>{w.refresh}</Button>
        </div>
      </div>
      <TabBar<Tab>
        label={w.title}
        active={tab}
        onChange={(key) => go({ tab: key })}
        tabs={[
          { key: "today", label: `${w.today}${n(counts.data?.today)}` },
          { key: "all", label: `${w.all}${n(counts.data?.all)}` },
          { key: "done", label: `${w.done}${n(counts.data?.done)}` },
        ]}
      >
        <Loaded query={rows}>
          <CaseTable
            rows={rows.data?.rows ?? []}
            total={rows.data?.total ?? 0}
            page={page}
            onPage={(next) => go({ tab, page: next, ...(rule ? { rule } : {}) })}
            exportKinds={sheetKinds}
            exportAddress={(purpose, as) =>
              addressOf(routes.worklist.export, { query: { tab, purpose, as, ...(rule ? { rule } : {}) } })
            }
            empty={<Nothing>{emptyWords[tab]}</Nothing>}
          />
        </Loaded>
      </TabBar>
    </>
  );
}
