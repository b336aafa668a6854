import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Tag } from "antd";
import type { CaseDetail } from "../../contract/case/case-detail.ts";
import type { Instant, PlainDate } from "../../domain/calendar/plain-date.ts";
import { shortDate, shortTime } from "../../domain/words/dates.ts";
import { fill } from "../../domain/words/fill.ts";
import { zh as common } from "../../domain/words/zh.ts";
import { call, routes } from "../api.ts";
import { DutyLine } from "../duty/duty-line.tsx";
import { useKeys } from "../kit/keys.ts";
import { MarkShape } from "../kit/marks.tsx";
import { Loaded } from "../kit/states.tsx";
import { useTitle } from "../kit/title.ts";
import { zh } from "../words/zh.ts";
import { ActsPanel } from "./acts-panel.tsx";
import { ContactPanel } from "./contact.tsx";
import { CaseTabs } from "./tabs.tsx";
import { WordsPanel } from "./words-panel.tsx";

const w = zh.case;

/** A case: the citizen's words on the left, what happened in the middle, what may lawfully be done next on the right. */
export function CasePage() {
  const { id } = useParams({ from: "/app/cases/$id" });
  const query = useQuery({
    queryKey: ["case", id],
    queryFn: () => call(routes.cases.open, { params: { id } }),
    staleTime: 5_000,
  });
  return <Loaded query={query}>{query.data && <CaseView kase={query.data} />}</Loaded>;
}

function CaseView({ kase }: { readonly kase: CaseDetail }) {
  useTitle(`${kase.number} ${kase.title}`);
  useKeys({ d: () => document.querySelector<HTMLButtonElement>(".duty button.link")?.click() });
  return (
    <>
      {kase.sealed && (
        <p className="sealed">
          <MarkShape mark="lock" /> {w.sealedBand}
        </p>
      )}
      <Head kase={kase} />
      <div className="case">
        <div className="left">
          <WordsPanel kase={kase} />
        </div>
        <div className="middle">
          <CaseTabs kase={kase} />
        </div>
        <div className="right">
          <ActsPanel kase={kase} />
          <DutiesPanel kase={kase} />
          {kase.petitioner && <ContactPanel kase={kase} />}
        </div>
      </div>
    </>
  );
}

function Head({ kase }: { readonly kase: CaseDetail }) {
  return (
    <div style={{ marginBottom: 12 }}>
      <h1>{kase.title}</h1>
      <div className="row second">
        <span className="num">{kase.number}</span>
        <Tag color="#0a4fa3">{common.caseStages[kase.stage]}</Tag>
        {kase.track && <span>{common.tracks[kase.track]}</span>}
        {kase.internalReason && (
          <span>（{common.internalReasons[kase.internalReason as keyof typeof common.internalReasons]}）</span>
        )}
        <span>
          {common.channels[kase.channel]} · {shortTime(kase.receivedAt as Instant)}
        </span>
        {kase.urgent && <Tag color="#b3261e">{zh.work.urgent}</Tag>}
        {kase.complex && <Tag>{w.complex}</Tag>}
        {kase.finalAudit && <Tag color="#7a4300">{w.finalAudit}</Tag>}
        {kase.consentedOn && <Tag>{fill(w.consented, { date: shortDate(kase.consentedOn as PlainDate) })}</Tag>}
        {kase.accused && <Tag color="#b3261e">{fill(w.accused, { org: kase.accused.name })}</Tag>}
        {kase.repeats.chain.length > 0 && <Tag>{fill(zh.work.repeats, { n: kase.repeats.chain.length + 1 })}</Tag>}
      </div>
    </div>
  );
}

/** The time to hand a case back concerns only who may still do so. */
function concerns(duty: CaseDetail["duties"][number], kase: CaseDetail): boolean {
  if (duty.kind !== "window") return true;
  const back = ["askReturn", "askBureauReturn"];
  return kase.acts.some((act) => act.legId === duty.legId && act.closed === null && back.includes(act.act));
}

function DutiesPanel({ kase }: { readonly kase: CaseDetail }) {
  const live = ["open", "paused", "awaitingVerdict"];
  const open = kase.duties.filter((duty) => live.includes(duty.state) && concerns(duty, kase));
  const ended = kase.duties.filter((d) => !open.includes(d) && d.kind === "duty" && d.state !== "cancelled");
  const line = (duty: CaseDetail["duties"][number]) => (
    <li key={duty.id}>
      <b>{duty.title}</b> <span className="second">{duty.owner?.name}</span>
      <DutyLine duty={duty} withArticle />
    </li>
  );
  return (
    <section className="panel" aria-label={w.duties}>
      <h2>{w.duties}</h2>
      <ul className="steps">{open.map(line)}</ul>
      {ended.length > 0 && (
        <details>
          <summary>
            {w.dutiesDone}（{ended.length}）
          </summary>
          <ul className="steps">{ended.map(line)}</ul>
        </details>
      )}
    </section>
  );
}
