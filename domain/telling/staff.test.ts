import { expect, it } from "vitest";
import type { CaseEvent } from "../case/event.ts";
import type { Duty } from "../duty/duty.ts";
import type { OrgId } from "../office/org.ts";
import { fixedWays, newlyOwed, ordered, tellingKinds, tellingWays, usualWays, waysFor } from "./staff.ts";

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
  rule: "reply",
  owner: org,
  state: "open",
  due: "2026-03-09",
  overdueSince: null,
} as unknown as Duty;
const step = "draftReply//leg1";
const owed = { duty, posts: ["clerk"], step } as const;

it("tells of a step once it can be taken, not again while it stands, and of lateness once", () => {
  expect(newlyOwed([], [owed])).toMatchObject([{ kind: "assignment", orgId: org, posts: ["clerk"] }]);
  expect(newlyOwed([{ ...owed, posts: [] }], [owed])).toHaveLength(1);
  expect(newlyOwed([owed], [owed])).toEqual([]);
  const late = { ...owed, duty: { ...duty, overdueSince: "2026-03-10" } as Duty };
  expect(newlyOwed([owed], [late])).toMatchObject([{ kind: "reminder", about: "late:reply/leg1/0" }]);
  expect(newlyOwed([late], [late])).toEqual([]);
  expect(newlyOwed([], [{ ...owed, duty: { ...duty, state: "met" } as Duty }])).toEqual([]);
  expect(newlyOwed([], [{ ...owed, posts: [] }])).toEqual([]);
});

it("calls a step that decides on what others asked a request", () => {
  expect(newlyOwed([owed], [{ ...owed, posts: ["leaderInCharge"], step: "approveReply//leg1" }])).toMatchObject([
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
  expect(ordered([urged("bureau", "leg1")], () => org)).toMatchObject([{ kind: "order", orgId: org, step: "urge" }]);
  expect(ordered([urged("urban", "leg1"), urged("bureau", null)], () => org)).toEqual([]);
});
