import { expect, it } from "vitest";
import type { Instant } from "../../../domain/calendar/plain-date.ts";
import { type Aged, ageOf } from "./ageing.ts";

const now = "2026-06-30T09:00:00.000Z" as Instant;
const ago = (days: number) => new Date(Date.parse(now) - days * 86_400_000).toISOString();
const account = (own: Partial<Aged>): Aged => ({
  must_change: false,
  password_since: null,
  last_sign_in: null,
  ...own,
});

it.each([
  ["nothing is known", {}, { passwordDays: 90, idleAccountDays: 90 }, "fresh"],
  ["the region sets nothing", { password_since: ago(900), last_sign_in: ago(900) }, {}, "fresh"],
  ["a first password of 30 days", { must_change: true, password_since: ago(30) }, {}, "fresh"],
  ["a first password of more", { must_change: true, password_since: ago(31) }, {}, { shut: "lapsed", days: 30 }],
  ["a password of 90 days", { password_since: ago(90) }, { passwordDays: 90 }, "fresh"],
  ["a password of more", { password_since: ago(91), last_sign_in: ago(1) }, { passwordDays: 90 }, "old"],
  [
    "nobody for 91 days",
    { password_since: ago(400), last_sign_in: ago(91) },
    { idleAccountDays: 90 },
    { shut: "idle", days: 90 },
  ],
  [
    "away, and a new password since",
    { password_since: ago(2), last_sign_in: ago(200) },
    { idleAccountDays: 90 },
    "fresh",
  ],
  ["never signed in", { password_since: ago(91) }, { idleAccountDays: 90 }, { shut: "idle", days: 90 }],
] as const)("the age of an account: %s", (_, own, settings, age) => {
  expect(ageOf(account(own), settings, now)).toEqual(age);
});
