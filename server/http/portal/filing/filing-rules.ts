import { contactFaults, faultSentence, type ReplyWay, replyWays } from "../../../../domain/fields/contact.ts";
import { readName } from "../../../../domain/fields/person-name.ts";
import type { Pack } from "../../../../domain/rules/pack.ts";
import type { Subject } from "../../../../domain/rules/vocabulary.ts";
import { fill } from "../../../../domain/words/fill.ts";
import type { Errors } from "../../../../portal/form-errors.tsx";
import type { Draft } from "../../../../portal/pages/filing/draft.ts";
import { zh } from "../../../../portal/words/zh.ts";
import { keptPetitioner, type PetitionerData } from "../../../record/petitioner.ts";

const w = zh.filing;

function length(text: string): number {
  return [...text.trim()].length;
}

/** What has to be mended on the first page. */
export function matterErrors(draft: Draft, pack: Pack, areas: readonly string[]): Errors {
  const { min, max } = pack.settings.contentLength.value;
  const kinds = [...pack.settings.kinds.value.map((kind) => kind.code as string), "unsure"];
  const written = length(draft.content);
  return compact({
    content:
      written === 0
        ? w.errContentEmpty
        : written < min
          ? fill(w.errContentShort, { min })
          : written > max
            ? fill(w.errContentLong, { n: written - max })
            : null,
    claim: length(draft.claim) > 500 ? fill(w.errClaimLong, { n: length(draft.claim) - 500 }) : null,
    title: length(draft.title) > 30 ? fill(w.errTitleLong, { n: length(draft.title) - 30 }) : null,
    kind: kinds.includes(draft.kind) ? null : w.errKind,
    area: draft.area === "none" || areas.includes(draft.area) ? null : w.errArea,
  });
}

/** What has to be mended on the second page. */
export function contactErrors(draft: Draft, pack: Pack): Errors {
  const people = Number(draft.people.normalize("NFKC"));
  const organisation = draft.petitionerKind !== "person";
  const forOther = draft.onBehalf === "other";
  const name = readName(draft.name);
  return compact({
    organisation: organisation && length(draft.organisation) === 0 ? w.errOrganisation : null,
    name: "fault" in name ? faultSentence("name", name) : null,
    ...reachErrors(draft),
    behalfName: forOther && length(draft.behalfName) === 0 ? w.errBehalfName : null,
    behalfConsent: forOther && draft.behalfConsent !== "yes" ? w.errBehalfConsent : null,
    people: Number.isInteger(people) && people >= 1 && people <= 9999 ? null : w.errPeople,
    representatives: representativesError(lines(draft.representatives).length, people, pack),
    publicity: isReport(draft) || ["public", "nonPublic"].includes(draft.publicity) ? null : w.errPublicity,
    replyBy: replyWayOf(draft) ? null : w.errReplyBy,
  });
}

function reachErrors(draft: Draft): Readonly<Record<string, string | null>> {
  const { phone, email } = contactFaults({ phone: draft.phone, email: draft.email, replyBy: replyWayOf(draft) }, null);
  return {
    phone: phone ? faultSentence("phone", phone) : length(draft.phone) === 0 ? w.errPhone : null,
    email: email ? faultSentence("email", email) : null,
  };
}

function replyWayOf(draft: Draft): ReplyWay | null {
  return replyWays.find((way) => way === draft.replyBy) ?? null;
}

/** Only a regulation says how many may speak for a group. */
function representativesError(given: number, people: number, pack: Pack): string | null {
  const rule = pack.settings.representatives.value;
  if (!rule?.channels.includes("web") || people < rule.from || given <= rule.most) return null;
  return fill(w.errRepresentatives, { most: rule.most, given });
}

/** A report about officials: sealed, never published. */
export function isReport(draft: Draft): boolean {
  return draft.kind === "discipline" || draft.kind === "efficiency";
}

/** Words that may mean that somebody is in danger (FZ-3.8). */
export function soundsUrgent(draft: Draft, pack: Pack): boolean {
  const text = `${draft.content}${draft.title}${draft.claim}`;
  return pack.settings.emergencyWords.value.some((word) => text.includes(word));
}

export function subjectOf(draft: Draft): Subject {
  return draft.kind === "discipline" || draft.kind === "efficiency" ? draft.kind : "ordinary";
}

export function petitionerOf(draft: Draft): PetitionerData {
  const organisation = draft.petitionerKind !== "person";
  return keptPetitioner({
    kind:
      draft.petitionerKind === "legalPerson" || draft.petitionerKind === "otherOrganisation"
        ? draft.petitionerKind
        : "person",
    name: draft.name,
    organisation: organisation ? draft.organisation : null,
    phone: draft.phone,
    email: draft.email,
    address: null,
    onBehalf: draft.onBehalf === "other" ? { name: draft.behalfName, relation: draft.behalfRelation } : null,
    people: Number(draft.people.normalize("NFKC")) || 1,
    representatives: lines(draft.representatives),
    replyBy: draft.replyBy as PetitionerData["replyBy"],
  });
}

function lines(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function compact(errors: Readonly<Record<string, string | null>>): Errors {
  return Object.fromEntries(Object.entries(errors).flatMap(([name, message]) => (message ? [[name, message]] : [])));
}
