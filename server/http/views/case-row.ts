import type { CaseRow } from "../../../contract/case/case-row.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import type { House } from "../../house.ts";
import type { ListedCase, Reader } from "../../store/case/lists.ts";
import { chainSizes } from "../../store/case/related.ts";
import type { World } from "../../store/world.ts";
import { dutyLine, orgName } from "./duty-view.ts";
import { zh } from "../../../domain/words/zh.ts";

/** What an efficiency office reads where the words of a report are not its business (FZ-11-1). */
export const hidden = zh.timeline.hidden;

/** Rows of a list with their duty lines. */
export async function caseRows(
  house: House,
  world: World,
  pack: Pack,
  listed: readonly ListedCase[],
  reader: Reader,
): Promise<readonly CaseRow[]> {
  const chains = listed.flatMap((row) => (row.chain_id ? [row.chain_id] : []));
  const sizes = await chainSizes(house.db, reader, [...new Set(chains)]);
  return listed.map((row) => caseRow(row, house, world, pack, sizes.get(row.chain_id ?? "") ?? 0));
}

function caseRow(row: ListedCase, house: House, world: World, pack: Pack, repeats: number): CaseRow {
  const area = row.area_id ? orgName(world, row.area_id) : null;
  return {
    id: row.id,
    number: row.number,
    title: row.sees_all ? row.title : hidden,
    stage: row.stage as CaseRow["stage"],
    track: row.track as CaseRow["track"],
    channel: row.channel as CaseRow["channel"],
    receivedAt: row.received_at,
    place: row.sees_all ? [area, row.place].filter(Boolean).join(" ") || null : null,
    urgent: row.urgent,
    sealed: row.subject === "discipline",
    repeats,
    duty: row.duty_id === null ? null : dutyLine(dutyOf(row, row.duty_id), pack, world, house.now()),
  };
}

function dutyOf(row: ListedCase, id: string) {
  return {
    id,
    rule: row.rule ?? "",
    kind: (row.duty_kind ?? "duty") as "duty" | "window",
    legId: row.leg_id,
    owner: row.owner_org,
    ownerPost: row.owner_post,
    due: row.due_on,
    target: row.target_on,
    dueWithin: row.due_within,
    state: (row.state ?? "open") as "open",
    endedOn: row.ended_on,
    overdueSince: row.overdue_since,
    flagged: row.flagged ?? false,
    gap: row.gap,
  };
}
