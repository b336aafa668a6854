import type { WorkCalendar } from "../calendar/work-calendar.ts";
import type { Actor, Case } from "../case/case.ts";
import { type Context, noChain, type RepeatChain } from "../case/context.ts";
import { type Decision, decide } from "../case/decide.ts";
import type { Command } from "../case/input.ts";
import { lawfulActs } from "../case/lawful.ts";
import { legOf } from "../case/legs.ts";
import { leadsTo } from "../case/transitions.ts";
import { type Office, office } from "../office/office.ts";
import type { OrgId, PersonId, Post } from "../office/org.ts";
import type { Values } from "../rules/formality.ts";
import type { Pack } from "../rules/pack.ts";
import type { RefusalCode } from "../rules/refusal.ts";
import { type Act, acts, type CaseStage, type LegStage, legActs } from "../rules/vocabulary.ts";
import { chinaTime } from "./story.ts";

/** A post in a body as the table of a grid names it, `clerk of holder`. */
export type Seat = `${Post} of ${string}` | "petitioner" | "system";

/** Who may do something at which stages. */
export interface Row {
  readonly at: readonly (CaseStage | LegStage)[];
  readonly by: readonly Seat[];
  readonly when?: (kase: Case) => boolean;
}

/** A case told up to a stage; `on` is the organisation whose leg is acted on, `against` what stands against lawful deeds. */
export interface Setting {
  readonly name: string;
  readonly kase: Case;
  readonly now: string;
  readonly on: OrgId | null;
  readonly against: Readonly<Record<string, RefusalCode>>;
}

/**
 * Every stage × deed × role of a regulation. A deed is an act that all regulations know, or one of the pack's own
 * formalities by its id; `lawful` says once more, read from the regulation and not from the pack, who may do it and when.
 */
export interface Grid {
  readonly pack: Pack;
  readonly calendar: WorkCalendar;
  readonly chain?: RepeatChain;
  readonly lawful: Readonly<Record<string, readonly Row[]>>;
  /** The organisations that the table means by a body, for a deed on the case or on the leg of the setting. */
  readonly bodies: (setting: Setting, onLeg: boolean) => Readonly<Record<string, readonly OrgId[]>>;
  readonly roles: (setting: Setting) => readonly Actor[];
  readonly input: (act: Act, setting: Setting, actor: Actor) => object;
  readonly values: (formality: string, setting: Setting) => Values;
  /** Acts upon a leg with which the case as a whole may become answered. */
  readonly settling: readonly string[];
  /** Those by which an answered case is taken up again. */
  readonly reopening?: readonly string[];
  /** What further says that a deed is not this person's. */
  readonly alsoNotYours?: readonly RefusalCode[];
}

/** A grid made ready: its office is built once, and time stands still but for the duties that guards ask. */
export interface ReadyGrid extends Grid {
  readonly office: Office;
}

export function ready(grid: Grid): ReadyGrid {
  const { pack } = grid;
  const asked = [...pack.powers, ...pack.formalities].flatMap((p) =>
    p.guards.flatMap((guard) => {
      if ("duty" in guard) return [guard.duty];
      return "duties" in guard ? guard.duties : [];
    }),
  );
  const timeless: Pack = { ...pack, duties: pack.duties.filter((duty) => asked.includes(duty.id)) };
  return { ...grid, pack: timeless, office: office(pack.exampleOffice.orgs, pack.exampleOffice.holdings) };
}

/** Everything that may be tried: the acts, and the formalities of the pack. */
export function deedsOf({ pack }: Grid): readonly string[] {
  return [...acts, ...pack.formalities.map((f) => f.id)];
}

/** The petitioner, the system, and each post in the bodies named for it. */
export function everybody(posts: Partial<Record<Post, readonly OrgId[]>>): readonly Actor[] {
  const staff = (Object.entries(posts) as [Post, readonly OrgId[]][]).flatMap(([post, orgs]) =>
    orgs.map((orgId) => ({ kind: "staff", personId: `${orgId}/${post}` as PersonId, orgId, posts: [post] }) as const),
  );
  return [{ kind: "petitioner" }, { kind: "system" }, ...staff];
}

/** The organisations that have the leg of a setting, or for a deed on the case every leg that still stands. */
export function holdersOf({ kase, on }: Setting, onLeg: boolean): readonly OrgId[] {
  if (!onLeg) return kase.legs.filter((l) => l.stage !== "recalled").map((l) => l.orgId);
  const leg = kase.legs.findLast((l) => l.orgId === on);
  return leg ? [leg.orgId] : [];
}

/** The same value, unable to change: a decision that writes into its case throws. */
export function frozen<T>(value: T): T {
  if (value !== null && typeof value === "object") Object.values(value).forEach(frozen);
  return Object.freeze(value);
}

const notYours: readonly RefusalCode[] = [
  "act.notYourPost",
  "act.notAtThisStage",
  "act.noSuchLeg",
  "formality.unknown",
];

/** Tries every deed as every role; says what differs from the table, and what moved as it should not. */
export function differences(grid: ReadyGrid, setting: Setting): readonly string[] {
  const foreign = [...notYours, ...(grid.alsoNotYours ?? [])];
  return deedsOf(grid).flatMap((name) =>
    grid.roles(setting).flatMap((actor) => {
      const done: Decision = decide(
        commandOf(grid, name, setting, actor),
        setting.kase,
        contextOf(grid, setting, actor),
      );
      const refused = "refused" in done ? done.refused.code : null;
      const tried = `${name} by ${called(actor)}`;
      if (!isLawful(grid, name, setting, actor)) {
        return refused !== null && foreign.includes(refused) ? [] : [`${tried}: ${refused ?? "done"}, not lawful`];
      }
      if ((setting.against[name] ?? null) !== refused) return [`${tried}: ${refused ?? "done"}, lawful`];
      return "refused" in done ? [] : strayed(grid, name, setting, done.kase).map((way) => `${tried}: ${way}`);
    }),
  );
}

/** What the list of next acts shows to each role against the table: it must name exactly the lawful deeds. */
export function unlisted(grid: ReadyGrid, setting: Setting): readonly string[] {
  const leg = legIn(setting);
  return grid.roles(setting).flatMap((actor) => {
    const is = lawfulActs(setting.kase, contextOf(grid, setting, actor))
      .filter((option) => option.legId === null || option.legId === leg?.id)
      .filter(({ closed }) => !closed || !(grid.alsoNotYours ?? []).includes(closed.code))
      .map((option) => option.formality ?? option.act);
    const should = deedsOf(grid).filter((name) => isLawful(grid, name, setting, actor));
    return is.toSorted().join() === should.toSorted().join()
      ? []
      : [`${called(actor)}: ${is.join()} instead of ${should.join()}`];
  });
}

/** Whether the table gives this deed to this actor at the stage of the setting. */
function isLawful(grid: Grid, name: string, setting: Setting, actor: Actor): boolean {
  const onLeg = isOnLeg(grid, name);
  const where = onLeg ? legIn(setting)?.stage : setting.kase.stage;
  const bodies = grid.bodies(setting, onLeg);
  const sits = (seat: Seat): boolean => {
    if (actor.kind !== "staff") return seat === actor.kind;
    const [post, body] = seat.split(" of ") as [Post, string];
    return actor.posts.includes(post) && (bodies[body] ?? []).includes(actor.orgId);
  };
  return (grid.lawful[name] ?? []).some(
    (row) => where !== undefined && row.at.includes(where) && (row.when?.(setting.kase) ?? true) && row.by.some(sits),
  );
}

/** Where a deed led outside the tables of transitions. */
function strayed(grid: Grid, name: string, setting: Setting, after: Case): readonly string[] {
  const onLeg = isOnLeg(grid, name);
  const { kase: before } = setting;
  const legId = legIn(setting)?.id ?? null;
  const [from, to] = onLeg ? [legOf(before, legId)?.stage, legOf(after, legId)?.stage] : [before.stage, after.stage];
  if (!from || !to || !leadsTo(actOf(grid, name), from).includes(to)) return [`${from} → ${to} is not in the table`];
  const settled =
    after.stage === before.stage ||
    (grid.settling.includes(name) && ["answering", "answered"].includes(after.stage)) ||
    (grid.reopening?.includes(name) === true && after.stage === "inHand");
  return onLeg && !settled ? [`the case went ${before.stage} → ${after.stage}`] : [];
}

function commandOf(grid: Grid, name: string, setting: Setting, actor: Actor): Command {
  const act = actOf(grid, name);
  const input =
    act === name ? grid.input(act, setting, actor) : { formality: name, values: grid.values(name, setting) };
  return { act, legId: legIn(setting)?.id ?? null, input } as Command;
}

function contextOf(grid: ReadyGrid, { now }: Setting, actor: Actor): Context {
  const { pack, calendar, chain } = grid;
  return { now: chinaTime(now), actor, office: grid.office, pack, calendar, chain: chain ?? noChain };
}

function actOf({ pack }: Grid, name: string): Act {
  const formality = pack.formalities.find((f) => f.id === name);
  if (!formality) return name as Act;
  return formality.on === "case" ? "carryOut" : "carryOutOnLeg";
}

function isOnLeg(grid: Grid, name: string): boolean {
  return (legActs as readonly Act[]).includes(actOf(grid, name));
}

function legIn({ kase, on }: Setting) {
  return kase.legs.findLast((l) => l.orgId === on) ?? null;
}

function called(actor: Actor): string {
  return actor.kind === "staff" ? `${actor.posts[0]} of ${actor.orgId}` : actor.kind;
}
