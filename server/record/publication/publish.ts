import type { Instant } from "../../../domain/calendar/plain-date.ts";
import { workingDaysAfter } from "../../../domain/calendar/term.ts";
import { dayOf } from "../../../domain/calendar/plain-date.ts";
import type { Case } from "../../../domain/case/case.ts";
import type { EventData } from "../../../domain/case/event.ts";
import { legOf } from "../../../domain/case/legs.ts";
import type { House } from "../../house.ts";
import { publish } from "../../store/case/publication.ts";
import type { Tx } from "../../store/db.ts";
import type { World } from "../../store/world.ts";
import { searchable } from "../mask.ts";
import type { Recording } from "../recording.ts";
import { plannedOf } from "./planned.ts";
import { barredTexts } from "./public-words.ts";

/** Puts the answer of a matter before the public, barred as was decided. */
export async function publishAnswer(
  tx: Tx,
  house: House,
  { stored, done, pack, world, now }: Recording,
  { matterId, barring }: EventData["published"],
): Promise<void> {
  const region = world.region.id;
  const matter = done.kase.matters.find((m) => m.id === matterId);
  const leg = legOf(done.kase, matter?.leadLegId ?? null);
  const [planned] = await plannedOf(tx, house, { kase: done.kase, title: stored.title, pack, world }, [matterId]);
  if (!leg || !planned) return;
  const { title, question, answer } = barredTexts(planned.texts, planned.places, barring ?? []);
  await publish(tx, {
    region_id: region,
    case_id: done.kase.id,
    matter_id: matterId,
    id: house.newId(),
    title,
    question,
    answer,
    org_id: leg.orgId,
    days_used: daysUsed(done.kase, leg.id, world, now),
    answered_on: dayOf(now),
    published_at: now,
    search_text: searchable(`${title} ${question} ${answer}`),
  });
}

function daysUsed(kase: Case, legId: string, world: World, now: Instant): number | null {
  const leg = legOf(kase, legId);
  const submitted = kase.happenings.findLast((h) => h.moment === "reply.submitted" && h.legId === legId);
  if (!leg || !submitted) return null;
  const days = workingDaysAfter(world.calendar(now), dayOf(leg.openedAt), dayOf(submitted.at));
  return typeof days === "number" ? days : null;
}
