import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import type { CaseDetail } from "../../contract/case/case-detail.ts";
import type { LawfulAct } from "../../contract/case/case-row.ts";
import type { Act } from "../../domain/rules/vocabulary.ts";
import { useKeys } from "../kit/keys.ts";
import { escalationWords } from "../words/oversight.ts";
import { zh } from "../words/zh.ts";
import { fill } from "../../domain/words/fill.ts";
import { concerns, inOrder, isNext } from "../../contract/case/act-order.ts";
import { useBegin } from "./acts/begin.tsx";
import { dialogs } from "./acts/dialogs.tsx";
import { actName } from "./acts/act-name.ts";

const w = zh.case;

function keyOf({ act, legId, formality }: LawfulAct): string {
  return `${act}/${legId}/${formality ?? ""}`;
}

type First = NonNullable<LawfulAct["first"]>;

function leadsThere(act: LawfulAct, first: LawfulAct["first"]): boolean {
  return first !== null && act.formality === first.formality && act.legId === first.legId;
}

/** The article stands in the sentence already. */
function inWords({ message, rule }: NonNullable<LawfulAct["closed"]>): boolean {
  return rule !== null && message.includes(rule.article);
}

/** The step that has to come before: to press, or with whose it is. */
function FirstStep({ first, onBegin }: { readonly first: First; readonly onBegin: () => void }) {
  if (!first.mine) return <div className="small">{fill(w.firstByOthers, { step: first.label, who: first.by })}</div>;
  return (
    <div>
      <button type="button" className="link" onClick={onBegin}>
        {fill(w.firstStep, { step: first.label })}
      </button>
    </div>
  );
}

/** `Y` agrees to what somebody has handed in, `B` sends it back: each opens its dialog, which still has to be sent. */
const agrees: readonly string[] = ["approveReply", "passAudit", "acceptReturn", "acceptBureauReturn"];
const sendsBack: readonly string[] = ["rejectDraft", "failAudit", "refuseReturn", "refuseBureauReturn"];

/** What may lawfully be done next: the server's list for this person, closed acts with their reason. */
export function ActsPanel({ kase }: { readonly kase: CaseDetail }) {
  const begin = useBegin();
  const known = kase.acts.filter((act) => dialogs[act.act as Act] !== undefined && concerns(act));
  const several = (act: LawfulAct) =>
    known.filter((other) => other.act === act.act && other.formality === act.formality).length > 1;
  const free = inOrder(
    known.filter((act) => act.closed === null),
    kase,
  );
  const closed = known.filter((act) => act.closed !== null);
  useKeys(
    Object.fromEntries([
      ["a", () => begin(free[0])],
      ["y", () => begin(free.find(({ act }) => agrees.includes(act)))],
      ["b", () => begin(free.find(({ act }) => sendsBack.includes(act)))],
      ["r", () => begin(free.find((act) => act.act === "draftReply"))],
      ["p", () => begin(free.find((act) => act.act === "dispatch" || act.act === "dispatchOn"))],
      [".", () => document.querySelector<HTMLElement>(".acts button, .acts [tabindex]")?.focus()],
      ...free.slice(0, 9).map((act, n) => [String(n + 1), () => begin(act)]),
    ]),
  );
  return (
    <section className="panel" aria-label={w.acts}>
      <h2>{w.acts}</h2>
      {known.length === 0 && <p className="second">{w.noActs}</p>}
      <div className="acts">
        {free.map((act, n) => (
          <Button
            key={keyOf(act)}
            type={n === 0 && isNext(act, kase) ? "primary" : "default"}
            block
            onClick={() => begin(act)}
          >
            {actName(act, several(act))}
          </Button>
        ))}
        {closed.length > 0 && (
          <details open={free.length === 0}>
            <summary>{fill(w.closedActs, { n: closed.length })}</summary>
            {closed.map((act) => (
              <div key={keyOf(act)} className="closed">
                <button type="button" aria-disabled="true">
                  {actName(act, several(act))} — {act.closed?.message}
                  {act.closed?.rule && !inWords(act.closed) && (
                    <span className="small">（{act.closed.rule.article}）</span>
                  )}
                </button>
                {act.first && (
                  <FirstStep first={act.first} onBegin={() => begin(free.find((one) => leadsThere(one, act.first)))} />
                )}
              </div>
            ))}
          </details>
        )}
      </div>
      {kase.acts.some((act) => act.act === "escalate" && act.closed === null) && (
        <p>
          <Link to="/escalations" search={{ case: kase.id } as never}>
            {escalationWords.sendThis}
          </Link>
        </p>
      )}
    </section>
  );
}
