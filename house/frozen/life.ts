import { type Chance, chance } from "../../demo/life/chance.ts";
import { type Instant, instant } from "../../domain/calendar/plain-date.ts";
import type { WorkCalendar } from "../../domain/calendar/work-calendar.ts";
import { type Actor, type Case, type CaseId, unfiled } from "../../domain/case/case.ts";
import { type Context, noChain } from "../../domain/case/context.ts";
import { decide, timePassed } from "../../domain/case/decide.ts";
import type { Command, FilingInput } from "../../domain/case/input.ts";
import { type LawfulAct, lawfulActs } from "../../domain/case/lawful.ts";
import { legOf } from "../../domain/case/legs.ts";
import { noticesDue, noticesOpen } from "../../domain/case/notices.ts";
import { sightOf } from "../../domain/case/sight.ts";
import { dutiesOf } from "../../domain/case/timeline.ts";
import { type Office, office } from "../../domain/office/office.ts";
import type { OrgId, PersonId, Post } from "../../domain/office/org.ts";
import { channelsTaken } from "../../domain/rules/look-up.ts";
import type { Pack } from "../../domain/rules/pack.ts";
import { type Act, acts, legActs, subjects } from "../../domain/rules/vocabulary.ts";
import { inputFor } from "./fill.ts";

/** Where lives are led: a regulation, its example office, a calendar. */
export interface Setting {
  readonly pack: Pack;
  readonly office: Office;
  readonly calendar: WorkCalendar;
  readonly people: readonly Actor[];
}

/** One order of a life and what came of it, or what was read of the case in between. */
export type Said = Readonly<Record<string, unknown>>;

export function settingOf(pack: Pack, calendar: WorkCalendar): Setting {
  const { orgs, holdings } = pack.exampleOffice;
  const byPerson = new Map<string, { personId: PersonId; orgId: OrgId; posts: Post[] }>();
  for (const { personId, orgId, post } of holdings) {
    const key = `${orgId}/${personId}`;
    const known = byPerson.get(key);
    if (known) known.posts.push(post);
    else byPerson.set(key, { personId, orgId, posts: [post] });
  }
  const staff = [...byPerson.values()].map((one): Actor => ({ kind: "staff", ...one }));
  const people: readonly Actor[] = [...staff, { kind: "petitioner" }, { kind: "system" }];
  return { pack, office: office(orgs, holdings), calendar, people };
}

/** How much likelier than others an act is chosen that carries a case on. */
const weights: Readonly<Partial<Record<Act, number>>> = {
  handOver: 20,
  dispatch: 16,
  dispatchOn: 12,
  view: 10,
  submitToLeader: 5,
  draftReply: 10,
  approveReply: 10,
  passAudit: 9,
  recordDelivery: 3,
  carryOut: 1.5,
  carryOutOnLeg: 1.5,
  refuse: 0.1,
  takeDown: 0.2,
  note: 0.2,
  correct: 0.2,
};

/** Minutes between two orders: mostly the same day, now and then weeks. */
const gaps: readonly (readonly [most: number, weight: number])[] = [
  [180, 60],
  [1_800, 25],
  [8_640, 12],
  [57_600, 3],
];

/** A case from its filing on, as the seed decides; everything that the engine says to it, in order. */
export function lifeOf(setting: Setting, seed: string): readonly Said[] {
  const luck = chance(`${setting.pack.id}/${seed}`);
  const told: Said[] = [];
  const start = instant(`2026-0${1 + luck.below(6)}-${10 + luck.below(18)}T00:00:00+08:00`);
  let now = later(start, luck.below(1_440));
  let kase = filed(setting, now, luck, told);
  for (let turns = kase.stage === "unfiled" ? 0 : 6 + luck.below(24); turns > 0; turns--) {
    const most = luck.weighed(gaps.map(([minutes, weight]) => [minutes, weight] as const)) ?? 180;
    now = later(now, 1 + luck.below(most));
    kase = luck.yes(0.08) ? swept(kase, at(setting, now, luck), told) : turn(kase, setting, now, luck, told);
    told.push(readingOf(kase, { ...setting, now }));
  }
  return told;
}

/** What stands of a case at a moment: its stage, every duty, notice and reader. */
export function readingOf(kase: Case, world: Setting & { readonly now: Instant }): Said {
  const { pack, office: place } = world;
  return {
    at: world.now,
    stage: kase.stage,
    legs: kase.legs.map(({ id, stage, overdue }) => [id, stage, overdue]),
    matters: kase.matters.map(({ id, stage, publication }) => [id, stage, publication]),
    duties: dutiesOf(kase, world).map(({ count: _, term: __, dueAt, ...duty }) =>
      dueAt === null ? duty : { ...duty, dueAt },
    ),
    notices: noticesDue(kase, pack, place).map(({ notice, legId, nth }) => [notice.id, legId, nth]),
    untold: noticesOpen(kase, pack, place).map(({ notice, legId }) => [notice.id, legId]),
    sight: sightOf(kase, pack, place).map(({ orgId, post, sees }) => [orgId, post, sees]),
  };
}

function filed({ pack, office: place, calendar, people }: Setting, now: Instant, luck: Chance, told: Said[]): Case {
  const { intake, top, byReceiver } = pack.settings.places.value;
  const bodies = [...place.orgs.values()];
  const seat = bodies.find((org) => org.kind === intake.kind && org.level === intake.level);
  const deciding = bodies.find((org) => org.kind === top.kind && org.level === top.level);
  if (!seat || !deciding) throw new Error(`the example office of ${pack.id} lacks a seat`);
  const channel = luck.yes(0.5) ? "web" : luck.of(channelsTaken(pack));
  const subject = luck.yes(0.85) ? "ordinary" : luck.of(subjects);
  const input: FilingInput = {
    channel,
    receivedAt: channel === "web" ? now : later(now, -luck.below(600)),
    choice: luck.yes(0.8) ? "public" : "nonPublic",
    subject,
    accused: subject !== "ordinary" && luck.yes(0.6) ? luck.of(bodies).id : null,
    contentHash: "0".repeat(64),
    ...(luck.yes(0.06) ? { group: { persons: 1 + luck.below(9), representatives: luck.below(7) } } : {}),
    intake: seat.id,
    topBureau: byReceiver ? seat.id : deciding.id,
  };
  const before = unfiled("c1" as CaseId, pack.id, now);
  const ctx = { now, office: place, pack, calendar, chain: noChain };
  const clerks = people.filter(
    (actor) =>
      actor.kind === "staff" &&
      actor.orgId === seat.id &&
      lawfulActs(before, { ...ctx, actor }).some(({ act }) => act === "register"),
  );
  const actor: Actor = channel === "web" ? { kind: "petitioner" } : luck.of(clerks.length > 0 ? clerks : people);
  const command: Command = { act: channel === "web" ? "file" : "register", legId: null, input };
  return carriedOut(command, before, { ...ctx, actor }, told);
}

interface Option {
  readonly what: Pick<LawfulAct, "act" | "legId" | "formality">;
  readonly actor: Actor;
}

/** Somebody does one of the things that stand open, or tries what is not theirs. */
function turn(before: Case, setting: Setting, now: Instant, luck: Chance, told: Said[]): Case {
  const world = at(setting, now, luck);
  const offers = setting.people.map((actor) => ({ actor, offer: lawfulActs(before, { ...world, actor }) }));
  told.push({ offers: offers.flatMap(({ actor, offer }) => (offer.length > 0 ? [[calledOf(actor), offer]] : [])) });
  const open = offers.flatMap(({ actor, offer }) =>
    offer.flatMap((what): (readonly [Option, number])[] =>
      what.closed === null && what.act !== "file" && what.act !== "register"
        ? [[{ what, actor }, weights[what.act] ?? 1]]
        : [],
    ),
  );
  let kase = before;
  for (let tries = 4; tries > 0 && kase === before; tries--) {
    const chosen = luck.yes(0.88) ? luck.weighed(open) : strayOption(before, setting, luck);
    if (!chosen) continue;
    const { what, actor } = chosen;
    const ctx: Context = { ...world, actor };
    const leg = legOf(before, what.legId);
    const input = inputFor(what.act as "view", what.formality, { kase: before, leg, ctx, luck });
    kase = carriedOut({ act: what.act, legId: what.legId, input } as Command, before, ctx, told);
  }
  return kase;
}

function strayOption(kase: Case, { people, pack }: Setting, luck: Chance): Option {
  const act = luck.of(acts.filter((one) => one !== "file" && one !== "register"));
  const onLeg = (legActs as readonly Act[]).includes(act);
  const legId = onLeg && kase.legs.length > 0 ? luck.of(kase.legs).id : null;
  const own = pack.formalities.filter(({ on }) => on === (act === "carryOut" ? "case" : "leg"));
  const formality = act.startsWith("carryOut") && own.length > 0 ? luck.of(own).id : null;
  return { what: { act, legId, formality }, actor: luck.of(people) };
}

/** What the engine makes of an order, written down. */
export function carriedOut(command: Command, before: Case, ctx: Context, told: Said[]): Case {
  const decision = decide(command, before, ctx);
  const order = { at: ctx.now, who: calledOf(ctx.actor), command };
  if ("refused" in decision) {
    told.push({ ...order, refused: decision.refused });
    return before;
  }
  told.push({ ...order, events: decision.events });
  return decision.kase;
}

function swept(before: Case, world: Omit<Context, "actor">, told: Said[]): Case {
  const { events, kase } = timePassed(before, world);
  told.push({ at: world.now, swept: events });
  return kase;
}

function at({ office: place, pack, calendar }: Setting, now: Instant, luck: Chance): Omit<Context, "actor"> {
  const chain = luck.yes(0.2) ? { timelyReplies: { any: 1 + luck.below(3) }, lastReply: "c0" as CaseId } : noChain;
  const named = luck.yes(0.7) ? { named: { id: "c9" as CaseId, number: "X-9" } } : {};
  return { now, office: place, pack, calendar, chain, ...named };
}

function later(from: Instant, minutes: number): Instant {
  return instant(new Date(Date.parse(from) + minutes * 60_000).toISOString());
}

export function calledOf(actor: Actor): string {
  return actor.kind === "staff" ? `${actor.personId} at ${actor.orgId}` : actor.kind;
}
