import type { Actor } from "../../../domain/case/case.ts";
import type { House } from "../../house.ts";
import { bytesOf } from "../../store/case/file-bytes.ts";
import { paperOfCase } from "../../store/case/papers.ts";
import { logAccess } from "../../store/oversight/access-log.ts";

export interface PaperRequest {
  readonly caseId: string;
  readonly paperId: string;
  readonly as: "docx" | "pdf";
  /** Why the petitioner is needed in full; null for the masked printing. */
  readonly reason: string | null;
}

export type TakenPaper = { readonly name: string; readonly bytes: Buffer } | "missing" | "onlyWhole";

/** A paper's file as it was printed: masked, or whole for a reason. Either leaves a trace, the whole one as a look at the person. */
export async function takePaper(
  house: House,
  region: string,
  actor: Extract<Actor, { kind: "staff" }>,
  { caseId, paperId, as, reason }: PaperRequest,
): Promise<TakenPaper> {
  const paper = await paperOfCase(house.db, house.keys, region, caseId, paperId);
  if (!paper) return "missing";
  const [whole, masked] =
    as === "docx" ? [paper.docx_sha256, paper.masked_docx_sha256] : [paper.pdf_sha256, paper.masked_pdf_sha256];
  const sha256 = reason === null ? masked : whole;
  if (!sha256) return "onlyWhole";
  await logAccess(house.db, region, {
    id: house.newId(),
    at: house.now(),
    personId: actor.personId,
    orgId: actor.orgId,
    via: actor.via,
    what: reason === null ? "paper" : "reveal",
    caseId,
    reason: reason ?? paper.number ?? paper.title,
    detail: { paper: paperId, as },
  });
  const bytes = await bytesOf(house.db, house.keys, region, sha256);
  return { name: `${paper.title}${paper.number ?? ""}.${as}`, bytes };
}
