import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { h } from "preact";
import { isFault } from "../../../../domain/fields/fault.ts";
import { readTelephone, takesMessages } from "../../../../domain/fields/telephone.ts";
import { fill } from "../../../../domain/words/fill.ts";
import { EnterCodePage } from "../../../../portal/pages/my-cases/enter-code.tsx";
import { LostPage } from "../../../../portal/pages/my-cases/lost.tsx";
import { myCasesWords } from "../../../../portal/words/my-cases.ts";
import { type Asked, askForCode, againSeconds, enterCode } from "../../../actions/codes/phone-check.ts";
import { maskPhone } from "../../../record/mask.ts";
import { phoneOf } from "../../../record/telling/region-phone.ts";
import { atMost } from "../../door.ts";
import { type Shop, worldAt } from "../../shop.ts";
import type { Fields } from "../case/case-page.ts";
import { frameOf, sendPage } from "../render.ts";
import { isOurForm } from "../visit.ts";
import { forgetPhone, phoneVisit, type PhoneVisit, rememberPhone } from "./phone-visit.ts";

const words = myCasesWords;

type Way = PhoneVisit["way"];

/** Who has lost a query code proves their telephone: number, code by message or voice, list of their cases. */
export function phonePages(app: FastifyInstance, shop: Shop): void {
  const { house, region } = shop;

  app.get("/follow/lost", async (request, reply) => lostPage(shop, request, reply, "", {}));

  app.post("/follow/lost", { config: atMost(10) }, async (request, reply) => {
    const body = (request.body ?? {}) as Fields;
    const typed = String(body["phone"] ?? "").slice(0, 60);
    const again = (phone: string) => lostPage(shop, request, reply, typed, { phone });
    if (!isOurForm(request, body["_csrf"])) return again(words.lost.expired);
    if (!typed.trim()) return again(words.lost.errEmpty);
    const read = readTelephone(typed);
    if (isFault(read)) return again(words.lost.errPhone);
    if (!takesMessages(read)) {
      return again(fill(words.lost.errLandline, { phone: phoneOf((await worldAt(shop, request)).region) }));
    }
    const visit: PhoneVisit = { phone: read.digits, way: wayOf(shop, body["way"]) };
    const asked = await askForCode(house, region, { ...visit, visitor: request.ip });
    if (asked !== "sent") return again(notYet(asked));
    rememberPhone(shop, request, reply, "checking", visit);
    return reply.redirect("/follow/lost/code", 303);
  });

  app.get("/follow/lost/code", async (request, reply) => {
    const visit = phoneVisit(shop, request, "checking");
    return visit ? enterPage(shop, request, reply, visit, {}) : reply.redirect("/follow/lost", 303);
  });

  app.post("/follow/lost/again", { config: atMost(10) }, async (request, reply) => {
    const body = (request.body ?? {}) as Fields;
    const known = phoneVisit(shop, request, "checking");
    if (!known || !isOurForm(request, body["_csrf"])) return reply.redirect("/follow/lost", 303);
    const visit: PhoneVisit = { ...known, way: wayOf(shop, body["way"]) };
    const asked = await askForCode(house, region, { ...visit, visitor: request.ip });
    if (asked !== "sent") return enterPage(shop, request, reply, known, { code: notYet(asked) });
    rememberPhone(shop, request, reply, "checking", visit);
    return reply.redirect("/follow/lost/code", 303);
  });

  app.post("/follow/lost/code", { config: atMost(30) }, async (request, reply) => {
    const body = (request.body ?? {}) as Fields;
    const visit = phoneVisit(shop, request, "checking");
    if (!visit || !isOurForm(request, body["_csrf"])) return reply.redirect("/follow/lost", 303);
    const code = String(body["code"] ?? "")
      .normalize("NFKC")
      .replace(/\D/g, "");
    const again = (said: string) => enterPage(shop, request, reply, visit, { code: said });
    if (code === "") return again(words.enter.errEmpty);
    const entered = await enterCode(house, region, { phone: visit.phone, code });
    if (entered === "over") return again(words.enter.over);
    if (entered !== "right") return again(fill(words.enter.wrong, { n: entered.left }));
    forgetPhone(reply);
    rememberPhone(shop, request, reply, "checked", visit);
    return reply.redirect("/my-cases", 303);
  });
}

function wayOf({ house }: Shop, wanted: unknown): Way {
  return house.ways.voice && (wanted === "voice" || !house.ways.sms) ? "voice" : "sms";
}

function notYet(asked: Exclude<Asked, "sent">): string {
  return "seconds" in asked
    ? fill(words.lost.soon, { n: asked.seconds })
    : fill(words.lost.wait, { n: asked.waitMinutes });
}

function waysOf({ house: { ways } }: Shop) {
  return { sms: ways.sms, voice: ways.voice === true };
}

type Errors = Readonly<Record<string, string>>;
const statusFor = (errors: Errors) => (Object.keys(errors).length > 0 ? 422 : 200);

async function lostPage(shop: Shop, request: FastifyRequest, reply: FastifyReply, phone: string, errors: Errors) {
  const frame = await frameOf(shop, request, reply);
  return sendPage(reply, h(LostPage, { frame, phone, errors, ways: waysOf(shop) }), statusFor(errors));
}

async function enterPage(
  shop: Shop,
  request: FastifyRequest,
  reply: FastifyReply,
  { phone, way }: PhoneVisit,
  errors: Errors,
) {
  const frame = await frameOf(shop, request, reply);
  const props = { frame, phone: maskPhone(phone), way, errors, ways: waysOf(shop), seconds: againSeconds };
  return sendPage(reply, h(EnterCodePage, props), statusFor(errors));
}
