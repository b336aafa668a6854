import type { FastifyInstance } from "fastify";
import { h } from "preact";
import { MyCasesPage } from "../../../../portal/pages/my-cases/list.tsx";
import { renewByPhone } from "../../../actions/codes/renew-by-phone.ts";
import { maskPhone } from "../../../record/mask.ts";
import { phoneLookup } from "../../../record/petitioner.ts";
import { ownCaseOfPhone, pageOfPhone } from "../../../store/case/petitioner.ts";
import { readCase } from "../../../store/case/load.ts";
import { isSealed } from "../../../../domain/case/sight.ts";
import { packOf } from "../../../record/perform.ts";
import { atMost } from "../../door.ts";
import { missing } from "../../fault.ts";
import { type Shop, worldAt, worldOf } from "../../shop.ts";
import { myCaseRow } from "../../views/follow/my-case-row.ts";
import type { Fields } from "../case/case-page.ts";
import { takeLeave } from "../leave.ts";
import { frameOf, sendPage } from "../render.ts";
import { isUuid, mustBeOurForm, rememberCase } from "../visit.ts";
import { phoneVisit } from "./phone-visit.ts";

const pageSize = 20;

/** The cases of a telephone that was checked: to open, and to be given a new query code. */
export function myCasesPages(app: FastifyInstance, shop: Shop): void {
  const { house, region } = shop;

  app.get<{ Querystring: { page?: string; renewed?: string } }>("/my-cases", async (request, reply) => {
    const visit = phoneVisit(shop, request, "checked");
    if (!visit) return reply.redirect("/follow/lost", 303);
    const world = await worldAt(shop, request);
    const page = Math.min(Math.max(1, Math.trunc(Number(request.query.page)) || 1), 10_000);
    const lookup = phoneLookup(house.keys, visit.phone);
    const found = await pageOfPhone(house.db, region, lookup, { limit: pageSize, offset: (page - 1) * pageSize });
    const rows = await Promise.all(found.ids.map((id) => myCaseRow(house, world, id)));
    const renewed = /^\d{6}$/.exec(request.query.renewed ?? "")?.[0] ?? null;
    const props = {
      frame: await frameOf(shop, request, reply),
      phone: maskPhone(visit.phone),
      rows: rows.flatMap((row) => row ?? []),
      total: found.total,
      page,
      pages: Math.max(1, Math.ceil(found.total / pageSize)),
      renewed,
      bySms: house.ways.sms,
    };
    return sendPage(reply, h(MyCasesPage, props));
  });

  app.post("/my-cases/case", { config: atMost(30) }, async (request, reply) => {
    const body = (request.body ?? {}) as Fields;
    mustBeOurForm(request, body["_csrf"]);
    const visit = phoneVisit(shop, request, "checked");
    if (!visit) return reply.redirect("/follow/lost", 303);
    const id = String(body["id"] ?? "");
    const lookup = phoneLookup(house.keys, visit.phone);
    const own = isUuid(id) && (await ownCaseOfPhone(house.db, region, lookup, id));
    const stored = own ? await readCase(house.db, house.keys, region, id) : null;
    if (!stored || isSealed(stored.kase, packOf(house, stored.kase, await worldOf(shop)))) throw missing();
    if (body["what"] === "code") {
      await renewByPhone(house, region, id);
      return reply.redirect(`/my-cases?renewed=${stored.number.slice(-6)}`, 303);
    }
    rememberCase(shop, request, reply, id);
    return reply.redirect("/my-case", 303);
  });

  app.post("/my-cases/leave", async (request, reply) => {
    mustBeOurForm(request, (request.body as Fields)["_csrf"]);
    await takeLeave(shop, request, reply);
    return reply.redirect("/", 303);
  });
}
