import type { FastifyInstance } from "fastify";
import { rules } from "../../../contract/rules.ts";
import { hang } from "../door.ts";
import { type Shop, worldOf } from "../shop.ts";
import { packView } from "../views/pack-view.ts";
import { packToday } from "./worklist.ts";

/** The regulation in force, entry by entry, for everybody. */
export function rulesDoors(app: FastifyInstance, shop: Shop): void {
  hang(app, shop, rules.pack, async () => packView(packToday(shop, await worldOf(shop)), shop.house.packs));
}
