import type { FastifyInstance, FastifyRequest } from "fastify";
import { cases } from "../../../contract/case/cases.ts";
import type { Case } from "../../../domain/case/case.ts";
import { noChain } from "../../../domain/case/context.ts";
import { lawfulActs } from "../../../domain/case/lawful.ts";
import { attachFiles } from "../../actions/cases/attach-files.ts";
import type { FileTrouble } from "../../record/files/attach.ts";
import type { SentFile } from "../../record/files/look-through.ts";
import { openCase } from "../../actions/cases/open-case.ts";
import { packOf } from "../../record/perform.ts";
import { filesOfCase, readFile } from "../../store/case/files.ts";
import type { StaffCaller } from "../caller.ts";
import { hang } from "../door.ts";
import { type Fault, fault, missing } from "../fault.ts";
import { eachPart, readPart } from "../uploads/read-part.ts";
import { type Shop, worldOf } from "../shop.ts";

/** Files of cases: in by content, out as attachments that no browser opens as a page of ours. */
export function fileDoors(app: FastifyInstance, shop: Shop): void {
  const { house, region } = shop;

  hang(app, shop, cases.attach, async ({ params, caller, request, once }) => {
    const opened = await openCase(house, region, params.id, caller.actor);
    if (opened?.sees !== "all") throw missing();
    if (!(await worksOn(shop, opened.stored.kase, caller))) throw fault(403, "right.missing");
    const purpose = caller.posts.includes("operator") ? ("record" as const) : ("staff" as const);
    const sent = await sentFiles(request);
    const by = { personId: caller.personId, orgId: caller.orgId };
    const troubles = await attachFiles(house, region, { caseId: params.id, purpose }, sent, by, once);
    if (troubles.length > 0) throw notTaken(troubles, sent.length);
    const files = await filesOfCase(house.db, house.keys, region, params.id);
    return {
      files: files.map((file) => ({
        id: file.id,
        name: file.name,
        type: file.type,
        size: file.size,
        purpose: file.purpose,
        forPetitioner: file.for_petitioner,
        uploadedAt: file.uploaded_at,
      })),
    };
  });

  hang(app, shop, cases.file, async ({ params, caller, reply }) => {
    const file = await readFile(house.db, house.keys, region, params.id);
    if (!file?.case_id) throw missing();
    const opened = await openCase(house, region, file.case_id, caller.actor);
    if (opened?.sees !== "all") throw missing();
    return reply
      .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .header("x-content-type-options", "nosniff")
      .header("cache-control", "private, no-store")
      .type(file.type)
      .send(file.bytes);
  });
}

/** Why files were not taken: one alone has its own code, of several each is named with its reason. */
function notTaken(troubles: readonly FileTrouble[], sent: number): Fault {
  const faults = troubles.map(({ fault: why, name, megabytes }) =>
    fault(why === "scannerAway" ? 503 : 422, `file.${why}`, { name, size: megabytes }),
  );
  const [only] = faults;
  if (only && sent === 1) return only;
  const files = troubles.map(({ name, fault: why }) => ({ name, code: `file.${why}` }));
  const reasons = faults.map(({ message }) => message).join("");
  return fault(422, sent > troubles.length ? "file.someTaken" : "file.noneTaken", { reasons, files });
}

/** Who only supervises a case reads it and adds nothing to it (FZ-11-1). */
async function worksOn(shop: Shop, kase: Case, { actor }: StaffCaller): Promise<boolean> {
  const world = await worldOf(shop);
  const now = shop.house.now();
  const { office } = world;
  const ctx = {
    now,
    actor,
    office,
    pack: packOf(shop.house, kase, world),
    calendar: world.calendar(now),
    chain: noChain,
  };
  return lawfulActs(kase, ctx).length > 0;
}

/** The files of a multipart request; one that is cut off for its size is kept long enough to be named. */
export async function sentFiles(request: FastifyRequest): Promise<readonly SentFile[]> {
  const files: SentFile[] = [];
  await eachPart(request, {}, async (part) => {
    if (part.type !== "file") return;
    const read = await readPart(request, part.file);
    if (part.filename || read.size > 0) files.push({ name: part.filename, ...read });
  });
  return files;
}
