import type { FastifyInstance, FastifyReply } from "fastify";
import type { SheetKind } from "../../../contract/case/sheet-kinds.ts";
import { worklist } from "../../../contract/case/worklist.ts";
import { zh } from "../../../domain/words/zh.ts";
import { dayOf } from "../../../domain/calendar/plain-date.ts";
import { withRegionTerms } from "../../../domain/rules/region-terms.ts";
import { packInForce } from "../../../domain/rules/in-force.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import { checkQueue } from "../../actions/cases/check-queue.ts";
import { exportCases, exportedAtMost } from "../../actions/cases/export-cases.ts";
import { printLedger, printedAtMost } from "../../actions/papers/print-ledger.ts";
import { searchable } from "../../record/mask.ts";
import type { Reader } from "../../store/case/lists.ts";
import { sendingPosts } from "../views/message-view.ts";
import { countOwnWork, ownWork, countDoneWork } from "../../store/case/work.ts";
import { countOpenMessages } from "../../store/once/messages.ts";
import { countUnreadNotices } from "../../store/oversight/notices.ts";
import type { World } from "../../store/world.ts";
import type { StaffCaller } from "../caller.ts";
import { hang } from "../door.ts";
import { fileTypes } from "../file-types.ts";
import { type Shop, worldOf } from "../shop.ts";
import { caseRows } from "../views/case-row.ts";

/** The own work, ordered by duty. */
export function worklistDoors(app: FastifyInstance, shop: Shop): void {
  const { house, region } = shop;

  hang(app, shop, worklist.rows, async ({ query, caller }) => {
    const world = await worldOf(shop);
    const pack = packToday(shop, world);
    await checkQueue(house, region, caller.actor);
    const listed = await ownWork(house.db, readerOf(shop, caller), {
      tab: query.tab,
      today: dayOf(house.now()),
      rule: query.rule ?? null,
      words: searchable(query.q),
      limit: query.size,
      offset: (query.page - 1) * query.size,
    });
    return {
      total: listed[0]?.total ?? 0,
      rows: [...(await caseRows(house, world, pack, listed, readerOf(shop, caller)))],
    };
  });

  hang(app, shop, worklist.export, async ({ query, caller, reply }) => {
    const world = await worldOf(shop);
    const { purpose, as, ...conditions } = query;
    const reader = readerOf(shop, caller);
    const listed = await ownWork(house.db, reader, {
      tab: query.tab,
      today: dayOf(house.now()),
      rule: query.rule ?? null,
      words: "",
      limit: as === "xlsx" || as === "csv" ? exportedAtMost : printedAtMost,
      offset: 0,
    });
    const rows = await caseRows(house, world, packToday(shop, world), listed, reader);
    const total = listed[0]?.total ?? 0;
    const sheet = { what: "worklist", conditions, purpose, rows, total } as const;
    const file =
      as === "xlsx" || as === "csv"
        ? await exportCases(house, world, caller.actor, sheet, as)
        : await printLedger(house, world, caller.actor, sheet, as);
    return sendSheet(reply, zh.sheets.files.worklist, dayOf(house.now()), file, as);
  });

  hang(app, shop, worklist.counts, async ({ caller }) => {
    const world = await worldOf(shop);
    const pack = packToday(shop, world);
    const reader = readerOf(shop, caller);
    const today = dayOf(house.now());
    const rows = await countOwnWork(house.db, reader, today);
    const sum = (pick: (row: (typeof rows)[number]) => number) => rows.reduce((n, row) => n + pick(row), 0);
    return {
      today: sum((row) => row.today),
      all: sum((row) => row.n),
      overdue: sum((row) => row.overdue),
      done: await countDoneWork(house.db, reader),
      byRule: rows.map((row) => ({
        rule: row.rule,
        title: pack.duties.find((rule) => rule.id === row.rule)?.title ?? row.rule,
        n: row.n,
      })),
      notices: await countUnreadNotices(house.db, region, caller.orgId),
      messages: caller.posts.some((post) => sendingPosts(pack).includes(post))
        ? await countOpenMessages(house.db, reader)
        : 0,
    };
  });
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
