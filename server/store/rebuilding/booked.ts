import type { Case } from "../../../domain/case/case.ts";
import type { CaseEvent, Responsible } from "../../../domain/case/event.ts";

/** A breach as the events of a case book it. */
export interface BookedBreach {
  readonly duty_id: string;
  readonly rule: string;
  readonly kind: string;
  readonly leg_id: string | null;
  readonly org_id: string;
  readonly on_day: string;
  readonly withdrawn: boolean;
  /** The reason and the moment of a withdrawal, and who answers for it; they are written, not compared. */
  readonly more: {
    readonly responsible: readonly Responsible[];
    readonly at: string | null;
    readonly why: string | null;
  };
}

/** The breaches that the events of a case have booked, in their order; `kase`: the case after all of them. */
export function bookedBreaches(events: readonly CaseEvent[], kase: Case): readonly BookedBreach[] {
  const booked = new Map<string, BookedBreach>();
  for (const { type, at, data } of events) {
    if (type === "dutyBreached" && data.kind !== "deemedRefusal") {
      const before = booked.get(data.dutyId);
      booked.set(data.dutyId, {
        duty_id: data.dutyId,
        rule: data.rule,
        kind: before?.kind ?? data.kind,
        leg_id: data.legId,
        org_id: data.orgId,
        on_day: data.on,
        withdrawn: !kase.breached.includes(data.dutyId),
        more: { responsible: data.responsible, at: null, why: null },
      });
    }
    if (type === "breachWithdrawn") {
      const row = booked.get(data.dutyId);
      if (row) booked.set(data.dutyId, { ...row, more: { ...row.more, at, why: data.reason } });
    }
    if (type === "overdueChanged") {
      // A reply that came after all turns a lapsed term into a late one (FZ-11.2-1).
      for (const row of booked.values()) {
        if (row.leg_id !== data.legId || row.kind !== "lapsedUnhandled") continue;
        booked.set(row.duty_id, { ...row, kind: data.kind });
      }
    }
  }
  return [...booked.values()];
}
