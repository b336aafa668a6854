import type { PeriodicWork } from "../../../domain/accountability/periodic.ts";
import { dayOf, type PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { Org, OrgId } from "../../../domain/office/org.ts";
import type { ClauseId } from "../../../domain/rules/clause.ts";
import { measureOf } from "../../../domain/rules/measure.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import type { House } from "../../house.ts";
import type { Reader } from "../../store/case/sight.ts";
import type { World } from "../../store/world.ts";
import type { Staff } from "../oversight/overseer.ts";
import { overseen } from "../oversight/supervision.ts";
import type { Decision } from "../../store/periodic/decisions.ts";
import { decides } from "./decisions/decisions.ts";
import type { Gathered } from "./gather.ts";
import { attendance } from "./office.ts";
import { groundsOf, type Mention, mentionable, mentionFault } from "./praise.ts";

/** Who does which work of the pack, for which office. */
export interface PeriodicDesk {
  readonly house: House;
  readonly world: World;
  readonly pack: Pack;
  readonly work: PeriodicWork;
  readonly office: Org;
  readonly actor: Staff;
  readonly reader: Reader;
}

/** A work as it is to be recorded. */
export interface WorkOrder {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly heldOn: PlainDate;
  readonly withOrgs: readonly OrgId[];
  /** What is added to each part of the material, by its key. */
  readonly remarks: Readonly<Record<string, string>>;
  readonly mentions: readonly Mention[];
  readonly decisions: readonly Decision[];
}

/** Why a work is not recorded, and the clause behind it where there is one. */
export interface WorkFault {
  readonly code:
    | "periodic.daysWrong"
    | "periodic.absent"
    | "periodic.mentionWrong"
    | "periodic.noCases"
    | "periodic.decisionWrong";
  readonly facts: Readonly<Record<string, unknown>>;
  readonly clause: ClauseId | null;
}

/** What keeps a work from being recorded; null when nothing does. */
export function checked(desk: PeriodicDesk, order: WorkOrder, gathered: Gathered): WorkFault | null {
  return (
    daysFault(desk, order) ??
    absence(desk, order) ??
    decisionsFault(desk, order) ??
    mentionsFault(desk, order, gathered)
  );
}

/** Days that have not come yet have no figures, and nothing was held on them. */
function daysFault({ house }: PeriodicDesk, { from, to, heldOn }: WorkOrder): WorkFault | null {
  const today = dayOf(house.now());
  const right = from <= to && to <= today && from <= heldOn && heldOn <= today;
  return right ? null : { code: "periodic.daysWrong", facts: {}, clause: null };
}

/** Every kind of body that the regulation names takes part, as far as the area has one; nobody else is written down. */
function absence({ world, office, work }: PeriodicDesk, { withOrgs }: WorkOrder): WorkFault | null {
  const kinds = attendance(world, office, work);
  const absent = kinds.filter(({ bodies }) => bodies.length > 0 && !bodies.some(({ id }) => withOrgs.includes(id)));
  const known = kinds.flatMap(({ bodies }) => bodies.map(({ id }) => id));
  if (absent.length === 0 && withOrgs.every((id) => known.includes(id))) return null;
  return { code: "periodic.absent", facts: { kinds: absent.map(({ kind }) => kind) }, clause: work.clause };
}

/** A body of the area does each, and has until the day of the meeting at least. */
function decisionsFault({ world, office, work }: PeriodicDesk, { decisions, heldOn }: WorkOrder): WorkFault | null {
  const bodies = new Set(overseen(world, office.id).map(({ id }) => id));
  const right = decisions.every(({ orgId, until }) => bodies.has(orgId) && until >= heldOn);
  if (right && (decisions.length === 0 || decides(work))) return null;
  return { code: "periodic.decisionWrong", facts: {}, clause: null };
}

function mentionsFault({ pack, work }: PeriodicDesk, { mentions }: WorkOrder, gathered: Gathered): WorkFault | null {
  const [grounds, bodies] = [groundsOf(pack, work), mentionable(gathered)];
  const faults = mentions.map((mention) => mentionFault(mention, grounds, bodies)).filter((found) => found !== null);
  if (faults.length === 0) return null;
  const code = faults.includes("unknown") ? "periodic.mentionWrong" : "periodic.noCases";
  return { code, facts: {}, clause: measureOf(pack.measures, "praiseAndCriticism")?.clause ?? null };
}
