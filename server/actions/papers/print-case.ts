import type { Actor, CaseId } from "../../../domain/case/case.ts";
import type { Paper } from "../../../domain/papers/paper.ts";
import { paperDocx } from "../../gateways/papers/docx.ts";
import { paperPdf } from "../../gateways/papers/pdf.ts";
import type { House } from "../../house.ts";
import { logExport } from "../../record/log-export.ts";

/** A case as a file to keep or print; that it was taken along is written down before it goes out. */
export async function printCase(
  house: House,
  region: string,
  actor: Extract<Actor, { kind: "staff" }>,
  order: { readonly caseId: CaseId; readonly purpose: string; readonly as: "docx" | "pdf"; readonly paper: Paper },
): Promise<Buffer> {
  await logExport(house, region, actor, {
    at: house.now(),
    purpose: order.purpose,
    caseId: order.caseId,
    detail: { what: "caseSheet", as: order.as },
  });
  return order.as === "docx" ? paperDocx(order.paper) : paperPdf(order.paper);
}
