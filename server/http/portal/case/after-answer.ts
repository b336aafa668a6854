import { dayOf, daysBetween, type Instant } from "../../../../domain/calendar/plain-date.ts";
import type { Case } from "../../../../domain/case/case.ts";
import type { CaseEvent } from "../../../../domain/case/event.ts";
import { dutiesOf } from "../../../../domain/case/timeline.ts";
import { type Duty, isOpen } from "../../../../domain/duty/duty.ts";
import { dutyRule } from "../../../../domain/rules/look-up.ts";
import type { Pack } from "../../../../domain/rules/pack.ts";
import { fill } from "../../../../domain/words/fill.ts";
import type { OwnFormality, RemedyView } from "../../../../portal/pages/case/case-view.ts";
import { zh } from "../../../../portal/words/zh.ts";
import type { World } from "../../../store/world.ts";
import { orgName } from "../../views/duty-view.ts";

const words = zh.case;

interface Known {
  readonly kase: Case;
  readonly pack: Pack;
  readonly world: World;
  readonly now: Instant;
}

/** The steps that a window of the regulation opens against an answer, each with its last day; and the other steps. */
export function remediesAmong(
  own: readonly OwnFormality[],
  known: Known,
): { readonly remedies: readonly RemedyView[]; readonly others: readonly OwnFormality[] } {
  const windows = dutiesNow(known).filter((duty) => duty.kind === "window" && isOpen(duty));
  const windowOf = (one: OwnFormality) =>
    windows.find((duty) => dutyRule(known.pack, duty.rule).end.includes(`done.${one.id}`));
  const remedies = own.flatMap((one): readonly RemedyView[] => {
    const window = windowOf(one);
    if (!window) return [];
    const left = window.due && daysBetween(dayOf(known.now), window.due);
    return [{ own: one, due: window.due, dueAt: window.dueAt, left, organ: one.found[0]?.organ ?? null }];
  });
  return { remedies, others: own.filter((one) => !windowOf(one)) };
}

function dutiesNow({ kase, pack, world, now }: Known): readonly Duty[] {
  return dutiesOf(kase, { pack, calendar: world.calendar(now), office: world.office, now });
}

/** What follows from a rating that does not count as satisfied: whoever has to act on it, or that nobody has to. */
export function afterRating(events: readonly CaseEvent[], number: string, phone: string, known: Known): string | null {
  const rated = events.findLast((e) => e.type === "rated");
  if (rated?.type !== "rated") return null;
  const grade = known.pack.settings.ratings.value?.find(({ code }) => code === rated.data.grade);
  if (!grade || grade.counts) return null;
  const following = dutiesNow(known).filter(
    (duty) => duty.kind === "duty" && dutyRule(known.pack, duty.rule).start === "petitioner.rated" && duty.owner,
  );
  const titles = [...new Set(following.map((duty) => dutyRule(known.pack, duty.rule).title))];
  if (titles.length === 0) return fill(words.ratedSilent, { phone, tail: number.slice(-6) });
  const what = titles.map((title) => {
    const owed = following.filter((duty) => dutyRule(known.pack, duty.rule).title === title);
    const orgs = [...new Set(owed.map((duty) => orgName(known.world, duty.owner ?? "")))];
    return fill(words.ratedNext, { orgs, what: title });
  });
  return fill(words.ratedDissatisfied, { what: what.join("") });
}
