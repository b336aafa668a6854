import type { FastifyInstance } from "fastify";
import { boardCases } from "../../../contract/case/board-cases.ts";
import type { BreachRow } from "../../../contract/efficiency.ts";
import type { BreachKind } from "../../../domain/rules/vocabulary.ts";
import { breachSheet as words } from "../../../domain/words/sheets/oversight-lists.ts";
import { zh } from "../../../domain/words/zh.ts";
import { exportedAtMost } from "../../actions/cases/export-cases.ts";
import { exportList } from "../../actions/oversight/export-list.ts";
import type { SheetCell } from "../../gateways/sheets/workbook.ts";
import { redact } from "../../record/mask.ts";
import { overseen } from "../../record/oversight/supervision.ts";
import { assistantsOf, listBreaches } from "../../store/oversight/efficiency.ts";
import type { World } from "../../store/world.ts";
import { packToday, sendSheet, toldOf } from "../api/worklist.ts";
import { mustHold, type StaffCaller } from "../caller.ts";
import { hang } from "../door.ts";
import { type Shop, worldOf } from "../shop.ts";
import { breachRow } from "../views/breach-view.ts";

/** Which missed terms: of a period, of one unit, kind or rule when named. */
interface AskedBreaches {
  readonly from: string;
  readonly to: string;
  readonly org?: string | undefined;
  readonly kind?: BreachKind | undefined;
  readonly rule?: string | undefined;
}

/** The missed terms of the caller's area as the screen shows them, newest first; with how many there are. */
export async function breachesOf(
  shop: Shop,
  caller: StaffCaller,
  world: World,
  { from, to, org, kind, rule }: AskedBreaches,
  atMost: number,
): Promise<{ readonly total: number; readonly rows: BreachRow[] }> {
  const { house, region } = shop;
  const pack = packToday(shop, world);
  const orgs = overseen(world, caller.orgId)
    .map(({ id }) => id as string)
    .filter((id) => org === undefined || id === org);
  const found = await listBreaches(house.db, house.keys, toldOf(shop, caller), {
    orgs,
    from,
    to,
    kind: kind ?? null,
    rule: rule ?? null,
  });
  const rows = found.slice(0, atMost);
  const assistants = await assistantsOf(house.db, region, [...new Set(rows.map((row) => row.case_id))]);
  return { total: found.length, rows: rows.map((row) => breachRow(row, assistants, pack, world)) };
}

/** The list of missed terms to take along, under the conditions that the screen has. */
export function breachExportDoor(app: FastifyInstance, shop: Shop): void {
  const { house } = shop;
  hang(app, shop, boardCases.exportBreaches, async ({ query, caller, reply }) => {
    mustHold(caller, "efficiencyOfficer");
    const world = await worldOf(shop);
    const { purpose, ...conditions } = query;
    const { rows, total } = await breachesOf(shop, caller, world, conditions, exportedAtMost);
    const list = { what: "breaches", conditions, purpose, name: words.file, columns: words.columns } as const;
    const file = await exportList(house, world, caller.actor, { ...list, rows: rows.map(sheetRow), total });
    return sendSheet(reply, words.file, `${query.from}-${query.to}`, file);
  });
}

function sheetRow(row: BreachRow): readonly SheetCell[] {
  const who = row.responsible.map(({ name, post }) => `${name}（${post}）`).join("、");
  const cause = row.cause === null ? (row.needsCause ? words.undecided : "") : words.causes[row.cause];
  return [
    { day: row.on },
    row.org.name,
    row.number,
    zh.breachKinds[row.kind],
    row.step,
    row.article,
    row.registryGap ? words.gap : who,
    cause,
    redact(row.causeNote ?? ""),
    row.sanctions.join("、"),
    row.assistants.join("、"),
  ];
}
