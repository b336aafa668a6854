import {
  barredIn,
  type BarringDecision,
  type PublicField,
  type PublicPlaces,
  type PublicTexts,
} from "../../../domain/barring/decisions.ts";
import type { Held } from "../../../domain/barring/held.ts";
import { placesIn, withBars } from "../../../domain/barring/places.ts";
import { claimsOf } from "../../../domain/words/reply.ts";
import { zh } from "../../../domain/words/zh.ts";
import type { PetitionerData } from "../petitioner.ts";

/** A case as it goes before the public, before anything is barred. */
export interface Told {
  readonly title: string;
  readonly content: string;
  readonly claim: string | null;
  readonly answer: string;
}

/** What a filing says of those who bring it. */
export type Named = Pick<PetitionerData, "name" | "organisation" | "onBehalf" | "representatives"> &
  Partial<Pick<PetitionerData, "phone" | "email" | "address">> & { readonly idNumber?: string | null };

/** Everybody whom a filing names: whoever files, for whom, who speaks for a group, and the organisation; their numbers. */
export function heldBy(of: Named): Held {
  const given = (...all: readonly (string | null | undefined)[]) => all.flatMap((one) => (one?.trim() ? [one] : []));
  return {
    names: given(of.name, of.organisation, of.onBehalf?.name, ...of.representatives),
    numbers: given(of.phone, of.idNumber),
    mails: given(of.email),
    addresses: given(of.address),
  };
}

/** The words with their claims, numbered as the answer numbers them, and the answer. */
export function publicTexts({ title, content, claim, answer }: Told): PublicTexts {
  const claims = claimsOf(claim).map((one, i) => `${i + 1}. ${one}`);
  const asked = claims.length > 0 ? `${content.trimEnd()}\n\n${zh.reply.asked}\n${claims.join("\n")}` : content;
  return { title, question: asked, answer };
}

/** Where these words tell who somebody is. What is certain in the question is certain in the answer. */
export function publicPlaces(texts: PublicTexts, held: Held, bodies: readonly string[]): PublicPlaces {
  const asked = { held, bodies, official: false };
  const [title, question] = [placesIn(texts.title, asked), placesIn(texts.question, asked)];
  const said = (kind: string) =>
    question
      .filter((place) => place.certain && place.kind === kind)
      .map(({ from, to }) => texts.question.slice(from, to));
  const known: Held = {
    names: [...held.names, ...said("name")],
    numbers: [...held.numbers, ...said("telephone").filter((number) => /^\D*1/.test(number.normalize("NFKC")))],
    mails: [...held.mails, ...said("mail")],
    addresses: [...held.addresses, ...said("dwelling")],
  };
  return { title, question, answer: placesIn(texts.answer, { held: known, bodies, official: true }) };
}

/**
 * What the public reads of a case, the same in what the petitioner and the auditor see beforehand and in what is
 * published. Without decisions every passage that may tell who somebody is stands barred.
 */
export function publicWords(
  told: Told,
  petitioner: Named,
  bodies: readonly string[] = [],
  decisions: readonly BarringDecision[] | null = null,
): PublicTexts {
  const texts = publicTexts(told);
  return barredTexts(texts, publicPlaces(texts, heldBy(petitioner), bodies), decisions);
}

/** The texts with bars as decided; without decisions on everything that was found. */
export function barredTexts(
  texts: PublicTexts,
  places: PublicPlaces,
  decisions: readonly BarringDecision[] | null,
): PublicTexts {
  const shown = (field: PublicField) => withBars(texts[field], barredIn(field, places[field], decisions));
  return { title: shown("title"), question: shown("question"), answer: shown("answer") };
}
