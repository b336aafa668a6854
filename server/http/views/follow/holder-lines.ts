import { dayOf, type PlainDate } from "../../../../domain/calendar/plain-date.ts";
import type { Case } from "../../../../domain/case/case.ts";
import type { CaseEvent } from "../../../../domain/case/event.ts";
import { legOf } from "../../../../domain/case/legs.ts";
import { type Duty, isOpen } from "../../../../domain/duty/duty.ts";
import type { Pack } from "../../../../domain/rules/pack.ts";
import { dutyRule, replyRules } from "../../../../domain/rules/look-up.ts";
import { catalogue } from "../../../../domain/words/catalogue.ts";
import { fill } from "../../../../domain/words/fill.ts";
import { told, type Told } from "../../../../domain/words/moment-words.ts";
import { zh } from "../../../../domain/words/zh.ts";
import type { World } from "../../../store/world.ts";
import { orgName } from "../duty-view.ts";
import { type Extension, extensionOf } from "./extensions.ts";

const words = zh.follow;

/** What was done about a term that is over: how the regulation calls it, and when. */
export interface Pressed {
  readonly what: string;
  readonly on: PlainDate;
}

/** One line of the overview: in whose hands a part of the case is, and until when. */
export interface HolderLine {
  readonly matterId: string;
  readonly title: string | null;
  readonly state: string;
  readonly holder: string | null;
  readonly since: string | null;
  readonly duty: Duty | null;
  readonly explanation: Told | null;
  readonly extension: Extension | null;
  readonly pressed: readonly Pressed[];
  /** Runs from what the petitioner has applied for, not from the case itself. */
  readonly appliedFor: boolean;
}

/** What the lines are made from. */
export interface Known {
  readonly kase: Case;
  readonly events: readonly CaseEvent[];
  readonly duties: readonly Duty[];
  readonly pack: Pack;
  readonly world: World;
}

/** In whose hands each part is; and, besides, who owes the petitioner what they have themselves applied for. */
export function holderLines(known: Known): readonly HolderLine[] {
  return [...known.kase.matters.map((matter) => partLine(matter.id, known)), ...appliedFor(known)];
}

/** The duty that a citizen is told of: the reply first, then what has a date, then what waits for a calendar. */
function shownDuty(duties: readonly Duty[], pack: Pack): Duty | null {
  const rules = replyRules(pack).map((rule) => rule.id);
  return (
    duties.find((d) => rules.includes(d.rule)) ??
    duties.find((d) => d.due !== null) ??
    duties.find((d) => d.gap !== null) ??
    null
  );
}

function partLine(matterId: string, known: Known): HolderLine {
  const { kase, duties, pack, world } = known;
  const matter = kase.matters.find((m) => m.id === matterId);
  const leg = legOf(kase, matter?.leadLegId ?? null);
  const pressing = duties.filter(
    (d) => d.kind === "duty" && isOpen(d) && !isAppliedFor(d, pack) && (leg ? d.legId === leg.id : d.legId === null),
  );
  const duty = shownDuty(pressing, pack);
  // While a reply is audited the case is in the auditing bureau's hands, not the unit's (FZ-8.4-1).
  const audited = leg?.stage === "underAudit" && duty?.owner ? duty : null;
  const holder = audited?.owner ?? leg?.orgId ?? (kase.stage === "received" ? kase.intake : kase.topBureau);
  const said = leg && (kase.track === "internal" ? words.internal : catalogue(pack).follow.legs[leg.stage]);
  return {
    matterId,
    title: matter?.title ?? null,
    state: said ? fill(said, { org: orgName(world, leg.orgId) }) : "",
    holder: holder ? orgName(world, holder) : null,
    since: audited?.startedOn ?? dayOf(leg?.openedAt ?? kase.receivedAt),
    appliedFor: false,
    ...aboutDuty(duty, known),
  };
}

function aboutDuty(
  duty: Duty | null,
  known: Known,
): Pick<HolderLine, "duty" | "explanation" | "extension" | "pressed"> {
  return {
    duty,
    explanation: duty ? told(duty, known.pack) : null,
    extension: duty && extensionOf(duty, known),
    pressed: duty ? pressedFor(duty, known) : [],
  };
}

/** Whether a duty runs from what the petitioner has applied for: a review, a second one. */
function isAppliedFor(duty: Duty, pack: Pack): boolean {
  const { start } = dutyRule(pack, duty.rule);
  const formality = pack.formalities.find((one) => start === `done.${one.id}`);
  return formality?.by.some((holder) => holder.post === "petitioner") === true;
}

function appliedFor(known: Known): readonly HolderLine[] {
  const { duties, pack, world } = known;
  return duties
    .filter((d) => d.kind === "duty" && isOpen(d) && isAppliedFor(d, pack))
    .map((duty) => {
      const holder = duty.owner ? orgName(world, duty.owner) : null;
      return {
        matterId: duty.id,
        title: dutyRule(pack, duty.rule).title,
        state: fill(words.underWay, { org: holder, what: dutyRule(pack, duty.rule).title }),
        holder,
        since: duty.startedOn,
        appliedFor: true,
        ...aboutDuty(duty, known),
      };
    });
}

/** What only an overdue term allows to be done, and was: urging by whatever name. */
function pressedFor(duty: Duty, { events, pack }: Known): readonly Pressed[] {
  if (duty.overdueSince === null) return [];
  const urging = pack.formalities.filter((one) => one.guards.some((guard) => guard.is === "overdue"));
  return events.flatMap((event) => {
    if (event.type !== "formalityDone" || event.data.legId !== duty.legId) return [];
    const done = urging.find((one) => one.id === event.data.formality);
    return done ? [{ what: done.label, on: dayOf(event.at) }] : [];
  });
}
