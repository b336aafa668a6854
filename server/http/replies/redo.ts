import type { Instant, PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { Case } from "../../../domain/case/case.ts";
import { holds } from "../../../domain/case/timeline.ts";
import { endingOf } from "../../../domain/duty/limit.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import type { World } from "../../store/world.ts";

/** The last day of the redo if the reply were sent back now; null where the regulation names no term for it. */
export function redoBy(kase: Case, legId: string, pack: Pack, world: World, now: Instant): PlainDate | null {
  const calendar = world.calendar(now);
  const here = kase.happenings.findLast((happening) => happening.legId === legId) ?? null;
  const place = { pack, calendar, office: world.office, now };
  const rule = pack.duties.find(
    ({ start, kind, limit, when }) =>
      start === "reply.returned" && kind === "duty" && limit && when.every((one) => holds(one, kase, here, place)),
  );
  const counted = rule?.limit ? endingOf(rule.limit, now, calendar) : null;
  return counted && "due" in counted ? counted.due : null;
}
