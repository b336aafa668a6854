import type { Actor, CaseId } from "../../../domain/case/case.ts";
import type { Paper } from "../../../domain/papers/paper.ts";
import { paperDocx } from "../../gateways/papers/docx.ts";
import { paperPdf } from "../../gateways/papers/pdf.ts";
import type { House } from "../../house.ts";
import { logAccess } from "../../store/oversight/access-log.ts";

/** A case as a file to keep or print; that it was taken along is written down before it goes out. */
export async function printCase(
  house: House,
  region: string,
  actor: Extract<Actor, { kind: "staff" }>,
  order: { readonly caseId: CaseId; readonly purpose: string; readonly as: "docx" | "pdf"; readonly paper: Paper },
): Promise<Buffer> {
  await logAccess(house.db, region, {
    id: house.newId(),
    at: house.now(),
    personId: actor.personId,
    orgId: actor.orgId,
    via: actor.via,
    what: "export",
    caseId: order.caseId,
    reason: order.purpose,
    detail: { what: "caseSheet", as: order.as },
  });
  return order.as === "docx" ? paperDocx(order.paper) : paperPdf(order.paper);
}
