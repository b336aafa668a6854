import { nothingHeld } from "../../../domain/barring/held.ts";
import type { FastifyInstance } from "fastify";
import { papers } from "../../../contract/case/papers.ts";
import { dayOf } from "../../../domain/calendar/plain-date.ts";
import { zh } from "../../../domain/words/zh.ts";
import { openCase } from "../../actions/cases/open-case.ts";
import { printCase } from "../../actions/papers/print-case.ts";
import { heldBy } from "../../record/publication/public-words.ts";
import { openPetitioner } from "../../record/petitioner.ts";
import { readPetitioner } from "../../store/case/petitioner.ts";
import { hang } from "../door.ts";
import { missing } from "../fault.ts";
import { fileTypes } from "../file-types.ts";
import { sendFile } from "../send-file.ts";
import { type Shop, worldOf } from "../shop.ts";
import { caseDetail } from "../views/case-detail.ts";
import { orgName } from "../views/duty-view.ts";
import { caseSheet } from "./sheet.ts";

/** A case as a file, with what happened and without personal data. */
export function caseSheetDoor(app: FastifyInstance, shop: Shop): void {
  const { house, region } = shop;
  hang(app, shop, papers.sheet, async ({ params, query, caller, reply }) => {
    const { purpose, as } = query;
    const opened = await openCase(house, region, params.id, caller.actor);
    if (opened?.sees !== "all") throw missing();
    const world = await worldOf(shop);
    const detail = await caseDetail(house, world, opened, caller);
    const row = await readPetitioner(house.db, region, params.id);
    const held = row ? heldBy(openPetitioner(house.keys, row.sealed)) : nothingHeld;
    const person = world.people.get(caller.personId) ?? "";
    const organ = orgName(world, caller.orgId);
    const printing = { person, organ, at: house.now(), purpose, held };
    const paper = caseSheet(detail, printing);
    const file = await printCase(house, region, caller.actor, { caseId: params.id, purpose, as, paper });
    const name = `${zh.sheets.files.case}${detail.number}-${dayOf(house.now())}.${as}`;
    return sendFile(reply, name, file, fileTypes[as]);
  });
}
