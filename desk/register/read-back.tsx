import { Alert, Button } from "antd";
import { useEffect, useRef } from "react";
import type { CaseDetail } from "../../contract/case/case-detail.ts";
import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import { longDate } from "../../domain/words/dates.ts";
import { fill } from "../../domain/words/fill.ts";
import { ErrorBox } from "../kit/states.tsx";
import { zh } from "../words/zh.ts";
import { type Registered, useFollowUp } from "./use-register.ts";

const w = zh.register;

interface Props {
  readonly done: Registered;
  readonly files: readonly File[];
  readonly onOpen: () => void;
  readonly onNext: () => void;
}

/** What the operator says to the caller: number and code in groups, what comes next and by when. */
export function ReadBack({ done, files, onOpen, onNext }: Props) {
  const { number, code } = done.filed;
  const referred = done.after.referral?.number ?? null;
  const follow = useFollowUp(done, files);
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    follow.mutate();
  }, [follow]);
  const spoken = `${code.slice(0, 4)} ${code.slice(4, 7)} ${code.slice(7)}`;
  return (
    <section className="panel stack" style={{ maxWidth: 720 }} aria-live="polite">
      <h1>{referred ? fill(w.referred, { number: referred }) : w.readBack}</h1>
      <div>
        <h2>{w.number}</h2>
        <p className="codes">{number.replaceAll("-", " ")}</p>
        {!referred && (
          <>
            <h2>{w.code}</h2>
            <p className="codes">{spoken}</p>
            <p className="second">{w.codeOnce}</p>
          </>
        )}
      </div>
      {follow.error ? (
        <>
          <Alert type="warning" showIcon title={done.after.referral ? w.referralOpen : w.handOverOpen} />
          <ErrorBox error={follow.error} />
          <Button onClick={() => follow.mutate()} loading={follow.isPending}>
            {w.againThis}
          </Button>
        </>
      ) : (
        !referred && <blockquote className="script">{script(done, follow.data)}</blockquote>
      )}
      {done.changed && follow.isSuccess && <Alert type="info" showIcon title={w.changedKept} />}
      <div className="row">
        <Button type="primary" size="large" autoFocus onClick={onNext}>
          {w.next}
        </Button>
        <Button size="large" onClick={onOpen}>
          {w.open}
        </Button>
      </div>
    </section>
  );
}

/** A sentence to say: that it is registered, who has it next and by when, and how to follow it. */
function script({ filed }: Registered, kase: CaseDetail | undefined): string {
  const open = kase?.duties.find((duty) => duty.kind === "duty" && duty.state === "open");
  const next = open ? { owner: open.owner?.name ?? "", title: open.title, due: open.due } : filed.next;
  if (!next) return w.script;
  const by = next.due ? fill(w.scriptBy, { date: longDate(next.due as PlainDate) }) : "";
  return `${w.script}${fill(w.scriptNext, { owner: next.owner, what: next.title })}${by}${w.scriptFollow}`;
}
