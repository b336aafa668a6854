import type { OrgId } from "../../domain/office/org.ts";
import type { Filing, Step } from "../../domain/rules/example.ts";
import { at, holder } from "./example-office.ts";

/** Filed over the web on Monday 2 March 2026: the month that most examples lie in has neither holiday nor make-up day. */
export const web: Filing = { at: "2026-03-02 09:00", channel: "web" };

/** The same by telephone. */
export const phone: Filing = { at: "2026-03-02 09:30", channel: "phone" };

export const dispatcher = holder(at.bureau, "dispatcher");
export const head = holder(at.bureau, "bureauHead");
export const operator = holder(at.centre, "operator");

const five = ["addressed", "facts", "basis", "dates", "privacy"];

/** Every item of the audit's check list answered yes. */
export const allYes = Object.fromEntries(five.map((item) => [item, true]));

/** The check list with one no. */
export const oneNo = { ...allYes, facts: false };

export function handOver(when: string): Step {
  return { at: when, who: operator, act: "handOver" };
}

/** Classified, public unless told otherwise. */
export function classify(when: string, input: Record<string, unknown> = {}): Step {
  return { at: when, who: dispatcher, act: "classify", input: classification(input) };
}

export function classification(input: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    track: "public",
    internalReason: null,
    reasonNote: null,
    subject: "ordinary",
    accused: null,
    complex: false,
    ...input,
  };
}

/** Sent by the city bureau: the first organisation leads, the others assist. */
export function dispatch(when: string, ...orgs: readonly OrgId[]): Step {
  return {
    at: when,
    who: dispatcher,
    act: "dispatch",
    input: { classification: null, matters: [matter(null, ...orgs)] },
  };
}

export function matter(title: string | null, ...orgs: readonly OrgId[]): Record<string, unknown> {
  return { matterId: null, title, text: null, note: null, targets: targets(...orgs) };
}

export function targets(...orgs: readonly OrgId[]): readonly { orgId: OrgId; role: "lead" | "assist" }[] {
  return orgs.map((orgId, i) => ({ orgId, role: i === 0 ? "lead" : "assist" }));
}

/** Sent on by a county bureau. */
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

export function submit(when: string, unit: OrgId): Step {
  return { at: when, who: holder(unit, "clerk"), act: "submitToLeader", leg: unit, input: { note: null } };
}

export function draft(when: string, unit: OrgId, input: Record<string, unknown> = {}): Step {
  return {
    at: when,
    who: holder(unit, "clerk"),
    act: "draftReply",
    leg: unit,
    input: {
      text: "3月5日已修复路灯，3月20日前完成全线检查。",
      parts: {},
      internalOpinion: null,
      advisesWithholding: false,
      adviceReason: null,
      ...input,
    },
  };
}

export function approve(when: string, unit: OrgId): Step {
  return { at: when, who: holder(unit, "leaderInCharge"), act: "approveReply", leg: unit };
}

export function passAudit(
  when: string,
  unit: OrgId,
  bureau: OrgId = at.bureau,
  input: Record<string, unknown> = {},
): Step {
  return {
    at: when,
    who: holder(bureau, "auditor"),
    act: "passAudit",
    leg: unit,
    input: { checklist: allYes, withhold: false, reason: null, ...input },
  };
}

export function failAudit(when: string, unit: OrgId, bureau: OrgId = at.bureau): Step {
  return {
    at: when,
    who: holder(bureau, "auditor"),
    act: "failAudit",
    leg: unit,
    input: { checklist: oneNo, reason: "没有写明修复时间" },
  };
}

export function askReturn(when: string, unit: OrgId, suggested: OrgId | null = at.urban): Step {
  return {
    at: when,
    who: holder(unit, "clerk"),
    act: "askReturn",
    leg: unit,
    input: { reason: "路灯由市城管局维护，不属于本单位职责", suggested },
  };
}

/** From filing to a reply that waits for the audit, in a city unit, all on time. */
export function untilAudit(unit: OrgId, day = "2026-03-16", input: Record<string, unknown> = {}): readonly Step[] {
  return [
    classify("2026-03-02 10:00"),
    dispatch("2026-03-02 10:05", unit),
    view("2026-03-03 09:00", unit),
    submit("2026-03-03 09:30", unit),
    draft(`${day} 09:00`, unit, input),
    approve(`${day} 11:00`, unit),
  ];
}
