import { dayOf } from "../../../../domain/calendar/plain-date.ts";
import { isSealed } from "../../../../domain/case/sight.ts";
import type { MyCaseRow } from "../../../../portal/pages/my-cases/list.tsx";
import type { House } from "../../../house.ts";
import { packOf } from "../../../record/perform.ts";
import { readCase, readEvents } from "../../../store/case/load.ts";
import type { World } from "../../../store/world.ts";
import { followView } from "./follow-view.ts";

/** A case as the list of its petitioner shows it; of a report about officials no more than its number. */
export async function myCaseRow(house: House, world: World, id: string): Promise<MyCaseRow | null> {
  const region = world.region.id;
  const stored = await readCase(house.db, house.keys, region, id);
  if (!stored) return null;
  const { kase, number, title } = stored;
  const pack = packOf(house, kase, world);
  const received = dayOf(kase.receivedAt);
  if (isSealed(kase, pack)) return { id, number, title: null, state: null, holder: null, due: null, received };
  const view = followView(kase, await readEvents(house.db, house.keys, region, id), pack, world, house.now());
  const line = view.lines.find(({ duty }) => duty?.due) ?? view.lines[0];
  const open = line?.duty ?? null;
  return {
    id,
    number,
    title,
    state: view.state,
    holder: open ? (line?.holder ?? null) : null,
    due: open?.due ?? null,
    received,
  };
}
