import { type PlainDate, plainDate } from "../calendar/plain-date.ts";
import { calendarAsOf, type CalendarYear, type WorkCalendar } from "../calendar/work-calendar.ts";
import type { Case, Leg, Matter } from "../case/case.ts";
import type { RepeatChain } from "../case/context.ts";
import type { CaseEvent, EventData, EventType } from "../case/event.ts";
import { noticesDue } from "../case/notices.ts";
import { type SightRow, sightOf } from "../case/sight.ts";
import { dutiesOf } from "../case/timeline.ts";
import type { Duty } from "../duty/duty.ts";
import { type Office, office } from "../office/office.ts";
import type { Holding, Org, OrgId, Post } from "../office/org.ts";
import type { Filing, Step } from "../rules/example.ts";
import type { Pack } from "../rules/pack.ts";
import type { Refusal } from "../rules/refusal.ts";
import { chinaTime, type Told, tell } from "./story.ts";

/** What may differ from the plain telling of a story. */
export interface Twist {
  /** Read the case at this moment instead of at the last step. */
  readonly until?: string;
  readonly chain?: RepeatChain;
  readonly office?: Office;
}

/** A story that went through, with the readings that tests make of it. */
export interface Scene {
  readonly kase: Case;
  readonly events: readonly CaseEvent[];
  readonly office: Office;
  readonly duties: readonly Duty[];
  readonly sight: readonly SightRow[];
  /** Kind, organisation and day of every breach recorded so far. */
  readonly breaches: readonly (readonly [string, OrgId, PlainDate])[];
  /** Ids of the messages due to the petitioner, in order. */
  readonly notices: readonly string[];
}

/** Tells test stories under one pack, in its example office, on one calendar. */
export interface Stage {
  readonly pack: Pack;
  readonly calendar: WorkCalendar;
  /** Tells a story that must go through; throws with the refusal if it does not. */
  readonly play: (filing: Filing, steps: readonly Step[], twist?: Twist) => Scene;
  /** Tells a story whose last step must be the first one refused; throws if it is not. */
  readonly stop: (filing: Filing, steps: readonly Step[], twist?: Twist) => Refusal;
}

/** Sets up a pack and its calendar for stories. */
export function stage(pack: Pack, years: readonly CalendarYear[], asOf: PlainDate = plainDate("2026-11-21")): Stage {
  const calendar = calendarAsOf(years, asOf);
  const told = (filing: Filing, steps: readonly Step[], twist: Twist): Told =>
    tell(filing, steps, twist.until ?? null, {
      pack,
      calendar,
      ...(twist.chain ? { chain: twist.chain } : {}),
      ...(twist.office ? { office: twist.office } : {}),
    });
  return {
    pack,
    calendar,
    play: (filing, steps, twist = {}) => {
      const scene = told(filing, steps, twist);
      if (scene.refused) throw new Error(`step ${scene.stepsDone + 1} refused: ${JSON.stringify(scene.refused)}`);
      const now = chinaTime(twist.until ?? steps.at(-1)?.at ?? filing.at);
      return {
        kase: scene.kase,
        events: scene.events,
        office: scene.office,
        duties: dutiesOf(scene.kase, { pack, calendar, office: scene.office, now }),
        sight: sightOf(scene.kase, pack, scene.office),
        breaches: of(scene.events, "dutyBreached").map((b) => [b.kind, b.orgId, b.on] as const),
        notices: noticesDue(scene.kase, pack, scene.office).map((n) => n.notice.id),
      };
    },
    stop: (filing, steps, twist = {}) => {
      const scene = told(filing, steps, twist);
      if (!scene.refused) throw new Error("nothing was refused");
      if (scene.stepsDone + 1 !== steps.length) throw new Error(`refused early: ${JSON.stringify(scene.refused)}`);
      return scene.refused;
    },
  };
}

/** The data of all events of one type. */
export function of<T extends EventType>(events: readonly CaseEvent[], type: T): readonly EventData[T][] {
  return events.flatMap((event) => (event.type === type ? [event.data as EventData[T]] : []));
}

/** The newest duty of a rule, of one organisation where it is named; throws when the case has none. */
export function duty(scene: Scene, rule: string, org?: OrgId): Duty {
  const found = scene.duties.findLast((d) => d.rule === rule && (org === undefined || d.owner === org));
  if (!found) throw new Error(`no duty ${rule} of ${org ?? "anybody"}`);
  return found;
}

/** The newest leg of an organisation; throws when it has none. */
export function leg(scene: Scene, org: OrgId): Leg {
  const found = scene.kase.legs.findLast((l) => l.orgId === org);
  if (!found) throw new Error(`no leg at ${org}`);
  return found;
}

/** The matter of a case with this id; throws when it has none. */
export function matter(scene: Scene, id = "m1"): Matter {
  const found = scene.kase.matters.find((m) => m.id === id);
  if (!found) throw new Error(`no matter ${id}`);
  return found;
}

/** How much a post of an organisation reads of the case; null when it does not find it. */
export function reads(scene: Scene, org: OrgId, post: Post): SightRow["sees"] | null {
  return scene.sight.find((row) => row.orgId === org && row.post === post)?.sees ?? null;
}

/** A pack's example office with some organisations or postholdings changed. */
export function changedOffice(
  pack: Pack,
  org: (org: Org) => Org,
  holdings: (holdings: readonly Holding[]) => readonly Holding[] = (all) => all,
): Office {
  return office(pack.exampleOffice.orgs.map(org), holdings(pack.exampleOffice.holdings));
}
