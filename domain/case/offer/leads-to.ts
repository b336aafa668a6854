import type { Act, CommonMoment } from "../../rules/vocabulary.ts";

/**
 * The moments that an act brings about or is the way to, beside those of formalities: by these a duty finds the act
 * that its owner has to do. Turning a case away and acts that only add to a case are not what a duty asks for.
 */
export const leadsTo: Readonly<Partial<Record<Act, readonly CommonMoment[]>>> = {
  handOver: ["topBureau.received"],
  dispatch: ["matter.dispatched"],
  dispatchOn: ["countyBureau.dispatched"],
  view: ["unit.viewed"],
  submitToLeader: ["unit.submittedToLeader"],
  giveInput: ["input.given"],
  acceptReturn: ["unitReturn.accepted"],
  refuseReturn: ["unitReturn.refused"],
  acceptBureauReturn: ["countyReturn.accepted"],
  refuseBureauReturn: ["countyReturn.refused"],
  draftReply: ["reply.drafted", "reply.submitted"],
  approveReply: ["reply.submitted"],
  passAudit: ["reply.passed"],
};
