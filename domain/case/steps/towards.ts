import type { Effect, Formality } from "../../rules/formality.ts";
import type { Pack } from "../../rules/pack.ts";
import { type Act, type CommonMoment, legActs, type Moment } from "../../rules/vocabulary.ts";

/** An act, or one of the pack's formalities, as a step of the work. */
export interface Step {
  readonly act: Act;
  readonly onLeg: boolean;
  readonly formality: Formality | null;
  /** The notices whose delivery is meant, where the step is to record that the petitioner was told. */
  readonly notices: readonly string[];
}

/** The acts that bring a moment about, the last step first: what it needs before it stands behind it. */
const acts: Readonly<Partial<Record<CommonMoment, readonly Act[]>>> = {
  "topBureau.received": ["handOver"],
  "matter.dispatched": ["dispatch", "classify"],
  "countyBureau.dispatched": ["dispatchOn"],
  "countyReturn.requested": ["askBureauReturn"],
  "countyReturn.accepted": ["acceptBureauReturn"],
  "countyReturn.refused": ["refuseBureauReturn"],
  "unit.viewed": ["view"],
  "unit.submittedToLeader": ["submitToLeader", "view"],
  "unitReturn.requested": ["askReturn"],
  "unitReturn.accepted": ["acceptReturn"],
  "unitReturn.refused": ["refuseReturn"],
  "input.given": ["giveInput", "view"],
  "reply.drafted": ["draftReply", "submitToLeader", "view"],
  "reply.draftRejected": ["rejectDraft"],
  "reply.submitted": ["approveReply", "draftReply", "submitToLeader", "view"],
  "reply.passed": ["passAudit", "approveReply", "draftReply"],
  "reply.returned": ["failAudit"],
  "reply.published": ["passAudit"],
  "case.notDispatched": ["declineRepeat"],
};

const effects: Readonly<Partial<Record<CommonMoment, Effect["is"]>>> = {
  "reply.submitted": "answer",
  "reply.published": "publish",
  "case.archived": "archive",
  "leg.ended": "endLeg",
  "term.extended": "extend",
};

/**
 * The steps by which a duty with these ends is met, in the order in which they are asked for: what ends it first, then
 * what comes before that.
 */
export function towards(ends: readonly Moment[], pack: Pack): readonly Step[] {
  const steps = ends.flatMap((end) => {
    const [, done] = /^done\.(.+)$/.exec(end) ?? [];
    const effect = effects[end as CommonMoment];
    const own = pack.formalities.filter((f) => f.id === done || f.effects.some(({ is }) => is === effect));
    return [...own.map(byFormality), ...(acts[end as CommonMoment] ?? []).map(byAct)];
  });
  const notices = toldBy(ends, pack);
  const telling = notices.length > 0 ? [{ ...byAct("recordDelivery"), notices }] : [];
  const all = [...steps, ...telling];
  return all.filter((step, n) => all.findIndex((other) => sameStep(step, other)) === n);
}

/** The notices of which one has to reach the petitioner for these ends. */
function toldBy(ends: readonly Moment[], pack: Pack): readonly string[] {
  const meant = pack.notices.filter(
    ({ id, feedback }) =>
      ends.includes(`told.${id}`) || ends.includes(feedback ? "feedback.delivered" : "notice.served"),
  );
  return meant.map(({ id }) => id);
}

function byFormality(formality: Formality): Step {
  const onLeg = formality.on === "leg";
  return { act: onLeg ? "carryOutOnLeg" : "carryOut", onLeg, formality, notices: [] };
}

function byAct(act: Act): Step {
  return { act, onLeg: (legActs as readonly Act[]).includes(act), formality: null, notices: [] };
}

function sameStep(a: Step, b: Step): boolean {
  return a.act === b.act && a.formality?.id === b.formality?.id;
}
