import type { Actor } from "../../../domain/case/case.ts";
import type { House } from "../../house.ts";
import { bytesOf, paperOfCase } from "../../store/case/papers.ts";
import { logAccess } from "../../store/oversight/access-log.ts";

/** A paper's file as it was made. It names the petitioner in full, so that taking it leaves a trace. */
export async function takePaper(
  house: House,
  region: string,
  actor: Extract<Actor, { kind: "staff" }>,
  { caseId, paperId, as }: { readonly caseId: string; readonly paperId: string; readonly as: "docx" | "pdf" },
): Promise<{ readonly name: string; readonly bytes: Buffer } | null> {
  const paper = await paperOfCase(house.db, region, caseId, paperId);
  if (!paper) return null;
  await logAccess(house.db, region, {
    id: house.newId(),
    at: house.now(),
    personId: actor.personId,
    orgId: actor.orgId,
    via: actor.via,
    what: "paper",
    caseId,
    reason: paper.number ?? paper.title,
    detail: { paper: paperId, as },
  });
  const bytes = await bytesOf(house.db, region, as === "docx" ? paper.docx_sha256 : paper.pdf_sha256);
  return { name: `${paper.title}${paper.number ?? ""}.${as}`, bytes };
}
