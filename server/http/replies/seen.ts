import type { Command, Inputs } from "../../../domain/case/input.ts";
import type { House } from "../../house.ts";

type Words = Pick<Inputs["draftReply"], "text" | "parts" | "claims" | "promises">;

/**
 * The mark of a reply that was shown as it will go out: given with the preview, brought back with the reply. It holds
 * for these very words on this very leg, and nobody outside can make one.
 */
export function markOfSeen({ keys }: Pick<House, "keys">, caseId: string, legId: string, reply: Words): string {
  const parts = Object.entries(reply.parts).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const claims = (reply.claims ?? []).map(({ n, verdict, text }) => [n, verdict, text]);
  const promises = (reply.promises ?? []).map(({ what, who, by }) => [what, who, by]);
  const words = JSON.stringify(["reply-preview", caseId, legId, reply.text, parts, claims, promises]);
  return keys.lookup(words).toString("hex");
}

/** The act as the engine takes it: instead of the mark it says whether these words were seen before. */
export function withSeen(house: Pick<House, "keys">, caseId: string, command: Command): Command {
  if (command.act !== "draftReply") return command;
  const { preview, ...input } = command.input as Inputs["draftReply"] & { readonly preview?: string | null };
  const seen = command.legId !== null && preview === markOfSeen(house, caseId, command.legId, input);
  return { ...command, input: { ...input, ...(seen ? { previewed: true } : {}) } };
}
