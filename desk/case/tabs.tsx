import { useState } from "react";
import type { CaseDetail } from "../../contract/case/case-detail.ts";
import { TabBar } from "../kit/tabs.tsx";
import { zh } from "../words/zh.ts";
import { Timeline } from "./timeline.tsx";
import { Replies } from "./replies.tsx";
import { Legs } from "./legs.tsx";
import { Related } from "./related.tsx";
import { Messages, Reads } from "./messages-and-reads.tsx";
import { Papers } from "./papers/papers.tsx";

const w = zh.case;

type TabKey = keyof typeof w.tabs;

/** Whoever has to judge a reply sees it first. */
function judges(kase: CaseDetail): boolean {
  return kase.acts.some((act) => act.closed === null && (act.act === "approveReply" || act.act === "passAudit"));
}

/** What happened, the replies, who works together, what was sent, what is related, who looked. */
export function CaseTabs({ kase }: { readonly kase: CaseDetail }) {
  const [tab, setTab] = useState<TabKey>(judges(kase) ? "reply" : "timeline");
  const tabs = (Object.keys(pages) as TabKey[])
    .filter((key) => (key !== "related" && key !== "papers") || kase.sees === "all")
    .map((key) => ({ key, label: w.tabs[key] }));
  const Page = pages[tab];
  return (
    <section className="panel" aria-label={w.tabs[tab]}>
      <TabBar label={w.tabsLabel} tabs={tabs} active={tab} onChange={setTab}>
        <Page kase={kase} />
      </TabBar>
    </section>
  );
}

const pages: Readonly<Record<TabKey, (props: { readonly kase: CaseDetail }) => React.ReactNode>> = {
  timeline: Timeline,
  reply: Replies,
  joint: Legs,
  messages: Messages,
  papers: Papers,
  related: Related,
  reads: Reads,
};
