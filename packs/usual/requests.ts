import type { Example } from "../../domain/rules/example.ts";
import type { Formality } from "../../domain/rules/formality.ts";
import { powersFor } from "../../domain/rules/look-up.ts";
import type { Notice, Pack } from "../../domain/rules/pack.ts";
import { atWork } from "./moves.ts";
import { distinct, firstSending, refusedStep, type Sending, senders } from "./sending.ts";

interface Request {
  readonly step: Formality;
  readonly notice: Notice;
}

/** What the product says of its own: no clause demands it, so a region may switch it off. */
const own = { reconstructed: true, when: [], channel: "preferred", feedback: false, switchable: true } as const;

/**
 * The pack with what staff ask of the petitioner by a message: to add material, to rate, to expect a call back. No
 * regulation forbids or orders it; each is `reconstructed`, cites the clause of the power that it goes with, moves
 * nothing and stops no term, and gives way to a step of the same id that the pack declares itself.
 */
export function withRequests(pack: Pack): Pack {
  const sent = firstSending(pack);
  if (!sent) return pack;
  const known = new Set(pack.formalities.map(({ id }) => id));
  const added = [asksMaterial(pack, sent), asksRating(pack, sent), announcesCall(pack, sent)].filter(
    (request): request is Request => request !== null && !known.has(request.step.id),
  );
  return {
    ...pack,
    formalities: [...pack.formalities, ...added.map(({ step }) => step)],
    notices: [...pack.notices, ...added.map(({ notice }) => notice)],
  };
}

/** Whoever works on a case, or sent it, asks for what is missing; the petitioner adds it on the case page. */
function asksMaterial(pack: Pack, sent: Sending): Request | null {
  const [adding] = powersFor(pack, "supplement");
  if (!adding) return null;
  const sending = [...powersFor(pack, "dispatch"), ...powersFor(pack, "dispatchOn")];
  const by = distinct([...powersFor(pack, "draftReply").flatMap((power) => power.by), ...senders(sending)]);
  const example: Example = { ...sent.story, then: { stage: "inHand" } };
  return {
    step: {
      id: "ask-material",
      on: "leg",
      label: "请补充材料",
      clause: adding.clause,
      reconstructed: true,
      words: "请提出人补充材料，写明要什么、为什么；办理期限照常计算，没有材料的也可以回话。",
      from: atWork,
      by,
      guards: [],
      fields: [
        { name: "materialWanted", label: "还需要什么", kind: "text", required: true },
        { name: "materialWhy", label: "为什么需要", kind: "text", required: false },
        { name: "materialBy", label: "请在哪天前提交", kind: "date", when: "coming", required: false },
      ],
      effects: [],
      asks: { what: "materialWanted", why: "materialWhy", by: "materialBy" },
      forPetitioner: { line: "请您补充材料：{materialWanted}" },
      example,
    },
    notice: {
      ...own,
      id: "material-asked",
      clause: adding.clause,
      words: "请补充材料时告知；本系统自加，可以关闭。",
      on: "done.ask-material",
      template:
        "办理来件{tail}还需要您补充材料：{materialWanted}⟨（{materialWhy}）⟩。请⟨在{materialBy}前⟩提交：{site}⟨，也可以拨打{phone}⟩。办理期限照常计算；没有这些材料的，也请回一句话。",
      alert: "办理来件{tail}还需要您补充材料，请⟨在{materialBy}前⟩提交：{site}⟨，也可以拨打{phone}⟩。",
      spoken:
        "办理您的来件尾号{tail}还需要补充材料：{materialWanted}。请⟨在{materialBy}前⟩提交，没有的也请说一声，电话{phone}。",
      readOut: true,
      example,
    },
  };
}

/** After the answer, whoever sends cases asks for the rating that was not given yet; who does not rate loses nothing. */
function asksRating(pack: Pack, sent: Sending): Request | null {
  const [rating] = powersFor(pack, "rate");
  if (!rating || pack.settings.ratings.value === null) return null;
  const by = distinct(powersFor(pack, "dispatch").flatMap((power) => power.by));
  if (rating.act !== "rate") return null;
  const from = rating.from.filter((stage) => stage !== "inHand");
  const example = refusedStep(sent, sent.last.who, "ask-rating", {}, "act.notAtThisStage");
  return {
    step: {
      id: "ask-rating",
      on: "case",
      label: "请提出人评价",
      clause: rating.clause,
      reconstructed: true,
      words: "答复后还没有评价的，可以请提出人评价；不评价不影响其权利。",
      from,
      by,
      guards: [...rating.guards, { is: "notRated", clause: rating.clause }],
      fields: [],
      effects: [],
      example,
    },
    notice: {
      ...own,
      id: "rating-asked",
      clause: rating.clause,
      words: "请评价办理情况；本系统自加，可以关闭。",
      on: "done.ask-rating",
      template: "请评价来件{tail}的办理⟨，{ratingUntil}前有效⟩：{site}。⟨不评价不影响您的权利。⟩",
      spoken: "想请您评价来件尾号{tail}的办理。不评价不影响您的权利。",
      rates: true,
      example,
    },
  };
}

/** Whoever calls back may say before on which days, and from which number. */
function announcesCall(pack: Pack, sent: Sending): Request | null {
  const calls = pack.formalities.filter(({ on, fields }) => on === "leg" && fields.some((f) => f.name === "reached"));
  const [first] = calls;
  if (first?.on !== "leg") return null;
  const example: Example = { ...sent.story, then: { stage: "inHand" } };
  return {
    step: {
      id: "announce-call-back",
      on: "leg",
      label: "预告回访",
      clause: first.clause,
      reconstructed: true,
      words: "回访前告知在哪几天、用哪个号码打来；不是回访本身。",
      from: [...new Set(calls.flatMap((call) => (call.on === "leg" ? call.from : [])))],
      by: distinct(calls.flatMap((call) => call.by)),
      guards: [],
      fields: [
        { name: "callFrom", label: "从哪天起", kind: "date", when: "coming", required: true },
        { name: "callUntil", label: "到哪天止", kind: "date", when: "coming", required: false },
      ],
      effects: [],
      example,
    },
    notice: {
      ...own,
      id: "call-back-announced",
      clause: first.clause,
      words: "回访前的预告；本系统自加，可以关闭。",
      on: "done.announce-call-back",
      template: "我们将在{callFrom}⟨至{callUntil}⟩用{phone}打给您，回访来件{tail}。",
      example,
    },
  };
}
