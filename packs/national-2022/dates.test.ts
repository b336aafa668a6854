import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween, type PlainDate, plainDate } from "../../domain/calendar/plain-date.ts";
import { workingDaysAfter } from "../../domain/calendar/term.ts";
import { dayKind, isGap, isWorked } from "../../domain/calendar/work-calendar.ts";
import { duty, stage } from "../../domain/proof/fixture.ts";
import type { Filing, Step } from "../../domain/rules/example.ts";
import { nationalYears } from "../holidays/national.gen.ts";
import { at, holder } from "./example-office.ts";
import { national2022 } from "./index.ts";
import * as say from "./stories.ts";

const { play, stop, calendar } = stage(national2022, nationalYears);
const first = plainDate("2022-05-01");
const day = fc.integer({ min: 0, max: daysBetween(first, plainDate("2026-03-01")) }).map((n) => addDays(first, n));
const always = <T>(property: fc.IProperty<T>) => fc.assert(property, { seed: 20_220_501, numRuns: 60 });

const filed = (on: PlainDate): Filing => ({ at: `${on} 09:00`, channel: "web" });
const sent = (on: PlainDate): readonly Step[] => [say.sort(`${on} 09:10`), say.dispatch(`${on} 09:20`, at.land)];
const taken = (on: PlainDate): readonly Step[] => [
  ...sent(on),
  say.accept(`${on} 10:00`, at.land),
  say.view(`${on} 10:10`, at.land),
];
const clerk = holder(at.land, "clerk");

describe("whatever the day, over every holiday since the ordinance is in force", () => {
  it("[N22-22-2 N22-23-5] fifteen days are fifteen days of the calendar, rest days among them, with no roll-over", () => {
    always(
      fc.property(day, (on) => {
        const scene = play(filed(on), sent(on));
        expect(duty(scene, "route").due).toBe(addDays(on, 15));
        expect(duty(scene, "tell-acceptance").due).toBe(addDays(on, 15));
      }),
    );
  });

  it("[N22-23-6] five working days are worked days: an objection on the last one goes through, on the next day it does not", () => {
    always(
      fc.property(day, (on) => {
        const { due } = duty(play(filed(on), sent(on)), "objection-window");
        const last = due as PlainDate;
        expect(workingDaysAfter(calendar, on, last)).toBe(5);
        const kind = dayKind(calendar, last);
        expect(!isGap(kind) && isWorked(kind)).toBe(true);
        expect(() => play(filed(on), [...sent(on), say.object(`${last} 23:59`, at.land)])).not.toThrow();
        expect(stop(filed(on), [...sent(on), say.object(`${addDays(last, 1)} 00:00`, at.land)])).toMatchObject({
          code: "window.closed",
        });
      }),
    );
  });

  it("[N22-34-1 N22-34-2] sixty days, and what is granted is counted on from their last day, one to thirty", () => {
    always(
      fc.property(day, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 59 }), (on, days, after) => {
        const values = { days: String(days), extensionReason: "情况复杂" };
        const then = addDays(on, after);
        const scene = play(filed(on), [
          ...taken(on),
          say.carryOn(`${then} 11:00`, clerk, "ask-extension", at.land, values),
          say.carryOn(`${then} 12:00`, holder(at.land, "principalLeader"), "grant-extension", at.land, values),
        ]);
        expect(duty(scene, "handle")).toMatchObject({ extendedFrom: addDays(on, 60), due: addDays(on, 60 + days) });
      }),
    );
  });

  it("[JY22-0-3] ten working days are never past the sixty, and end on a worked day", () => {
    always(
      fc.property(day, (on) => {
        const steps = [...sent(on), say.simplify(`${on} 09:30`, at.land), say.accept(`${on} 10:00`, at.land)];
        const due = duty(play(filed(on), steps), "handle-simple").due as PlainDate;
        expect(workingDaysAfter(calendar, on, due)).toBe(10);
        expect(due < addDays(on, 60)).toBe(true);
      }),
    );
  });

  it("[N22-36-2 N22-36-3] a hearing moves the last day of the re-review by exactly its own length", () => {
    const day2 = fc.integer({ min: 0, max: 900 }).map((n) => addDays(first, n));
    const within = fc.integer({ min: 1, max: 29 });
    always(
      fc.property(day2, within, fc.integer({ min: 0, max: 40 }), (on, opened, length) => {
        const when = (n: number) => `${addDays(on, n)} 15:00`;
        const province = holder(at.provinceLand, "clerk");
        const steps = [
          ...taken(on),
          say.hear(`${on} 11:00`, at.land),
          say.opinion(`${on} 12:00`, at.land),
          say.draft(`${on} 13:00`, at.land),
          say.approve(`${on} 14:00`, at.land),
          say.applyReview(when(1), at.land, at.provinceLand),
          say.review(when(2), at.land, at.provinceLand),
          say.applyReReview(when(3), at.land, at.provinceLand),
          say.carryOn(when(3 + opened), province, "open-re-review-hearing", at.land, { place: "听证室" }),
          say.carryOn(when(3 + opened + length), province, "close-re-review-hearing", at.land, { heard: "已听证" }),
        ];
        const scene = play(filed(on), steps);
        expect(duty(scene, "re-review").due).toBe(addDays(on, 3 + 30 + length));
        expect(scene.breaches).toEqual([]);
      }),
    );
  });
});
