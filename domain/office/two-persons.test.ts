import { describe, expect, it } from "vitest";
import type { PlainDate } from "../calendar/plain-date.ts";
import { office } from "./office.ts";
import type { Holding, OrgId, PersonId, Post } from "./org.ts";
import { otherSeat } from "./seats.ts";
import { decidingSeat, mayDecide } from "./two-persons.ts";

const day = "2026-03-02" as PlainDate;
const person = (id: string) => id as PersonId;
const held = (id: string, post: Post, from = "2026-01-01", to: string | null = null): Holding => ({
  personId: person(id),
  orgId: "info" as OrgId,
  post,
  from: from as PlainDate,
  to: to as PlainDate | null,
  standsInFor: null,
});
const three = office([], [held("a", "administrator"), held("s", "securityOfficer"), held("l", "logAuditor")]);
const proposal = (by: string, posts: readonly Post[], whom: string) => ({
  by: person(by),
  posts,
  person: person(whom),
});

describe("who decides on a proposal", () => {
  it("is the other of the two seats", () => {
    expect(decidingSeat(three, proposal("a", ["administrator"], "x"), day)).toBe("securityOfficer");
    expect(decidingSeat(three, proposal("s", ["securityOfficer"], "x"), day)).toBe("administrator");
    expect(decidingSeat(three, proposal("x", ["leaderInCharge"], "y"), day)).toBe("securityOfficer");
  });

  it("is the auditor of the log where that seat has only the person concerned", () => {
    expect(decidingSeat(three, proposal("a", ["administrator"], "s"), day)).toBe("logAuditor");
    expect(decidingSeat(three, proposal("s", ["securityOfficer"], "a"), day)).toBe("logAuditor");
    expect(decidingSeat(three, proposal("x", ["leaderInCharge"], "s"), day)).toBe("logAuditor");
  });

  it("is nobody where no third person sits on a seat", () => {
    const alone = office([], [held("a", "administrator"), held("s", "securityOfficer", "2026-01-01", "2026-02-01")]);
    expect(decidingSeat(alone, proposal("a", ["administrator"], "x"), day)).toBeNull();
  });

  it("is never who proposed it or who gains by it", () => {
    const change = { seat: "securityOfficer", by: person("a"), person: person("x") } as const;
    const actor = (id: string, ...posts: Post[]) => ({ personId: person(id), posts });
    expect(mayDecide(change, actor("s", "securityOfficer"))).toBe(true);
    expect(mayDecide(change, actor("a", "securityOfficer"))).toBe(false);
    expect(mayDecide(change, actor("x", "securityOfficer"))).toBe(false);
    expect(mayDecide(change, actor("b", "administrator"))).toBe(false);
  });
});

describe("one person has one seat", () => {
  it("finds another seat held on any of the days, and none before or after", () => {
    const once = office([], [held("p", "logAuditor", "2026-03-01", "2026-03-31")]);
    const other = (from: string, to: string | null) =>
      otherSeat(once, person("p"), "administrator", from as PlainDate, to as PlainDate | null);
    expect(other("2026-03-31", null)).toBe("logAuditor");
    expect(other("2026-02-01", "2026-03-01")).toBe("logAuditor");
    expect(other("2026-04-01", null)).toBeNull();
    expect(other("2026-02-01", "2026-02-28")).toBeNull();
    expect(otherSeat(once, person("p"), "logAuditor", "2026-03-01" as PlainDate, null)).toBeNull();
    expect(otherSeat(once, person("q"), "administrator", "2026-03-01" as PlainDate, null)).toBeNull();
  });
});
