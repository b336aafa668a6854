import { claimsOf } from "../../../domain/words/reply.ts";
import { zh } from "../../../domain/words/zh.ts";
import { redact } from "../mask.ts";
import type { PetitionerData } from "../petitioner.ts";

/** A case as it goes before the public, before anything is barred. */
export interface Told {
  readonly title: string;
  readonly content: string;
  readonly claim: string | null;
  readonly answer: string;
}

/** Everybody whom a filing names: whoever files, for whom, who speaks for a group, and the organisation. */
export function namesIn(
  of: Pick<PetitionerData, "name" | "organisation" | "onBehalf" | "representatives">,
): readonly string[] {
  const all = [of.name, of.organisation, of.onBehalf?.name ?? null, ...of.representatives];
  return all.flatMap((name) => (name && name.trim() !== "" ? [name] : []));
}

/**
 * What the public reads of a case, the same in what the petitioner and the auditor see beforehand and in what is
 * published: the words with their claims, numbered as the answer numbers them, and the answer; persons are barred.
 */
export function publicWords(
  { title, content, claim, answer }: Told,
  petitioner: Parameters<typeof namesIn>[0],
): { readonly title: string; readonly question: string; readonly answer: string } {
  const names = namesIn(petitioner);
  const claims = claimsOf(claim).map((one, i) => `${i + 1}. ${one}`);
  const asked = claims.length > 0 ? `${content.trimEnd()}\n\n${zh.reply.asked}\n${claims.join("\n")}` : content;
  return { title: redact(title, names), question: redact(asked, names), answer: redact(answer, names) };
}
