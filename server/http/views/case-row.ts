import type { CaseRow } from "../../../contract/case/case-row.ts";
import { stepNamed } from "../../../domain/case/steps/step-key.ts";
import type { Post } from "../../../domain/office/org.ts";
import { isCollective } from "../../../domain/rules/petitioner/collective.ts";
import type { Channel } from "../../../domain/rules/vocabulary.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import type { House } from "../../house.ts";
import { peopleOf } from "../../store/case/petitioner.ts";
import type { Reader } from "../../store/case/sight.ts";
import { openedRow } from "../../store/words/rows/kept-rows.ts";
import type { ListedCase } from "../../store/work/lists.ts";
import { chainSizes } from "../../store/case/related.ts";
import { changedParts } from "../../store/parts/seen.ts";
import { starred } from "../../store/work/stars.ts";
import type { World } from "../../store/world.ts";
import { dutyLine, orgName } from "./duty-view.ts";
import { stepView } from "./step-view.ts";
import { zh } from "../../../domain/words/zh.ts";

/** What an efficiency office reads where the words of a report are not its business (FZ-11-1). */
export const hidden = zh.timeline.hidden;

/** Rows of a list with their duty lines. */
export async function caseRows(
  house: House,
  world: World,
  pack: Pack,
  listed: readonly ListedCase[],
  reader: Reader & { readonly own?: readonly Post[]; readonly personId?: string },
): Promise<readonly CaseRow[]> {
  const chains = listed.flatMap((row) => (row.chain_id ? [row.chain_id] : []));
  const sizes = await chainSizes(house.db, reader, [...new Set(chains)]);
  const ids = listed.map((row) => row.id);
  const stars = reader.personId ? await starred(house.db, reader.region, reader.personId, ids) : new Set<string>();
  const changed = await changedParts(house.db, reader.region, reader.orgId, ids);
  const people = await peopleOf(house.db, reader.region, ids);
  return listed.map((row) => ({
    ...caseRow(row, house, world, pack),
    repeats: sizes.get(row.chain_id ?? "") ?? 0,
    step: stepOf(row, reader, pack),
    starred: stars.has(row.id),
    partsChanged: changed.has(row.id),
    people: people.get(row.id) ?? 1,
    collective: isCollective(people.get(row.id) ?? 1, row.channel as Channel, pack),
  }));
}

/** What the reader can do about the duty of the row, by the first of their posts that can. */
function stepOf(row: ListedCase, reader: Reader, pack: Pack): CaseRow["step"] {
  if (row.owner_org !== reader.orgId) return null;
  const at = (row.able ?? []).findIndex((post) => (reader.posts as readonly string[]).includes(post));
  const key = row.steps?.[at];
  return key === undefined ? null : stepView(stepNamed(key), pack);
}

type Row = Omit<CaseRow, "repeats" | "step" | "starred" | "people" | "collective" | "partsChanged">;

function caseRow(listed: ListedCase, house: House, world: World, pack: Pack): Row {
  const row = openedRow(house.keys, "case", listed);
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
    duty: row.duty_id === null ? null : dutyLine(dutyOf(row, row.duty_id), pack, world, house.now()),
  };
}

function dutyOf(row: Omit<ListedCase, "words_sealed">, id: string) {
  return {
    id,
    rule: row.rule ?? "",
    kind: (row.duty_kind ?? "duty") as "duty" | "window",
    legId: row.leg_id,
    owner: row.owner_org,
    ownerPost: row.owner_post,
    due: row.due_on,
    dueAt: row.due_at,
    target: row.target_on,
    dueWithin: row.due_within,
    state: (row.state ?? "open") as "open",
    endedOn: row.ended_on,
    overdueSince: row.overdue_since,
    flagged: row.flagged ?? false,
    gap: row.gap,
  };
}
