import { describe, expect, it } from "vitest";
import { plainDate } from "../../domain/calendar/plain-date.ts";
import type { Term } from "../../domain/calendar/term.ts";
import { calendarAsOf } from "../../domain/calendar/work-calendar.ts";
import { noChain } from "../../domain/case/context.ts";
import { lawfulActs } from "../../domain/case/lawful.ts";
import { allowedAt } from "../../domain/case/transitions.ts";
import { office } from "../../domain/office/office.ts";
import type { PersonId } from "../../domain/office/org.ts";
import { checkPack, ownEntries } from "../../domain/proof/check-pack.ts";
import { actorOf, chinaTime, legAt, tell } from "../../domain/proof/story.ts";
import { citations } from "../../domain/rules/citations.ts";
import type { Filing, Step } from "../../domain/rules/example.ts";
import { nationalYears } from "../holidays/national.gen.ts";
import { notReadInFull } from "./clauses.ts";
import { national2022 as pack } from "./index.ts";
import * as say from "./stories.ts";

const may = ["N22-22-5", "N22-31-7", "N22-33-1", "N22-36-3", "N22-37-1", "JY22-4-1", "JY22-0-4"];
const should = ["N22-19-1", "N22-20-1", "N22-29-2", "N22-37-2"];
const inform = ["N22-17-2", "N22-23-8", "N22-26-1", "N22-48-1", "N22-49-1"];

const working = (n: number): Term => ({ n, unit: "workingDay" });
const calendarDays = (n: number): Term => ({ n, unit: "calendarDay" });

/** Every number of days in the ordinance, and after them those of the simple procedure; what is not here has none. */
const ordinance: readonly (readonly [string, string, Term])[] = [
  ["route", "N22-22-2", calendarDays(15)],
  ["route-on", "N22-22-2", calendarDays(15)],
  ["tell-direct", "N22-23-4", calendarDays(15)],
  ["tell-acceptance", "N22-23-5", calendarDays(15)],
  ["objection-window", "N22-23-6", working(5)],
  ["objection-window-bureau", "N22-23-6", working(5)],
  ["handle", "N22-34-1", calendarDays(60)],
  ["review-window", "N22-35-1", calendarDays(30)],
  ["review", "N22-35-2", calendarDays(30)],
  ["re-review-window", "N22-36-1", calendarDays(30)],
  ["re-review", "N22-36-2", calendarDays(30)],
];
const trial: readonly (readonly [string, string, Term])[] = [
  ["route-simple", "JY22-0-1", working(1)],
  ["route-on-simple", "JY22-0-1", working(1)],
  ["simple-window", "JY22-0-2", working(3)],
  ["accept-simple", "JY22-0-2", working(3)],
  ["handle-simple", "JY22-0-3", working(10)],
];
const calendar = calendarAsOf(nationalYears, plainDate("2026-11-21"));
const terms = [...ordinance, ...trial];

const entries = Object.values(ownEntries(pack, undefined)).flat();
const steps = new Set(pack.formalities.map((f) => f.id));
const rules = new Set(pack.duties.map((d) => d.id));
const fields = new Set(pack.formalities.flatMap((f) => f.fields.map((field) => field.name)));

describe("the clauses", () => {
  it("are 82 of the ordinance and 11 of the instruments beside it, and bind as they should", () => {
    expect(pack.clauses.filter((c) => c.id.startsWith("N22-"))).toHaveLength(82);
    expect(pack.clauses).toHaveLength(93);
    const of = (force: string) => pack.clauses.filter((c) => c.force === force).map((c) => c.id);
    expect(of("may").toSorted()).toEqual(may.toSorted());
    expect(of("should").toSorted()).toEqual(should.toSorted());
    expect(of("inform").toSorted()).toEqual(inform.toSorted());
  });

  it("each has its place and its words; one that asks for nothing says where note is taken of it", () => {
    const bare = pack.clauses.filter((c) => !/第.+条|条号未录/.test(c.article) || c.text.length < 10 || !c.title);
    expect(bare.map((c) => c.id)).toEqual([]);
    expect(pack.clauses.filter((c) => c.force === "inform" && !c.noted).map((c) => c.id)).toEqual([]);
  });
});

describe("what was not read in full", () => {
  const unread = new Set<string>(notReadInFull);

  it("is everything but the ordinance, and its text says so", () => {
    expect([...unread].toSorted()).toEqual(
      pack.clauses
        .filter((c) => !c.id.startsWith("N22-"))
        .map((c) => c.id)
        .toSorted(),
    );
    const silent = pack.clauses.filter((c) => unread.has(c.id) && !/未见条文|未全文核对|未核对2022年条文/.test(c.text));
    expect(silent.map((c) => c.id)).toEqual([]);
  });

  it("makes every entry that rests on it one of ours", () => {
    const claimed = entries.filter((entry) => unread.has(entry.clause) && !entry.reconstructed);
    expect(claimed.map((entry) => entry.id)).toEqual([]);
  });

  it("sets no number for the ordinance's own terms", () => {
    const numbered = pack.duties.filter((d) => d.limit && !d.reconstructed).map((d) => d.id);
    expect(numbered.toSorted()).toEqual(ordinance.map(([rule]) => rule).toSorted());
  });
});

describe("the entries", () => {
  it("cite only clauses that exist, serve all that bind, and their examples run", () => {
    expect(checkPack(pack, [pack], calendar)).toEqual([]);
    const served = new Set(citations(pack).map(([clause]) => clause));
    expect(pack.clauses.filter((c) => c.force !== "inform" && !served.has(c.id)).map((c) => c.id)).toEqual([]);
  });

  it("have an id of their own, and plain words", () => {
    for (const [kind, list] of Object.entries(ownEntries(pack, undefined))) {
      const ids = list.map((entry) => entry.id);
      const twice = ids.filter((id, i) => ids.indexOf(id) !== i);
      expect(twice, kind).toEqual([]);
      expect(list.filter((entry) => !/\p{Script=Han}/u.test(entry.words)).map((entry) => entry.id)).toEqual([]);
    }
  });

  it("name only steps, duties and fields that there are", () => {
    const unknown = [...pack.powers, ...pack.formalities]
      .flatMap((p) => p.guards)
      .flatMap((guard) => {
        switch (guard.is) {
          case "formalityDone":
            return guard.anyOf.filter((id) => !steps.has(id));
          case "formalityNotDone":
            return steps.has(guard.formality) ? [] : [guard.formality];
          case "beforeDue":
          case "withinWindow":
            return rules.has(guard.duty) ? [] : [guard.duty];
          case "factIs":
          case "factIsNot":
            return [guard.name, guard.when?.name ?? guard.name].filter((name) => !fields.has(name));
          default:
            return [];
        }
      });
    const told = new Set(pack.notices.map((n) => n.id));
    const moments = [...pack.duties.flatMap((d) => [d.start, ...d.end, ...d.cancel]), ...pack.notices.map((n) => n.on)];
    const strange = moments.filter(
      (m) => (m.startsWith("done.") && !steps.has(m.slice(5))) || (m.startsWith("told.") && !told.has(m.slice(5))),
    );
    const common = [
      "number",
      "tail",
      "code",
      "site",
      "phone",
      "unit",
      "due",
      "dueBegun",
      "reply",
      "refusal",
      "lastReply",
    ];
    const blanks = pack.notices.flatMap((n) => [...n.template.matchAll(/\{(\w+)\}/g)].map((m) => m[1] ?? ""));
    expect([...unknown, ...strange, ...blanks.filter((b) => !common.includes(b) && !fields.has(b))]).toEqual([]);
  });

  it("give a name one meaning: the same choices wherever a field stands", () => {
    const meanings = Map.groupBy(
      pack.formalities.flatMap((f) => f.fields),
      (field) => field.name,
    );
    const own = new Set(["procedure"]);
    const split = [...meanings].filter(
      ([name, all]) => !own.has(name) && new Set(all.map((f) => JSON.stringify([f.kind, f.label, f.choices]))).size > 1,
    );
    expect(split.map(([name]) => name)).toEqual([]);
  });

  it("open nothing at a stage that the table of transitions does not know", () => {
    const strange = [
      ...pack.powers.flatMap((p) => p.from.filter((at) => !allowedAt(p.act, at)).map((at) => `${p.id} at ${at}`)),
      ...pack.formalities.flatMap((f) => {
        const act = f.on === "case" ? "carryOut" : "carryOutOnLeg";
        return f.from.filter((at) => !allowedAt(act, at)).map((at) => `${f.id} at ${at}`);
      }),
    ];
    expect(strange).toEqual([]);
  });

  it("name posts that somebody holds in the example office", () => {
    const held = new Set<string>(pack.exampleOffice.holdings.map((h) => h.post));
    const named = [
      ...pack.duties.flatMap((d) => d.ownerPost ?? []),
      ...[...pack.powers, ...pack.formalities].flatMap((p) => p.by.map((h) => h.post)),
    ];
    expect(named.filter((post) => !held.has(post) && post !== "petitioner" && post !== "system")).toEqual([]);
  });
});

describe("the examples", () => {
  const place = office(pack.exampleOffice.orgs, pack.exampleOffice.holdings);
  const stories = [...entries.map((entry) => entry.example), say.story(say.wholeWay, {})].flatMap((example) =>
    "filing" in example ? [example] : [],
  );

  /** What the list of next acts closes although the act is then done, for somebody at a desk. */
  function closedBefore(filing: Filing, steps: readonly Step[], n: number): readonly string[] {
    const step = steps[n] as Step;
    const { kase } = tell(filing, steps.slice(0, n), null, { pack, calendar });
    const now = chinaTime(step.at);
    const plain = step.who === "petitioner" || step.who === "system";
    const actor = plain ? { kind: step.who as "petitioner" } : actorOf(step.who as PersonId, place, now);
    const listed = lawfulActs(kase, { now, actor, office: place, pack, calendar, chain: noChain });
    const formality = (step.input?.["formality"] as string | undefined) ?? null;
    const legId = step.leg ? legAt(kase, step.leg) : null;
    const option = listed.find((o) => o.act === step.act && o.formality === formality && o.legId === legId);
    return option && option.closed === null
      ? []
      : [`${formality ?? step.act}: ${option?.closed?.code ?? "not listed"}`];
  }

  it("do nothing that the list of next acts held closed", () => {
    const closed = stories.flatMap(({ filing, steps, then }) =>
      steps.slice(0, then.refused ? -1 : undefined).flatMap((_, n) => closedBefore(filing, steps, n)),
    );
    expect([...new Set(closed)]).toEqual([]);
  });
});

describe("the terms", () => {
  it.each(terms)("%s: the number of %s", (rule, clause, term) => {
    expect(pack.duties.find((d) => d.id === rule)).toMatchObject({ clause, limit: term });
  });

  it("no other duty has a number; one can be made longer, one pauses, one is the region's to set", () => {
    const timed = pack.duties.filter((d) => d.limit !== null).map((d) => d.id);
    expect(timed.toSorted()).toEqual(terms.map(([rule]) => rule).toSorted());
    expect(pack.duties.filter((d) => d.extension).map((d) => d.id)).toEqual(["handle"]);
    expect(pack.duties.filter((d) => d.pauses.length > 0).map((d) => d.id)).toEqual(["re-review"]);
    expect(pack.duties.filter((d) => d.settable).map((d) => d.id)).toEqual(["rating-window"]);
  });

  it("what has no day at all cannot be breached, and a right that lapses is no breach", () => {
    const breached = pack.duties.filter(
      (d) => d.breach && ((d.limit === null && d.by === undefined) || d.kind === "window"),
    );
    expect(breached.map((d) => d.id)).toEqual([]);
  });
});
