import type { Actor, Case, CaseId } from "../../domain/case/case.ts";
import { type Context, noChain, type RepeatChain } from "../../domain/case/context.ts";
import { type Decision, decide, timePassed } from "../../domain/case/decide.ts";
import type { CaseEvent } from "../../domain/case/event.ts";
import type { Command } from "../../domain/case/input.ts";
import { sees, sightOf } from "../../domain/case/sight.ts";
import { type ExplainedRefusal, explainRefusal } from "../../domain/rules/explain.ts";
import { withRegionTerms } from "../../domain/rules/region-terms.ts";
import type { Pack } from "../../domain/rules/pack.ts";
import { replyRules } from "../../domain/rules/look-up.ts";
import { type Refusal, refuse } from "../../domain/rules/refusal.ts";
import type { House } from "../house.ts";
import { groundFields } from "./comparing/named-case.ts";
import { namedToJoin } from "./joining/named-to-join.ts";
import { allBarred, openPlaces, plannedOf, publishedIn } from "./publication/planned.ts";
import { record } from "./record.ts";
import { releasedReplies, replyText } from "./wording/reply-text.ts";
import { cameBefore, chainFacts, linkChain } from "../store/case/chain.ts";
import { tickFiles } from "../store/case/files.ts";
import { maySee } from "../store/case/sight.ts";
import { readEvents, type StoredCase, takeCase } from "../store/case/load.ts";
import type { Tx } from "../store/db.ts";
import { lockFor } from "../store/lock.ts";
import { dropDeskDraft } from "../store/once/drafts.ts";
import { loadWorld, type World } from "../store/world.ts";

/** An order to act on a stored case. */
export interface Order {
  readonly region: string;
  readonly caseId: string;
  readonly command: Command;
  readonly actor: Actor;
  /** The version that the person had before them; null where nobody looked at one. */
  readonly seenVersion: number | null;
}

export type ActOutcome =
  | {
      readonly done: {
        readonly version: number;
        readonly stage: Case["stage"];
        readonly events: readonly CaseEvent["type"][];
      };
    }
  | { readonly refused: ExplainedRefusal }
  | { readonly missing: true };

/** Does one lawful act on a case, or says why not: load → decide → save, in the caller's transaction. */
export async function actIn(tx: Tx, house: House, order: Order): Promise<ActOutcome> {
  // Linking writes to cases beside the one at hand: two at a time would wait for each other's.
  if (order.command.act === "linkRepeat") await lockFor(tx, `chains:${order.region}`);
  const stored = await takeCase(tx, house.keys, order.region, order.caseId);
  if (!stored) return { missing: true };
  const world = await loadWorld(tx, order.region, house);
  const pack = packOf(house, stored.kase, world);
  const rows = sightOf(stored.kase, pack, world.office);
  if (order.actor.kind === "staff" && sees(order.actor, rows) === null) return { missing: true };
  if (order.seenVersion !== null && order.seenVersion !== stored.kase.version) {
    const facts = { seen: order.seenVersion, now: stored.kase.version };
    return { refused: explainRefusal(refuse("case.changedMeanwhile", null, facts), pack) };
  }
  if (!(await mayBeLinked(tx, order))) {
    return { refused: explainRefusal(refuse("repeat.notAnEarlierCase", null), pack) };
  }
  const named = await withNamedCases(tx, house, order, pack);
  if ("code" in named) return { refused: explainRefusal(named, pack) };
  const { chain, lastReply } = await chainOf(tx, house, order, stored, pack);
  const now = house.now();
  const other = await namedToJoin(tx, house, order, pack);
  const ctx: Context = {
    now,
    actor: order.actor,
    office: world.office,
    pack,
    calendar: world.calendar(now),
    chain,
    ...(other ? { named: other } : {}),
  };
  const decision = await lookedThrough(tx, house, decide(named, stored.kase, ctx), { named, stored, ctx, world });
  if ("refused" in decision) {
    await recordTime(tx, house, stored, pack, world, ctx);
    return { refused: explainRefusal(decision.refused, pack) };
  }
  await record(tx, house, { stored, done: decision, pack, world, now, code: null, lastReply });
  await alongside(tx, order, stored.kase);
  const { version, stage } = decision.kase;
  return { done: { version, stage, events: decision.events.map((event) => event.type) } };
}

/** The order with the numbers of other cases as they are written down, or why one of them cannot be named. */
async function withNamedCases(tx: Tx, house: House, order: Order, pack: Pack): Promise<Command | Refusal> {
  const { command } = order;
  if (command.act !== "refuse") return command;
  const ground = pack.grounds.find((g) => g.id === command.input.ground);
  if (!ground) return command;
  const checked = await groundFields(tx, house, order, ground, command.input.fields);
  return "code" in checked ? checked : { ...command, input: { ...command.input, fields: checked.fields } };
}

/**
 * Nothing is published unseen: refuses what would put passages before the public that may tell who somebody is and on
 * which nobody has decided. Where the system itself publishes, all of them are barred.
 */
async function lookedThrough(
  tx: Tx,
  house: House,
  decision: Decision,
  { named, stored, ctx, world }: { named: Command; stored: StoredCase; ctx: Context; world: World },
): Promise<Decision> {
  const published = "refused" in decision ? [] : publishedIn(decision.events);
  if ("refused" in decision || published.length === 0) return decision;
  const of = { kase: decision.kase, title: stored.title, pack: ctx.pack, world };
  const planned = await plannedOf(tx, house, of, published, decision.events);
  if (ctx.actor.kind !== "staff") {
    const input = { ...named.input, barring: allBarred(planned) };
    return decide({ ...named, input } as Command, stored.kase, ctx);
  }
  const n = openPlaces(planned, ("barring" in named.input && named.input.barring) || []);
  return n === 0 ? decision : { refused: refuse("publication.undecided", null, { n }) };
}

/** An earlier case must be there, and whoever links it must be allowed to read it. */
async function mayBeLinked(tx: Tx, { command, region, caseId, actor }: Order): Promise<boolean> {
  if (command.act !== "linkRepeat" || actor.kind !== "staff") return true;
  const { previous } = command.input;
  return (await cameBefore(tx, region, previous, caseId)) && (await maySee(tx, region, previous, actor));
}

/** What time has brought about is written down even when the order itself is refused. */
async function recordTime(
  tx: Tx,
  house: House,
  stored: StoredCase,
  pack: Pack,
  world: World,
  ctx: Omit<Context, "actor">,
): Promise<void> {
  const done = timePassed(stored.kase, ctx);
  if (done.events.length > 0) await record(tx, house, { stored, done, pack, world, now: ctx.now, code: null });
}

/** The regulation that bound the case when it came in, with the terms that the region has set where it leaves them open. */
export function packOf(house: House, kase: Case, world: World): Pack {
  const pack = house.packs.find((p) => p.id === kase.packId);
  if (!pack) throw new Error(`case ${kase.id} is bound by ${kase.packId}, which is not installed`);
  return withRegionTerms(pack, world.region.settings.terms);
}

async function chainOf(
  tx: Tx,
  house: House,
  order: Order,
  stored: StoredCase,
  pack: Pack,
): Promise<{ chain: RepeatChain; lastReply: string }> {
  if (order.command.act !== "declineRepeat" || stored.chainId === null) return { chain: noChain, lastReply: "" };
  const rules = replyRules(pack).map((rule) => rule.id);
  const facts = await chainFacts(tx, order.region, stored.chainId, stored.kase.id, rules);
  const chain = { timelyReplies: facts.timelyReplies, lastReply: facts.lastReply as CaseId | null };
  if (facts.lastReply === null) return { chain, lastReply: "" };
  const replies = releasedReplies(await readEvents(tx, house.keys, order.region, facts.lastReply), pack);
  return { chain, lastReply: replies.map(({ reply }) => replyText(reply, pack)).join("\n") };
}

/** What an act changes beside the engine's case. */
async function alongside(tx: Tx, { command, region, caseId, actor }: Order, kase: Case): Promise<void> {
  if (command.act === "linkRepeat") await linkChain(tx, region, caseId, command.input.previous);
  if (command.act === "draftReply" && actor.kind === "staff") {
    const answers = kase.legs.filter(
      (leg) => leg.orgId === actor.orgId && leg.role === "lead" && leg.stage !== "recalled",
    );
    const of = { orgId: actor.orgId, ids: command.input.files ?? [], alone: answers.length === 1 };
    await tickFiles(tx, region, caseId, of);
  }
  if (actor.kind === "staff")
    await dropDeskDraft(tx, { region, caseId, person: actor.personId, act: draftName(command) });
}

/** Under what name somebody's unfinished words for an order are kept: each formality has its own. */
function draftName(command: Command): string {
  const { act } = command;
  return act === "carryOut" || act === "carryOutOnLeg" ? `${act}.${command.input.formality}` : act;
}

/** Writes down what time alone has done to a case; false when there was nothing. */
export async function sweepIn(tx: Tx, house: House, region: string, caseId: string): Promise<boolean> {
  const stored = await takeCase(tx, house.keys, region, caseId);
  if (!stored) return false;
  const world = await loadWorld(tx, region, house);
  const pack = packOf(house, stored.kase, world);
  const now = house.now();
  const ctx = { now, office: world.office, pack, calendar: world.calendar(now), chain: noChain };
  const done = timePassed(stored.kase, ctx);
  await record(tx, house, { stored, done, pack, world, now, code: null });
  return done.events.length > 0;
}
