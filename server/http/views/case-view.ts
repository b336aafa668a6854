import type { CaseDetail } from "../../../contract/case/case-detail.ts";
import type { Case, Leg } from "../../../domain/case/case.ts";
import type { CaseEvent } from "../../../domain/case/event.ts";
import { isSealed } from "../../../domain/case/sight.ts";
import { type Duty, isOpen } from "../../../domain/duty/duty.ts";
import { enclosingDue } from "../../../domain/duty/enclosing.ts";
import { told } from "../../../domain/words/moment-words.ts";
import { explainRefusal } from "../../../domain/rules/explain.ts";
import type { LawfulAct } from "../../../domain/case/lawful.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import { firstStep } from "../acts/first-step.ts";
import { leadsTo } from "../../../domain/case/offer/leads-to.ts";
import { partsAsked } from "../../../domain/case/offer/parts-asked.ts";
import type { Moment } from "../../../domain/rules/vocabulary.ts";
import { auditItems, clauseOf, dutyRule, formalityLabel, powersFor, publishes } from "../../../domain/rules/look-up.ts";
import { confidential } from "../../../domain/case/chapters/published.ts";
import type { World } from "../../store/world.ts";
import { catalogue } from "../../../domain/words/catalogue.ts";
import { zh } from "../../../domain/words/zh.ts";
import { refusalSentence } from "../fault.ts";
import { dutyLine, factsOf, orgName } from "./duty-view.ts";
import { warningOf } from "./findings/warning.ts";
import { personName } from "./timeline-view.ts";

type LegView = CaseDetail["legs"][number];
type NumberedEvent = CaseEvent & { readonly seq: number };

/** Duties with the reason for every date, in the order of the rules; the ended ones stay visible. */
export function dutiesView(
  duties: readonly Duty[],
  pack: Pack,
  world: World,
  now: string,
  stepOf: (duty: Duty) => CaseDetail["duties"][number]["step"],
): CaseDetail["duties"] {
  return duties.flatMap((duty) => {
    const line = dutyLine(factsOf(duty, enclosingDue(duty, duties, pack.duties)), pack, world, now as never);
    if (!line) return [];
    const explanation = told(duty, pack);
    return [
      {
        ...line,
        step: stepOf(duty),
        explanation: { ...explanation, days: [...explanation.days], stretches: [...explanation.stretches] },
      },
    ];
  });
}

/** The acts of this person, with names and sentences. */
export function actsView(
  acts: readonly LawfulAct[],
  kase: Case,
  pack: Pack,
  world: World,
  owing: Owing,
): CaseDetail["acts"] {
  return acts.map(({ act, legId, formality, closed }) => {
    const leg = kase.legs.find((l) => l.id === legId);
    const explained = closed && explainRefusal(closed, pack);
    const first = closed && firstStep(closed, legId, acts, pack);
    return {
      act,
      legId,
      formality,
      label: actLabel(act, formality, pack),
      owed: isOwed(act, formality, legId, owing, pack),
      org: leg ? { id: leg.orgId, name: orgName(world, leg.orgId) } : null,
      closed: explained && {
        code: explained.code,
        message: refusalSentence(explained, world.office),
        rule: explained.rule,
      },
      first,
      warning: warningOf(formality, legId, kase, pack),
    };
  });
}

/** What an organisation owes on the case, of which an act may be the fulfilment. */
export interface Owing {
  readonly orgId: string;
  readonly duties: readonly Duty[];
}

function isOwed(
  act: LawfulAct["act"],
  formality: string | null,
  legId: string | null,
  { orgId, duties }: Owing,
  pack: Pack,
): boolean {
  const moments: readonly Moment[] = formality === null ? (leadsTo[act] ?? []) : [`done.${formality}`];
  return duties.some(
    (duty) =>
      isOpen(duty) &&
      duty.kind === "duty" &&
      duty.owner === orgId &&
      (duty.legId === null || legId === null || duty.legId === legId) &&
      dutyRule(pack, duty.rule).end.some((moment) => moments.includes(moment)),
  );
}

function actLabel(act: LawfulAct["act"], formality: string | null, pack: Pack): string {
  return formality === null ? catalogue(pack).acts[act] : formalityLabel(pack, formality);
}

/** The legs with what was written on each of them. Without the words where only times may be seen. */
export function legsView(
  kase: Case,
  events: readonly NumberedEvent[],
  world: World,
  sees: "all" | "timings",
): CaseDetail["legs"] {
  const words = (text: string) => (sees === "all" ? text : zh.timeline.hidden);
  return kase.legs.map((leg) => {
    const own = events.filter((e) => "legId" in e.data && e.data.legId === leg.id);
    const opened = own.find((e) => e.type === "legOpened");
    const data = opened?.type === "legOpened" ? opened.data : null;
    return {
      id: leg.id,
      matterId: leg.matterId,
      kind: leg.kind,
      role: leg.role,
      org: { id: leg.orgId, name: orgName(world, leg.orgId) },
      sender: { id: leg.sender, name: orgName(world, leg.sender) },
      stage: leg.stage,
      openedAt: leg.openedAt,
      viewedAt: leg.viewedAt,
      note: data?.note ? words(data.note) : null,
      overdue: leg.overdue,
      responsible: (data?.responsible ?? []).map((r) => ({ name: personName(world, r.personId), post: r.post })),
      returnRequest: returnView(leg, world, words),
      inputs: inputsView(own, words),
      replies: sees === "all" ? repliesView(own, world) : [],
    };
  });
}

function returnView(leg: Leg, world: World, words: (text: string) => string): LegView["returnRequest"] {
  if (!leg.returnRequest) return null;
  const { reason, suggested, state, askedAt } = leg.returnRequest;
  return {
    reason: words(reason),
    suggested: suggested && { id: suggested, name: orgName(world, suggested) },
    state,
    askedAt,
  };
}

function inputsView(events: readonly NumberedEvent[], words: (text: string) => string): LegView["inputs"] {
  return events.flatMap((event): LegView["inputs"] => {
    if (event.type === "inputAsked") {
      return [{ asked: words(event.data.text), by: event.data.by, given: null, at: event.at }];
    }
    if (event.type === "inputGiven") return [{ asked: null, by: null, given: words(event.data.text), at: event.at }];
    return [];
  });
}

function repliesView(events: readonly NumberedEvent[], world: World): LegView["replies"] {
  const replies: LegView["replies"] = [];
  for (const event of events) {
    if (event.type === "replyDrafted") {
      const { version, text, parts, internalOpinion, advisesWithholding, adviceReason, claims, promises, why } =
        event.data;
      const by = event.by.kind === "staff" ? personName(world, event.by.personId) : "";
      replies.push({
        version,
        text,
        parts: { ...parts },
        internalOpinion,
        advisesWithholding,
        adviceReason,
        claims: [...(claims ?? [])],
        promises: [...(promises ?? [])],
        why: why ?? null,
        at: event.at,
        by,
        verdict: "drafted",
        reason: null,
      });
    }
    const last = replies.at(-1);
    if (!last) continue;
    if (event.type === "draftRejected") Object.assign(last, { verdict: "rejected", reason: event.data.reason });
    if (event.type === "replySubmitted") last.verdict = "submitted";
    if (event.type === "reworkOrdered") Object.assign(last, { verdict: "returned", reason: event.data.reason });
    if (event.type === "auditPassed") last.verdict = "passed";
  }
  return replies;
}

/** What the forms of the acts are built from. */
export function formsView(kase: Case, pack: Pack, named: CaseDetail["forms"]["colleagues"]): CaseDetail["forms"] {
  return {
    previewFirst: powersFor(pack, "draftReply").some(({ guards }) => guards.some(({ is }) => is === "previewSeen")),
    forPublic: publishes(pack) && !confidential(kase),
    replyParts: [...partsAsked(kase, pack)],
    auditItems: [...auditItems(pack)],
    grounds: pack.grounds.map((ground) => ({
      id: ground.id,
      article: clauseOf(pack, ground.clause).article,
      words: ground.words,
      outcome: ground.outcome ?? "refused",
      fields: ground.fields.map(({ name, label, required, kind, choices }) => ({
        name,
        label,
        required,
        kind,
        choices: [...(choices ?? [])],
      })),
    })),
    formalities: formalityForms(pack),
    colleagues: named,
    tracks: pack.settings.tracks.value,
    suggestionNeeded: asksSuggestion(pack),
  };
}

function formalityForms(pack: Pack): CaseDetail["forms"]["formalities"] {
  return pack.formalities.map(
    ({ id, label, on, words, clause, fields, reconstructed, reachesPetitioner, effects }) => ({
      id,
      label,
      on,
      words,
      article: clauseOf(pack, clause).article,
      reconstructed: reconstructed === true,
      reachesPetitioner: reachesPetitioner === true,
      publishes: effects.some(({ is }) => is === "publish"),
      fields: fields
        .filter(({ sameAs }) => sameAs === undefined)
        .map((field) => ({
          name: field.name,
          label: field.label,
          kind: field.kind,
          required: field.required && !field.found,
          found: field.found !== undefined,
          hint: field.hint ?? (field.found ? zh.organFound : null),
          choices: (field.choices ?? []).map(({ value, label: said, hint }) => ({
            value,
            label: said,
            hint: hint ?? null,
          })),
          requiredWhen: field.requiredWhen
            ? { field: field.requiredWhen.field, oneOf: [...field.requiredWhen.oneOf] }
            : null,
          least: field.least ?? null,
          most: field.most ?? null,
          when: field.when ?? null,
          posts: field.posts ? [...field.posts] : null,
          proposal: field.proposal ?? null,
        })),
    }),
  );
}

function asksSuggestion(pack: Pack): boolean {
  const guards = pack.powers
    .filter((p) => p.act === "askReturn" || p.act === "askBureauReturn")
    .flatMap((p) => p.guards);
  return guards.some((guard) => guard.is === "reasonAndSuggestion");
}

/** Whether the case is one whose every reading is written down. */
export function sealed(kase: Case, pack: Pack): boolean {
  return isSealed(kase, pack);
}

/** What the petitioner chose, in the words that were offered. */
export function gradeName(grade: string, pack: Pack): string {
  return pack.settings.ratings.value?.find(({ code }) => code === grade)?.label ?? grade;
}
