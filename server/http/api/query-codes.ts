import type { FastifyInstance } from "fastify";
import { queryCodes } from "../../../contract/case/query-codes.ts";
import { renewCode } from "../../actions/codes/renew-code.ts";
import { hang } from "../door.ts";
import { fault, missing } from "../fault.ts";
import type { Shop } from "../shop.ts";

/** New query codes at the desk, for who has lost theirs. */
export function queryCodeDoors(app: FastifyInstance, shop: Shop): void {
  hang(app, shop, queryCodes.renew, async ({ params, body, caller, once }) => {
    const order = { region: shop.region, caseId: params.id, actor: caller.actor, ...body };
    const given = await renewCode(shop.house, order, once);
    if (given === "missing") throw missing();
    if (given === "forbidden") throw fault(403, "right.missing");
    if (given === "noPhone") throw fault(422, "code.noPhone");
    if (given === "noGateway") throw fault(422, "code.noGateway");
    return given;
  });
}
