import { sheetKinds } from "../../contract/case/sheet-kinds.ts";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Select } from "antd";
import { addressOf } from "../../contract/client.ts";
import { type WorkTab, workTabs } from "../../contract/case/worklist.ts";
import { fill } from "../../domain/words/fill.ts";
import { call, routes } from "../api.ts";
import { Loaded, Nothing } from "../kit/states.tsx";
import { TabBar } from "../kit/tabs.tsx";
import { listWords } from "../words/lists.ts";
import { zh } from "../words/zh.ts";
import { CaseTable } from "./case-table.tsx";
import { Changes, standsStill } from "./changes.tsx";

const w = zh.work;

/** Where somebody stands in the list; kept in the address, so that coming back from a case finds it again. */
export interface WorkAddress {
  readonly tab?: WorkTab;
  readonly rule?: string;
  readonly page?: number;
}

/** One's own work, one row a case: what somebody can do now, what is due first stands first. */
export function WorklistPage() {
  const { tab = "all", rule, page = 1 } = useSearch({ from: "/app/" }) as WorkAddress;
  const navigate = useNavigate();
  const go = (search: WorkAddress) => void navigate({ to: "/", search, replace: true });
  const counts = useQuery({ queryKey: ["counts"], queryFn: () => call(routes.worklist.counts, {}) });
  const rows = useQuery({
    queryKey: ["work", tab, rule, page],
    queryFn: () => call(routes.worklist.rows, { query: { tab, page, ...(rule ? { rule } : {}) } }),
    placeholderData: (before) => before,
    ...standsStill,
  });
  const more = counts.data?.all ?? 0;
  const empty = tab === "today" && more > 0 ? fill(listWords.more, { n: more }) : listWords.empty[tab];
  const n = (key: WorkTab) => (counts.data ? ` ${counts.data[key] ?? 0}` : "");
  const shown = workTabs.filter((key) => key !== "colleague" || (counts.data?.colleague ?? null) !== null);
  const refresh = () => {
    void rows.refetch();
    void counts.refetch();
  };
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
          <Changes
            of={["work", tab]}
            asOf={rows.data?.asOf}
            ask={(since) => call(routes.worklist.changes, { query: { tab, since } })}
            onRefresh={refresh}
          />
        </div>
      </div>
      {(counts.data?.judging ?? 0) > 0 && (
        <p>
          <Link to="/cases" search={{ judging: true }}>
            {fill(listWords.toJudge, { n: counts.data?.judging })}
          </Link>
        </p>
      )}
      <TabBar<WorkTab>
        label={w.title}
        active={tab}
        onChange={(key) => go({ tab: key })}
        tabs={shown.map((key) => ({ key, label: `${listWords.tabs[key]}${n(key)}` }))}
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
            empty={<Nothing>{empty}</Nothing>}
          />
        </Loaded>
      </TabBar>
    </>
  );
}
