import { powersFor } from "../rules/look-up.ts";
import { type Refusal, refuse } from "../rules/refusal.ts";
import { type Act, legActs } from "../rules/vocabulary.ts";
import { answer } from "./chapters/answer.ts";
import type { Case, Leg } from "./case.ts";
import { legOf } from "./legs.ts";
import { withBarring } from "./chapters/published.ts";
import { type Chapter, type Decider, isRefusal } from "./chapters/chapter.ts";
import { type Context, today } from "./context.ts";
import { dispatch } from "./chapters/dispatch.ts";
import type { CaseEvent, Deed, Signature } from "./event.ts";
import { kept } from "./chapters/filled-in.ts";
import { formalities, formalityOf, urgedAgain } from "./chapters/formalities.ts";
import { evolve } from "./evolve.ts";
import { check } from "./guards/guards.ts";
import { handling } from "./chapters/handling.ts";
import type { Command } from "./input.ts";
import { nextLapse } from "./chapters/lapse.ts";
import { intake, normalised } from "./chapters/intake.ts";
import { servedAtOnce, toldAtOnce } from "./notices.ts";
import { matches, type Permission, permit } from "./permit.ts";
import { reply } from "./chapters/reply.ts";
import type { Asked } from "./situation.ts";
import { lateReply, sweep } from "./sweep.ts";

const deciders: Chapter<Act> = { ...intake, ...dispatch, ...handling, ...reply, ...answer, ...formalities };

/** The outcome of an order: what happened, and the case after it. */
export interface Done {
  readonly events: readonly CaseEvent[];
  readonly kase: Case;
}

export type Decision = Done | { readonly refused: Refusal };

/**
 * Decides an order on a case. Whatever time alone has done by `now` is written down first, so the answer does not
 * depend on when the sweep last ran; and so is, in the end, what the act itself has shown to be late (a call that is
 * registered on the next day). Pure: same case, order and context give the same answer.
 */
export function decide(command: Command, before: Case, ctx: Context): Decision {
  const swept = timePassed(before, ctx);
  const { kase } = swept;
  const onLeg = (legActs as readonly Act[]).includes(command.act);
  const leg = onLeg ? legOf(kase, command.legId) : null;
  if (onLeg && !leg) return { refused: refuse("act.noSuchLeg", null, { leg: command.legId }) };
  const known = permissions(command, ctx);
  if ("code" in known) return { refused: known };
  const powers = permit(command.act, kase, leg, ctx, known);
  if ("code" in powers) return { refused: powers };
  const power = firstFree(powers, command, kase, leg, ctx);
  if ("code" in power) return { refused: power };
  const decider = deciders[command.act] as Decider<Act>;
  const ruling = decider(command.input as never, kase, leg as Leg, ctx);
  if (isRefusal(ruling)) return { refused: ruling };
  const told = withBarring(ruling, command);
  const deeds = command.act === "approveReply" && leg ? [...told, ...lateReply(kase, leg.id, ctx)] : told;
  const by = sign(power, kase, leg, ctx);
  const acted = write(deeds, kase, by, ctx);
  const found = write(urgedAgain(command, acted.kase, ctx), acted.kase, { kind: "system" }, ctx);
  const act = { events: [...acted.events, ...found.events], kase: found.kase };
  const notices = write(toldAtOnce(command, act.kase, ctx.pack, ctx.office), act.kase, by, ctx);
  const done = { events: [...act.events, ...notices.events], kase: notices.kase };
  const served = write(servedAtOnce(done.kase, ctx.pack, ctx.office), done.kase, { kind: "system" }, ctx);
  const shown = timePassed(served.kase, ctx);
  const events = [...swept.events, ...done.events, ...served.events, ...shown.events];
  return { events, kase: shown.kase };
}

/** The events that time alone brings about by `ctx.now`, signed by the system. */
export function timePassed(kase: Case, ctx: Omit<Context, "actor">): Done {
  if (kase.stage === "unfiled") return { events: [], kase };
  let done = write(sweep(kase, ctx), kase, { kind: "system" }, ctx);
  for (let next = nextLapse(done.kase, ctx); next.length > 0; next = nextLapse(done.kase, ctx)) {
    const lapsed = write(next, done.kase, { kind: "system" }, ctx);
    done = { events: [...done.events, ...lapsed.events], kase: lapsed.kase };
  }
  return done;
}

/** What the act is done under: the powers that name it, or the one formality that is carried out. */
function permissions(command: Command, ctx: Context): readonly Permission[] | Refusal {
  if (command.act !== "carryOut" && command.act !== "carryOutOnLeg") return powersFor(ctx.pack, command.act);
  const formality = formalityOf(command, ctx.pack);
  return formality ? [formality] : refuse("formality.unknown", null, { formality: command.input.formality });
}

function firstFree(
  powers: readonly Permission[],
  command: Command,
  kase: Case,
  leg: Leg | null,
  ctx: Context,
): Permission | Refusal {
  let refused: Refusal | null = null;
  const asked = askedOf(command, ctx);
  const accused = asked.classification?.accused ?? null;
  if (accused !== null && !ctx.office.orgs.has(accused)) return refuse("dispatch.noTarget", null);
  for (const power of powers) {
    const against = power.guards.map((guard) => check(guard, { kase, leg, ctx, asked })).find((r) => r !== null);
    if (!against) return power;
    refused ??= against;
  }
  return refused ?? refuse("act.notYourPost", null, { act: command.act, needs: [] });
}

/** The input as the guards see it: what is written down in the end, and nothing that came along with it. */
function askedOf(command: Command, { pack }: Context): Asked {
  if (command.act === "carryOut" || command.act === "carryOutOnLeg") {
    const formality = formalityOf(command, pack);
    return { values: formality ? kept(formality, command.input.values) : {} };
  }
  if (command.act === "classify") return { classification: normalised(command.input) };
  if (command.act !== "dispatch") return command.input as Asked;
  const { classification } = command.input;
  return { ...command.input, classification: classification && normalised(classification) };
}

function write(deeds: readonly Deed[], before: Case, by: Signature, ctx: Pick<Context, "now">): Done {
  const events = deeds.map((d) => ({ ...d, at: ctx.now, by: doer(d, by) }) as CaseEvent);
  return { events, kase: events.reduce(evolve, before) };
}

/** What is filed on the web is handed over by the system: no petitioner ever hands a case over. */
function doer(done: Deed, by: Signature): Signature {
  return done.type === "handedOver" && by.kind === "petitioner" ? { kind: "system" } : by;
}

/** Under which post the act was done, and for whom a stand-in did it (FZ-10-1). */
function sign(power: Permission, kase: Case, leg: Leg | null, ctx: Context): Signature {
  const { actor } = ctx;
  if (actor.kind !== "staff") return { kind: actor.kind };
  const holder = power.by.find((h) => matches(h, actor, kase, leg, ctx));
  const post = actor.posts.find((p) => p === holder?.post) ?? actor.posts[0];
  if (!post) throw new Error("an actor without a post was permitted");
  const holding = (ctx.office.holdings.get(actor.orgId) ?? []).find(
    (h) =>
      h.personId === actor.personId && h.post === post && h.from <= today(ctx) && (h.to === null || today(ctx) <= h.to),
  );
  return {
    kind: "staff",
    personId: actor.personId,
    orgId: actor.orgId,
    post,
    standsInFor: holding?.standsInFor ?? null,
    ...(actor.via ? { via: actor.via } : {}),
  };
}
