import type { FastifyInstance, FastifyReply } from "fastify";
import type { SheetKind } from "../../../contract/case/sheet-kinds.ts";
import { worklist } from "../../../contract/case/worklist.ts";
import { zh } from "../../../domain/words/zh.ts";
import { dayOf } from "../../../domain/calendar/plain-date.ts";
import { dissatisfactionRules } from "../../../domain/case/dissatisfaction/judging.ts";
import { packInForce } from "../../../domain/rules/in-force.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import { withRegionTerms } from "../../../domain/rules/region-terms.ts";
import { checkQueue } from "../../actions/cases/check-queue.ts";
import { exportCases, exportedAtMost } from "../../actions/cases/export-cases.ts";
import { printLedger, printedAtMost } from "../../actions/papers/print-ledger.ts";
import { starCase } from "../../actions/finding/star-case.ts";
import { forgetSearch, keepOwnSearch } from "../../actions/finding/keep-search.ts";
import { searchable } from "../../record/mask.ts";
import { countOpenMessages } from "../../store/once/messages.ts";
import { isSeat } from "../../../domain/office/seats.ts";
import { countChanges } from "../../store/office/office-changes.ts";
import { countUnreadNotices } from "../../store/oversight/notices.ts";
import type { Reader, Told } from "../../store/case/sight.ts";
import { sealedGrounds } from "../../../domain/case/sight.ts";
import { countToJudge } from "../../store/work/lists.ts";
import { savedSearches } from "../../store/work/saved-searches.ts";
import { changedSince, countOwnWork, ownWork, type Worker, workByRule } from "../../store/work/worklist.ts";
import type { World } from "../../store/world.ts";
import type { StaffCaller } from "../caller.ts";
import { hang } from "../door.ts";
import { fault, missing } from "../fault.ts";
import { fileTypes } from "../file-types.ts";
import { type Shop, worldOf } from "../shop.ts";
import { caseRows } from "../views/case-row.ts";
import { sendingPosts } from "../views/message-view.ts";
import { workerOf } from "../work/worker.ts";

/** The list of a colleague is there for nobody but whoever stands in for one. */
function mustBeLent(worker: Worker, tab: string): void {
  if (tab === "colleague" && worker.lent.length === 0) throw missing();
}

/** The own work: one row a case, ordered by duty, with what has changed since and what somebody keeps at hand. */
export function worklistDoors(app: FastifyInstance, shop: Shop): void {
  const { house, region } = shop;

  hang(app, shop, worklist.rows, async ({ query, caller }) => {
    const world = await worldOf(shop);
    const worker = workerOf(shop, caller);
    mustBeLent(worker, query.tab);
    await checkQueue(house, region, caller.actor);
    const asOf = house.now();
    const listed = await ownWork(house.db, worker, {
      tab: query.tab,
      today: dayOf(asOf),
      rule: query.rule ?? null,
      words: searchable(query.q),
      limit: query.size,
      offset: (query.page - 1) * query.size,
    });
    const rows = await caseRows(house, world, packToday(shop, world), listed, worker);
    return { total: listed[0]?.total ?? 0, rows: [...rows], asOf };
  });

  hang(app, shop, worklist.export, async ({ query, caller, reply }) => {
    const world = await worldOf(shop);
    const { purpose, as, ...conditions } = query;
    const worker = workerOf(shop, caller);
    mustBeLent(worker, query.tab);
    const listed = await ownWork(house.db, worker, {
      tab: query.tab,
      today: dayOf(house.now()),
      rule: query.rule ?? null,
      words: "",
      limit: as === "xlsx" || as === "csv" ? exportedAtMost : printedAtMost,
      offset: 0,
    });
    const rows = await caseRows(house, world, packToday(shop, world), listed, worker);
    const total = listed[0]?.total ?? 0;
    const sheet = { what: "worklist", conditions, purpose, rows, total } as const;
    const file =
      as === "xlsx" || as === "csv"
        ? await exportCases(house, world, caller.actor, sheet, as)
        : await printLedger(house, world, caller.actor, sheet, as);
    return sendSheet(reply, zh.sheets.files.worklist, dayOf(house.now()), file, as);
  });

  hang(app, shop, worklist.changes, async ({ query, caller }) => {
    const worker = workerOf(shop, caller);
    mustBeLent(worker, query.tab);
    return { n: await changedSince(house.db, worker, query.tab, query.since) };
  });

  hang(app, shop, worklist.counts, async ({ caller }) => {
    const world = await worldOf(shop);
    const pack = packToday(shop, world);
    const worker = workerOf(shop, caller);
    const counts = await countOwnWork(house.db, worker, dayOf(house.now()));
    const rules = await workByRule(house.db, worker);
    return {
      ...counts,
      judging: await countToJudge(house.db, worker, dissatisfactionRules(pack)),
      colleague: worker.lent.length > 0 ? counts.colleague : null,
      byRule: rules.map((row) => ({
        rule: row.rule,
        title: pack.duties.find((rule) => rule.id === row.rule)?.title ?? row.rule,
        n: row.n,
      })),
      changes: await countChanges(house.db, region, caller.posts.filter(isSeat), caller.personId, house.now()),
      notices: await countUnreadNotices(house.db, toldOf(shop, caller)),
      messages: caller.posts.some((post) => sendingPosts(pack).includes(post))
        ? await countOpenMessages(house.db, worker)
        : 0,
    };
  });

  hang(app, shop, worklist.star, async ({ params, body, caller, once }) => {
    if (!(await starCase(house, { region, caseId: params.id, on: body.on }, caller.actor, once))) throw missing();
    return { done: true as const };
  });

  hang(app, shop, worklist.searches, async ({ caller }) => {
    const rows = await savedSearches(house.db, region, caller.personId);
    return { rows: rows.map((row) => ({ ...row, conditions: row.conditions as Record<string, string> })) };
  });

  hang(app, shop, worklist.keepSearch, async ({ body, caller, once }) => {
    if (!(await keepOwnSearch(house, { region, personId: caller.personId, ...body }, once))) {
      throw fault(422, "search.tooMany");
    }
    return { done: true as const };
  });

  hang(app, shop, worklist.dropSearch, async ({ params, caller, once }) => {
    if (!(await forgetSearch(house, { region, personId: caller.personId, id: params.id }, once))) throw missing();
    return { done: true as const };
  });
}

/** For whom figures are worked out: of sealed cases they hold those that this person may read. */
export function toldOf(shop: Shop, caller: StaffCaller): Told {
  return { reader: readerOf(shop, caller), sealedGrounds: sealedGrounds(shop.house.packs) };
}

/** A workbook as a file to keep. */
export function sendSheet(
  reply: FastifyReply,
  name: string,
  day: string,
  file: Buffer,
  as: SheetKind = "xlsx",
): FastifyReply {
  return reply
    .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(`${name}-${day}.${as}`)}`)
    .type(fileTypes[as])
    .send(file);
}

export function readerOf(shop: Shop, caller: StaffCaller): Reader {
  return { region: shop.region, orgId: caller.orgId, posts: caller.posts };
}

/** The regulation in force today; a region without one cannot be served. */
export function packToday(shop: Shop, world: World): Pack {
  const pack = packInForce(shop.house.packs, world.region.jurisdiction, dayOf(shop.house.now()));
  if (!pack) throw new Error(`no regulation in force for ${world.region.jurisdiction}`);
  return withRegionTerms(pack, world.region.settings.terms);
}
