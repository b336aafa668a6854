import { addDays, dayOf, type PlainDate } from "../../../domain/calendar/plain-date.ts";
import { timesDone } from "../../../domain/case/facts.ts";
import type { Inputs } from "../../../domain/case/input.ts";
import type { LawfulAct } from "../../../domain/case/lawful.ts";
import { orgOf } from "../../../domain/office/office.ts";
import { partsAsked } from "../../../domain/case/offer/parts-asked.ts";
import { anotherOrg, type Scene } from "../scene.ts";
import { sayings } from "../words/sayings.ts";
import { type DeclaredField, fillFields } from "./fields.ts";
import { toldOf } from "./telling.ts";
import { textFor } from "./texts.ts";

export function refusals(scene: Scene): readonly Inputs["refuse"][] {
  const { kase, ctx, luck } = scene;
  const open = ctx.pack.grounds.filter(
    ({ from, by, after }) =>
      from.includes(kase.stage) &&
      by.some(({ post }) => ctx.actor.posts.some((own) => own === post)) &&
      (after === undefined || timesDone(kase, after, null).length > 0),
  );
  const ways = open.flatMap(({ id, fields, neverPublished }) => {
    const namesCase = fields.some((field) => field.kind === "case");
    const filled = neverPublished || namesCase ? null : fillFields(fields as readonly DeclaredField[], scene);
    return filled ? [{ ground: id, fields: filled as Readonly<Record<string, string>>, told: null }] : [];
  });
  const from = luck.below(Math.max(1, ways.length));
  return [...ways.slice(from), ...ways.slice(0, from)].slice(0, 3);
}

export function returning(scene: Scene): readonly Inputs["askReturn"][] {
  const { leg, luck } = scene;
  const suggested = leg ? anotherOrg(scene, leg.orgId) : null;
  return suggested ? [{ reason: luck.of(sayings.returnReasons), suggested }] : [];
}

/** An answer to each claim as the petitioner wrote them, what was found, and what is still to come. */
export function replies(scene: Scene): readonly Inputs["draftReply"][] {
  const { kase, ctx, story, luck, leg } = scene;
  const { question } = story;
  const today = dayOf(ctx.now);
  const { found, done, answer } = toldOf(story, luck, today);
  const claims = question.claim?.split("\n") ?? [];
  const each = claims.length > 0 && claims.length === done.length;
  const who = leg ? orgOf(ctx.office, leg.orgId).shortName : "";
  const promises = question.promise && who ? [{ ...promised(question.promise, today), who }] : [];
  const parts = Object.fromEntries(partsAsked(kase, ctx.pack).map(({ code, label }) => [code, textFor(label, scene)]));
  const advisesWithholding = luck.yes(0.02);
  return [
    {
      previewed: true,
      text: each ? `核实情况：${found}` : answer,
      parts,
      internalOpinion: luck.yes(0.2) ? luck.of(sayings.opinions) : null,
      advisesWithholding,
      adviceReason: advisesWithholding ? luck.of(sayings.withheld) : null,
      files: [],
      claims: each ? done.map((text, n) => ({ n: n + 1, verdict: question.verdict, text })) : [],
      promises,
    },
  ];
}

function promised({ what, days }: NonNullable<Scene["story"]["question"]["promise"]>, today: PlainDate) {
  return { what, by: addDays(today, days) };
}

export function carrying(scene: Scene, what: LawfulAct): readonly Inputs["carryOut"][] {
  const formality = scene.ctx.pack.formalities.find(({ id }) => id === what.formality);
  if (!formality) return [];
  // What one has chosen may not go together with how the case stands: there are other choices.
  return [1, 2, 3].flatMap(() => {
    const values = fillFields(formality.fields, scene);
    return values ? [{ formality: formality.id, values }] : [];
  });
}
