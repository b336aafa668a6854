import type { Formality } from "../../rules/formality.ts";
import type { Pack } from "../../rules/pack.ts";
import type { Act, Moment } from "../../rules/vocabulary.ts";

/** What an act brings about, in the words of the timeline; delivery and formalities apart. */
const byAct: Partial<Record<Act, readonly Moment[]>> = {
  file: ["intake.received", "topBureau.received"],
  register: ["intake.received", "topBureau.received"],
  handOver: ["topBureau.received"],
  refuse: ["case.refused", "case.sentElsewhere", "case.noLongerAccepted"],
  declineRepeat: ["case.notDispatched"],
  dispatch: ["matter.dispatched", "unit.received", "countyBureau.received"],
  dispatchOn: ["countyBureau.dispatched", "unit.received", "countyReturn.refused"],
  view: ["unit.viewed"],
  submitToLeader: ["unit.submittedToLeader"],
  askInput: ["input.asked"],
  giveInput: ["input.given"],
  askReturn: ["unitReturn.requested"],
  acceptReturn: ["unitReturn.accepted", "matter.unassigned", "countyBureau.unassigned", "leg.ended"],
  refuseReturn: ["unitReturn.refused"],
  askBureauReturn: ["countyReturn.requested"],
  acceptBureauReturn: ["countyReturn.accepted", "matter.unassigned", "leg.ended"],
  refuseBureauReturn: ["countyReturn.refused"],
  draftReply: ["reply.drafted"],
  rejectDraft: ["reply.draftRejected"],
  approveReply: ["reply.submitted"],
  failAudit: ["reply.returned"],
  passAudit: ["reply.passed", "leg.ended"],
  rate: ["petitioner.rated"],
};

/** What the effects of a formality bring about besides its own moment. */
const byEffect: Readonly<Record<string, readonly Moment[]>> = {
  extend: ["term.extended"],
  archive: ["case.archived"],
  answer: ["unit.received", "matter.dispatched", "reply.drafted", "reply.submitted", "reply.passed"],
  endLeg: ["leg.ended"],
  redo: ["reply.returned"],
  passUp: ["leg.ended", "unit.received"],
  publish: ["reply.published"],
  finding: ["term.lapsed"],
};

/** Every moment that something in the pack can bring about. */
export function possibleMoments(pack: Pack): ReadonlySet<Moment> {
  const acts = pack.powers.flatMap((power) => byAct[power.act] ?? []);
  const done = pack.formalities.flatMap((formality) => [`done.${formality.id}` as Moment, ...effectsOf(formality)]);
  const audit: readonly Moment[] = pack.settings.auditedBy.value === null ? ["reply.passed"] : [];
  const out: readonly Moment[] = pack.settings.publication.value === "onPass" ? ["reply.published"] : [];
  const late: readonly Moment[] = pack.duties.some((duty) => duty.breach) ? ["term.lapsed"] : [];
  const refusal: readonly Moment[] = pack.duties.some((duty) => duty.breach?.kind === "deemedRefusal")
    ? ["unitReturn.refused", "countyReturn.refused"]
    : [];
  const delivered = pack.notices.flatMap(({ id, feedback }): readonly Moment[] => [
    `told.${id}`,
    feedback ? "feedback.delivered" : "notice.served",
  ]);
  const over = pack.duties.filter(({ kind }) => kind === "window").map(({ id }): Moment => `over.${id}`);
  const ends = pack.duties.map(({ id }): Moment => `end.${id}`);
  const lapses = pack.duties.flatMap(({ onLapse = [] }) => onLapse.flatMap(({ is }) => byEffect[is] ?? []));
  return new Set([...over, ...ends, ...lapses, ...acts, ...done, ...audit, ...out, ...late, ...refusal, ...delivered]);
}

function effectsOf({ effects }: Formality): readonly Moment[] {
  return effects.flatMap(({ is }) => byEffect[is] ?? []);
}
