import { addDays, type PlainDate, plainDate } from "../domain/calendar/plain-date.ts";
import { type DayTerm, isByClock } from "../domain/calendar/term.ts";
import { calendarAsOf, isGap } from "../domain/calendar/work-calendar.ts";
import { judgePast } from "../domain/duty/past.ts";
import { replyRules } from "../domain/rules/look-up.ts";
import { fill } from "../domain/words/fill.ts";
import { nationalYears } from "../packs/holidays/national.gen.ts";
import { packs } from "../packs/index.ts";
import { machine, mention, report, say } from "./say.ts";
import { round } from "./tally.ts";
import { words } from "./words.ts";

export interface ReplayOptions {
  readonly cases: number;
  readonly json: boolean;
}

const packId = "fuzhou-2007";
const firstDay = plainDate("2008-01-01");
const days = 6500;

interface PastCase {
  readonly received: PlainDate;
  readonly answered: PlainDate;
}

/** `replay`: invented past cases judged by the regulation's reply term, in memory, beside only making them. */
export function replay({ cases, json }: ReplayOptions): void {
  mention(fill(words.progress.replay, { n: cases }));
  const term = replyTerm();
  const floor = seconds(() => {
    let letters = 0;
    for (const { received, answered } of invented(cases)) letters += received.length + answered.length;
    return letters;
  });
  const judged = seconds(() => judgeAll(cases, term));
  const { inTime, late } = judged.value;
  const result = {
    benchmark: "replay",
    pack: packId,
    cases,
    seconds: round(judged.seconds, 3),
    casesPerSecond: Math.round(cases / judged.seconds),
    inTime,
    late,
    floor: { seconds: round(floor.seconds, 3) },
    ratio: round(judged.seconds / floor.seconds, 2),
    machine: machine(),
  };
  if (json) {
    report(result);
    return;
  }
  const t = words.tables.replay;
  const rate = result.casesPerSecond;
  say(fill(t.rate, { cases, pack: packId, seconds: result.seconds, rate, inTime, late }));
  say(fill(t.floor, { floor: result.floor.seconds, own: round(judged.seconds - floor.seconds, 3) }));
}

function judgeAll(cases: number, term: DayTerm): { readonly inTime: number; readonly late: number } {
  const calendar = calendarAsOf(nationalYears, "9999-12-31" as PlainDate);
  let inTime = 0;
  for (const { received, answered } of invented(cases)) {
    const past = judgePast(received, answered, term, calendar);
    if (isGap(past)) throw new Error(`no calendar of ${past.gap}`);
    if (past.inTime) inTime += 1;
  }
  return { inTime, late: cases - inTime };
}

/** The same cases in every run: the day of receipt walks through the years, the answer takes up to 40 days. */
function* invented(cases: number): Generator<PastCase> {
  let seed = 20_070_704;
  for (let n = 0; n < cases; n += 1) {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    const received = addDays(firstDay, seed % days);
    yield { received, answered: addDays(received, (seed >>> 8) % 40) };
  }
}

function replyTerm(): DayTerm {
  const pack = packs.find((p) => p.id === packId);
  const limit = pack && replyRules(pack)[0]?.limit;
  if (!limit || isByClock(limit)) throw new Error(`${packId} has no reply term`);
  return limit;
}

function seconds<T>(work: () => T): { readonly value: T; readonly seconds: number } {
  const began = performance.now();
  const value = work();
  return { value, seconds: (performance.now() - began) / 1000 };
}
