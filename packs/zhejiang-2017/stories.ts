import type { OrgId, Post } from "../../domain/office/org.ts";
import type { Values } from "../../domain/rules/formality.ts";
import type { Filing, Step } from "../../domain/rules/example.ts";
import { at, holder } from "./example-office.ts";

/** Filed over the web on Monday 2 March 2026: the month that most examples lie in has neither holiday nor make-up day. */
export const web: Filing = { at: "2026-03-02 09:00", channel: "web" };

/** A letter that the city bureau has registered. */
export const letter: Filing = { at: "2026-03-02 09:00", channel: "letter" };

/** A visit to the county's bureau, and one to an organ that is competent itself. */
export const atCounty: Filing = { at: "2026-03-02 09:00", channel: "visit", intake: at.countyBureau };
export const atOrgan: Filing = { at: "2026-03-02 09:00", channel: "visit", intake: at.labour };

/** A letter to the province's bureau. */
export const atProvince: Filing = { at: "2026-03-02 09:00", channel: "letter", intake: at.provinceBureau };

export const dispatcher = holder(at.bureau, "dispatcher");
export const auditor = holder(at.bureau, "auditor");
export const head = holder(at.bureau, "bureauHead");

/** A formality of the case as a whole, by the city bureau's dispatcher unless told otherwise. */
export function does(when: string, formality: string, values: Values = {}, who = dispatcher): Step {
  return { at: when, who, act: "carryOut", input: { formality, values } };
}

/** A formality on the leg of an organisation. */
export function doesOn(
  when: string,
  leg: OrgId,
  formality: string,
  values: Values = {},
  who = holder(leg, "clerk"),
): Step {
  return { at: when, who, act: "carryOutOnLeg", leg, input: { formality, values } };
}

/** Marked as brought for the first time unless told otherwise. */
export function mark(when: string, occurrence = "initial", who = dispatcher): Step {
  return does(when, "setOccurrence", { occurrence }, who);
}

export function form(when: string, value: "transfer" | "assign" = "transfer", who = dispatcher): Step {
  return does(when, "setForm", { form: value }, who);
}

/** Sent by the body that took the case in: the first organisation leads, the others assist. */
export function dispatch(when: string, orgs: readonly OrgId[], who = dispatcher): Step {
  return { at: when, who, act: "dispatch", input: { classification: null, matters: [matter(null, ...orgs)] } };
}

export function matter(title: string | null, ...orgs: readonly OrgId[]): Record<string, unknown> {
  return { matterId: null, title, text: null, note: null, targets: targets(...orgs) };
}

export function targets(...orgs: readonly OrgId[]): readonly { orgId: OrgId; role: "lead" | "assist" }[] {
  return orgs.map((orgId, i) => ({ orgId, role: i === 0 ? "lead" : "assist" }));
}

/** Sent on by the bureau of the area below. */
export function dispatchOn(when: string, from: OrgId, ...orgs: readonly OrgId[]): Step {
  return {
    at: when,
    who: holder(from, "dispatcher"),
    act: "dispatchOn",
    leg: from,
    input: { targets: targets(...orgs), note: null },
  };
}

export function view(when: string, unit: OrgId): Step {
  return { at: when, who: holder(unit, "clerk"), act: "view", leg: unit };
}

/** The responsible leader and the person who handles the case, as the organ names them. */
export function name(when: string, unit: OrgId, values: Values = persons(unit)): Step {
  return doesOn(when, unit, "nameResponsible", values, holder(unit, "leaderInCharge"));
}

export function persons(unit: OrgId): Values {
  return {
    responsibleLeader: holder(unit, "leaderInCharge"),
    responsiblePerson: holder(unit, "clerk"),
  };
}

export function submit(when: string, unit: OrgId): Step {
  return { at: when, who: holder(unit, "clerk"), act: "submitToLeader", leg: unit, input: { note: null } };
}

export function handled(when: string, unit: OrgId, values: Values = { means: ["mediation"], resolution: "resolved" }) {
  return doesOn(when, unit, "recordHandling", values);
}

export function draft(when: string, unit: OrgId): Step {
  return {
    at: when,
    who: holder(unit, "clerk"),
    act: "draftReply",
    leg: unit,
    input: {
      text: "经调解，用人单位已于3月12日补发拖欠的工资。",
      parts: {},
      internalOpinion: null,
      advisesWithholding: false,
      adviceReason: null,
    },
  };
}

export function approve(when: string, unit: OrgId): Step {
  return { at: when, who: holder(unit, "leaderInCharge"), act: "approveReply", leg: unit };
}

export function askReturn(when: string, unit: OrgId): Step {
  return {
    at: when,
    who: holder(unit, "clerk"),
    act: "askReturn",
    leg: unit,
    input: { reason: "用工单位不在本市，应由用工所在地处理", suggested: null },
  };
}

export function rate(when: string, grade: string): Step {
  return { at: when, who: "petitioner", act: "rate", input: { grade, comment: null } };
}

/** What a call back brings: reached, not solved, not satisfied, unless told otherwise. */
export function callBack(when: string, unit: OrgId, values: Values = {}, who = holder(unit, "clerk")): Step {
  return doesOn(when, unit, "callBack", { ...called, ...values }, who);
}

export const called: Values = {
  method: "phone",
  reached: "yes",
  solved: "no",
  satisfied: "dissatisfied",
  problem: "no",
  result: "已逐项解释，信访人仍不满意",
};

/** Marked, sent to a unit of the city, and viewed there with its persons named. */
export function untilNamed(unit: OrgId, occurrence = "initial"): readonly Step[] {
  return [
    mark("2026-03-02 10:00", occurrence),
    form("2026-03-02 10:02"),
    dispatch("2026-03-02 10:05", [unit]),
    view("2026-03-03 09:00", unit),
    name("2026-03-03 09:30", unit),
  ];
}

/** The unit's own steps from its named persons to an answer on 13 March. */
export function answeredBy(unit: OrgId): readonly Step[] {
  return [
    submit("2026-03-03 10:00", unit),
    handled("2026-03-12 16:00", unit),
    draft("2026-03-13 09:00", unit),
    approve("2026-03-13 10:00", unit),
  ];
}

/** From filing over the web to an answer that the petitioner has. */
export function untilAnswered(unit: OrgId): readonly Step[] {
  return [...untilNamed(unit), ...answeredBy(unit)];
}

/** A call back by the unit that has found a problem. */
export function untilProblem(unit: OrgId): readonly Step[] {
  return [
    ...untilAnswered(unit),
    rate("2026-03-16 20:00", "dissatisfied"),
    callBack("2026-03-20 09:00", unit, { problem: "yes", result: "信访人反映工资仍未到账" }),
  ];
}

export const findings = { facts: "用人单位3月12日只补发了一半", policy: "工资应当足额支付", reason: "差额未付" };

export function verify(when: string, unit: OrgId, values: Values, who = auditor): Step {
  return doesOn(when, unit, "verify", { facts: findings.facts, ...values }, who);
}

/** The unit was found at fault and is made to put it right. */
export function untilRectification(unit: OrgId): readonly Step[] {
  return [
    ...untilProblem(unit),
    verify("2026-03-23 09:00", unit, { verdict: "organFault", fault: "slowAction" }),
    doesOn(
      "2026-03-23 10:00",
      unit,
      "openRectification",
      { supervisionMethods: ["joint"], rectifyDemand: "3月31日前足额补发" },
      auditor,
    ),
  ];
}

export const incident: Values = {
  incidentOn: "2026-03-09",
  incidentAccount: "信访人3月9日到省信访局上访，当地没有登记录入",
  cause: "notEntered",
  consequence: "skipLevelVisit",
  answerableUnit: at.labour,
};

export function records(when: string, values: Values = incident): Step {
  return does(when, "recordIncident", values, auditor);
}

/** In the hands of a unit, with an incident on record and the proposal made. */
export function untilProposed(): readonly Step[] {
  return [
    ...untilNamed(at.labour),
    records("2026-03-10 09:00"),
    does(
      "2026-03-12 09:00",
      "proposeAccountability",
      { proposedFor: ["unit", "leader", "person"], proposal: "建议对首办责任单位通报批评，对责任领导诫勉" },
      head,
    ),
  ];
}

export function untilTransferred(): readonly Step[] {
  return [
    ...untilProposed(),
    does(
      "2026-03-13 09:00",
      "transferProposal",
      { transferredTo: ["disciplineBody", "personnelBody"], transferNumber: "嘉信函〔2026〕3号" },
      auditor,
    ),
  ];
}

export function atDiscipline(post: Post) {
  return holder(at.discipline, post);
}
