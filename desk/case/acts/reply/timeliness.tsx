import type { CaseDetail } from "../../../../contract/case/case-detail.ts";
import { fill } from "../../../../domain/words/fill.ts";
import { DutyLine } from "../../../duty/duty-line.tsx";
import { zh } from "../../../words/zh.ts";

interface Props {
  readonly kase: CaseDetail;
  readonly legId: string | null;
}

/** One's own term first, then how the unit kept its own: two lines that are never added up. */
export function Timeliness({ kase, legId }: Props) {
  const leg = kase.legs.find((one) => one.id === legId);
  const on = kase.duties.filter((duty) => duty.legId === legId && duty.kind === "duty" && duty.state !== "cancelled");
  const own = on.filter((duty) => duty.state === "open" && duty.owner?.id !== leg?.org.id);
  const units = on.filter((duty) => duty.owner?.id === leg?.org.id && (duty.due !== null || duty.dueWithin !== null));
  return (
    <ul className="steps" aria-label={zh.case.duties}>
      {own.map((duty) => (
        <li key={duty.id}>
          <b>{duty.title}</b> <DutyLine duty={duty} withArticle />
        </li>
      ))}
      {units.slice(-2).map((duty) => (
        <li key={duty.id}>
          <b>{fill(zh.acts.unitTimely, { unit: leg?.org.name ?? "" })}</b> {duty.title} <DutyLine duty={duty} />
        </li>
      ))}
    </ul>
  );
}
