import { inputMissing, refuse } from "../../rules/refusal.ts";
import type { Chapter } from "./chapter.ts";
import { deed } from "../event.ts";
import { mayJudge } from "../dissatisfaction/judging.ts";
import { mayGoBy, noticesOpen } from "../notices.ts";

type AnswerAct =
  | "recordDelivery"
  | "takeDown"
  | "escalate"
  | "recordInstruction"
  | "correct"
  | "note"
  | "supplement"
  | "rate";

/** What reaches the petitioner and the public, and what they say to it (FZ-6-5, FZ-9-3, FZ-12). */
export const answer: Chapter<AnswerAct> = {
  recordDelivery: (input, kase, _leg, ctx) => {
    const due = noticesOpen(kase, ctx.pack, ctx.office).find(
      (n) => n.notice.id === input.notice && n.legId === input.legId,
    );
    if (!due) return refuse("delivery.nothingDue", null, { notice: input.notice });
    if (!mayGoBy(input.channel, due.notice, kase.channel)) return refuse("delivery.otherChannel", due.notice.clause);
    return [deed("delivered", { ...input, feedback: due.notice.feedback })];
  },
  takeDown: (input, kase) => {
    const matter = kase.matters.find((m) => m.id === input.matterId);
    if (matter?.publication !== "published") return refuse("publication.notPublished", null);
    return input.reason.trim() ? [deed("takenDown", input)] : refuse("publication.reasonMissing", null);
  },
  escalate: (input) => [deed("escalated", input)],
  recordInstruction: (input, kase) => {
    if (!kase.escalations.includes(input.escalationId)) return refuse("escalation.notSent", null);
    return input.text.trim() ? [deed("instructionRecorded", input)] : refuse("note.empty", null);
  },
  correct: (input) => (input.from === input.to ? refuse("correction.empty", null) : [deed("corrected", input)]),
  note: ({ text, judgement }, kase, _leg, { actor }) => {
    if (!text.trim()) return refuse(judgement ? "judgement.reasonMissing" : "note.empty", null);
    if (judgement && !mayJudge(kase, actor)) return refuse("judgement.notYours", null);
    return [deed("noted", judgement ? { text, judgement } : { text })];
  },
  supplement: (input) =>
    input.text.trim() || input.files > 0 ? [deed("supplemented", input)] : refuse("note.empty", null),
  rate: (input, kase, _leg, ctx) => {
    if (kase.rated) return refuse("rating.alreadyGiven", null);
    const known = ctx.pack.settings.ratings.value?.some((rating) => rating.code === input.grade);
    return known ? [deed("rated", input)] : inputMissing("grade");
  },
};
