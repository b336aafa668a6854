import { dayOf } from "../../../domain/calendar/plain-date.ts";
import { timesDone } from "../../../domain/case/facts.ts";
import type { Inputs } from "../../../domain/case/input.ts";
import type { LawfulAct } from "../../../domain/case/lawful.ts";
import { replyParts } from "../../../domain/rules/look-up.ts";
import { anotherOrg, type Scene } from "../scene.ts";
import { worded } from "../wording.ts";
import { sayings } from "../words/sayings.ts";
import { type DeclaredField, fillFields } from "./fields.ts";

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

export function replies({ kase, ctx, story, luck }: Scene): readonly Inputs["draftReply"][] {
  const today = dayOf(ctx.now);
  const place = story.place ?? undefined;
  const text = worded(luck.of(story.trouble.answers), luck, today, place);
  const parts = kase.complex
    ? Object.fromEntries(
        replyParts(ctx.pack).map(({ code }) => [code, worded(luck.of(story.trouble.answers), luck, today, place)]),
      )
    : {};
  const advisesWithholding = luck.yes(0.04);
  return [
    {
      text,
      parts,
      internalOpinion: luck.yes(0.2) ? luck.of(sayings.opinions) : null,
      advisesWithholding,
      adviceReason: advisesWithholding ? luck.of(sayings.withheld) : null,
      files: [],
    },
  ];
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
