import type { FastifyInstance, FastifyRequest } from "fastify";
import { cases } from "../../../contract/case/cases.ts";
import { attachFiles } from "../../actions/cases/attach-files.ts";
import type { SentFile } from "../../record/files/attach.ts";
import { openCase } from "../../actions/cases/open-case.ts";
import { filesOfCase, readFile } from "../../store/case/files.ts";
import { hang } from "../door.ts";
import { fault, missing } from "../fault.ts";
import type { Shop } from "../shop.ts";

/** Files of cases: in by content, out as attachments that no browser opens as a page of ours. */
export function fileDoors(app: FastifyInstance, shop: Shop): void {
  const { house, region } = shop;

  hang(app, shop, cases.attach, async ({ params, caller, request }) => {
    const opened = await openCase(house, region, params.id, caller.actor);
    if (opened?.sees !== "all") throw missing();
    const purpose = caller.posts.includes("operator") ? ("record" as const) : ("staff" as const);
    const sent = await sentFiles(request);
    const by = { personId: caller.personId, orgId: caller.orgId };
    const [trouble] = await attachFiles(house, region, { caseId: params.id, purpose }, sent, by);
    if (trouble) throw fault(422, `file.${trouble.fault}`, { name: trouble.name, size: trouble.megabytes, n: 1 });
    const files = await filesOfCase(house.db, region, params.id);
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
    const file = await readFile(house.db, region, params.id);
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

/** The files of a multipart request; one that is cut off for its size is kept long enough to be named. */
export async function sentFiles(request: FastifyRequest): Promise<readonly SentFile[]> {
  if (!request.isMultipart()) throw fault(415, "request.invalid", { n: 1 });
  const files: SentFile[] = [];
  for await (const part of request.parts()) {
    if (part.type !== "file") continue;
    const chunks: Buffer[] = [];
    for await (const chunk of part.file) chunks.push(chunk as Buffer);
    if (part.filename) files.push({ name: part.filename, bytes: Buffer.concat(chunks) });
  }
  return files;
}
