import type { FastifyInstance } from "fastify";
import { cases } from "../../../contract/case/cases.ts";
import { zh } from "../../../domain/words/zh.ts";
import { dayOf } from "../../../domain/calendar/plain-date.ts";
import { correctCase } from "../../actions/cases/correct-case.ts";
import { exportCases, exportedAtMost } from "../../actions/cases/export-cases.ts";
import { printLedger, printedAtMost } from "../../actions/papers/print-ledger.ts";
import { fileCase } from "../../actions/cases/file-case.ts";
import { keepDraft } from "../../actions/cases/keep-draft.ts";
import { noteSearch } from "../../actions/finding/note-search.ts";
import { openCase } from "../../actions/cases/open-case.ts";
import { revealContact, revealSeconds } from "../../actions/cases/reveal-contact.ts";
import { phoneLookup } from "../../record/petitioner.ts";
import { searchable } from "../../record/mask.ts";
import { casesById } from "../../store/work/lists.ts";
import { similarCases } from "../../store/case/related.ts";
import { readContent } from "../../store/case/content.ts";
import { casesOfPhone, readPetitioner } from "../../store/case/petitioner.ts";
import { settled } from "./acts.ts";
import type { StaffCaller } from "../caller.ts";
import { hang } from "../door.ts";
import { fault, missing } from "../fault.ts";
import { isCallOfOurs } from "../guards/own-calls.ts";
import { type Shop, worldOf } from "../shop.ts";
import { caseDetail } from "../views/case-detail.ts";
import { searchChoices } from "../views/search-choices.ts";
import { caseRows } from "../views/case-row.ts";
import { filedOr, filedView, knownArea, knownCategory, knownChannel } from "../views/filed-view.ts";
import { keywords } from "../views/keywords.ts";
import { packToday, readerOf, sendSheet } from "./worklist.ts";
import { correctionOf, petitionerOf, reasonOf, receivedAt } from "./case-input.ts";
import { changesOf, search } from "../work/find-cases.ts";
import { withLastAnswers } from "../work/callers.ts";
import { workerOf } from "../work/worker.ts";

/** Finding, opening, registering and correcting cases. */
export function caseDoors(app: FastifyInstance, shop: Shop): void {
  const { house, region } = shop;

  const rowsOf = async (caller: StaffCaller, ids: readonly string[]) => {
    const world = await worldOf(shop);
    const listed = await casesById(house.db, readerOf(shop, caller), ids);
    return [...(await caseRows(house, world, packToday(shop, world), listed, readerOf(shop, caller)))];
  };

  hang(app, shop, cases.list, async ({ query, caller }) => {
    const world = await worldOf(shop);
    const asOf = house.now();
    const page = { limit: query.size, offset: (query.page - 1) * query.size };
    const { listed, ...found } = await search(shop, caller, query, page);
    const rows = await caseRows(house, world, packToday(shop, world), listed, workerOf(shop, caller));
    return { ...found, rows: [...rows], asOf };
  });

  hang(app, shop, cases.changes, async ({ query, caller }) => ({
    n: await changesOf(shop, caller, query, query.since),
  }));

  hang(app, shop, cases.choices, async () => {
    const world = await worldOf(shop);
    return searchChoices(world, packToday(shop, world), house.now());
  });

  hang(app, shop, cases.export, async ({ query, caller, reply }) => {
    const world = await worldOf(shop);
    const { purpose, as, ...conditions } = query;
    const page = { limit: as === "xlsx" || as === "csv" ? exportedAtMost : printedAtMost, offset: 0 };
    const { listed, total } = await search(shop, caller, query, page);
    const rows = await caseRows(house, world, packToday(shop, world), listed, workerOf(shop, caller));
    const sheet = { what: "cases", conditions, purpose, rows, total } as const;
    const file =
      as === "xlsx" || as === "csv"
        ? await exportCases(house, world, caller.actor, sheet, as)
        : await printLedger(house, world, caller.actor, sheet, as);
    return sendSheet(reply, zh.sheets.files.cases, dayOf(house.now()), file, as);
  });

  hang(app, shop, cases.open, async ({ params, caller, request }) => {
    const opened = await openCase(house, region, params.id, caller.actor, isCallOfOurs(request));
    if (!opened) throw missing();
    return caseDetail(house, await worldOf(shop), opened, caller);
  });

  hang(app, shop, cases.register, async ({ body, caller, once }) => {
    const world = await worldOf(shop);
    knownArea(body.areaId, world);
    knownChannel(body.channel, packToday(shop, world));
    const outcome = await fileCase(
      house,
      {
        ...body,
        region,
        receivedAt: body.receivedAt === null ? null : receivedAt(body.receivedAt, house.now()),
        petitioner: petitionerOf(body.petitioner),
        draft: null,
        source: null,
      },
      caller.actor,
      once,
    );
    return filedView(filedOr(outcome, world), packToday(shop, world), world);
  });

  hang(app, shop, cases.correct, async ({ params, body, caller, once }) => {
    const value = correctionOf(body);
    if (body.field === "area") knownArea(value, await worldOf(shop));
    if (body.field === "category") knownCategory(value, await worldOf(shop));
    const reason = reasonOf(body);
    const order = { region, caseId: params.id, actor: caller.actor, field: body.field, value, reason };
    await settled(shop, await correctCase(house, order, once));
    return { done: true as const };
  });

  hang(app, shop, cases.related, async ({ params, caller }) => {
    const opened = await openCase(house, region, params.id, caller.actor);
    if (opened?.sees !== "all") throw missing();
    const petitioner = await readPetitioner(house.db, region, params.id);
    const lookup = petitioner?.phone_lookup ?? null;
    const same = lookup
      ? await casesOfPhone(house.db, region, lookup, { reader: readerOf(shop, caller), limit: 20 })
      : [];
    const content = await readContent(house.db, house.keys, region, params.id);
    const words = keywords(`${content?.title ?? opened.stored.title} ${content?.content ?? ""}`).map(searchable);
    const similar = await similarCases(house.db, readerOf(shop, caller), params.id, words, 8);
    return {
      samePerson: await rowsOf(
        caller,
        same.filter((id) => id !== params.id),
      ),
      similar: await rowsOf(
        caller,
        similar.filter((id) => !same.includes(id)),
      ),
    };
  });

  hang(app, shop, cases.callers, async ({ body, caller }) => {
    const asked = { reader: readerOf(shop, caller), limit: 20 };
    const ids = await casesOfPhone(house.db, region, phoneLookup(house.keys, body.phone), asked);
    await noteSearch(house, region, caller.actor, body.phone, ids.length);
    return { rows: await withLastAnswers(shop, caller, await rowsOf(caller, ids)) };
  });

  hang(app, shop, cases.reveal, async ({ params, body, caller, once }) => {
    const reason = body.note ? `${body.reason}：${body.note}` : body.reason;
    const shown = await revealContact(house, region, params.id, caller.actor, reason, once);
    if (shown === "missing") throw missing();
    if (shown === "forbidden") throw fault(403, "right.missing");
    const { name, organisation, phone, phoneNote = null, email, address, onBehalf, representatives } = shown;
    return {
      name,
      organisation,
      phone,
      phoneNote,
      email,
      address,
      onBehalf,
      representatives: [...representatives],
      seconds: revealSeconds,
    };
  });

  hang(app, shop, cases.saveDraft, async ({ params, body, caller, once }) => {
    const opened = await openCase(house, region, params.id, caller.actor);
    if (opened?.sees !== "all") throw missing();
    const place = { region, person: caller.personId, caseId: params.id, act: params.act };
    return { savedAt: await keepDraft(house, place, body.data, once) };
  });
}
