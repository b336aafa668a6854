import type { FastifyInstance } from "fastify";
import { suggestions } from "../../../contract/case/suggestions.ts";
import { suggestionSheets } from "../../../domain/words/statistics.ts";
import { exportSuggestions } from "../../actions/oversight/export-suggestions.ts";
import { correctedSuggestions } from "../../record/oversight/corrected-suggestions.ts";
import { areaPosts } from "../../record/oversight/statistics.ts";
import { readerOf, sendSheet } from "../api/worklist.ts";
import { mustHold } from "../caller.ts";
import { hang } from "../door.ts";
import { type Shop, worldOf } from "../shop.ts";

/** How good the proposals for a dispatch are: those that the dispatchers have corrected. */
export function suggestionDoors(app: FastifyInstance, shop: Shop): void {
  const { house } = shop;

  hang(app, shop, suggestions.corrected, async ({ query, caller }) => {
    mustHold(caller, ...areaPosts);
    return correctedSuggestions(house, await worldOf(shop), readerOf(shop, caller), query);
  });

  hang(app, shop, suggestions.exportCorrected, async ({ query, caller, reply }) => {
    mustHold(caller, ...areaPosts);
    const who = { reader: readerOf(shop, caller), actor: caller.actor };
    const file = await exportSuggestions(house, await worldOf(shop), who, query);
    return sendSheet(reply, suggestionSheets.file, `${query.from}-${query.to}`, file);
  });
}
