import type { OrgId, PersonId } from "../../office/org.ts";
import type { Effect, Formality } from "../../rules/formality.ts";
import type { Pack } from "../../rules/pack.ts";
import { type Refusal, refuse } from "../../rules/refusal.ts";
import { type Subject, withUnitStages } from "../../rules/vocabulary.ts";
import type { Case, Leg, Matter } from "../case.ts";
import { type Context, today } from "../context.ts";
import { type Deed, deed } from "../event.ts";
import { isOneOf, timesDone } from "../facts.ts";
import type { Carrying, Command } from "../input.ts";
import { type Chapter, isRefusal, type Ruling } from "./chapter.ts";
import { answerAtOnce } from "./answer-at-once.ts";
import { responsibleAt } from "./dispatch.ts";
import { joined } from "./join.ts";
import { takenBack } from "./take-back.ts";
import { filledIn } from "./filled-in.ts";
import { classification } from "./intake.ts";
import { confidential, published } from "./published.ts";

/** The steps that the pack itself brings: what was filled in is recorded, and its effects come about. */
export const formalities: Chapter<"carryOut" | "carryOutOnLeg"> = {
  carryOut: (input, kase, _leg, ctx) => carryOut(input, kase, null, ctx),
  carryOutOnLeg: carryOut,
};

/** The formality that an order names, if it is one on what the order is about. */
export function formalityOf(command: Command<"carryOut" | "carryOutOnLeg">, pack: Pack): Formality | null {
  const on = command.act === "carryOut" ? "case" : "leg";
  return pack.formalities.find((f) => f.id === command.input.formality && f.on === on) ?? null;
}

function carryOut(input: Carrying, kase: Case, leg: Leg | null, ctx: Context): Ruling {
  const formality = ctx.pack.formalities.find((f) => f.id === input.formality);
  if (!formality) return refuse("formality.unknown", null, { formality: input.formality });
  const hindered = hindrance(formality, kase, leg);
  if (hindered) return hindered;
  const filled = filledIn(formality, input.values, kase, leg, ctx);
  if ("refused" in filled) return filled.refused;
  const { values } = filled;
  const done = deed("formalityDone", { formality: formality.id, legId: leg?.id ?? null, values });
  const deeds: Deed[] = [done];
  for (const effect of formality.effects) {
    const ruling = bringAbout(effect, { values, label: formality.label }, kase, leg, ctx);
    if (isRefusal(ruling)) return ruling;
    deeds.push(...ruling);
  }
  return deeds;
}

/**
 * Why the effects of a formality on a leg cannot come about, whatever is filled in: a case that is over in another way
 * than by its answer stays so, and an answer is taken up again by whoever gave it.
 */
export function hindrance(formality: Formality, kase: Case, leg: Leg | null): Refusal | null {
  const publishing = formality.effects.find((effect) => effect.is === "publish");
  if (publishing && !(publishing.where === "allowed" && confidential(kase))) {
    const ruling = published(kase, leg);
    if (isRefusal(ruling)) return ruling;
  }
  const separates = formality.effects.some(({ is }) => is === "separate");
  if (separates && !kase.joinedTo) return refuse("join.notJoined", formality.clause);
  if (formality.effects.some(({ is }) => is === "join") && kase.joinedTo)
    return refuse("join.isJoined", formality.clause);
  const moves = formality.effects.filter(({ is }) => is === "redo" || is === "endLeg");
  if (leg === null || moves.length === 0) return null;
  if (!withUnitStages.includes(kase.stage)) {
    const facts = { act: "carryOutOnLeg", stage: kase.stage, stages: withUnitStages };
    return refuse("act.notAtThisStage", formality.clause, facts);
  }
  const elsewhere = leg.role !== "lead" && moves.some(({ is }) => is === "redo");
  return elsewhere ? refuse("input.notTheLead", formality.clause) : null;
}

interface Filled {
  readonly values: Carrying["values"];
  readonly label: string;
}

function bringAbout(effect: Effect, { values, label }: Filled, kase: Case, leg: Leg | null, ctx: Context): Ruling {
  const text = (name: string) => String(values[name] ?? "");
  switch (effect.is) {
    case "extend":
      return leg ? [deed("termExtended", { legId: leg.id, days: Number(text(effect.days)) })] : [];
    case "archive":
      return [deed("archived", {})];
    case "answer":
      return answerAtOnce(text(effect.text), kase, ctx);
    case "endLeg":
      return leg ? [deed("referenceClosed", { legId: leg.id })] : [];
    case "join":
      return joined(kase, ctx);
    case "separate":
      return kase.joinedTo ? [deed("separated", { reason: text(effect.reason) })] : refuse("join.notJoined", null);
    case "recall":
      return leg
        ? takenBack(
            leg,
            { reason: text(effect.reason), to: effect.to && text(effect.to), by: effect.by && text(effect.by) },
            kase,
            ctx,
          )
        : [];
    case "redo":
      return leg ? [deed("replyReopened", { legId: leg.id }), ...withdrawn(kase, leg, label)] : [];
    case "publish":
      return effect.where === "allowed" && confidential(kase) ? [] : published(kase, leg);
    case "subject":
      return subject(effect.of[text(effect.field)] ?? "ordinary", text(effect.accused), kase);
    case "urgency": {
      const urgent = isOneOf(values[effect.field], effect.oneOf);
      return urgent === (kase.urgent === true) ? [] : [deed("urgencyMarked", { urgent })];
    }
    case "reportOwed": {
      const owed = isOneOf(values[effect.field], effect.oneOf);
      return owed === (kase.reportOwed === true) ? [] : [deed("reportAsked", { owed })];
    }
    case "reported":
      return leg ? [deed("resultReported", { legId: leg.id })] : [];
    case "keepSecret":
      return [deed("secrecyAsked", {}), ...takenDown(kase, () => true, label)];
    case "recuse":
      return [deed("recused", { personId: text(effect.person) as PersonId })];
    case "finding":
      return [];
  }
}

/** An answer that does not stand any more leaves the public list. */
function withdrawn(kase: Case, leg: Leg, reason: string): readonly Deed[] {
  return takenDown(kase, (matter) => matter.id === leg.matterId, reason);
}

function takenDown(kase: Case, which: (matter: Matter) => boolean, reason: string): readonly Deed[] {
  const shown = kase.matters.filter((matter) => matter.publication === "published" && which(matter));
  return shown.map(({ id }) => deed("takenDown", { matterId: id, reason }));
}

/** A case that turns out to be about something else than was thought, or about somebody: nothing is written where nothing changes. */
function subject(of: Subject, named: string, kase: Case): Ruling {
  const accused = of === "ordinary" || named === "" ? null : (named as OrgId);
  if (of === kase.subject && accused === kase.accused) return [];
  const track = of === "ordinary" ? "public" : "internal";
  const plain = { internalReason: null, reasonNote: null, complex: kase.complex };
  return [classification({ ...plain, track, subject: of, accused }, kase)];
}

/** What is found against a unit that had to be urged again and again; the count includes what was just done. */
export function urgedAgain(command: Command, kase: Case, ctx: Context): readonly Deed[] {
  if (command.act !== "carryOutOnLeg") return [];
  const leg = kase.legs.find((l) => l.id === command.legId);
  const formality = formalityOf(command, ctx.pack);
  if (!leg || !formality) return [];
  const times = timesDone(kase, formality.id, leg.id).length;
  return formality.effects.flatMap((effect) =>
    effect.is === "finding" && times >= effect.from
      ? [
          deed("dutyBreached", {
            dutyId: `${formality.id}/${leg.id}/${times}`,
            rule: effect.rule,
            legId: leg.id,
            orgId: leg.orgId,
            kind: effect.kind,
            on: today(ctx),
            responsible: responsibleAt(leg.orgId, kase, ctx),
          }),
        ]
      : [],
  );
}
