import type { Formality } from "../../domain/rules/formality.ts";
import { powersFor } from "../../domain/rules/look-up.ts";
import type { Pack } from "../../domain/rules/pack.ts";
import type { CaseStage, LegStage } from "../../domain/rules/vocabulary.ts";
import { distinct, firstSending, refusedStep, senders, told } from "./sending.ts";

/** Nobody of the organisation has opened it yet; a bureau in between has not passed it on. */
const unopened: readonly LegStage[] = ["dispatched", "atBureau"];
export const atWork: readonly LegStage[] = ["dispatched", "viewed", "handling", "returnAsked", "drafted", "rework"];

/**
 * The pack with the moves that follow from its power to send: who may send a case may take it back before it was
 * opened (收回) or send it to another body with the reason (改派), and who signs for a unit may change its handler
 * (更换经办人). Who may send from the top may let a case be handled together with another, and undo it (并案). They are `reconstructed`, cite the clause of the power that they follow from, and give way to a step of
 * the same id that the pack declares itself. A pack that cannot send again has no 收回.
 */
export function withMoves(pack: Pack): Pack {
  const own = new Set(pack.formalities.map(({ id }) => id));
  const added = [...sendersMoves(pack), ...handlersMove(pack), ...joining(pack)].filter(({ id }) => !own.has(id));
  return added.length === 0 ? pack : { ...pack, formalities: [...pack.formalities, ...added] };
}

function sendersMoves(pack: Pack): readonly Formality[] {
  const powers = [...powersFor(pack, "dispatch"), ...powersFor(pack, "dispatchOn")];
  const [first] = powers;
  const sent = firstSending(pack);
  if (!first || !sent) return [];
  const by = senders(powers);
  const again = powersFor(pack, "dispatch").some((power) => power.from.some((stage) => stage === "inHand"));
  const recall: Formality = {
    id: "recall",
    on: "leg",
    label: "收回",
    clause: first.clause,
    reconstructed: true,
    words: "承办机关打开之前，转出的机关可以收回，写明理由，再转别的机关。",
    from: unopened,
    by,
    guards: [],
    fields: [{ name: "recallReason", label: "收回理由", kind: "text", required: true }],
    effects: [{ is: "recall", reason: "recallReason" }],
    example: told(sent, "recall", { recallReason: "转错了单位" }),
  };
  const reassign: Formality = {
    id: "reassign",
    on: "leg",
    label: "改派",
    clause: first.clause,
    reconstructed: true,
    words: "转出的机关写明理由，改由别的机关办理；新机关的期限从其收到之日起算。",
    from: ["atBureau", ...atWork],
    by,
    guards: [],
    fields: [
      { name: "reassignTo", label: "改由谁办理", kind: "org", required: true },
      { name: "reassignReason", label: "改派理由", kind: "text", required: true },
      { name: "reassignBy", label: "办理的最后一天", kind: "date", when: "coming", required: false },
    ],
    effects: [{ is: "recall", reason: "reassignReason", to: "reassignTo", by: "reassignBy" }],
    example: { ...sent.story, then: { stage: "inHand" } },
  };
  return again ? [recall, reassign] : [reassign];
}

/** Whoever signs a unit's answer may say who works on it from now on. */
function handlersMove(pack: Pack): readonly Formality[] {
  const powers = powersFor(pack, "approveReply");
  const [first] = powers;
  const sent = firstSending(pack);
  if (!first || !sent) return [];
  const by = distinct(powers.flatMap((power) => power.by));
  return [
    {
      id: "change-handler",
      on: "leg",
      label: "更换经办人",
      clause: first.clause,
      reconstructed: true,
      words: "承办机关写明理由，改由另一人经办；期限不变。",
      from: atWork,
      by,
      guards: [],
      fields: [
        { name: "handler", label: "经办人", kind: "person", required: true, posts: ["clerk"] },
        { name: "handlerReason", label: "更换理由", kind: "text", required: true },
      ],
      effects: [],
      example: { ...sent.story, then: { stage: "inHand" } },
    },
  ];
}

/** Cases on the same matter are handled once; each keeps its number, its answer and its rating. */
function joining(pack: Pack): readonly Formality[] {
  const powers = powersFor(pack, "dispatch");
  const [first] = powers;
  const sent = firstSending(pack);
  if (!first || !sent) return [];
  const by = distinct(powers.flatMap((power) => power.by));
  const on = { on: "case", clause: first.clause, reconstructed: true, guards: [] } as const;
  const from: readonly CaseStage[] = ["registered", "classified", "inHand"];
  return [
    {
      ...on,
      id: "join",
      label: "并案",
      words: "与另一件反映同一件事的，并入那一件办理；各自保留编号、答复和评价，随时可以撤销。",
      from,
      by,
      fields: [
        { name: "joinedTo", label: "并入哪一件（编号）", kind: "text", required: true },
        { name: "joinReason", label: "并案理由", kind: "text", required: true },
      ],
      effects: [{ is: "join", to: "joinedTo" }],
      example: refusedStep(sent, sent.last.who, "join", { joinedTo: "X-1", joinReason: "同一事" }, "join.noSuchCase"),
    },
    {
      ...on,
      id: "separate",
      label: "撤销并案",
      words: "撤销并案，这一件恢复单独办理，重新转给承办机关。",
      from,
      by: [...by, { post: "system", body: "anyone" }],
      fields: [{ name: "separateReason", label: "撤销理由", kind: "text", required: true }],
      effects: [{ is: "separate", reason: "separateReason" }],
      example: refusedStep(sent, sent.last.who, "separate", { separateReason: "另一处" }, "join.notJoined"),
    },
    {
      ...on,
      id: "answer-joined",
      label: "随主件答复",
      words: "并入的那一件答复后，由系统把同一答复告知这一件的提出人。",
      from,
      by: [{ post: "system", body: "anyone" }],
      fields: [{ name: "joinedAnswer", label: "答复", kind: "text", required: true }],
      effects: [{ is: "answer", text: "joinedAnswer" }],
      example: refusedStep(sent, "system", "answer-joined", { joinedAnswer: "已修好" }, "dispatch.matterInHand"),
    },
  ];
}
