import { createHash } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { h } from "preact";
import QRCode from "qrcode";
import { articleOf } from "../../../../domain/rules/look-up.ts";
import { type NextStep, ReceiptPage } from "../../../../portal/pages/filing/receipt.tsx";
import { pngOf } from "../../../gateways/picture.ts";
import { addressOf } from "../../../record/addresses.ts";
import { packOf } from "../../../record/perform.ts";
import { readCase } from "../../../store/case/load.ts";
import type { World } from "../../../store/world.ts";
import { missing } from "../../fault.ts";
import { type Shop, worldAt } from "../../shop.ts";
import { followView } from "../../views/follow/follow-view.ts";
import { frameOf, sendPage } from "../render.ts";
import { openToken, sealToken, visitCookie, visitToken } from "../visit.ts";
import { askedDraft, keepDraft, keptDraft } from "./draft.ts";
import { alreadyFiled } from "./filing-steps.ts";
import { drawnReceipt } from "./receipt-picture.ts";

/** So long the picture of a receipt can be fetched, by the browser that has the receipt and by no other. */
const pictureMillis = 1_800_000;
const yearMillis = 365 * 86_400_000;

/** What the picture of a receipt is drawn from; the code is in nobody's hands but the one's who has just filed. */
interface Pictured {
  readonly caseId: string;
  readonly number: string;
  readonly code: string;
  /** Hash of the mark of the browser that the receipt was shown in. */
  readonly browser: string;
}

/** The receipt, shown once with its code, and the same as a picture. */
export function receiptPages(app: FastifyInstance, shop: Shop): void {
  app.get("/receipt", async (request, reply) => {
    const ref = await askedDraft(shop, request, reply);
    const kept = await keptDraft(shop, ref);
    if (!kept.filed) return reply.redirect("/follow", 303);
    const { caseId, number, code } = kept.filed;
    if (code === null) return alreadyFiled(shop, request, reply, ref, kept.filed);
    const world = await worldAt(shop, request);
    const next = await nextStep(shop, world, caseId);
    const door = doorOf(shop, world, caseId);
    const browser = markOf(visitToken(shop, request, reply));
    const pictured: Pictured = { caseId, number, code, browser };
    const picture = `/receipt/picture?k=${sealToken(shop, "receiptPicture", pictured, pictureMillis)}`;
    const qr = await QRCode.toDataURL(door, { margin: 1, width: 360 });
    const frame = await frameOf(shop, request, reply);
    await keepDraft(shop, request, reply, ref, { ...kept, filed: { caseId, number, code: null } });
    return sendPage(reply, h(ReceiptPage, { frame, number, code, next, door, qr, picture }));
  });

  app.get<{ Querystring: { k?: string } }>("/receipt/picture", (request, reply) => sendPicture(shop, request, reply));
}

async function sendPicture(
  shop: Shop,
  request: FastifyRequest<{ Querystring: { k?: string } }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const pictured = openToken<Pictured>(shop, "receiptPicture", request.query.k);
  if (!pictured || pictured.browser !== markOf(request.cookies[visitCookie] ?? "")) throw missing();
  const world = await worldAt(shop, request);
  const frame = await frameOf(shop, request, reply);
  const next = await nextStep(shop, world, pictured.caseId);
  const door = doorOf(shop, world, pictured.caseId);
  const png = await pngOf(drawnReceipt({ ...pictured, platform: frame.platform, next, door }), 1080);
  return reply
    .header("cache-control", "private, no-store")
    .header("content-disposition", `inline; filename="${pictured.number}.png"`)
    .type("image/png")
    .send(png);
}

function markOf(visit: string): string {
  return createHash("sha256").update(visit).digest("base64url");
}

async function nextStep(shop: Shop, world: World, caseId: string): Promise<NextStep> {
  const { house, region } = shop;
  const stored = await readCase(house.db, house.keys, region, caseId);
  if (!stored) throw missing();
  const pack = packOf(house, stored.kase, world);
  const [line] = followView(stored.kase, [], pack, world, house.now()).lines;
  return {
    owner: line?.holder ?? "",
    due: line?.duty?.due ?? null,
    article: line?.explanation ? articleOf(pack, line.explanation.clause) : "",
    gap: line?.duty?.gap ?? null,
  };
}

/** The address behind the square: it opens the case without typing. */
function doorOf(shop: Shop, world: World, caseId: string): string {
  return `${addressOf(shop.house.siteUrl, world.region)}/q/${sealToken(shop, "caseLink", { caseId }, yearMillis)}`;
}
