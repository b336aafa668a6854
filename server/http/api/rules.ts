import type { FastifyInstance } from "fastify";
import { rules } from "../../../contract/rules.ts";
import { diffWords } from "../../../domain/words/pack-diff.ts";
import { fill } from "../../../domain/words/fill.ts";
import { comparisonBook } from "../../actions/oversight/compared-packs.ts";
import { hang } from "../door.ts";
import { fileTypes } from "../file-types.ts";
import { sendFile } from "../send-file.ts";
import { type Shop, worldOf } from "../shop.ts";
import { comparison, packLine } from "../views/rules/pack-comparison.ts";
import { packView } from "../views/pack-view.ts";
import { packToday } from "./worklist.ts";

/** The regulation in force, entry by entry, for everybody. */
export function rulesDoors(app: FastifyInstance, shop: Shop): void {
  hang(app, shop, rules.pack, async () => packView(packToday(shop, await worldOf(shop)), shop.house.packs));

  hang(app, shop, rules.packs, async () => ({
    rows: shop.house.packs.map(packLine),
    current: packToday(shop, await worldOf(shop)).id,
  }));

  hang(app, shop, rules.compare, async ({ query }) => comparison(shop.house.packs, query));

  hang(app, shop, rules.compareXlsx, async ({ query, reply }) => {
    const compared = comparison(shop.house.packs, query);
    const name = fill(diffWords.title, { before: compared.before.title, after: compared.after.title });
    return sendFile(reply, `${name}.xlsx`, await comparisonBook(compared), fileTypes.xlsx);
  });
}
