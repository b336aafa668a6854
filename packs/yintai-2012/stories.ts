import type { OrgId, PersonId } from "../../domain/office/org.ts";
import type { Filing, Step } from "../../domain/rules/example.ts";
import { at, holder } from "./example-office.ts";

/** Filed in the mailbox of the district's head on Monday 2 March 2026: a month without holiday or make-up day. */
export const web: Filing = { at: "2026-03-02 09:00", channel: "web" };

/** Found elsewhere, or passed on by another mailbox, and registered by the centre. */
export const collected: Filing = { at: "2026-03-02 09:00", channel: "collected" };

export const operator = holder(at.centre, "operator");
export const auditor = holder(at.supervision, "auditor");
export const head = holder(at.supervision, "bureauHead");
export const officeLeader = holder(at.office, "officeLeader");
export const governmentLeader = holder(at.office, "governmentLeader");
export const dispatcher = holder(at.section, "dispatcher");

type Given = Readonly<Record<string, string | readonly string[]>>;

/** A step of the regulation's own on the case. */
export function does(when: string, who: PersonId, formality: string, values: Given = {}): Step {
  return { at: when, who, act: "carryOut", input: { formality, values } };
}

/** The same on the leg of a unit. */
export function doesOn(when: string, who: PersonId, unit: OrgId, formality: string, values: Given = {}): Step {
  return { at: when, who, act: "carryOutOnLeg", leg: unit, input: { formality, values } };
}

export const bySource = {
  mayor: { source: "cityMayorMailbox" },
  city: { source: "cityTransfer", document: "铜政督转〔2026〕3号" },
  forum: {
    source: "otherNet",
    site: "本地论坛",
    address: "https://forum.example.com/t/1",
    author: "路过的人",
    capturedOn: "2026-03-02",
  },
} as const;

export function collect(when: string, values: Given = bySource.mayor): Step {
  return does(when, operator, "collect", values);
}

export function sort(when: string, values: Given = {}): Step {
  return does(when, operator, "sort", { category: "complaint", urgency: "ordinary", ...values });
}

export function report(when: string): Step {
  return does(when, operator, "report-to-office");
}

export function handOver(when: string): Step {
  return { at: when, who: operator, act: "handOver" };
}

export function enter(when: string): Step {
  return does(when, auditor, "ledger", { summary: "楼门口路灯不亮" });
}

export function propose(when: string, complexity: "simple" | "complex" = "simple"): Step {
  return does(when, officeLeader, "propose", { opinion: "拟请区住建局办理", complexity });
}

export function agree(when: string, values: Given = {}): Step {
  return does(when, governmentLeader, "agree", { instruction: "同意", ...values });
}

/** Assigned by the section of the government's office; the first organisation leads. */
export function dispatch(when: string, ...orgs: readonly OrgId[]): Step {
  const targets = orgs.map((orgId, i) => ({ orgId, role: i === 0 ? "lead" : "assist" }));
  const matters = [{ matterId: null, title: null, text: null, note: null, targets }];
  return { at: when, who: dispatcher, act: "dispatch", input: { classification: null, matters } };
}

export function view(when: string, unit: OrgId): Step {
  return { at: when, who: holder(unit, "clerk"), act: "view", leg: unit };
}

export const solved = {
  facts: "3号楼前两盏路灯损坏",
  handling: "3月3日到场查看并更换",
  measures: "每周巡查一次",
  outcome: "solved",
  means: ["administrative"],
} as const;

export const notYet = {
  ...solved,
  outcome: "notYetFeasible",
  explanation: "改造资金列入下半年",
  plan: "9月底前完成改造",
} as const;

export function handlingReport(when: string, unit: OrgId, values: Given = solved): Step {
  return doesOn(when, holder(unit, "clerk"), unit, "handling-report", values);
}

export function draft(when: string, unit: OrgId, text = "3号楼前的路灯已于3月3日修好。"): Step {
  return {
    at: when,
    who: holder(unit, "clerk"),
    act: "draftReply",
    leg: unit,
    input: { text, parts: {}, internalOpinion: null, advisesWithholding: false, adviceReason: null, previewed: true },
  };
}

export function approve(when: string, unit: OrgId): Step {
  return { at: when, who: holder(unit, "principalLeader"), act: "approveReply", leg: unit };
}

/** What the audit asks; article 5 (5) names the last three. */
export const questions = ["addressed", "facts", "order", "measures", "wording"] as const;

export const allYes = Object.fromEntries(questions.map((item) => [item, true]));
export const oneNo = { ...allYes, wording: false };

export function passAudit(when: string, unit: OrgId): Step {
  const input = { checklist: allYes, withhold: false, reason: null };
  return { at: when, who: auditor, act: "passAudit", leg: unit, input };
}

export function failAudit(when: string, unit: OrgId): Step {
  const input = { checklist: oneNo, reason: "语气生硬，请改写" };
  return { at: when, who: auditor, act: "failAudit", leg: unit, input };
}

export function compile(when: string, unit: OrgId): Step {
  return doesOn(when, auditor, unit, "compile-report", { findings: "已到场核实，路灯修复" });
}

export function approveReport(when: string, unit: OrgId): Step {
  return doesOn(when, governmentLeader, unit, "approve-report", {});
}

export function answer(when: string, unit: OrgId): Step {
  return doesOn(when, operator, unit, "answer", {});
}

export function specialReport(when: string, unit: OrgId): Step {
  return doesOn(when, auditor, unit, "special-report", { sentTo: "铜川市人民政府办公室", issue: "2026年第3期" });
}

export function archive(when: string): Step {
  return does(when, auditor, "archive");
}

/** Sorted, reported and entered in the ledger: Monday 2 March. */
export const entered: readonly Step[] = [
  sort("2026-03-02 10:00"),
  report("2026-03-02 10:10"),
  enter("2026-03-02 11:00"),
];

/** The same for what the centre has collected. */
export function collectedFrom(values: Given = bySource.mayor): readonly Step[] {
  return [
    collect("2026-03-02 09:30", values),
    sort("2026-03-02 10:00"),
    report("2026-03-02 10:10"),
    handOver("2026-03-02 10:20"),
    enter("2026-03-02 11:00"),
  ];
}

/** Proposed and approved on the same day. */
export function agreed(
  complexity: "simple" | "complex" = "simple",
  values: Given = {},
  before: readonly Step[] = entered,
): readonly Step[] {
  return [...before, propose("2026-03-02 14:00", complexity), agree("2026-03-02 15:00", values)];
}

/** With the unit since Tuesday 3 March. */
export function assigned(
  unit: OrgId = at.housing,
  complexity: "simple" | "complex" = "simple",
  values: Given = {},
  before: readonly Step[] = entered,
): readonly Step[] {
  return [...agreed(complexity, values, before), dispatch("2026-03-03 09:00", unit)];
}

/** Answered by the unit on its last day, Thursday 5 March, and waiting for the audit. */
export function submitted(before: readonly Step[] = assigned(), unit: OrgId = at.housing): readonly Step[] {
  return [
    ...before,
    view("2026-03-03 10:00", unit),
    handlingReport("2026-03-05 09:00", unit),
    draft("2026-03-05 09:30", unit),
    approve("2026-03-05 11:00", unit),
  ];
}

/** Audited, compiled into a report and approved by the leader: Friday 6 March. */
export function released(before: readonly Step[] = submitted(), unit: OrgId = at.housing): readonly Step[] {
  return [
    ...before,
    passAudit("2026-03-06 09:00", unit),
    compile("2026-03-06 10:00", unit),
    approveReport("2026-03-06 15:00", unit),
  ];
}

/** The whole way of a message to the district's head: answered, archived, called back in a batch, found wanting, checked again. */
export const longest: readonly Step[] = [
  ...agreed("complex", { keyReason: ["leaderInstruction"] }),
  dispatch("2026-03-03 09:00", at.housing),
  doesOn("2026-03-03 16:00", auditor, at.housing, "urge", { method: "phone", result: "已安排人员" }),
  view("2026-03-04 09:00", at.housing),
  doesOn("2026-03-06 10:00", holder(at.housing, "clerk"), at.housing, "progress", {
    progress: "需更换地下电缆",
    strengthened: "增派一组人员",
    expectedOn: "2026-03-13",
  }),
  doesOn("2026-03-16 09:00", auditor, at.housing, "inspect", {
    staff: ["督查人员甲", "督查人员乙"],
    inspectedOn: "2026-03-16",
    inspection: "施工已收尾",
  }),
  handlingReport("2026-03-17 09:00", at.housing),
  draft("2026-03-17 10:00", at.housing),
  approve("2026-03-17 11:00", at.housing),
  failAudit("2026-03-18 09:00", at.housing),
  handlingReport("2026-03-18 14:00", at.housing),
  draft("2026-03-18 15:00", at.housing, "电缆已更换，路灯3月17日恢复照明。"),
  approve("2026-03-18 16:00", at.housing),
  passAudit("2026-03-19 09:00", at.housing),
  compile("2026-03-19 10:00", at.housing),
  approveReport("2026-03-19 15:00", at.housing),
  answer("2026-03-20 09:00", at.housing),
  archive("2026-03-23 09:00"),
  doesOn("2026-04-01 09:00", auditor, at.housing, "list-for-call-back", { batch: "2026年3月" }),
  doesOn("2026-04-02 09:00", auditor, at.housing, "call-back", {
    reached: "yes",
    effective: "no",
    satisfied: "dissatisfied",
    remarks: "又坏了一盏",
  }),
  doesOn("2026-04-03 09:00", holder(at.housing, "clerk"), at.housing, "recheck", {
    recheck: "当晚已更换灯具",
    settled: "yes",
  }),
];

/** The same for a message that the city has passed on: reported upward instead of answered. */
export const upward: readonly Step[] = [
  ...released(submitted(assigned(at.housing, "simple", {}, collectedFrom(bySource.city)))),
  specialReport("2026-03-09 09:00", at.housing),
];
