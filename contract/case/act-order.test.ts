import { expect, it } from "vitest";
import type { CaseDetail } from "./case-detail.ts";
import type { LawfulAct } from "./case-row.ts";
import { inOrder, isNext, owedInOrder } from "./act-order.ts";

function act(name: string, given: Partial<LawfulAct> = {}): LawfulAct {
  const none = { formality: null, legId: null, owed: false, org: null, closed: null, first: null, warning: null };
  return { act: name, label: name, ...none, ...given } as LawfulAct;
}

function duty(title: string, due: string | null, step: LawfulAct | null, state = "open") {
  return { title, due, dueWithin: null, kind: "duty", state, step } as unknown as CaseDetail["duties"][number];
}

function caseWith(duties: CaseDetail["duties"]): CaseDetail {
  return { duties, matters: [{ stage: "unassigned" }] } as unknown as CaseDetail;
}

const sort = act("carryOut", { formality: "sort" });
const settle = act("carryOut", { formality: "settle" });
const publish = act("publish", { owed: true });
const call = act("carryOutOnLeg", { formality: "call-back", legId: "leg-1", owed: true });
const refuse = act("refuse");

it("the reader's own step towards a duty is the first act, though the duty ends with another one", () => {
  const kase = caseWith([duty("区分处理", "2026-12-14", sort)]);
  const [first, ...rest] = inOrder([refuse, settle, sort], kase);
  expect(first).toBe(sort);
  expect(isNext(sort, kase)).toBe(true);
  expect(rest).toEqual([settle, refuse]);
  expect(isNext(settle, kase)).toBe(false);
});

it("what ends first is named first by the head of the case and by the acts", () => {
  const duties = [duty("回访", "2026-12-09", call), duty("公开", "2026-12-02", publish), duty("办结", null, null)];
  const kase = caseWith(duties);
  expect(owedInOrder(kase).map(({ title }) => title)).toEqual(["公开", "回访", "办结"]);
  expect(inOrder([call, publish], kase)).toEqual([publish, call]);
});

it("a duty that has ended, or whose step stands on another leg, puts nothing first", () => {
  const elsewhere = { ...call, legId: "leg-2" };
  const kase = caseWith([duty("区分处理", "2026-12-14", sort, "met"), duty("回访", "2026-12-09", elsewhere)]);
  expect(isNext(sort, kase)).toBe(false);
  expect(inOrder([sort, { ...call, owed: false }, settle], kase)[0]).toBe(sort);
});
