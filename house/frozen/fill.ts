import type { Chance } from "../../demo/life/chance.ts";
import { addDays, dayOf, type PlainDate } from "../../domain/calendar/plain-date.ts";
import type { Case, Leg } from "../../domain/case/case.ts";
import type { Context } from "../../domain/case/context.ts";
import type { Classification, Inputs, MatterTargets, Target } from "../../domain/case/input.ts";
import { noticesOpen } from "../../domain/case/notices.ts";
import type { OrgId, PersonId } from "../../domain/office/org.ts";
import type { Formality, FormalityField, Values } from "../../domain/rules/formality.ts";
import { auditItems, replyParts } from "../../domain/rules/look-up.ts";
import type { Pack } from "../../domain/rules/pack.ts";
import { type Act, channels, internalReasons, judgements, subjects, tracks } from "../../domain/rules/vocabulary.ts";

/** What an input is invented from. */
export interface Blank {
  readonly kase: Case;
  readonly leg: Leg | null;
  readonly ctx: Context;
  readonly luck: Chance;
}

const words = ["A", "BB", "CCC", "  D ", "", "E×××E"] as const;

function text({ luck }: Pick<Blank, "luck">): string {
  return luck.yes(0.93) ? luck.of(words.slice(0, 4)) : luck.of(words);
}

function orgs({ office }: Context): readonly OrgId[] {
  return [...office.orgs.values()].filter(({ kind }) => kind !== "area").map(({ id }) => id);
}

function day({ ctx, luck }: Blank, from: number, to: number): PlainDate {
  return addDays(dayOf(ctx.now), from + luck.below(to - from + 1));
}

function classification(blank: Blank): Classification {
  const { luck, ctx, kase } = blank;
  const track = luck.yes(0.75) ? "public" : luck.of(tracks);
  const reason = track === "internal" || luck.yes(0.05) ? luck.of(internalReasons) : null;
  const subject = luck.yes(0.85) ? kase.subject : luck.of(subjects);
  return {
    track,
    internalReason: reason,
    reasonNote: reason !== null && luck.yes(0.8) ? text(blank) : null,
    subject,
    accused: subject !== "ordinary" && luck.yes(0.5) ? luck.of(orgs(ctx)) : null,
    complex: luck.yes(0.15),
  };
}

function targets({ luck, ctx }: Blank): readonly Target[] {
  const lead: Target = { orgId: luck.of(orgs(ctx)), role: luck.yes(0.97) ? "lead" : "assist" };
  return luck.yes(0.2) ? [lead, { orgId: luck.of(orgs(ctx)), role: luck.yes(0.95) ? "assist" : "lead" }] : [lead];
}

function matters(blank: Blank): readonly MatterTargets[] {
  const { kase, luck } = blank;
  const open = kase.matters.filter(({ stage }) => stage === "unassigned").map(({ id }): string | null => id);
  const ids = luck.yes(0.93) ? (open.length > 0 ? open : [null]) : [...open, null, luck.yes(0.2) ? "m9" : null];
  return ids.map((matterId) => ({
    matterId,
    title: ids.length > 1 || luck.yes(0.1) ? text(blank) : null,
    text: null,
    targets: targets(blank),
    note: luck.yes(0.2) ? text(blank) : null,
    by: luck.yes(0.3) ? day(blank, -1, 30) : null,
  }));
}

function groundFields(blank: Blank, ground: Pack["grounds"][number] | undefined): Readonly<Record<string, string>> {
  const { luck, ctx } = blank;
  const given = (ground?.fields ?? []).filter(() => luck.yes(0.93));
  return Object.fromEntries(
    given.map(({ name, kind, choices }) => {
      if (kind === "org") return [name, luck.of(orgs(ctx))];
      return [name, kind === "choice" && choices ? luck.of(choices).value : text(blank)];
    }),
  );
}

function value(field: FormalityField, blank: Blank): Values[string] {
  const { luck, ctx } = blank;
  const known = field.choices?.map((choice) => choice.value) ?? [];
  switch (field.kind) {
    case "text":
      return text(blank);
    case "choice":
      return luck.yes(0.97) && known.length > 0 ? luck.of(known) : "nothing";
    case "choices":
      return known.filter(() => luck.yes(0.6));
    case "yesNo":
      return luck.yes(0.6) ? "yes" : "no";
    case "date":
      return field.when === "coming" ? day(blank, -1, 40) : day(blank, -8, 1);
    case "number":
      return String(Math.max(0, (field.least ?? 0) - 1 + luck.below((field.most ?? 30) - (field.least ?? 0) + 3)));
    case "people":
      return Array.from({ length: luck.below((field.most ?? field.least ?? 3) + 2) }, (_, n) => `p${n}`);
    case "person": {
      const { actor, office } = ctx;
      const at = actor.kind === "staff" && luck.yes(0.9) ? actor.orgId : luck.of(orgs(ctx));
      const there = office.holdings.get(at) ?? [];
      return there.length > 0 ? luck.of(there).personId : ("nobody" as PersonId);
    }
    case "org":
      return luck.of(orgs(ctx));
  }
}

/** What somebody might fill in; now and then something is left out or wrong. */
function values(formality: Formality, blank: Blank): Values {
  const { luck } = blank;
  const given = formality.fields.filter((field) =>
    luck.yes(field.found || field.sameAs ? 0.4 : field.required || field.requiredWhen ? 0.97 : 0.5),
  );
  return Object.fromEntries(given.map((field) => [field.name, value(field, blank)]));
}

function returning(blank: Blank) {
  const { luck, ctx } = blank;
  return { reason: text(blank), suggested: luck.yes(0.8) ? luck.of(orgs(ctx)) : null };
}

function reply(blank: Blank): Inputs["draftReply"] {
  const { luck, ctx } = blank;
  const advises = luck.yes(0.1);
  return {
    text: text(blank),
    parts: Object.fromEntries(
      replyParts(ctx.pack)
        .filter(() => luck.yes(0.95))
        .map(({ code }) => [code, text(blank)]),
    ),
    internalOpinion: luck.yes(0.2) ? text(blank) : null,
    advisesWithholding: advises,
    adviceReason: advises && luck.yes(0.9) ? text(blank) : null,
    ...(luck.yes(0.1) ? { promises: [{ what: text(blank), who: text(blank), by: day(blank, -1, 20) }] } : {}),
    ...(luck.yes(0.9) ? { previewed: true as const } : {}),
  };
}

function checklist({ ctx, luck }: Blank, yes: number): Readonly<Record<string, boolean>> {
  return Object.fromEntries(
    auditItems(ctx.pack).flatMap((item) => (luck.yes(0.98) ? [[item, luck.yes(yes)] as const] : [])),
  );
}

/** The input of each act, invented; what `file` and `register` are told stands with the filing. */
const fillers: { readonly [A in Exclude<Act, "file" | "register">]: (blank: Blank) => Inputs[A] } = {
  handOver: () => ({}),
  refuse: (blank) => {
    const { grounds } = blank.ctx.pack;
    const ground = grounds.length > 0 ? blank.luck.of(grounds) : undefined;
    const told = blank.luck.yes(0.3) ? text(blank) : null;
    return { ground: ground?.id ?? "none", fields: groundFields(blank, ground), told };
  },
  classify: classification,
  recordConsent: (blank) => ({ on: day(blank, -3, 0), how: text(blank) }),
  linkRepeat: ({ luck, kase }) => ({ previous: luck.yes(0.95) ? ("c0" as Case["id"]) : kase.id }),
  declineRepeat: () => ({}),
  dispatch: (blank) => ({
    classification: blank.kase.track === null || blank.luck.yes(0.1) ? classification(blank) : null,
    matters: matters(blank),
  }),
  flagFinalAudit: (blank) => ({ reason: text(blank) }),
  recordDelivery: ({ kase, ctx, luck }) => {
    const open = noticesOpen(kase, ctx.pack, ctx.office);
    const due = open.length > 0 ? luck.of(open) : null;
    const channel = luck.yes(0.85) ? kase.channel : luck.of(channels);
    return {
      notice: due?.notice.id ?? "none",
      legId: due?.legId ?? null,
      channel,
      result: luck.yes(0.7) ? "told" : null,
    };
  },
  takeDown: (blank) => ({ matterId: blank.luck.of([...blank.kase.matters, { id: "m9" }]).id, reason: text(blank) }),
  escalate: ({ ctx, luck }) => ({
    escalationId: `e${luck.below(3)}`,
    to: luck.of(orgs(ctx)),
    copyTo: luck.of(orgs(ctx)),
  }),
  recordInstruction: (blank) => ({ escalationId: `e${blank.luck.below(3)}`, text: text(blank) }),
  correct: (blank) => ({ field: "address", from: text(blank), to: text(blank) }),
  note: (blank) => {
    const judges = blank.luck.yes(0.3);
    return judges ? { text: text(blank), judgement: blank.luck.of(judgements) } : { text: text(blank) };
  },
  supplement: (blank) => ({ text: text(blank), files: blank.luck.below(2) }),
  rate: ({ ctx, luck }) => ({
    grade: luck.of([...(ctx.pack.settings.ratings.value ?? []), { code: "none" }]).code,
    comment: null,
  }),
  carryOut: () => ({ formality: "none", values: {} }),
  dispatchOn: (blank) => ({ targets: targets(blank), note: null }),
  askBureauReturn: returning,
  acceptBureauReturn: () => ({ note: null }),
  refuseBureauReturn: (blank) => ({ reason: blank.luck.yes(0.8) ? text(blank) : null }),
  view: () => ({}),
  submitToLeader: () => ({ note: null }),
  direct: (blank) => ({ note: text(blank) }),
  askInput: (blank) => {
    const legs = blank.kase.legs.filter(({ role }) => role === "assist");
    const any = blank.luck.of([...(legs.length > 0 ? legs : blank.kase.legs), { id: "l9" }]);
    return { assistLegId: any.id, by: day(blank, -1, 9), text: text(blank) };
  },
  giveInput: (blank) => ({ text: text(blank) }),
  askReturn: returning,
  acceptReturn: () => ({ note: null }),
  refuseReturn: (blank) => ({ reason: text(blank) }),
  draftReply: reply,
  rejectDraft: (blank) => ({ reason: text(blank) }),
  approveReply: () => ({}),
  failAudit: (blank) => ({ checklist: checklist(blank, 0.6), reason: text(blank) }),
  passAudit: (blank) => {
    const withhold = blank.leg?.draft?.advisesWithholding === true && blank.luck.yes(0.7);
    return {
      checklist: checklist(blank, 0.98),
      withhold,
      reason: withhold && blank.luck.yes(0.9) ? text(blank) : null,
    };
  },
  carryOutOnLeg: () => ({ formality: "none", values: {} }),
};

/** An input for an act or a formality, as somebody might give it. */
export function inputFor(act: Exclude<Act, "file" | "register">, formality: string | null, blank: Blank): object {
  if (formality === null) return fillers[act](blank);
  const known = blank.ctx.pack.formalities.find(({ id }) => id === formality);
  return { formality, values: known ? values(known, blank) : {} };
}
