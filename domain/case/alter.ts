import type { Case, Leg, Matter } from "./case.ts";
import { legOf } from "./legs.ts";
import type { CaseEvent } from "./event.ts";

/** The stage of the whole follows from its matters once they are in hand. */
export function settle(kase: Case): Case {
  if (kase.stage !== "inHand" && kase.stage !== "answering") return kase;
  const delivered = kase.matters.every((m) => m.stage === "delivered");
  if (delivered && isReported(kase)) return { ...kase, stage: "answered" };
  const passed = kase.matters.every((m) => m.stage === "passed" || m.stage === "delivered");
  return passed ? { ...kase, stage: "answering" } : kase;
}

function isReported({ reportOwed, reported = [], matters }: Case): boolean {
  return !reportOwed || matters.every(({ leadLegId }) => leadLegId !== null && reported.includes(leadLegId));
}

export function onLeg(kase: Case, legId: string, change: (leg: Leg) => Partial<Leg>): Case {
  return { ...kase, legs: kase.legs.map((leg) => (leg.id === legId ? { ...leg, ...change(leg) } : leg)) };
}

export function onMatter(kase: Case, matterId: string, change: Partial<Matter>): Case {
  return { ...kase, matters: kase.matters.map((m) => (m.id === matterId ? { ...m, ...change } : m)) };
}

export function named(kase: Case, matterId: string, title: string): Case {
  if (kase.matters.some((m) => m.id === matterId)) return onMatter(kase, matterId, { title });
  const matter: Matter = {
    id: matterId,
    title,
    stage: "unassigned",
    told: false,
    leadLegId: null,
    publication: "none",
  };
  return { ...kase, matters: [...kase.matters, matter] };
}

export function opened(kase: Case, event: Extract<CaseEvent, { type: "legOpened" }>): Case {
  const { note: _, responsible: __, by: ___, legId, ...data } = event.data;
  const leg: Leg = {
    ...data,
    id: legId,
    stage: data.kind === "bureau" ? "atBureau" : "dispatched",
    resume: null,
    openedAt: event.at,
    viewedAt: null,
    submittedToLeaderAt: null,
    returnRequest: null,
    draft: null,
    inRework: false,
    inputsOpen: 0,
    overdue: null,
  };
  const handedOn = data.parentId ? onLeg(kase, data.parentId, () => ({ stage: "passedOn" })) : kase;
  const withLeg = { ...handedOn, stage: "inHand" as const, legs: [...handedOn.legs, leg] };
  return data.role === "lead"
    ? onMatter(withLeg, data.matterId, { stage: "inHand", told: false, leadLegId: leg.id })
    : withLeg;
}

/** A leg taken back takes its assisting legs with it; the body that had sent it has the matter again. */
export function recalled(kase: Case, legId: string, asked: boolean): Case {
  const leg = legOf(kase, legId);
  if (!leg) return kase;
  const together = kase.legs.filter(
    (l) => l.matterId === leg.matterId && l.parentId === leg.parentId && l.kind === "unit",
  );
  const ids = new Set(leg.role === "lead" ? [leg.id, ...together.map((l) => l.id)] : [leg.id]);
  const legs = kase.legs.map((l) => {
    if (asked && l.id === legId && l.returnRequest)
      return { ...l, stage: "recalled" as const, returnRequest: { ...l.returnRequest, state: "accepted" as const } };
    return ids.has(l.id) && l.stage !== "passed" ? { ...l, stage: "recalled" as const } : l;
  });
  const back = { ...kase, legs };
  if (leg.role === "assist") return back;
  if (leg.parentId)
    return onMatter(
      onLeg(back, leg.parentId, () => ({ stage: "atBureau" })),
      leg.matterId,
      { leadLegId: leg.parentId },
    );
  return onMatter(back, leg.matterId, { stage: "unassigned", leadLegId: null });
}

export function returnRefused(kase: Case, legId: string, deemed: boolean): Case {
  const leg = legOf(kase, legId);
  if (!leg) return kase;
  const after = onLeg(kase, legId, (l) => ({
    stage: l.resume ?? l.stage,
    resume: null,
    returnRequest: l.returnRequest && { ...l.returnRequest, state: deemed ? "deemedRefused" : "refused" },
  }));
  return { ...after, barred: [...after.barred, leg.orgId] };
}

/** Passing the lead's reply ends the assistants' legs and the county bureau's with it. */
export function passed(kase: Case, legId: string): Case {
  const leg = legOf(kase, legId);
  if (!leg) return kase;
  const legs = kase.legs.map((l) =>
    l.matterId === leg.matterId && l.stage !== "recalled" ? { ...l, stage: "passed" as const } : l,
  );
  const told = kase.matters.find((m) => m.id === leg.matterId)?.told === true;
  return onMatter({ ...kase, legs }, leg.matterId, { stage: told ? "delivered" : "passed" });
}

/** The petitioner has the answer; the matter is over once it has been passed as well. */
export function told(kase: Case, matterId: string): Case {
  const over = kase.matters.some((m) => m.id === matterId && m.stage === "passed");
  return onMatter(kase, matterId, over ? { told: true, stage: "delivered" } : { told: true });
}

/** The answer is not the last one: the lead has to write another, and the petitioner has to have that. */
export function reopened(kase: Case, legId: string): Case {
  const leg = legOf(kase, legId);
  if (!leg) return kase;
  const back = onLeg(kase, legId, () => ({ stage: "rework", inRework: true }));
  const matters = onMatter(back, leg.matterId, { stage: "inHand", told: false });
  return matters.stage === "inHand" ? matters : { ...matters, stage: "inHand" };
}

/** What was sent for information is over without an answer of its own: with the lead's leg the matter, else that leg only. */
export function closed(kase: Case, legId: string): Case {
  const leg = legOf(kase, legId);
  if (!leg) return kase;
  if (leg.role === "assist") return onLeg(kase, legId, () => ({ stage: "passed" }));
  return told(passed(kase, legId), leg.matterId);
}

/** The breach is off the record: it marks no leg, and the lapse that was written down starts nothing any more. */
export function withdrawn(
  kase: Case,
  { dutyId, rule, legId }: { readonly dutyId: string; readonly rule: string; readonly legId: string | null },
): Case {
  const lapse = kase.happenings.findLastIndex(
    (h) => h.moment === "term.lapsed" && h.legId === legId && h.values?.rule === rule,
  );
  const happenings = kase.happenings.map((h, i) =>
    i === lapse ? { ...h, moment: "term.lapseWithdrawn" as const } : h,
  );
  const kept = { ...kase, happenings, breached: kase.breached.filter((id) => id !== dutyId) };
  const marked = kept.breached.some((id) => id.split("/")[1] === legId);
  return legId === null || marked ? kept : onLeg(kept, legId, () => ({ overdue: null }));
}
