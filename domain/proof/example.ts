import type { WorkCalendar } from "../calendar/work-calendar.ts";
import { ladderPost, monthlyProposals, sanctionsFor } from "../accountability/tally.ts";
import { sightOf } from "../case/sight.ts";
import { noticesDue } from "../case/notices.ts";
import { dutiesOf } from "../case/timeline.ts";
import type { Entry } from "../rules/entry.ts";
import type { Outcome } from "../rules/example.ts";
import { measureOf } from "../rules/measure.ts";
import type { Pack } from "../rules/pack.ts";
import { chinaTime, legAt, tell, type Told } from "./story.ts";

/** Runs an entry's example; the list says in what it fails, and is empty when it holds. */
export function failures(entry: Entry, pack: Pack, calendar: WorkCalendar): readonly string[] {
  const { example } = entry;
  if ("filing" in example) {
    const told = tell(example.filing, example.steps, example.now ?? null, { pack, calendar });
    const at = example.now ?? example.steps.at(-1)?.at ?? example.filing.at;
    return storyFailures(told, example.then, example.steps.length, at, { pack, calendar });
  }
  if ("breaches" in example) {
    const days = monthlyProposals(example.breaches, pack.measures).map((p) => p.on);
    return expect("proposals", days, example.proposes);
  }
  if ("cause" in example) {
    const kind = measureOf(pack.measures, "causeDecides")?.of[0];
    return kind
      ? expect("sanctions", sanctionsFor(kind, example.cause, pack.measures), example.sanctions)
      : ["no rule"];
  }
  if ("ladder" in example) return expect("post", ladderPost(example.admonitions, example.ladder), example.answers);
  return expect("value", valueOf(entry), example.value);
}

function valueOf(entry: Entry): unknown {
  const {
    id: _,
    clause: __,
    serves: ___,
    words: ____,
    example: _____,
    reconstructed: ______,
    ...rest
  } = entry as Entry & Record<string, unknown>;
  return rest;
}

function storyFailures(
  told: Told,
  then: Outcome,
  steps: number,
  at: string,
  world: { pack: Pack; calendar: WorkCalendar },
): readonly string[] {
  const { kase, office } = told;
  const duties = dutiesOf(kase, { ...world, office, now: chinaTime(at) });
  const rows = sightOf(kase, world.pack, office);
  const breaches = told.events.flatMap((e) =>
    e.type === "dutyBreached" ? [[e.data.kind, e.data.orgId, e.data.on]] : [],
  );
  const refusedAt = told.refused ? told.stepsDone + 1 : null;
  return [
    ...expect("refusal", told.refused?.code ?? null, then.refused ?? null),
    ...(then.refused && refusedAt !== steps ? [`refused at step ${refusedAt}, not at ${steps}`] : []),
    ...(then.stage ? expect("stage", kase.stage, then.stage) : []),
    ...(then.leg
      ? expect("leg", kase.legs.find((l) => l.id === legAt(kase, then.leg?.[0] ?? ("" as never)))?.stage, then.leg[1])
      : []),
    ...(then.due ?? []).flatMap(([rule, org, due]) =>
      expect(`due of ${rule}`, duties.findLast((d) => d.rule === rule && d.owner === org)?.due, due),
    ),
    ...(then.breaches ? expect("breaches", breaches, then.breaches) : []),
    ...(then.seenBy ?? []).flatMap((org) => (rows.some((r) => r.orgId === org) ? [] : [`${org} cannot see the case`])),
    ...(then.hiddenFrom ?? []).flatMap((org) => (rows.some((r) => r.orgId === org) ? [`${org} can see the case`] : [])),
    ...(then.told
      ? expect(
          "told",
          noticesDue(kase, world.pack, office).map((n) => n.notice.id),
          then.told,
        )
      : []),
  ];
}

function expect(what: string, is: unknown, should: unknown): readonly string[] {
  const [a, b] = [JSON.stringify(is), JSON.stringify(should)];
  return a === b ? [] : [`${what}: ${a}, expected ${b}`];
}
