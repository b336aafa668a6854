import type { OrgId, PersonId } from "../../domain/office/org.ts";
import type { Filing, Step } from "../../domain/rules/example.ts";
import type { Values } from "../../domain/rules/formality.ts";
import { at, holder } from "./example-office.ts";

/** Filed over the web on Monday 2 March 2026: the month that most examples lie in has neither holiday nor make-up day. */
export const web: Filing = { at: "2026-03-02 09:00", channel: "web" };

/** The same by mail and by short message, registered by the city's bureau. */
export const email: Filing = { at: "2026-03-02 09:00", channel: "email" };
export const sms: Filing = { at: "2026-03-02 09:00", channel: "sms" };

/** To the mailbox of the district's head, registered by the district's bureau. */
export const toXihu: Filing = { at: "2026-03-02 09:00", channel: "email", intake: at.xihuBureau };

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

/** A complaint of a citizen about street lamps, to the mayor's mailbox. */
export const plainFacts: Values = {
  source: "cityMayorMailbox",
  petitionerKind: "citizen",
  purpose: "complaint",
  addressee: "department",
  acceptance: "e",
  urgent: "no",
};

export function facts(when: string, values: Values = {}, who = dispatcher): Step {
  return does(when, "recordFacts", { ...plainFacts, ...values }, who);
}

/** Marked as brought for the first time, as the province asks. */
export function mark(when: string, occurrence = "initial", who = dispatcher): Step {
  return does(when, "setOccurrence", { occurrence }, who);
}

/** The form of handling; of a case for reference also whether feedback is asked. */
export function form(when: string, value: "answer" | "transfer" | "reference", feedback?: "yes" | "no"): Step {
  return does(when, "setForm", { form: value, ...(feedback ? { feedback } : {}) });
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

/** Sent on by the bureau of the district. */
export function dispatchOn(when: string, from: OrgId, ...orgs: readonly OrgId[]): Step {
  const who = holder(from, "dispatcher");
  return { at: when, who, act: "dispatchOn", leg: from, input: { targets: targets(...orgs), note: null } };
}

/** Registered, marked and sent to units of the city on Monday 2 March: the five working days end on Monday 9 March. */
export function sent(units: readonly OrgId[] = [at.urban], values: Values = {}): readonly Step[] {
  return [
    facts("2026-03-02 10:00", values),
    mark("2026-03-02 10:01"),
    form("2026-03-02 10:02", "transfer"),
    dispatch("2026-03-02 10:05", units),
  ];
}

/** A suggestion that is sent for reference. */
export function referred(feedback: "yes" | "no", unit: OrgId = at.urban): readonly Step[] {
  return [
    facts("2026-03-02 10:00", { purpose: "suggestion", acceptance: "a" }),
    mark("2026-03-02 10:01", "unmarked"),
    form("2026-03-02 10:02", "reference", feedback),
    dispatch("2026-03-02 10:05", [unit]),
  ];
}

export function view(when: string, unit: OrgId): Step {
  return { at: when, who: holder(unit, "clerk"), act: "view", leg: unit };
}

/** The responsible leader and the person who handles the case, as the province has the unit name them. */
export function name(when: string, unit: OrgId): Step {
  const values = { responsibleLeader: holder(unit, "leaderInCharge"), responsiblePerson: holder(unit, "clerk") };
  return doesOn(when, unit, "nameResponsible", values, holder(unit, "leaderInCharge"));
}

export function handled(when: string, unit: OrgId): Step {
  return doesOn(when, unit, "recordHandling", { means: ["administrative"], resolution: "resolved" });
}

export function draft(when: string, unit: OrgId, who: PersonId = holder(unit, "clerk")): Step {
  return {
    at: when,
    who,
    act: "draftReply",
    leg: unit,
    input: {
      text: "3月5日已修复路灯，3月20日前完成全线检查。",
      parts: {},
      internalOpinion: null,
      advisesWithholding: false,
      adviceReason: null,
    },
  };
}

export function sign(when: string, unit: OrgId, who: PersonId = holder(unit, "leaderInCharge")): Step {
  return { at: when, who, act: "approveReply", leg: unit };
}

/** Sent to the unit, which has viewed it and named its persons on Tuesday 3 March. */
export function taken(unit: OrgId = at.urban, values: Values = {}): readonly Step[] {
  return [...sent([unit], values), view("2026-03-03 09:00", unit), name("2026-03-03 09:10", unit)];
}

/** The unit's answer, written and signed on one day. */
export function answeredOn(day: string, unit: OrgId = at.urban): readonly Step[] {
  return [handled(`${day} 09:00`, unit), draft(`${day} 09:30`, unit), sign(`${day} 14:00`, unit)];
}

/** From filing to an answer that the petitioner has and the bureau has yet to review. */
export function untilSigned(unit: OrgId = at.urban, day = "2026-03-05"): readonly Step[] {
  return [...taken(unit), ...answeredOn(day, unit)];
}

export const content: Values = { opinionGrade: "satisfied", opinionText: "路灯已亮，表示满意" };

/** 信访人意见, as the unit fills it in. */
export function opinion(when: string, unit: OrgId = at.urban, values: Values = content): Step {
  return doesOn(when, unit, "recordOpinion", values);
}

export const checked: Values = {
  method: "phone",
  reached: "yes",
  checkResult: "属实，路灯3月5日晚已亮",
  checkRemarks: "信访人希望定期巡查",
};

/** The call back of the second review. */
export function callBack(when: string, unit: OrgId = at.urban, values: Values = checked, who = auditor): Step {
  return doesOn(when, unit, "reviewCallBack", values, who);
}

export const allYes = { content: true, implementation: true };

export function pass(when: string, unit: OrgId = at.urban, who: PersonId = auditor, checklist: object = allYes): Step {
  return { at: when, who, act: "passAudit", leg: unit, input: { checklist, withhold: false, reason: null } };
}

export function fail(when: string, unit: OrgId = at.urban, checklist: object = { ...allYes, implementation: false }) {
  const input = { checklist, reason: "现场仍有两盏不亮" };
  return { at: when, who: auditor, act: "failAudit", leg: unit, input } as const satisfies Step;
}

/** Signed on 5 March, reviewed with a call back on 9 March. */
export function untilReviewed(unit: OrgId = at.urban): readonly Step[] {
  return [
    ...untilSigned(unit),
    opinion("2026-03-06 09:00", unit),
    callBack("2026-03-09 09:00", unit),
    pass("2026-03-09 10:00", unit),
  ];
}

export function proposeUrged(when: string, unit: OrgId = at.urban): Step {
  return doesOn(
    when,
    unit,
    "proposeUrged",
    { urgedAnswerable: ["unit"], urgedProposal: "约谈该单位负责人" },
    dispatcher,
  );
}

export function publish(when: string, who = auditor): Step {
  return does(when, "publish", {}, who);
}

export function archive(when: string): Step {
  return does(when, "archive", { archiveNumber: "2026-网-0012" });
}

export function rate(when: string, grade: string): Step {
  return { at: when, who: "petitioner", act: "rate", input: { grade, comment: null } };
}

export const refusal = (ground: string, fields: Readonly<Record<string, string>> = {}, who = dispatcher): Step => ({
  at: "2026-03-02 10:00",
  who,
  act: "refuse",
  input: { ground, fields },
});

/** More time, asked by the unit and granted by its head. */
export function askMore(when: string, unit: OrgId = at.urban, days = "30"): Step {
  return doesOn(when, unit, "askExtension", { askedDays: days, askedReason: "需要更换地下电缆" });
}

export function grantMore(when: string, unit: OrgId = at.urban, days = "30"): Step {
  const values = { extensionDays: days, extensionReason: "需要开挖路面更换地下电缆" };
  return doesOn(when, unit, "grantExtension", values, holder(unit, "principalLeader"));
}

export function urge(when: string, unit: OrgId = at.urban, who = dispatcher): Step {
  return doesOn(when, unit, "urge", { urging: "已超过办理期限，请尽快反馈" }, who);
}

/** Form B filled in, agreed to, and the visit made. */
export const visitPlan: Values = {
  visitGround: "several",
  visitReason: "涉及市城管局和市建委，职责有交叉",
  plannedStaff: ["陈一", "李二"],
  plannedOn: "2026-03-05",
};

export function proposeVisit(when: string): Step {
  return does(when, "proposeVisit", { ...visitPlan, plannedOn: when.slice(0, 10) });
}

export function approveVisit(when: string, who = head): Step {
  return does(when, "approveVisit", { visitInstruction: "同意，请两家到场" }, who);
}

export function visit(when: string, staff: readonly string[] = ["陈一", "李二"]): Step {
  return does(when, "recordVisit", {
    visitedOn: when.slice(0, 10),
    visitPlace: "文三路",
    visitStaff: staff,
    visitFindings: "电缆老化，需要开挖更换",
  });
}

export function issue(when: string): Step {
  const values = { documentKind: "opinion", documentText: "请市城管局牵头，3月31日前更换电缆" };
  return does(when, "issueDocument", values, head);
}

export function sendDocument(when: string, unit: OrgId): Step {
  return doesOn(when, unit, "sendDocument", { sentOn: when.slice(0, 10), sentHow: "公文交换" }, dispatcher);
}

/** A joint case whose visit has ended in a supervision opinion. */
export function untilDocument(): readonly Step[] {
  return [
    ...sent([at.urban, at.construction]),
    proposeVisit("2026-03-03 09:00"),
    approveVisit("2026-03-04 09:00"),
    visit("2026-03-05 15:00"),
    issue("2026-03-06 09:00"),
  ];
}

/** What the province's call back brings after a bad rating. */
export const calledBack: Values = {
  method: "phone",
  reached: "yes",
  solved: "yes",
  satisfied: "fairlySatisfied",
  problem: "no",
  result: "路灯全部恢复，信访人表示理解",
};

/**
 * The longest way: two units, a visit on the spot, more time, urged twice, answered late, rated badly, sent back by the
 * second review, answered again, called back at the second try, published, called back as the province asks, archived.
 */
export function longest(): readonly Step[] {
  return [
    facts("2026-03-02 10:00", { urgent: "yes", acceptance: "d", summary: "文三路多盏路灯不亮" }),
    mark("2026-03-02 10:01"),
    does("2026-03-02 10:02", "nameReceiving", { receivingLeader: head, receivingPerson: dispatcher }),
    form("2026-03-02 10:03", "transfer"),
    dispatch("2026-03-02 10:05", [at.urban, at.construction]),
    view("2026-03-03 09:00", at.urban),
    name("2026-03-03 09:10", at.urban),
    proposeVisit("2026-03-03 10:00"),
    approveVisit("2026-03-04 09:00"),
    visit("2026-03-05 15:00"),
    issue("2026-03-06 09:00"),
    sendDocument("2026-03-06 10:00", at.urban),
    sendDocument("2026-03-06 10:05", at.construction),
    does("2026-03-06 11:00", "closeVisit", { visitOutcome: "两家已分工" }),
    askMore("2026-03-06 14:00"),
    grantMore("2026-03-06 15:00"),
    urge("2026-04-09 09:00"),
    urge("2026-04-13 09:00"),
    proposeUrged("2026-04-13 10:00"),
    ...answeredOn("2026-04-14"),
    rate("2026-04-14 20:00", "dissatisfied"),
    opinion("2026-04-15 09:00", at.urban, { opinionGrade: "dissatisfied", opinionText: "仍有两盏不亮" }),
    callBack("2026-04-15 10:00", at.urban, { ...checked, checkResult: "仍有两盏不亮", checkRemarks: "要求复查" }),
    fail("2026-04-15 11:00"),
    ...answeredOn("2026-04-17"),
    opinion("2026-04-20 09:00"),
    callBack("2026-04-20 10:00", at.urban, { method: "phone", reached: "no" }),
    callBack("2026-04-21 10:00"),
    pass("2026-04-21 11:00"),
    publish("2026-04-22 09:00"),
    doesOn("2026-04-22 10:00", at.urban, "callBack", calledBack),
    doesOn("2026-04-22 11:00", at.urban, "callBack", calledBack, auditor),
    archive("2026-04-23 09:00"),
  ];
}
