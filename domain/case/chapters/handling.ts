import type { OrgId } from "../../office/org.ts";
import { inputMissing, refuse } from "../../rules/refusal.ts";
import { today } from "../context.ts";
import { legOf } from "../legs.ts";
import type { Chapter, Ruling } from "./chapter.ts";
import { deed } from "../event.ts";
import type { ReturnInput } from "../input.ts";
import type { Leg } from "../case.ts";

type HandlingAct =
  | "view"
  | "submitToLeader"
  | "direct"
  | "askInput"
  | "giveInput"
  | "askReturn"
  | "acceptReturn"
  | "refuseReturn"
  | "askBureauReturn"
  | "acceptBureauReturn"
  | "refuseBureauReturn";

/** Inside the unit until the reply is written, and the way back where the matter is not its own (FZ-8.1, 8.3, 8.6). */
export const handling: Chapter<HandlingAct> = {
  view: (_input, _kase, leg) => [deed("viewed", { legId: leg.id })],
  submitToLeader: (input, _kase, leg) => [deed("submittedToLeader", { legId: leg.id, note: input.note })],
  direct: (input, _kase, leg) =>
    input.note.trim() ? [deed("leaderDirected", { legId: leg.id, note: input.note })] : refuse("note.empty", null),
  askInput: (input, kase, leg, ctx) => {
    if (input.by < today(ctx)) return inputMissing("by");
    const assistant = legOf(kase, input.assistLegId);
    if (assistant?.role !== "assist" || assistant.matterId !== leg.matterId)
      return refuse("input.notAnAssistant", null);
    return [deed("inputAsked", { legId: assistant.id, by: input.by, text: input.text })];
  },
  giveInput: (input, _kase, leg) => {
    if (leg.role !== "assist") return refuse("input.notAnAssistant", null);
    return input.text.trim() ? [deed("inputGiven", { legId: leg.id, text: input.text })] : refuse("note.empty", null);
  },
  askReturn,
  acceptReturn: (input, _kase, leg) => [deed("returnAccepted", { legId: leg.id, note: input.note })],
  refuseReturn: (input, _kase, leg) =>
    input.reason.trim()
      ? [deed("returnRefused", { legId: leg.id, reason: input.reason, deemed: false })]
      : refuse("return.reasonMissing", null),
  askBureauReturn: askReturn,
  acceptBureauReturn: (input, _kase, leg) => [deed("returnAccepted", { legId: leg.id, note: input.note })],
  refuseBureauReturn: (input, _kase, leg) => [
    deed("returnRefused", { legId: leg.id, reason: input.reason, deemed: input.deemed === true }),
  ],
};

function askReturn(input: ReturnInput, _kase: unknown, leg: Leg): Ruling {
  return [deed("returnAsked", { legId: leg.id, reason: input.reason, suggested: input.suggested as OrgId })];
}
