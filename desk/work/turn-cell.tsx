import { Button } from "antd";
import type { CaseRow } from "../../contract/case/case-row.ts";
import { fill } from "../../domain/words/fill.ts";
import { useSession } from "../shell/session.ts";
import { listWords as w } from "../words/lists.ts";
import { zh } from "../words/zh.ts";

interface Props {
  readonly row: CaseRow;
  readonly onStep: () => void;
}

/** What is to be done next: the own step as a button, else whom the case waits for and with what. */
export function TurnCell({ row: { duty, step, number }, onStep }: Props) {
  const { place } = useSession();
  if (!duty) return zh.app.none;
  if (!step) {
    const own = duty.owner?.id === place?.orgId;
    return (
      <div className="rows2">
        <div className="cut">{own ? duty.title : fill(zh.work.owes, { org: duty.owner?.name, title: duty.title })}</div>
      </div>
    );
  }
  return (
    <div className="rows2">
      <Button
        type="link"
        size="small"
        className="step"
        aria-label={fill(w.open, { step: step.label, number })}
        onKeyDown={(event) => event.stopPropagation()}
        onClick={(event) => {
          event.stopPropagation();
          onStep();
        }}
      >
        {step.label}
      </Button>
      {step.label !== duty.title && <div className="small cut">{duty.title}</div>}
    </div>
  );
}
