import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import type { CaseDetail } from "../../../contract/case/case-detail.ts";
import type { StepView } from "../../../contract/case/case-row.ts";
import { actOf, useBegin } from "./begin.tsx";

interface Props {
  readonly kase: CaseDetail;
  readonly step: StepView | null;
}

/** The button beside a duty: the act by which this person can see to it now. */
export function DutyStep({ kase, step }: Props) {
  const begin = useBegin();
  if (step?.act === "recordDelivery") {
    return (
      <Link className="noprint" to="/messages" search={{ case: kase.id }}>
        {step.label}
      </Link>
    );
  }
  const act = actOf(step, kase);
  if (!act) return null;
  return (
    <Button className="noprint" size="small" onClick={() => begin(act)}>
      {act.label}
    </Button>
  );
}
