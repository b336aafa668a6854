import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import type { CaseDetail, LawfulAct } from "../../contract/cases.ts";
import type { Act } from "../../domain/rules/vocabulary.ts";
import { useKeys } from "../kit/keys.ts";
import { escalationWords } from "../words/oversight.ts";
import { zh } from "../words/zh.ts";
import { dialogs } from "./acts/dialogs.tsx";
import { actName } from "./acts/act-name.ts";

const w = zh.case;

/** Acts that move the case stand before those that only add to it. */
const aside: readonly string[] = ["note", "flagFinalAudit", "recordConsent", "takeDown", "classify", "linkRepeat"];

/** What may lawfully be done next: the server's list for this person, closed acts with their reason. */
export function ActsPanel({ kase }: { readonly kase: CaseDetail }) {
  const [doing, setDoing] = useState<LawfulAct | null>(null);
  const several = kase.legs.filter((leg) => leg.stage !== "recalled").length > 1;
  const known = kase.acts.filter((act) => dialogs[act.act as Act] !== undefined);
  const free = known.filter((act) => act.closed === null).sort((a, b) => aside.indexOf(a.act) - aside.indexOf(b.act));
  const closed = known.filter((act) => act.closed !== null);
  useKeys(
    Object.fromEntries([
      ["a", () => setDoing(free[0] ?? null)],
      ...free.slice(0, 9).map((act, n) => [String(n + 1), () => setDoing(act)]),
    ]),
  );
  const show = doing && dialogs[doing.act as Act];
  return (
    <section className="panel" aria-label={w.acts}>
      <h2>{w.acts}</h2>
      {known.length === 0 && <p className="second">{w.noActs}</p>}
      <div className="acts">
        {free.map((act, n) => (
          <Button
            key={`${act.act}/${act.legId}`}
            type={n === 0 ? "primary" : "default"}
            size="large"
            block
            onClick={() => setDoing(act)}
          >
            {actName(act, several)}
          </Button>
        ))}
        {closed.map((act) => (
          <div key={`${act.act}/${act.legId}`} className="closed">
            {actName(act, several)} — {act.closed?.message}
            {act.closed?.rule && <span className="small">（{act.closed.rule.article}）</span>}
          </div>
        ))}
      </div>
      {kase.acts.some((act) => act.act === "escalate" && act.closed === null) && (
        <p>
          <Link to="/escalations" search={{ case: kase.id } as never}>
            {escalationWords.sendThis}
          </Link>
        </p>
      )}
      {doing && show?.({ kase, act: doing, onClose: () => setDoing(null) })}
    </section>
  );
}
