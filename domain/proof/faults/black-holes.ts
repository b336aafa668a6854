import type { WorkCalendar } from "../../calendar/work-calendar.ts";
import type { Case } from "../../case/case.ts";
import { noChain } from "../../case/context.ts";
import { lawfulActs } from "../../case/lawful.ts";
import { sees, sightOf } from "../../case/sight.ts";
import { dutiesOf } from "../../case/timeline.ts";
import { caseTransitions, legTransitions, leadsTo } from "../../case/transitions.ts";
import { isOpen } from "../../duty/duty.ts";
import type { Office } from "../../office/office.ts";
import type { Holding } from "../../office/org.ts";
import type { Pack } from "../../rules/pack.ts";
import { type Act, type CaseStage, endedStages, type LegStage, type Subject } from "../../rules/vocabulary.ts";
import { chinaTime, tell } from "../story.ts";

/** A case that nobody could bring any further. */
export type BlackHole =
  /** Filed in this way, whoever owes the next step cannot see it; `part` is the duty. */
  | { readonly what: "unseen"; readonly part: string; readonly detail: string }
  /** Filed in this way, nobody who sees it can bring it any further. */
  | { readonly what: "stuck"; readonly part: string; readonly detail: string }
  /** A stage that a case can come to, and from which no power of the pack leads on. */
  | { readonly what: "deadEnd"; readonly part: string; readonly detail: string };

const filedAt = "2026-03-02 09:00";

/** Every kind of case, in every way that it can come in, told to the engine and looked at by everybody. */
export function blackHoles(pack: Pack, calendar: WorkCalendar): readonly BlackHole[] {
  const kinds = [...new Set(pack.settings.kinds.value.map(({ code }) => code))];
  const found = kinds.flatMap((kind) =>
    pack.settings.channels.value.flatMap((channel) => {
      const filing = { at: filedAt, channel, subject: kind as Subject };
      const told = tell(filing, [], null, { pack, calendar });
      if (told.refused) return [];
      return holesIn(told.kase, told.office, pack, calendar).map((hole) => ({
        ...hole,
        detail: `${kind}，${channel}`,
      }));
    }),
  );
  const once = new Map(found.map((hole) => [`${hole.what}/${hole.part}/${hole.detail}`, hole]));
  return [...once.values(), ...deadEnds(pack)];
}

function holesIn(
  kase: Case,
  office: Office,
  pack: Pack,
  calendar: WorkCalendar,
): readonly Omit<Extract<BlackHole, { what: "unseen" | "stuck" }>, "detail">[] {
  const now = chinaTime(filedAt);
  const rows = sightOf(kase, pack, office);
  const readers = pack.exampleOffice.holdings.filter((holding) => sees(actorOf(holding), rows) !== null);
  const unseen = dutiesOf(kase, { pack, calendar, office, now })
    .filter((duty) => duty.kind === "duty" && isOpen(duty) && duty.owner !== null)
    .filter(({ owner, ownerPost }) => {
      const owes = (holding: Holding) => holding.orgId === owner && (ownerPost === null || holding.post === ownerPost);
      return !readers.some(owes);
    })
    .map((duty) => ({ what: "unseen" as const, part: `duty ${duty.rule}` }));
  const moves = readers.some((holding) => {
    const ctx = { now, actor: actorOf(holding), office, pack, calendar, chain: noChain };
    return lawfulActs(kase, ctx).some(({ act }) => leadsOn(act, kase.stage));
  });
  return moves ? unseen : [...unseen, { what: "stuck", part: `stage ${kase.stage}` }];
}

function actorOf({ personId, orgId, post }: Holding) {
  return { kind: "staff", personId, orgId, posts: [post] } as const;
}

function leadsOn(act: Act, stage: CaseStage | LegStage): boolean {
  return leadsTo(act, stage).some((to) => to !== stage);
}

/** Over: a leg that has ended, or waits for the ones that were opened from it. */
const atRest: readonly Stage[] = [...endedStages, "answered", "answering", "passed", "passedOn", "recalled"];

type Stage = CaseStage | LegStage;

interface Way {
  readonly act: Act;
  readonly from: readonly Stage[];
  readonly effects: readonly string[];
}

/** Stages that powers of the pack lead to and none leads away from. */
function deadEnds(pack: Pack): readonly BlackHole[] {
  const ways: readonly Way[] = [
    ...pack.powers.map(({ act, from }): Way => ({ act, from, effects: [] })),
    ...pack.formalities.map(
      ({ on, from, effects }): Way => ({
        act: on === "case" ? "carryOut" : "carryOutOnLeg",
        from,
        effects: effects.map(({ is }) => is),
      }),
    ),
  ];
  const to = (way: Way, at: Stage) => leadsTo(way.act, at).filter((stage) => stage !== at && mayLead(way, stage, pack));
  const steps = ways.flatMap((way) =>
    way.from.filter((at) => known(way.act, at)).map((at) => [at, to(way, at)] as const),
  );
  const reached = new Set<Stage>(["unfiled", ...entries(pack)]);
  for (let before = 0; before < reached.size; ) {
    before = reached.size;
    for (const [at, next] of steps) if (reached.has(at)) for (const stage of next) reached.add(stage);
  }
  // Where a case can only be turned away, nobody can take it up.
  const onward = ways.filter(({ act }) => act !== "refuse" && act !== "declineRepeat");
  const leaves = new Set(
    onward.flatMap((way) => way.from.filter((at) => known(way.act, at) && to(way, at).length > 0)),
  );
  const stuck = [...reached].filter((stage) => !atRest.includes(stage) && !leaves.has(stage));
  return stuck.map((stage) => ({ what: "deadEnd", part: "powers", detail: stage }));
}

/** Whether an act leads to a stage under this pack: the table of transitions names what it may lead to under any. */
function mayLead({ act, effects }: Way, stage: Stage, { settings }: Pack): boolean {
  const { intake, top, byReceiver } = settings.places.value;
  const own = byReceiver === true || (intake.kind === top.kind && intake.level === top.level);
  const on = (...names: readonly string[]) => effects.some((is) => names.includes(is));
  if (act === "carryOut") return stage === "archived" ? on("archive") : stage !== "classified" && on("answer", "redo");
  if (act === "carryOutOnLeg") return stage === "passed" ? on("endLeg") : on("redo");
  if (act === "register") return stage !== "received" || !own;
  if (act === "approveReply") return stage !== "underAudit" || settings.auditedBy.value !== null;
  return true;
}

/** Where a leg begins: with a unit, or with a bureau on the way where the pack lets one send on. */
function entries({ powers }: Pack): readonly Stage[] {
  const may = (act: Act) => powers.some((power) => power.act === act);
  if (!may("dispatch")) return [];
  return may("dispatchOn") ? ["dispatched", "atBureau"] : ["dispatched"];
}

function known(act: Act, stage: Stage): boolean {
  const row: Readonly<Partial<Record<Act, unknown>>> =
    stage in legTransitions ? legTransitions[stage as LegStage] : caseTransitions[stage as CaseStage];
  return act in row;
}
