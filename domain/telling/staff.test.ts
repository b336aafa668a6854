import { expect, it } from "vitest";
import type { CaseEvent } from "../case/event.ts";
import type { Duty } from "../duty/duty.ts";
import type { OrgId } from "../office/org.ts";
import {
  fixedWays,
  newlyOwed,
  ordered,
  type OwedBefore,
  type Owed,
  tellingKinds,
  tellingsFor,
  tellingWays,
  usualWays,
  waysFor,
} from "./staff.ts";

const wishes = tellingWays.reduce<readonly (readonly (typeof tellingWays)[number][])[]>(
  (all, way) => [...all, ...all.map((ways) => [...ways, way])],
  [[]],
);

it("tells each kind by exactly the ways that were wished, and always by those that nobody may switch off", () => {
  expect(wishes).toHaveLength(8);
  for (const kind of tellingKinds) {
    for (const wish of wishes) {
      const ways = waysFor(kind, wish);
      for (const way of tellingWays) {
        expect([kind, wish, way, ways.includes(way)]).toEqual([
          kind,
          wish,
          way,
          wish.includes(way) || fixedWays[kind].includes(way),
        ]);
      }
    }
    expect(waysFor(kind, undefined)).toEqual([...usualWays]);
  }
  expect(fixedWays).toEqual({ assignment: [], request: [], reminder: [], order: ["bell"] });
});

const org = "urban" as OrgId;
const duty = {
  id: "reply/leg1/0",
  legId: "leg1",
  rule: "reply",
  owner: org,
  state: "open",
  due: "2026-03-09",
  overdueSince: null,
} as unknown as Duty;
const step = "draftReply//leg1";
const owed = { duty, posts: ["clerk"], step } as const;

/** The row of a duty as it was written. */
const was = ({ duty: { id, overdueSince }, posts, step: next }: Owed): OwedBefore => ({
  dutyId: id,
  posts,
  step: next,
  overdue: overdueSince !== null,
});

it("tells of a step once it can be taken, not again while it stands, and of lateness once", () => {
  expect(newlyOwed([], [owed])).toMatchObject([{ kind: "assignment", orgId: org, posts: ["clerk"] }]);
  expect(newlyOwed([was({ ...owed, posts: [] })], [owed])).toHaveLength(1);
  expect(newlyOwed([was(owed)], [owed])).toEqual([]);
  const late = { ...owed, duty: { ...duty, overdueSince: "2026-03-10" } as Duty };
  expect(newlyOwed([was(owed)], [late])).toMatchObject([{ kind: "reminder", about: "late:reply/leg1/0" }]);
  expect(newlyOwed([was(late)], [late])).toEqual([]);
  expect(newlyOwed([], [{ ...owed, duty: { ...duty, state: "met" } as Duty }])).toEqual([]);
  expect(newlyOwed([], [{ ...owed, posts: [] }])).toEqual([]);
});

it("calls a step that decides on what others asked a request", () => {
  expect(newlyOwed([was(owed)], [{ ...owed, posts: ["leaderInCharge"], step: "approveReply//leg1" }])).toMatchObject([
    { kind: "request", posts: ["leaderInCharge"] },
  ]);
  const decision = { ...duty, rule: "decide-extension" } as Duty;
  expect(newlyOwed([], [{ ...owed, duty: decision, step: "carryOutOnLeg/extend/leg1" }])[0]?.kind).toBe("request");
});

it("tells a unit what another body orders of it, never what it does itself", () => {
  const by = (orgId: string) => ({ kind: "staff", personId: "p", orgId, post: "auditor", standsInFor: null });
  const urged = (orgId: string, legId: string | null) =>
    ({
      type: "formalityDone",
      at: "2026-03-10T01:00:00.000Z",
      by: by(orgId),
      data: { formality: "urge", legId, values: {} },
    }) as unknown as CaseEvent;
  expect(ordered([urged("bureau", "leg1")], () => org)).toMatchObject([
    { kind: "order", orgId: org, from: "bureau", legId: "leg1", step: "urge" },
  ]);
  expect(ordered([urged("urban", "leg1"), urged("bureau", null)], () => org)).toEqual([]);
});

it("tells an order that makes a step fall to the same person once, by the ways wished for either", () => {
  const by = { kind: "staff", personId: "p", orgId: "bureau", post: "auditor", standsInFor: null };
  const back = { type: "reworkOrdered", at: "2026-03-10T01:00:00.000Z", by, data: { legId: "leg1" } };
  const orders = ordered([back as unknown as CaseEvent], () => org);
  const fallen = newlyOwed([], [owed]);
  const told = (ways: Partial<Record<string, readonly (typeof tellingWays)[number][]>>) =>
    tellingsFor([...fallen, ...orders], (kind) => ways[kind]).map(({ one, ways: chosen }) => [
      one.kind,
      one.duty?.due,
      chosen,
    ]);
  expect(told({})).toEqual([["order", duty.due, ["bell"]]]);
  expect(told({ assignment: [] })).toEqual([["order", duty.due, ["bell"]]]);
  expect(told({ assignment: ["sms"], order: ["bell", "email"] })).toEqual([
    ["order", duty.due, ["bell", "sms", "email"]],
  ]);
  const elsewhere = fallen.map((one) => ({ ...one, legId: "leg2" }));
  expect(tellingsFor([...elsewhere, ...orders], () => undefined).map(({ one }) => one.kind)).toEqual([
    "assignment",
    "order",
  ]);
});
