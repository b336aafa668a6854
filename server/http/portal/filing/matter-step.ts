import type { FastifyInstance } from "fastify";
import type { Draft, Notice } from "../../../../portal/pages/filing/draft.ts";
import { attachFiles } from "../../../actions/cases/attach-files.ts";
import { dropDraftFile } from "../../../store/case/files.ts";
import { packToday } from "../../api/worklist.ts";
import { type Shop, worldAt } from "../../shop.ts";
import { fileSentence, readUpload } from "../upload.ts";
import { isUuid } from "../visit.ts";
import type { Busy } from "./filing.ts";
import { askedDraft, keepDraft, keptDraft, namedIn, newDraftId, pageOf, typedAnswers, typedFields } from "./draft.ts";
import { alreadyFiled, matterPage, matterTroubles } from "./filing-steps.ts";
import { withStreet } from "./place.ts";
import { sentForm } from "./sent-form.ts";

const matterFields = ["content", "claim", "title", "kind", "area", "street", "place"] as const;

/** `look`: the page was sent in and says what has to be mended; `told`: what it has to tell first. */
export interface Looked {
  readonly look?: string;
  readonly told?: string;
}

/** The first page. Without a name in the address a new matter is begun, in whatever other windows others stand. */
export function matterPages(app: FastifyInstance, shop: Shop, busy: Busy): void {
  const { house, region } = shop;

  app.get<{ Querystring: Looked }>("/submit", async (request, reply) => {
    const { look, told } = request.query;
    if (namedIn(request) === null && !look) {
      const query = new URLSearchParams({ d: newDraftId(), ...(told ? { told } : {}) });
      return reply.header("cache-control", "no-store").redirect(`/submit?${query.toString()}`, 303);
    }
    const ref = await askedDraft(shop, request, reply);
    const kept = await keptDraft(shop, ref);
    if (kept.filed) return alreadyFiled(shop, request, reply, ref, kept.filed);
    const errors = look ? await matterTroubles(shop, kept) : {};
    return matterPage(shop, request, reply, { ref, kept, errors, notice: told === "lost" ? { is: "lost" } : null });
  });

  app.post("/submit", async (request, reply) => {
    const { fields, files, surplus } = await readUpload(request);
    const { ref, again } = sentForm(shop, request, reply, fields);
    const before = await keptDraft(shop, ref);
    if (before.filed) return alreadyFiled(shop, request, reply, ref, before.filed);
    const world = await worldAt(shop, request);
    const pack = packToday(shop, world);
    const names = pack.settings.kinds.value.flatMap(({ questions = [] }) => questions.map(({ name }) => name));
    const answers = typedAnswers(fields, names, before.draft.answers);
    const typed: Draft = { ...before.draft, ...typedFields(fields, matterFields), answers };
    const draft = withStreet(typed, world, fields["streetPick"]);
    const same = matterFields.every((name) => draft[name] === before.draft[name]);
    const kept = { ...before, draft, noEmergency: before.noEmergency && same, fileTrouble: null };
    await keepDraft(shop, request, reply, ref, kept);
    const show = (notice: Notice) => matterPage(shop, request, reply, { ref, kept, errors: {}, notice });
    if (again) return show({ is: again });
    const minutes = await busy(request);
    if (minutes !== null) return show({ is: "busy", minutes });
    const dropped = fields["drop"] ?? "";
    if (isUuid(dropped)) await dropDraftFile(house.db, region, ref.key, dropped);
    const { uploadMegabytesPerAddress, uploadMegabytesInAll } = shop.config.allowances;
    const allowed = {
      address: request.ip,
      perAddress: uploadMegabytesPerAddress * 1024 * 1024,
      inAll: uploadMegabytesInAll * 1024 * 1024,
    };
    const place = { draft: ref.key, allowed };
    const troubles = await attachFiles(house, region, place, files, { kind: "petitioner" }, null);
    const fileTrouble = fileSentence([...troubles, ...surplus]);
    await keepDraft(shop, request, reply, ref, { ...kept, fileTrouble });
    if (dropped && !fileTrouble) return reply.redirect(`${pageOf("/submit", ref)}#files`, 303);
    const errors = await matterTroubles(shop, { ...kept, fileTrouble });
    const fine = Object.keys(errors).length === 0;
    return reply.redirect(fine ? pageOf("/submit/similar", ref) : pageOf("/submit", ref, { look: "1" }), 303);
  });
}
