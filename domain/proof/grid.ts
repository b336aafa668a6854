import { type Actor, type Case, type CaseId, unfiled } from "../case/case.ts";
import { type Context, noChain, type RepeatChain } from "../case/context.ts";
import { decide } from "../case/decide.ts";
import type { Command } from "../case/input.ts";
import { lawfulActs } from "../case/lawful.ts";
import { legOf } from "../case/legs.ts";
import { leadsTo } from "../case/transitions.ts";
import { type Office, office } from "../office/office.ts";
import { type OrgId, type PersonId, type Post, posts } from "../office/org.ts";
import type { Filing, Step } from "../rules/example.ts";
import type { Formality } from "../rules/formality.ts";
import type { Guard } from "../rules/power.ts";
import type { Pack } from "../rules/pack.ts";
import type { RefusalCode } from "../rules/refusal.ts";
import { type Act, acts, type CaseStage, type LegStage, legActs } from "../rules/vocabulary.ts";
import type { Stage } from "./fixture.ts";
import { chinaTime } from "./story.ts";

/** Who: `auditor of top`, where `top` is a place that the grid knows; or `petitioner`, `system`. */
export type Seat = `${Post} of ${string}` | "petitioner" | "system";

/** When and by whom one act, or one formality, may be done, as it is read from the regulation and not from the pack. */
export interface GridRow {
  readonly at: readonly (CaseStage | LegStage)[];
  readonly by: readonly Seat[];
}

/** A case told up to a stage; `on` is the organisation whose leg is acted on, `against` what stands against lawful acts. */
export interface GridScene {
  readonly name: string;
  readonly kase: Case;
  readonly now: string;
  readonly on: OrgId | null;
  readonly against: Readonly<Record<string, RefusalCode>>;
}

/** A regulation's table of who may do what, and what is needed to hold its pack against it. */
export interface Grid {
  readonly stage: Stage;
  /** By the name of the act or the id of the formality; what is not named here is open to nobody. */
  readonly lawful: Readonly<Record<string, readonly GridRow[]>>;
  /** The organisations that each place of a seat means in a scene. */
  readonly places: (scene: GridScene) => Readonly<Record<string, readonly (OrgId | null)[]>>;
  /** Where each post is tried: where it is at home, and where it is not. */
  readonly tried: (post: Post, scene: GridScene) => readonly OrgId[];
  /** What the act is told; for a formality, the values filled in. */
  readonly input: (name: string, scene: GridScene, actor: Actor) => object;
  readonly chain?: RepeatChain;
}

const notYours: readonly RefusalCode[] = [
  "act.notYourPost",
  "act.notAtThisStage",
  "act.noSuchLeg",
  "audit.reservedForCity",
  "audit.notFlagged",
  "formality.unknown",
];

/** A scene before anything was filed. */
export function unfiledScene({ pack }: Stage, now: string): GridScene {
  return { name: "unfiled", kase: unfiled("c" as CaseId, pack.id, chinaTime(now)), now, on: null, against: {} };
}

/** A scene from a story that must go through. */
export function sceneOf(
  { play }: Stage,
  name: string,
  filing: Filing,
  steps: readonly Step[],
  on: OrgId | null = null,
  against: GridScene["against"] = {},
): GridScene {
  return { name, kase: freeze(play(filing, steps).kase), now: steps.at(-1)?.at ?? filing.at, on, against };
}

function freeze<T>(value: T): T {
  if (value !== null && typeof value === "object") Object.values(value).forEach(freeze);
  return Object.freeze(value);
}

/** Tries every act and formality as every role; says what differs from the table, and what moved as it should not. */
export function differences(grid: Grid, scene: GridScene): readonly string[] {
  const world = worldOf(grid);
  return namesIn(grid).flatMap((name) =>
    rolesIn(grid, scene).flatMap((actor) => {
      const said = `${name} by ${called(actor)}`;
      const done = decide(commandOf(grid, name, scene, actor), scene.kase, contextOf(world, grid, scene, actor));
      const refused = "refused" in done ? done.refused.code : null;
      if (!isLawful(grid, name, scene, actor)) {
        return refused !== null && notYours.includes(refused) ? [] : [`${said}: ${refused ?? "done"}, not lawful`];
      }
      if ((scene.against[name] ?? null) !== refused) return [`${said}: ${refused ?? "done"}, lawful`];
      return "refused" in done ? [] : strayed(grid, name, scene, done.kase).map((path) => `${said}: ${path}`);
    }),
  );
}

/** What the list of next acts shows to each role against the table: it must name exactly the lawful ones. */
export function unlisted(grid: Grid, scene: GridScene): readonly string[] {
  const world = worldOf(grid);
  const leg = legIn(scene);
  return rolesIn(grid, scene).flatMap((actor) => {
    const listed = lawfulActs(scene.kase, contextOf(world, grid, scene, actor))
      .filter((option) => option.legId === null || option.legId === leg?.id)
      .filter(({ closed }) => closed?.code !== "audit.reservedForCity" && closed?.code !== "audit.notFlagged")
      .map((option) => option.formality ?? option.act)
      .toSorted();
    const should = namesIn(grid)
      .filter((name) => isLawful(grid, name, scene, actor))
      .toSorted();
    return listed.join() === should.join() ? [] : [`${called(actor)}: ${listed.join()} instead of ${should.join()}`];
  });
}

/** Every act but the carrying out of formalities, and every formality by its id. */
function namesIn({ stage: { pack }, lawful }: Grid): readonly string[] {
  const plain = acts.filter((act) => act !== "carryOut" && act !== "carryOutOnLeg");
  return [...new Set([...plain, ...pack.formalities.map((f) => f.id), ...Object.keys(lawful)])];
}

function formalityIn({ stage: { pack } }: Grid, name: string): Formality | undefined {
  return pack.formalities.find((formality) => formality.id === name);
}

function isOnLeg(grid: Grid, name: string): boolean {
  const formality = formalityIn(grid, name);
  return formality ? formality.on === "leg" : (legActs as readonly string[]).includes(name);
}

function actOf(grid: Grid, name: string): Act {
  const formality = formalityIn(grid, name);
  if (formality) return formality.on === "case" ? "carryOut" : "carryOutOnLeg";
  return name as Act;
}

function commandOf(grid: Grid, name: string, scene: GridScene, actor: Actor): Command {
  const given = grid.input(name, scene, actor);
  const input = formalityIn(grid, name) ? { formality: name, values: given } : given;
  return { act: actOf(grid, name), legId: legIn(scene)?.id ?? null, input } as Command;
}

/** Everybody: each post in each body where it is tried. */
function rolesIn(grid: Grid, scene: GridScene): readonly Actor[] {
  const staff = posts.flatMap((post) =>
    grid.tried(post, scene).map((orgId): Actor => {
      return { kind: "staff", personId: `${orgId}/${post}` as PersonId, orgId, posts: [post] };
    }),
  );
  return [{ kind: "petitioner" }, { kind: "system" }, ...staff];
}

function called(actor: Actor): string {
  return actor.kind === "staff" ? `${actor.posts[0]} of ${actor.orgId}` : actor.kind;
}

function isLawful(grid: Grid, name: string, scene: GridScene, actor: Actor): boolean {
  const where = isOnLeg(grid, name) ? legIn(scene)?.stage : scene.kase.stage;
  const places = grid.places(scene);
  const sits = (seat: Seat): boolean => {
    if (actor.kind !== "staff") return seat === actor.kind;
    const [post, place] = seat.split(" of ") as [Post, string];
    return actor.posts.includes(post) && (places[place] ?? []).includes(actor.orgId);
  };
  const rows = grid.lawful[name] ?? [];
  return rows.some((row) => where !== undefined && row.at.includes(where) && row.by.some(sits));
}

function legIn({ kase, on }: GridScene) {
  return kase.legs.findLast((leg) => leg.orgId === on) ?? null;
}

/** Where a deed led outside the tables of transitions. */
function strayed(grid: Grid, name: string, scene: GridScene, after: Case): readonly string[] {
  const act = actOf(grid, name);
  const leg = legIn(scene);
  const [from, to] = isOnLeg(grid, name)
    ? [leg?.stage, legOf(after, leg?.id ?? null)?.stage]
    : [scene.kase.stage, after.stage];
  return from && to && leadsTo(act, from).includes(to) ? [] : [`${from} → ${to} is not in the table`];
}

interface World {
  readonly office: Office;
  readonly pack: Pack;
}

/** Time stands still in a grid: of the duties only those stay that a guard asks, which makes it ten times as fast. */
function worldOf({ stage: { pack } }: Grid): World {
  const asked = [...pack.powers, ...pack.formalities].flatMap((p) => p.guards.flatMap(dutiesAsked));
  const duties = pack.duties.filter((duty) => asked.includes(duty.id));
  return { office: office(pack.exampleOffice.orgs, pack.exampleOffice.holdings), pack: { ...pack, duties } };
}

function dutiesAsked(guard: Guard): readonly string[] {
  if (guard.is === "windowOpen" || guard.is === "beforeDue") return [guard.duty];
  return guard.is === "overdue" ? guard.duties : [];
}

function contextOf(
  world: World,
  { stage: { calendar }, chain = noChain }: Grid,
  { now }: GridScene,
  actor: Actor,
): Context {
  return { ...world, now: chinaTime(now), actor, calendar, chain };
}
