import { dayOf } from "../../../../domain/calendar/plain-date.ts";
import type { CaseEvent } from "../../../../domain/case/event.ts";
import type { Pack } from "../../../../domain/rules/pack.ts";
import type { RefusalView } from "../../../../portal/pages/case/case-view.ts";
import type { RefusalWords } from "../../../record/wording/refusal-text.ts";
import type { World } from "../../../store/world.ts";
import { whoDecided } from "../../views/follow/who-decided.ts";

/** A refusal as the page shows it, with the organ to go to as far as the region knows it. */
export function refusalView(
  refusal: RefusalWords,
  events: readonly CaseEvent[],
  pack: Pack,
  world: World,
): RefusalView | null {
  const event = events.findLast((e) => e.type === "refused");
  if (event?.type !== "refused") return null;
  const note = refusal.ground.fields.find(({ name }) => name === "note");
  return {
    outcome: refusal.ground.outcome ?? "refused",
    reason: refusal.reason,
    fact: (note && event.data.fields[note.name]?.trim()) || null,
    rule: refusal.rule,
    wayOn: refusal.wayOn,
    organ: organNamed(Object.values(event.data.fields), world),
    by: whoDecided(event.by, pack, world),
    on: dayOf(event.at),
  };
}

/** The organisation of the region that a ground's facts name, by its id or by its name. */
function organNamed(given: readonly string[], { office, cards }: World): RefusalView["organ"] {
  const orgs = [...office.orgs.values()].filter((org) => org.kind !== "area");
  const named = orgs.find(({ id, name, shortName }) =>
    given.some((text) => [id, name, shortName].includes(text.trim() as never)),
  );
  if (!named) return null;
  const card = cards.get(named.id);
  return { name: named.name, phone: card?.phone ?? null, address: card?.address ?? null };
}
