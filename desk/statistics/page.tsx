import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Alert, Button } from "antd";
import { useState } from "react";
import { addressOf } from "../../contract/client.ts";
import type { StretchLength } from "../../domain/accountability/stretches.ts";
import type { Counts } from "../../domain/accountability/figures.ts";
import { fill } from "../../domain/words/fill.ts";
import { call, routes } from "../api.ts";
import { ExportDialog } from "../kit/export-dialog.tsx";
import { monthOf } from "../kit/period.tsx";
import { Loaded } from "../kit/states.tsx";
import { TabBar } from "../kit/tabs.tsx";
import { usePost, useToday } from "../shell/session.ts";
import { statisticsWords as w } from "../words/statistics.ts";
import { Corrected } from "./corrected.tsx";
import { Breakdown, type Part } from "./breakdown.tsx";
import type { Drill, StatisticsFilter } from "./drill.ts";
import { DrillDialog } from "./drill-dialog.tsx";
import { FilterBar, groupingLabel } from "./filter-bar.tsx";
import { type Figures, Overview } from "./overview.tsx";
import { Ratings } from "./ratings.tsx";

type Tab = keyof typeof w.tabs;

/** The filter stands in the address: a look at the figures can be kept and passed on. */
export interface StatisticsAddress extends Partial<StatisticsFilter> {
  readonly each?: StretchLength | undefined;
  readonly tab?: Tab | undefined;
}

/** Figures of an area or a body for any days, by group and over time, each with the cases behind it. */
export function StatisticsPage() {
  const address: StatisticsAddress = useSearch({ from: "/app/statistics" });
  const navigate = useNavigate();
  const month = monthOf(useToday());
  const { tab = "overview", each = "week", from = month.from, to = month.to, org, by = "unit" } = address;
  const filter: StatisticsFilter = { from, to, org, by };
  const change = (part: StatisticsAddress) =>
    void navigate({ to: "/statistics", search: { ...address, ...part }, replace: true });
  const [drill, setDrill] = useState<Drill | null>(null);
  const [exporting, setExporting] = useState(false);
  const query = { ...filter, each };
  const figures = useQuery({
    queryKey: ["statistics", "figures", query],
    queryFn: () => call(routes.statistics.figures, { query }),
    placeholderData: (before) => before,
  });
  const { data } = figures;
  const overseesArea = usePost("efficiencyOfficer", "bureauHead", "officeLeader", "governmentLeader");
  const tabs = (Object.keys(w.tabs) as Tab[]).filter(
    (key) => (key !== "ratings" || data?.asksRatings !== false) && (key !== "corrected" || overseesArea),
  );
  return (
    <>
      <div className="between">
        <h1>{w.title}</h1>
        <div className="row noprint">
          <Button onClick={() => window.print()}>{w.print}</Button>
          <Button onClick={() => setExporting(true)}>{w.export}</Button>
        </div>
      </div>
      <FilterBar
        filter={filter}
        each={each}
        bodies={data?.bodies ?? []}
        facts={data?.facts ?? []}
        month={data?.month}
        onChange={change}
      />
      <TabBar
        label={w.tabList}
        tabs={tabs.map((key) => ({ key, label: w.tabs[key] }))}
        active={tab}
        onChange={(next) => change({ tab: next })}
      >
        <Loaded query={figures}>
          {data && (
            <>
              <p className="small">
                {fill(w.basis, { from, to, basis: data.basis })} {data.monthStart > 1 && fill(w.monthRule, data.month)}
              </p>
              {tab === "overview" && <Overview data={data} onOpen={setDrill} />}
              {tab === "groups" && (
                <Breakdown
                  key={by}
                  data={data}
                  parts={groupsOf(data)}
                  by={groupingLabel(by, data.facts)}
                  chart="bars"
                  onOpen={setDrill}
                />
              )}
              {tab === "course" && <Course data={data} each={each} onOpen={setDrill} />}
              {tab === "ratings" && <Ratings filter={filter} />}
              {tab === "corrected" && <Corrected filter={filter} />}
            </>
          )}
        </Loaded>
      </TabBar>
      {drill && <DrillDialog filter={filter} drill={drill} onClose={() => setDrill(null)} />}
      {exporting && (
        <ExportDialog
          ask={w.exportAsk}
          address={(purpose) => addressOf(routes.statistics.export, { query: { ...query, purpose } })}
          onClose={() => setExporting(false)}
        />
      )}
    </>
  );
}

function groupsOf({ groups }: Figures): readonly Part[] {
  return groups.map(({ key, name, counts }) => ({
    key,
    name,
    short: name,
    counts: counts as Counts,
    at: { group: { key, name } },
  }));
}

interface CourseProps {
  readonly data: Figures;
  readonly each: StretchLength;
  readonly onOpen: (drill: Drill) => void;
}

function Course({ data, each, onOpen }: CourseProps) {
  if (data.course === null) return <Alert type="info" title={fill(w.tooMany, { length: w.lengths[each] })} />;
  const parts = data.course.map(({ from, to, counts }) => ({
    key: from,
    name: from === to ? from : `${from}—${to.slice(5)}`,
    short: each === "month" || each === "quarter" ? to.slice(0, 7) : from.slice(5),
    counts: counts as Counts,
    at: { stretch: { from, to } },
  }));
  return <Breakdown data={data} parts={parts} by={w.period} chart="columns" onOpen={onOpen} />;
}
