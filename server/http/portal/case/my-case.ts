import type { Fields } from "./case-page.ts";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { h } from "preact";
import { FollowPage } from "../../../../portal/pages/follow.tsx";
import { fill } from "../../../../domain/words/fill.ts";
import { zh } from "../../../../portal/words/zh.ts";
import { supplementCase } from "../../../actions/cases/supplement-case.ts";
import { followCase } from "../../../actions/cases/follow-case.ts";
import { packOf } from "../../../record/perform.ts";
import { releasedFiles } from "../../../record/wording/reply-text.ts";
import { readFile } from "../../../store/case/files.ts";
import { readCase, readEvents } from "../../../store/case/load.ts";
import { atMost } from "../../door.ts";
import { missing, refusalSentence } from "../../fault.ts";
import { type Shop, worldAt, worldOf } from "../../shop.ts";
import { packToday } from "../../api/worklist.ts";
import { takeLeave } from "../leave.ts";
import { frameOf, sendPage } from "../render.ts";
import { tooLong, wordsOf } from "../too-long.ts";
import { fileSentence, readUpload } from "../upload.ts";
import { isUuid, isOurForm, mustBeOurForm, openToken, rememberCase, visitCookie } from "../visit.ts";
import { actAsPetitioner, mine, onceKeyOf } from "./act-as-petitioner.ts";
import { casePage } from "./case-page.ts";
import { formalityDoor } from "./formality-door.ts";

const sayable = ["rate", "supplement", "formality", "withdraw"] as const;

/** The way back to one's case, and the case itself. */
export function myCasePages(app: FastifyInstance, shop: Shop): void {
  const { house, region } = shop;

  app.get("/follow", async (request, reply) => followPage(shop, request, reply, "", {}));

  app.post("/follow", { config: atMost(30) }, async (request, reply) => {
    const body = request.body as Fields;
    const number = String(body["number"] ?? "");
    if (!isOurForm(request, body["_csrf"]))
      return followPage(shop, request, reply, number, { code: zh.follow.expired });
    const code = String(body["code"] ?? "");
    const empty = {
      ...(number.trim() ? {} : { number: zh.follow.errNumber }),
      ...(code.trim() ? {} : { code: zh.follow.errCode }),
    };
    if (Object.keys(empty).length > 0) return followPage(shop, request, reply, number, empty);
    const browser = request.cookies[visitCookie] ?? null;
    const outcome = await followCase(house, region, { number, code, visitor: request.ip, browser });
    if (outcome === "mismatch") return followPage(shop, request, reply, number, { number: zh.follow.mismatch });
    if ("waitMinutes" in outcome) {
      const wait = fill(zh.follow.waiting, { n: outcome.waitMinutes });
      return followPage(shop, request, reply, number, { number: wait }, 429);
    }
    rememberCase(shop, request, reply, outcome.caseId);
    return reply.redirect("/my-case", 303);
  });

  app.get<{ Params: { token: string } }>("/q/:token", async (request, reply) => {
    const known = openToken<{ caseId: string }>(shop, "caseLink", request.params.token);
    if (!known) return reply.redirect("/follow", 303);
    rememberCase(shop, request, reply, known.caseId);
    return reply.redirect("/my-case", 303);
  });

  app.get<{ Querystring: { said?: string } }>("/my-case", async (request, reply) => {
    const said = sayable.find((one) => one === request.query.said) ?? null;
    return casePage(shop, request, reply, {}, said, {});
  });

  app.post("/my-case/supplement", async (request, reply) => {
    const { fields, files, surplus } = await readUpload(request);
    mustBeOurForm(request, fields["_csrf"]);
    const caseId = mine(shop, request);
    const text = wordsOf(fields["text"]);
    const long = tooLong("text", text, 5000);
    if (long) return casePage(shop, request, reply, long, null, fields);
    if (!text.trim() && files.length === 0)
      return casePage(shop, request, reply, { text: zh.case.supplementEmpty }, null, fields);
    const once = onceKeyOf(caseId, fields["once"]);
    const { outcome, troubles } = await supplementCase(house, { region, caseId, text, files }, once);
    if (outcome && "missing" in outcome) throw missing();
    if (outcome && "refused" in outcome) {
      const trouble = refusalSentence(outcome.refused, (await worldAt(shop, request)).office);
      return casePage(shop, request, reply, { text: trouble }, null, fields);
    }
    const sentence = fileSentence([...troubles, ...surplus]);
    // What was taken is written down; only the files that were not are to be sent again.
    if (sentence)
      return casePage(shop, request, reply, { files: sentence }, outcome && "supplement", outcome ? {} : fields);
    return reply.redirect("/my-case?said=supplement", 303);
  });

  // No regulation read so far says how a case is taken back: the wish goes to whoever has it, and nothing ends by itself.
  app.post("/my-case/withdraw", async (request, reply) => {
    const body = request.body as Fields;
    mustBeOurForm(request, body["_csrf"]);
    const caseId = mine(shop, request);
    const why = wordsOf(body["why"]).trim();
    const long = tooLong("why", why, 1000);
    if (long) return casePage(shop, request, reply, long, null, body);
    const text = fill(zh.case.withdrawn, { why });
    const once = onceKeyOf(caseId, body["once"]);
    const { outcome } = await supplementCase(house, { region, caseId, text, files: [], withdraws: true }, once);
    if (outcome && "missing" in outcome) throw missing();
    if (outcome && "refused" in outcome) {
      const trouble = refusalSentence(outcome.refused, (await worldAt(shop, request)).office);
      return casePage(shop, request, reply, { why: trouble }, null, body);
    }
    return reply.redirect("/my-case?said=withdraw", 303);
  });

  app.post("/my-case/rate", async (request, reply) => {
    const body = request.body as Fields;
    mustBeOurForm(request, body["_csrf"]);
    const caseId = mine(shop, request);
    const comment = wordsOf(body["comment"]);
    const long = tooLong("comment", comment, 500);
    if (long) return casePage(shop, request, reply, long, null, body);
    const input = { grade: String(body["grade"] ?? ""), comment: comment || null };
    if (!input.grade) return casePage(shop, request, reply, { grade: zh.case.rateEmpty }, null, body);
    const trouble = await actAsPetitioner(shop, caseId, { act: "rate", legId: null, input }, body["once"]);
    if (trouble) return casePage(shop, request, reply, { grade: trouble }, null, body);
    return reply.redirect("/my-case?said=rate", 303);
  });

  formalityDoor(app, shop);

  app.post("/my-case/leave", async (request, reply) => {
    mustBeOurForm(request, (request.body as Fields)["_csrf"]);
    await takeLeave(shop, request, reply);
    return reply.redirect("/", 303);
  });

  app.get<{ Params: { id: string } }>("/my-case/files/:id", async (request, reply) => {
    const caseId = mine(shop, request);
    const { id } = request.params;
    const file = isUuid(id) ? await readFile(house.db, house.keys, region, id) : null;
    if (!file || file.case_id !== caseId) throw missing();
    const goesOut = file.for_petitioner && (await isReleased(shop, caseId, id));
    if (file.purpose !== "petitioner" && !goesOut) throw missing();
    return reply
      .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .header("cache-control", "private, no-store")
      .type(file.type)
      .send(file.bytes);
  });
}

/** Whether a file belongs to an answer that the petitioner may read (FZ-9-1). */
async function isReleased(shop: Shop, caseId: string, file: string): Promise<boolean> {
  const { house, region } = shop;
  const stored = await readCase(house.db, house.keys, region, caseId);
  if (!stored) return false;
  const pack = packOf(house, stored.kase, await worldOf(shop));
  return releasedFiles(await readEvents(house.db, house.keys, region, caseId), pack).has(file);
}

async function followPage(
  shop: Shop,
  request: FastifyRequest,
  reply: FastifyReply,
  number: string,
  errors: Readonly<Record<string, string>>,
  failed = 422,
): Promise<FastifyReply> {
  const frame = await frameOf(shop, request, reply);
  const prefix = packToday(shop, await worldAt(shop, request)).terms.numberPrefix;
  const status = Object.keys(errors).length > 0 ? failed : 200;
  return sendPage(reply, h(FollowPage, { frame, number, prefix, errors }), status);
}
