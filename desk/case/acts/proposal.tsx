import { useQuery } from "@tanstack/react-query";
import type { CaseDetail } from "../../../contract/case/case-detail.ts";
import type { FormalityField } from "../../../contract/case/formality.ts";
import { fill } from "../../../domain/words/fill.ts";
import { call, routes } from "../../api.ts";
import { zh } from "../../words/zh.ts";

interface Props {
  readonly kase: CaseDetail;
  readonly field: FormalityField;
  readonly proposal: NonNullable<FormalityField["proposal"]>;
}

/** What the system proposes and from what it concludes so; nothing is chosen until a person chooses. */
export function Proposal({ kase, field, proposal }: Props) {
  const { data } = useQuery({
    queryKey: ["related", kase.id],
    queryFn: () => call(routes.cases.related, { params: { id: kase.id } }),
  });
  if (!data) return null;
  const n = data.samePerson.length + kase.repeats.chain.length;
  const value = n > 0 ? proposal.others : proposal.none;
  const label = field.choices.find((choice) => choice.value === value)?.label ?? value;
  return <p className="second">{fill(n > 0 ? zh.acts.proposedOthers : zh.acts.proposedNone, { label, n })}</p>;
}
