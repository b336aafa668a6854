import { peerBody } from "../../office/office.ts";
import type { PersonId } from "../../office/org.ts";
import type { Ground } from "../../rules/pack.ts";
import { inputMissing, refuse } from "../../rules/refusal.ts";
import type { Case } from "../case.ts";
import { fieldRefusal } from "../guards/ground-fields.ts";
import { timesDone } from "../facts.ts";
import { openLegs } from "../legs.ts";
import type { Chapter, Ruling } from "./chapter.ts";
import { type Context, today } from "../context.ts";
import { type Deed, deed } from "../event.ts";
import type { Classification, FilingInput, Inputs } from "../input.ts";
import { matches } from "../permit.ts";

type IntakeAct =
  | "file"
  | "register"
  | "handOver"
  | "refuse"
  | "classify"
  | "recordConsent"
  | "linkRepeat"
  | "declineRepeat";

/** From the first word to the decision whether and how the case is taken up (FZ-2 to FZ-7, FZ-8.5). */
export const intake: Chapter<IntakeAct> = {
  file: (input, _kase, _leg, ctx) => [
    received({ ...input, channel: "web" }, ctx),
    deed("handedOver", { to: input.topBureau }),
  ],
  register,
  handOver: (_input, _kase, _leg, ctx) => handOver(ctx),
  refuse: refuseCase,
  classify: (input, kase) => [classification(input, kase)],
  recordConsent: (input, _kase, _leg, ctx) => {
    if (!input.how.trim()) return inputMissing("how");
    return input.on > today(ctx) ? inputMissing("on") : [deed("consentRecorded", input)];
  },
  linkRepeat: (input, kase) =>
    input.previous === kase.id ? refuse("repeat.notAnEarlierCase", null) : [deed("repeatLinked", input)],
  declineRepeat: (_input, _kase, _leg, ctx) => {
    const { lastReply, timelyReplies } = ctx.chain;
    if (lastReply === null) return refuse("repeat.notLinked", null);
    return [deed("repeatDeclined", { timelyReplies: Math.max(0, ...Object.values(timelyReplies)), lastReply })];
  },
};

/** An operator registers in the name of the own centre, and only what did not come in by itself (FZ-5-1). */
function register(input: FilingInput, _kase: Case, _leg: unknown, ctx: Context): Ruling {
  const { actor } = ctx;
  if (actor.kind !== "staff" || actor.orgId !== input.intake) {
    return refuse("act.notYourPost", null, { act: "register", needs: ["operator"] });
  }
  if (input.channel === "web") return inputMissing("channel");
  const decidesItself = ctx.pack.settings.places.value.byReceiver || input.intake === input.topBureau;
  return [received(input, ctx), ...(decidesItself ? [deed("handedOver", { to: input.intake })] : [])];
}

function received(input: FilingInput, ctx: Context): Deed {
  const { topBureau: _, ...facts } = input;
  const { id, sha256 } = ctx.pack;
  return deed("caseReceived", { ...facts, packId: id, ...(sha256 ? { packSha256: sha256 } : {}) });
}

/** The deciding body of the area that the taking-in body stands in. */
function handOver(ctx: Context): Ruling {
  if (ctx.actor.kind !== "staff") return refuse("act.notYourPost", null);
  const { top } = ctx.pack.settings.places.value;
  const bureau = peerBody(ctx.office, ctx.actor.orgId, top.kind);
  return bureau ? [deed("handedOver", { to: bureau.id })] : refuse("dispatch.noTarget", null);
}

function refuseCase(input: Inputs["refuse"], kase: Case, _leg: unknown, ctx: Context): Ruling {
  const ground = ctx.pack.grounds.find((g) => g.id === input.ground);
  if (!ground) return refuse("ground.unknown", null, { ground: input.ground });
  if (openLegs(kase).length > 0) return refuse("track.unitAtWork", ground.clause);
  const yours = ground.by.some((holder) => matches(holder, ctx.actor, kase, null, ctx));
  if (!yours || !ground.from.includes(kase.stage))
    return refuse("ground.notYours", ground.clause, { ground: ground.code });
  if (ground.after && timesDone(kase, ground.after, null).every((h) => isActor(h.personId, ctx))) {
    return refuse("ground.notConfirmed", ground.clause, { ground: ground.code });
  }
  return (
    fieldRefusal(ground, input.fields, ctx.office, today(ctx)) ?? [
      deed("refused", { ground: ground.id, fields: input.fields, ...outcomeOf(ground) }),
      ...(ground.neverPublished ? withdrawn(kase, ground.words) : []),
    ]
  );
}

function outcomeOf({ outcome }: Ground): { outcome?: "sentElsewhere" | "noLongerAccepted" } {
  return outcome === undefined || outcome === "refused" ? {} : { outcome };
}

function isActor(person: PersonId | undefined, { actor }: Context): boolean {
  return actor.kind === "staff" && actor.personId === person;
}

/** A part that was answered before carries the words of the whole case: it leaves the public list too (FZ-3.2, FZ-3.4). */
function withdrawn(kase: Case, reason: string): readonly Deed[] {
  return kase.matters
    .filter((matter) => matter.publication === "published")
    .map((matter) => deed("takenDown", { matterId: matter.id, reason }));
}

/** Subject and reason of a report say the same thing: where one is given, the other follows. */
export function normalised(input: Classification): Classification {
  const named = input.internalReason;
  const report = named === "discipline" || named === "efficiency";
  return input.subject === "ordinary" && report ? { ...input, subject: named } : input;
}

/** A classification as it is written down: a report's subject gives its own reason, an ordinary one accuses nobody. */
export function classification(given: Classification, kase: Case): Deed {
  const input = normalised(given);
  const ordinary = input.subject === "ordinary";
  const reason = input.subject === "ordinary" ? input.internalReason : input.subject;
  return deed("classified", {
    ...input,
    internalReason: input.track === "internal" ? reason : null,
    accused: ordinary ? null : input.accused,
    previousTrack: kase.track,
  });
}
