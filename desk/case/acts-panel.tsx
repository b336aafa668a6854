import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import type { CaseDetail, LawfulAct } from "../../contract/case-detail.ts";
import type { Act } from "../../domain/rules/vocabulary.ts";
import { useKeys } from "../kit/keys.ts";
import { ConflictNote } from "../kit/states.tsx";
import { escalationWords } from "../words/oversight.ts";
import { zh } from "../words/zh.ts";
import { dialogs } from "./acts/dialogs.tsx";
import { actName } from "./acts/act-name.ts";
import { WhatChanged } from "./what-changed.tsx";

const w = zh.case;

/** Acts that turn a case away or only add to it stand after those that move it on. */
const aside: readonly string[] = [
  "acceptReturn",
  "acceptBureauReturn",
  "refuseReturn",
  "refuseBureauReturn",
  "failAudit",
  "rejectDraft",
  "direct",
  "askInput",
  "giveInput",
  "askReturn",
  "askBureauReturn",
  "classify",
  "linkRepeat",
  "declineRepeat",
  "refuse",
  "note",
  "flagFinalAudit",
  "recordConsent",
  "takeDown",
];

/** An act that somebody has begun, with the case as it was then. */
interface Doing {
  readonly act: LawfulAct;
  readonly seen: CaseDetail;
}

/** What may lawfully be done next: the server's list for this person, closed acts with their reason. */
export function ActsPanel({ kase }: { readonly kase: CaseDetail }) {
  const [doing, setDoing] = useState<Doing | null>(null);
  const begin = (act: LawfulAct | undefined) => setDoing(act ? { act, seen: kase } : null);
  const several = kase.legs.filter((leg) => leg.stage !== "recalled").length > 1;
  const known = kase.acts.filter((act) => dialogs[act.act as Act] !== undefined);
  const free = known.filter((act) => act.closed === null).sort((a, b) => aside.indexOf(a.act) - aside.indexOf(b.act));
  const closed = known.filter((act) => act.closed !== null);
  useKeys(
    Object.fromEntries([
      ["a", () => begin(free[0])],
      ...free.slice(0, 9).map((act, n) => [String(n + 1), () => begin(act)]),
    ]),
  );
  const show = doing && dialogs[doing.act.act as Act];
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
            onClick={() => begin(act)}
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
      {doing && show && (
        <ConflictNote.Provider
          value={<WhatChanged kase={kase} seen={doing.seen} onGoOn={() => setDoing({ ...doing, seen: kase })} />}
        >
          {show({ kase, act: doing.act, seenVersion: doing.seen.version, onClose: () => setDoing(null) })}
        </ConflictNote.Provider>
      )}
    </section>
  );
}
