import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import type { CaseDetail } from "../../contract/case/case-detail.ts";
import type { LawfulAct } from "../../contract/case/case-row.ts";
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

/** Closed because there is nothing that the act could be about: not worth a line. */
const empty: readonly string[] = ["input.notAnAssistant", "publication.notPublished"];

/** A step of the regulation's own that has not had its occasion, or has had it: not worth a line while nobody owes it. */
const noOccasion: readonly string[] = [
  "formality.notDone",
  "formality.alreadyDone",
  "fact.forbidden",
  "term.notOverdue",
  "term.alreadyOver",
];

function concerns(act: LawfulAct, kase: CaseDetail): boolean {
  if (act.formality && !act.owed && noOccasion.includes(act.closed?.code ?? "")) return false;
  if (act.act === "recordConsent") return kase.choice === "nonPublic" && kase.consentedOn === null;
  return !empty.includes(act.closed?.code ?? "");
}

/** Adding a part to a case that is dispatched already is possible, but not what comes next. */
function weight(act: LawfulAct, kase: CaseDetail): number {
  if (act.owed) return -2;
  if (act.formality) return aside.length;
  const added = act.act === "dispatch" && kase.matters.every((matter) => matter.stage !== "unassigned");
  return aside.indexOf(added ? "classify" : act.act);
}

function keyOf({ act, legId, formality }: LawfulAct): string {
  return `${act}/${legId}/${formality ?? ""}`;
}

/** An act that somebody has begun, with the case as it was then. */
interface Doing {
  readonly act: LawfulAct;
  readonly seen: CaseDetail;
}

/** What may lawfully be done next: the server's list for this person, closed acts with their reason. */
export function ActsPanel({ kase }: { readonly kase: CaseDetail }) {
  const [doing, setDoing] = useState<Doing | null>(null);
  const begin = (act: LawfulAct | undefined) => setDoing(act ? { act, seen: kase } : null);
  const known = kase.acts.filter((act) => dialogs[act.act as Act] !== undefined && concerns(act, kase));
  const several = (act: LawfulAct) =>
    known.filter((other) => other.act === act.act && other.formality === act.formality).length > 1;
  const free = known.filter((act) => act.closed === null).sort((a, b) => weight(a, kase) - weight(b, kase));
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
            key={keyOf(act)}
            type={n === 0 && weight(act, kase) < 0 ? "primary" : "default"}
            size="large"
            block
            onClick={() => begin(act)}
          >
            {actName(act, several(act))}
          </Button>
        ))}
        {closed.map((act) => (
          <div key={keyOf(act)} className="closed">
            {actName(act, several(act))} — {act.closed?.message}
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
