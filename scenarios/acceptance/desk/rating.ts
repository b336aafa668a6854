import type { CaseId } from "../../../domain/case/case.ts";
import { actOnCase } from "../../../server/actions/cases/act-on-case.ts";
import type { City } from "../../city.ts";

/** The petitioner rates the answer. */
export async function rates({ house }: City, id: string, grade: string, comment: string): Promise<void> {
  const command = { act: "rate", legId: null, input: { grade, comment } } as const;
  const order = { region: house.region, caseId: id as CaseId, actor: { kind: "petitioner" }, command } as const;
  const done = await actOnCase(house, { ...order, seenVersion: null }, null);
  if (!("done" in done)) throw new Error(JSON.stringify(done));
}
