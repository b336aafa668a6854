import { useNavigate } from "@tanstack/react-router";
import type { StepView } from "../../contract/case/case-row.ts";

/** The step to begin when a case is opened, in its address: `act/formality/leg`. */
export interface CaseAddress {
  readonly do?: string | undefined;
}

/** A step as the address of a case names it. */
export function stepAddress({ act, formality, legId }: Pick<StepView, "act" | "formality" | "legId">): string {
  return `${act}/${formality ?? ""}/${legId ?? ""}`;
}

/** Opens a case, with the dialog of a step where one is named; telling the petitioner is done where messages are sent. */
export function useOpenCase(): (id: string, step?: StepView | null) => void {
  const navigate = useNavigate();
  return (id, step) => {
    if (step?.act === "recordDelivery") void navigate({ to: "/messages", search: { case: id } as never });
    else {
      const search = step && step.act !== "view" ? { do: stepAddress(step) } : {};
      void navigate({ to: "/cases/$id", params: { id }, search: search as never });
    }
  };
}
