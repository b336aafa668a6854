import { Tabs } from "antd";
import { useState } from "react";
import { monthOf, type Period, PeriodInput } from "../kit/period.tsx";
import { useSession, useToday } from "../shell/session.ts";
import { efficiencyWords as w } from "../words/oversight.ts";
import { Board } from "./board.tsx";
import { Breaches, type OnlyThese } from "./breaches.tsx";
import { Checks } from "./checks.tsx";
import { Circulars } from "./circulars.tsx";
import { Proposals } from "./proposals.tsx";
import { WhatIf } from "./what-if.tsx";
import { Yearly } from "./yearly.tsx";

/** The efficiency office: every step of every unit, its misses, and what follows from them. It edits no case. */
export function EfficiencyPage() {
  const today = useToday();
  const { knows } = useSession();
  const [period, setPeriod] = useState<Period>(monthOf(today));
  const [tab, setTab] = useState("board");
  const [only, setOnly] = useState<OnlyThese | null>(null);
  return (
    <>
      <div className="between">
        <h1>{w.title}</h1>
        <PeriodInput value={period} onChange={setPeriod} />
      </div>
      <Tabs
        destroyOnHidden
        activeKey={tab}
        onChange={(next) => {
          setOnly(null);
          setTab(next);
        }}
        items={[
          {
            key: "board",
            label: w.tabs.board,
            children: (
              <Board
                period={period}
                onOpen={(these) => {
                  setOnly(these);
                  setTab("breaches");
                }}
              />
            ),
          },
          { key: "breaches", label: w.tabs.breaches, children: <Breaches period={period} only={only} /> },
          ...(knows.includes("admonitions")
            ? [{ key: "proposals", label: w.tabs.proposals, children: <Proposals /> }]
            : []),
          { key: "circulars", label: w.tabs.circulars, children: <Circulars period={period} /> },
          ...(knows.includes("dailyChecks") ? [{ key: "checks", label: w.tabs.checks, children: <Checks /> }] : []),
          ...(knows.includes("commendation") ? [{ key: "yearly", label: w.tabs.yearly, children: <Yearly /> }] : []),
          { key: "whatIf", label: w.tabs.whatIf, children: <WhatIf period={period} /> },
        ]}
      />
    </>
  );
}
