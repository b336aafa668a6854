import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nationalYears } from "../../packs/holidays/national.gen.ts";
import { addDays, daysBetween, type PlainDate, plainDate } from "./plain-date.ts";
import { countTerm, type Pause, type DayTerm, workingDaysAfter } from "./term.ts";
import { calendarAsOf, type DayKind, dayKind, isWorked } from "./work-calendar.ts";

const seeded = { seed: 20_260_302, numRuns: 100 };
const calendar = calendarAsOf(nationalYears, plainDate("2026-11-21"));

const first = plainDate("2005-01-01");
const lastStart = plainDate("2026-08-31");
const start = fc.integer({ min: 0, max: daysBetween(first, lastStart) }).map((n) => addDays(first, n));
const length = fc.integer({ min: 1, max: 40 });
const unit = fc.constantFrom("workingDay", "calendarDay");
const term = fc.record({ n: length, unit }) as fc.Arbitrary<DayTerm>;
const pauses = fc.array(fc.record({ after: fc.integer({ min: -5, max: 30 }), days: fc.integer({ min: 0, max: 9 }) }), {
  maxLength: 3,
});

const working = (n: number): DayTerm => ({ n, unit: "workingDay" });

function due(from: PlainDate, limit: DayTerm, standing: readonly Pause[] = []): PlainDate {
  const count = countTerm(calendar, from, limit, standing);
  if (!("due" in count)) throw new Error(`no date: ${JSON.stringify(count)}`);
  return count.due;
}

function at(from: PlainDate, drawn: readonly { after: number; days: number }[]): readonly Pause[] {
  return drawn.map(({ after, days }) => ({
    from: addDays(from, after),
    until: addDays(from, after + days),
    why: "test",
  }));
}

const always = <T>(property: fc.IProperty<T>) => fc.assert(property, seeded);

describe("whatever the start and the length", () => {
  it("working days end on a day that is worked, after the start", () => {
    always(
      fc.property(start, length, (from, n) => {
        const last = due(from, working(n));
        expect(last > from).toBe(true);
        expect(isWorked(dayKind(calendar, last) as DayKind)).toBe(true);
      }),
    );
  });

  it("as many working days lie after the start, up to the due day, as were asked for", () => {
    always(
      fc.property(start, length, (from, n) => {
        expect(workingDaysAfter(calendar, from, due(from, working(n)))).toBe(n);
      }),
    );
  });

  it("the days on the way follow each other, are numbered 1 to n, and only days off go without a number", () => {
    always(
      fc.property(start, term, (from, limit) => {
        const count = countTerm(calendar, from, limit);
        if (!("due" in count)) throw new Error("no date");
        expect(count.days.map((d) => d.date)).toEqual(count.days.map((_, i) => addDays(from, i + 1)));
        expect(count.days.at(-1)?.date).toBe(count.due);
        expect(count.days.flatMap((d) => d.number ?? [])).toEqual(Array.from({ length: limit.n }, (_, i) => i + 1));
        for (const { day, number } of count.days) {
          if (day.kind === "weekend" || day.kind === "holiday") expect(number).toBeNull();
          else expect(number).not.toBeNull();
        }
      }),
    );
  });

  it("a later start is never due earlier", () => {
    always(
      fc.property(start, fc.integer({ min: 0, max: 20 }), term, (from, later, limit) => {
        expect(due(addDays(from, later), limit) >= due(from, limit)).toBe(true);
      }),
    );
  });

  it("one day more is always due later", () => {
    always(
      fc.property(start, term, (from, limit) => {
        expect(due(from, { ...limit, n: limit.n + 1 } as DayTerm) > due(from, limit)).toBe(true);
      }),
    );
  });

  it("two terms one after the other end where the whole ends", () => {
    always(
      fc.property(start, length, length, (from, a, b) => {
        expect(due(due(from, working(a)), working(b))).toBe(due(from, working(a + b)));
      }),
    );
  });

  it("working days are never due before as many calendar days, which are due to the day", () => {
    always(
      fc.property(start, length, (from, n) => {
        expect(due(from, { n, unit: "calendarDay" })).toBe(addDays(from, n));
        expect(due(from, working(n)) >= addDays(from, n)).toBe(true);
      }),
    );
  });

  it("a pause never makes a due date earlier, and a longer one never makes it earlier still", () => {
    always(
      fc.property(start, term, pauses, fc.integer({ min: 0, max: 5 }), (from, limit, drawn, more) => {
        const plain = due(from, limit);
        const paused = due(from, limit, at(from, drawn));
        const longer = due(
          from,
          limit,
          at(
            from,
            drawn.map((p) => ({ ...p, days: p.days + more })),
          ),
        );
        expect(paused >= plain).toBe(true);
        expect(longer >= paused).toBe(true);
      }),
    );
  });

  it("a paused term never ends on a paused day, and counts as many days as one without", () => {
    always(
      fc.property(start, term, pauses, (from, limit, drawn) => {
        const count = countTerm(calendar, from, limit, at(from, drawn));
        if (!("due" in count)) throw new Error("no date");
        expect(count.days.at(-1)?.day.kind).not.toBe("paused");
        expect(count.days.filter((d) => d.number !== null)).toHaveLength(limit.n);
      }),
    );
  });

  it("a pause that is not over leaves no date, or one before it bites", () => {
    always(
      fc.property(start, term, fc.integer({ min: 0, max: 60 }), (from, limit, after) => {
        const pause = { from: addDays(from, after), until: null, why: "test" };
        const answer = countTerm(calendar, from, limit, [pause]);
        if ("due" in answer) expect(answer.due <= pause.from).toBe(true);
        else expect(answer).toEqual({ standsSince: pause.from, why: "test" });
      }),
    );
  });
});
