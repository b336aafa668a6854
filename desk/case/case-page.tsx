import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { CaseDetail } from "../../contract/case/case-detail.ts";
import { openStates } from "../../domain/duty/duty.ts";
import { call, routes } from "../api.ts";
import { DutyLine } from "../duty/duty-line.tsx";
import { useKeys } from "../kit/keys.ts";
import { MarkShape } from "../kit/marks.tsx";
import { Loaded } from "../kit/states.tsx";
import { useTitle } from "../kit/title.ts";
import { zh } from "../words/zh.ts";
import { ActsPanel } from "./acts-panel.tsx";
import { BeginActs } from "./acts/begin.tsx";
import { DutyStep } from "./acts/duty-step.tsx";
import { owedInOrder } from "../../contract/case/act-order.ts";
import { CaseHead } from "./head.tsx";
import { ContactPanel } from "./contact.tsx";
import { JudgingBand } from "./judging/judging-band.tsx";
import { FactsPanel } from "./facts-panel.tsx";
import { UnsentBand } from "./unsent.tsx";
import { CaseTabs } from "./tabs.tsx";
import { WordsPanel } from "./words-panel.tsx";

const w = zh.case;

type Duty = CaseDetail["duties"][number];

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
    <BeginActs kase={kase}>
      {kase.sealed && (
        <p className="sealed">
          <MarkShape mark="lock" /> {w.sealedBand}
        </p>
      )}
      <CaseHead kase={kase} duty={owedInOrder(kase)[0] ?? null} />
      <UnsentBand kase={kase} />
      <JudgingBand kase={kase} />
      <div className="case">
        <div className="left">
          <WordsPanel kase={kase} />
          <FactsPanel kase={kase} />
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
    </BeginActs>
  );
}

/** The time to hand a case back concerns only who may still do so. */
function concerns(duty: Duty, kase: CaseDetail): boolean {
  if (duty.kind !== "window") return true;
  const back = ["askReturn", "askBureauReturn"];
  return kase.acts.some((act) => act.legId === duty.legId && act.closed === null && back.includes(act.act));
}

function DutiesPanel({ kase }: { readonly kase: CaseDetail }) {
  const open = kase.duties.filter((duty) => openStates.includes(duty.state) && concerns(duty, kase));
  const ended = kase.duties.filter((d) => !open.includes(d) && d.kind === "duty" && d.state !== "cancelled");
  const line = (duty: Duty) => (
    <li key={duty.id}>
      <b>{duty.title}</b> <span className="second">{duty.owner?.name}</span>
      <DutyLine duty={duty} withArticle />
      <DutyStep kase={kase} step={duty.step} />
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
