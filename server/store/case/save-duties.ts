import type { Selectable } from "kysely";
import type { NextStep } from "../../../domain/case/steps/next-step.ts";
import { stepKey } from "../../../domain/case/steps/step-key.ts";
import type { SightRow } from "../../../domain/case/sight.ts";
import type { Duty } from "../../../domain/duty/duty.ts";
import type { OwedBefore } from "../../../domain/telling/staff.ts";
import type { Tx } from "../db.ts";
import type { Duty as DutyTable } from "../schema.gen.ts";

/** What may change in a duty that stays the same duty. */
const changing = [
  "owner_org",
  "due_on",
  "due_at",
  "target_on",
  "due_within",
  "state",
  "ended_on",
  "overdue_since",
  "flagged",
  "gap",
  "able",
  "steps",
] as const;

type DutyRow = Selectable<DutyTable>;

/** What the engine says of a duty besides the duty itself. */
export interface AboutDuty {
  /** The last day of the term that it runs inside of. */
  readonly within: (duty: Duty) => string | null;
  /** Which of the regulation's rules it comes from, counted from 0. */
  readonly place: (duty: Duty) => number;
  /** Who can act on it now. */
  readonly next: (duty: Duty) => readonly NextStep[];
}

/** Writes the duties that changed; those that a rule no longer asks for go. Gives what the rows said before. */
export async function saveDuties(
  tx: Tx,
  region: string,
  caseId: string,
  duties: readonly Duty[],
  about: AboutDuty,
): Promise<readonly OwedBefore[]> {
  const stored = await tx
    .selectFrom("duty")
    .select(["duty_id", ...changing])
    .where("region_id", "=", region)
    .where("case_id", "=", caseId)
    // In the order of the primary key: in a house without statistics yet, any other index would look as good.
    .orderBy("duty_id")
    .execute();
  const before = stored.map(owedBefore);
  const known = new Map(stored.map((row) => [row.duty_id, row]));
  const asked = duties.map((duty) => dutyRow(region, caseId, duty, about));
  const ids = new Set(asked.map((row) => row.duty_id));
  const gone = [...known.keys()].filter((id) => !ids.has(id));
  if (gone.length > 0) {
    await tx
      .deleteFrom("duty")
      .where("region_id", "=", region)
      .where("case_id", "=", caseId)
      .where("duty_id", "in", gone)
      .execute();
  }
  const changed = asked.filter((row) => {
    const before = known.get(row.duty_id);
    return !before || changing.some((column) => String(before[column]) !== String(row[column]));
  });
  if (changed.length === 0) return before;
  await tx
    .insertInto("duty")
    .values(changed)
    .onConflict((oc) =>
      oc
        .columns(["region_id", "case_id", "duty_id"])
        .doUpdateSet((eb) => Object.fromEntries(changing.map((column) => [column, eb.ref(`excluded.${column}`)]))),
    )
    .execute();
  return before;
}

function owedBefore(row: Pick<DutyRow, "duty_id" | "able" | "steps" | "overdue_since">): OwedBefore {
  return {
    dutyId: row.duty_id,
    posts: row.able ?? [],
    step: row.steps?.[0] ?? null,
    overdue: row.overdue_since !== null,
  };
}

/** The row of a duty. */
export function dutyRow(region: string, caseId: string, duty: Duty, about: AboutDuty) {
  const next = about.next(duty);
  return {
    region_id: region,
    case_id: caseId,
    duty_id: duty.id,
    rule: duty.rule,
    kind: duty.kind,
    leg_id: duty.legId,
    owner_org: duty.owner,
    owner_post: duty.ownerPost,
    place: about.place(duty),
    started_at: duty.startedAt,
    started_on: duty.startedOn,
    due_on: duty.due,
    due_at: duty.dueAt,
    target_on: duty.target,
    due_within: about.within(duty),
    state: duty.state,
    ended_on: duty.endedOn,
    overdue_since: duty.overdueSince,
    flagged: duty.flagged,
    gap: duty.gap,
    able: next.map(({ post }) => post as string),
    steps: next.map(stepKey),
  };
}

/** Writes who may read the case, when that changed. */
export async function saveSight(
  tx: Tx,
  region: string,
  caseId: string,
  before: readonly SightRow[],
  after: readonly SightRow[],
): Promise<void> {
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  await tx.deleteFrom("case_sight").where("region_id", "=", region).where("case_id", "=", caseId).execute();
  if (after.length === 0) return;
  await tx
    .insertInto("case_sight")
    .values(
      after.map((row) => ({
        region_id: region,
        case_id: caseId,
        org_id: row.orgId,
        post: row.post,
        sees: row.sees,
      })),
    )
    .execute();
}
