import { useQueryClient } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { useState } from "react";
import type { CaseDetail } from "../../../contract/case/case-detail.ts";
import type { Instant } from "../../../domain/calendar/plain-date.ts";
import { shortTime } from "../../../domain/words/dates.ts";
import { fill } from "../../../domain/words/fill.ts";
import { actOf, useBegin } from "../acts/begin.tsx";
import { judgingWords as w } from "../../words/judging.ts";
import { JudgeDialog } from "./judge-dialog.tsx";

/** The petitioner is not satisfied and nobody has decided what becomes of it: that stands above the case until somebody does. */
export function JudgingBand({ kase }: { readonly kase: CaseDetail }) {
  const [open, setOpen] = useState(false);
  const client = useQueryClient();
  const begin = useBegin();
  const note = kase.acts.find(({ act, closed }) => act === "note" && closed === null);
  if (!kase.judging) return null;
  const { said, at, mine } = kase.judging;
  const step = kase.judging.redo?.step ?? null;
  // The judgement has made a new version of the case: the next act begins from that one.
  const goOn = () => {
    const after = client.getQueryData<CaseDetail>(["case", kase.id]);
    if (after) begin(actOf(step, after), after);
  };
  const mayDecide = mine && note !== undefined;
  return (
    <>
      <Alert
        type="warning"
        showIcon
        style={{ marginBottom: 12 }}
        title={fill(mayDecide ? w.waits : w.waitsForOthers, { said, time: shortTime(at as Instant) })}
        action={mayDecide && <Button onClick={() => setOpen(true)}>{w.judge}</Button>}
      />
      {open && note && <JudgeDialog kase={kase} act={note} onClose={() => setOpen(false)} onRedo={goOn} />}
    </>
  );
}
