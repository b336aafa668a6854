import {
  type Act,
  type CaseAct,
  type CaseStage,
  caseStages,
  type LegAct,
  type LegStage,
  legStages,
} from "../rules/vocabulary.ts";

type CaseRow = Partial<Record<CaseAct, readonly CaseStage[]>>;
type LegRow = Partial<Record<LegAct, readonly LegStage[]>>;

const anytime = (stage: CaseStage) =>
  ({
    linkRepeat: [stage],
    recordDelivery: [stage],
    correct: [stage],
    note: [stage],
    recordInstruction: [stage],
    carryOut: [stage],
  }) as const;

const anywhere = (stage: LegStage) => ({ carryOutOnLeg: [stage] }) as const;

/**
 * What can happen to a case at all, and where it can lead. A pack chooses from this table who may do what; it can
 * add nothing to it. A new stage does not compile until its row is written.
 */
export const caseTransitions = {
  unfiled: { file: ["registered"], register: ["received", "registered"] },
  received: {
    ...anytime("received"),
    handOver: ["registered"],
    refuse: ["refused", "sentElsewhere", "noLongerAccepted"],
    supplement: ["received"],
  },
  registered: {
    ...anytime("registered"),
    carryOut: ["registered", "classified", "inHand", "answering", "answered"],
    classify: ["classified"],
    recordConsent: ["registered"],
    refuse: ["refused", "sentElsewhere", "noLongerAccepted"],
    declineRepeat: ["notDispatched"],
    dispatch: ["inHand"],
    flagFinalAudit: ["registered"],
    escalate: ["registered"],
    supplement: ["registered"],
  },
  classified: {
    ...anytime("classified"),
    carryOut: ["classified", "inHand", "answering", "answered"],
    classify: ["classified"],
    recordConsent: ["classified"],
    refuse: ["refused", "sentElsewhere", "noLongerAccepted"],
    declineRepeat: ["notDispatched"],
    dispatch: ["inHand"],
    flagFinalAudit: ["classified"],
    escalate: ["classified"],
    supplement: ["classified"],
  },
  inHand: {
    ...anytime("inHand"),
    recordDelivery: ["inHand", "answered"],
    classify: ["inHand"],
    recordConsent: ["inHand"],
    refuse: ["refused", "sentElsewhere", "noLongerAccepted"],
    dispatch: ["inHand"],
    flagFinalAudit: ["inHand"],
    escalate: ["inHand"],
    supplement: ["inHand"],
    takeDown: ["inHand"],
    rate: ["inHand"],
  },
  answering: {
    ...anytime("answering"),
    recordDelivery: ["answering", "answered"],
    takeDown: ["answering"],
    supplement: ["answering"],
    rate: ["answering"],
  },
  answered: {
    ...anytime("answered"),
    carryOut: ["answered", "inHand", "archived"],
    takeDown: ["answered"],
    rate: ["answered"],
  },
  refused: { ...anytime("refused"), carryOut: ["refused", "archived"] },
  notDispatched: { ...anytime("notDispatched"), carryOut: ["notDispatched", "archived"] },
  sentElsewhere: { ...anytime("sentElsewhere"), carryOut: ["sentElsewhere", "archived"] },
  noLongerAccepted: { ...anytime("noLongerAccepted"), carryOut: ["noLongerAccepted", "archived"] },
  archived: { ...anytime("archived"), rate: ["archived"] },
} as const satisfies Record<CaseStage, CaseRow>;

/** The same for one leg. */
export const legTransitions = {
  atBureau: { ...anywhere("atBureau"), dispatchOn: ["passedOn"], askBureauReturn: ["bureauReturnAsked"] },
  bureauReturnAsked: {
    ...anywhere("bureauReturnAsked"),
    dispatchOn: ["passedOn"],
    acceptBureauReturn: ["recalled"],
    refuseBureauReturn: ["atBureau"],
  },
  passedOn: anywhere("passedOn"),
  dispatched: {
    carryOutOnLeg: ["dispatched", "passed"],
    view: ["viewed"],
    askReturn: ["returnAsked"],
    draftReply: ["drafted"],
  },
  viewed: {
    carryOutOnLeg: ["viewed", "passed"],
    draftReply: ["drafted"],
    submitToLeader: ["handling"],
    askReturn: ["returnAsked"],
    giveInput: ["viewed"],
    askInput: ["viewed"],
  },
  handling: {
    carryOutOnLeg: ["handling", "passed"],
    direct: ["handling"],
    askInput: ["handling"],
    giveInput: ["handling"],
    askReturn: ["returnAsked"],
    draftReply: ["drafted"],
  },
  returnAsked: {
    ...anywhere("returnAsked"),
    submitToLeader: ["returnAsked"],
    acceptReturn: ["recalled"],
    refuseReturn: ["dispatched", "viewed", "handling"],
  },
  drafted: {
    ...anywhere("drafted"),
    draftReply: ["drafted"],
    rejectDraft: ["handling", "rework"],
    approveReply: ["underAudit", "passed"],
  },
  underAudit: { ...anywhere("underAudit"), failAudit: ["rework"], passAudit: ["passed"] },
  rework: { ...anywhere("rework"), direct: ["rework"], askInput: ["rework"], draftReply: ["drafted"] },
  passed: { carryOutOnLeg: ["passed", "rework"] },
  recalled: {},
} as const satisfies Record<LegStage, LegRow>;

/** Whether the table knows the act at this stage of a case or leg. */
export function allowedAt(act: Act, stage: CaseStage | LegStage): boolean {
  const row = isLegStage(stage) ? legTransitions[stage] : caseTransitions[stage];
  return act in row;
}

/** The stages an act can lead to from here; empty when the table does not know it. */
export function leadsTo(act: Act, stage: CaseStage | LegStage): readonly (CaseStage | LegStage)[] {
  const row: CaseRow & LegRow = isLegStage(stage) ? legTransitions[stage] : caseTransitions[stage];
  return row[act] ?? [];
}

function isLegStage(stage: CaseStage | LegStage): stage is LegStage {
  return (legStages as readonly string[]).includes(stage);
}

/** Every stage there is, for the grid that tests walk. */
export const allStages: readonly (CaseStage | LegStage)[] = [...caseStages, ...legStages];
