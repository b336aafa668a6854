import type { OrgId } from "../../domain/office/org.ts";
import type { Example, Filing, Outcome, Step } from "../../domain/rules/example.ts";
import { at, holder } from "./example-office.ts";

type Who = Step["who"];
type Values = Readonly<Record<string, string | readonly string[]>>;

/** Filed over the web on Monday 2 March 2026. */
export const web: Filing = { at: "2026-03-02 09:00", channel: "web" };
export const letter: Filing = { at: "2026-03-02 09:00", channel: "letter" };
export const visit: Filing = { at: "2026-03-02 09:00", channel: "visit" };
/** Brought to an organ that is no petition bureau. */
export const direct: Filing = { at: "2026-03-02 09:00", channel: "visit", intake: at.labour };

export const dispatcher = holder(at.bureau, "dispatcher");
export const head = holder(at.bureau, "bureauHead");
export const operator = holder(at.bureau, "operator");
export const government = holder(at.office, "officeLeader");

/** One of the ordinance's own steps on the case. */
export function carry(when: string, who: Who, formality: string, values: Values = {}): Step {
  return { at: when, who, act: "carryOut", input: { formality, values } };
}

/** The joint conference calls the leaders of an organ to account, with a last day for putting things right. */
export function holdLeaders(values: Values = {}, who: Who = holder(at.conference, "officeLeader")): Step {
  return carry("2026-06-01 09:00", who, "hold-leaders", {
    heldOrgan: at.land,
    heldPersons: ["周启明，局长"],
    failing: "weak",
    heldBy: ["talk", "rectify"],
    heldAccount: "全年十二件超期",
    rectifyBy: "2026-06-30",
    ...values,
  });
}

/** The same on the leg of an organisation. */
export function carryOn(when: string, who: Who, formality: string, leg: OrgId, values: Values = {}): Step {
  return { at: when, who, act: "carryOutOnLeg", leg, input: { formality, values } };
}

const plain: Values = {
  category: "claim",
  occurrence: "first",
  form: "transfer",
  urgent: "no",
  contactClear: "yes",
};

export function sort(when: string, values: Values = {}, who: Who = dispatcher): Step {
  return carry(when, who, "sort", { ...plain, ...values });
}

export function targets(...orgs: readonly OrgId[]): readonly { orgId: OrgId; role: "lead" | "assist" }[] {
  return orgs.map((orgId, i) => ({ orgId, role: i === 0 ? "lead" : "assist" }));
}

/** Sent by the body that decides: the first organisation leads. */
export function dispatch(when: string, ...orgs: readonly OrgId[]): Step {
  return dispatchBy(when, dispatcher, null, ...orgs);
}

export function dispatchBy(when: string, who: Who, by: string | null, ...orgs: readonly OrgId[]): Step {
  const matter = { matterId: null, title: null, text: null, note: null, targets: targets(...orgs), by };
  return { at: when, who, act: "dispatch", input: { classification: null, matters: [matter] } };
}

export function dispatchOn(when: string, from: OrgId, ...orgs: readonly OrgId[]): Step {
  return {
    at: when,
    who: holder(from, "dispatcher"),
    act: "dispatchOn",
    leg: from,
    input: { targets: targets(...orgs), note: null },
  };
}

export function refuse(when: string, ground: string, fields: Record<string, string> = {}, who: Who = dispatcher): Step {
  return { at: when, who, act: "refuse", input: { ground, fields } };
}

export function view(when: string, unit: OrgId): Step {
  return { at: when, who: holder(unit, "clerk"), act: "view", leg: unit };
}

export function accept(when: string, unit: OrgId, branch = "31-6"): Step {
  return carryOn(when, holder(unit, "clerk"), "accept", unit, { branch, route: "由本机关调查核实后出具处理意见书" });
}

export function simplify(when: string, unit: OrgId, values: Values = {}): Step {
  return carryOn(when, holder(unit, "clerk"), "simplify", unit, {
    procedure: "simple",
    simpleBecause: "daily",
    paperWanted: "no",
    ...values,
  });
}

export function hear(when: string, unit: OrgId): Step {
  return carryOn(when, holder(unit, "clerk"), "hear", unit, {
    statement: "信访人称补偿面积少算12平方米",
    findings: "复测面积与登记一致",
  });
}

export function opinion(when: string, unit: OrgId, outcome = "notSupported", resolution = "explained"): Step {
  return carryOn(when, holder(unit, "clerk"), "opinion", unit, { outcome, resolution: [resolution] });
}

export const parts = {
  request: "请求重新丈量并补发补偿款",
  facts: "3月20日到场复测，面积与登记一致",
  opinion: "请求缺乏事实根据，不予支持",
  basis: "《土地管理法》第四十八条",
};

export function draft(when: string, unit: OrgId, input: Record<string, unknown> = {}): Step {
  return {
    at: when,
    who: holder(unit, "clerk"),
    act: "draftReply",
    leg: unit,
    input: { text: "", parts, internalOpinion: null, advisesWithholding: false, adviceReason: null, ...input },
  };
}

export function approve(when: string, unit: OrgId): Step {
  return { at: when, who: holder(unit, "leaderInCharge"), act: "approveReply", leg: unit };
}

export function object(when: string, unit: OrgId, reason = "该地块由水利部门管理，不属于本机关职权范围"): Step {
  return { at: when, who: holder(unit, "clerk"), act: "askReturn", leg: unit, input: { reason, suggested: null } };
}

export function told(when: string, who: Who, notice: string, legId: string | null, channel = "letter"): Step {
  return { at: when, who, act: "recordDelivery", input: { notice, legId, channel, result: "已签收" } };
}

/** Sent to a city organ on 3 March. */
export function sent(unit: OrgId = at.land, values: Values = {}): readonly Step[] {
  return [sort("2026-03-03 10:00", values), dispatch("2026-03-03 10:05", unit)];
}

/** Accepted there on 6 March. */
export function accepted(unit: OrgId = at.land, branch = "31-6"): readonly Step[] {
  return [...sent(unit), accept("2026-03-06 09:00", unit, branch)];
}

/** Heard, investigated and concluded. */
export function concluded(unit: OrgId = at.land, outcome = "notSupported"): readonly Step[] {
  return [
    ...accepted(unit),
    view("2026-03-06 09:10", unit),
    hear("2026-03-20 09:00", unit),
    opinion("2026-04-02 09:00", unit, outcome),
  ];
}

/** Answered with a written opinion on 8 April; over the web it is with the petitioner at once. */
export function answered(unit: OrgId = at.land, outcome = "notSupported"): readonly Step[] {
  return [...concluded(unit, outcome), draft("2026-04-07 09:00", unit), approve("2026-04-08 09:00", unit)];
}

export function applyReview(
  when: string,
  unit: OrgId,
  reviewer: OrgId,
  who: Who = "petitioner",
  values: Values = {},
): Step {
  return carryOn(when, who, "apply-review", unit, { reviewRequest: "请求撤销处理意见", reviewer, ...values });
}

export function review(when: string, unit: OrgId, reviewer: OrgId, result = "upheld"): Step {
  return carryOn(when, holder(reviewer, "clerk"), "conclude-review", unit, {
    reviewResult: result,
    reviewOpinion: "原处理意见认定事实清楚，予以维持",
  });
}

export function applyReReview(when: string, unit: OrgId, reviewer: OrgId, values: Values = {}): Step {
  return carryOn(when, "petitioner", "apply-re-review", unit, {
    reReviewRequest: "请求复核",
    reReviewer: reviewer,
    ...values,
  });
}

export function reReview(when: string, unit: OrgId, reviewer: OrgId): Step {
  return carryOn(when, holder(reviewer, "clerk"), "conclude-re-review", unit, {
    reReviewResult: "upheld",
    reReviewOpinion: "维持复查意见",
  });
}

const clerk = holder(at.countyLand, "clerk");
const reReviewer = holder(at.provinceLand, "clerk");

/**
 * The whole way of one matter, from the web to the end of the procedure: down through the county's bureau, accepted,
 * heard, extended, not supported, reviewed, re-reviewed with a hearing, rated.
 */
export const wholeWay: readonly Step[] = [
  sort("2026-03-03 10:00"),
  dispatch("2026-03-03 10:05", at.countyBureau),
  dispatchOn("2026-03-04 09:00", at.countyBureau, at.countyLand),
  view("2026-03-05 09:00", at.countyLand),
  accept("2026-03-06 09:00", at.countyLand),
  hear("2026-03-20 09:00", at.countyLand),
  carryOn("2026-03-23 09:00", clerk, "open-hearing", at.countyLand, { weight: "complex", place: "县政务中心二楼" }),
  carryOn("2026-03-27 16:00", clerk, "close-hearing", at.countyLand, { heard: "双方陈述、出示丈量图" }),
  carryOn("2026-04-28 09:00", clerk, "ask-extension", at.countyLand, {
    days: "15",
    extensionReason: "需要等待测绘结果",
  }),
  carryOn("2026-04-29 09:00", holder(at.countyLand, "principalLeader"), "grant-extension", at.countyLand, {
    days: "15",
    extensionReason: "需要等待测绘结果",
  }),
  opinion("2026-05-12 09:00", at.countyLand),
  draft("2026-05-12 10:00", at.countyLand),
  approve("2026-05-13 09:00", at.countyLand),
  carryOn("2026-05-14 09:00", clerk, "guide", at.countyLand, { guidance: "向信访人讲解丈量标准" }),
  applyReview("2026-06-01 09:00", at.countyLand, at.land),
  review("2026-06-22 09:00", at.countyLand, at.land),
  applyReReview("2026-07-10 09:00", at.countyLand, at.provinceLand),
  carryOn("2026-07-20 09:00", reReviewer, "open-re-review-hearing", at.countyLand, { place: "省自然资源厅听证室" }),
  carryOn("2026-07-30 17:00", reReviewer, "close-re-review-hearing", at.countyLand, { heard: "听证笔录已由双方签字" }),
  reReview("2026-08-14 09:00", at.countyLand, at.provinceLand),
  carryOn("2026-08-17 09:00", reReviewer, "publish-opinion", at.countyLand, { publishedAt: "政务公开栏" }),
  { at: "2026-08-18 20:00", who: "petitioner", act: "rate", input: { grade: "dissatisfied", comment: null } },
  carry("2026-08-18 20:05", "petitioner", "rate-bureau", { bureauGrade: "satisfied" }),
  carry("2026-09-01 09:00", dispatcher, "help-after", { helpGiven: "由村干部定期走访，协助申请临时救助" }),
];

/** An example: a case over the web, what is done to it, and what comes of it. */
export function story(steps: readonly Step[], then: Outcome, filing: Filing = web, now?: string): Example {
  return { filing, steps, then, ...(now ? { now } : {}) };
}
