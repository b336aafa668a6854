import type { Pack } from "../../../../domain/rules/pack.ts";
import type { Subject } from "../../../../domain/rules/vocabulary.ts";
import { fill } from "../../../../domain/words/fill.ts";
import type { Errors } from "../../../../portal/form-errors.tsx";
import type { Draft } from "../../../../portal/pages/filing/draft.ts";
import { zh } from "../../../../portal/words/zh.ts";
import { type PetitionerData, phoneKey } from "../../../record/petitioner.ts";

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
export function contactErrors(draft: Draft): Errors {
  const people = Number(draft.people.normalize("NFKC"));
  const organisation = draft.petitionerKind !== "person";
  const forOther = draft.onBehalf === "other";
  return compact({
    organisation: organisation && length(draft.organisation) === 0 ? w.errOrganisation : null,
    name:
      length(draft.name) === 0
        ? w.errName
        : length(draft.name) > 50
          ? fill(w.errNameLong, { n: length(draft.name) - 50 })
          : null,
    phone: phoneError(draft.phone),
    email: emailError(draft),
    behalfName: forOther && length(draft.behalfName) === 0 ? w.errBehalfName : null,
    behalfConsent: forOther && draft.behalfConsent !== "yes" ? w.errBehalfConsent : null,
    people: Number.isInteger(people) && people >= 1 && people <= 9999 ? null : w.errPeople,
    representatives: lines(draft.representatives).length > 5 ? w.errRepresentatives : null,
    publicity: isReport(draft) || ["public", "nonPublic"].includes(draft.publicity) ? null : w.errPublicity,
    replyBy: ["sms", "phone", "email", "web"].includes(draft.replyBy) ? null : w.errReplyBy,
  });
}

function phoneError(phone: string): string | null {
  const digits = phoneKey(phone);
  if (digits.length === 0) return w.errPhone;
  const mobile = digits.startsWith("1") && !phone.trim().startsWith("0");
  if (mobile) return digits.length === 11 ? null : fill(w.errPhoneShape, { n: digits.length });
  return digits.length >= 7 && digits.length <= 12 ? null : fill(w.errPhoneShape, { n: digits.length });
}

function emailError(draft: Draft): string | null {
  if (length(draft.email) === 0) return draft.replyBy === "email" ? w.errEmailNeeded : null;
  return /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(draft.email.trim()) ? null : w.errEmail;
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
  return {
    kind:
      draft.petitionerKind === "legalPerson" || draft.petitionerKind === "otherOrganisation"
        ? draft.petitionerKind
        : "person",
    name: draft.name.trim(),
    organisation: organisation ? draft.organisation.trim() : null,
    phone: draft.phone.trim() || null,
    email: draft.email.trim() || null,
    address: null,
    onBehalf:
      draft.onBehalf === "other" ? { name: draft.behalfName.trim(), relation: draft.behalfRelation.trim() } : null,
    people: Number(draft.people.normalize("NFKC")) || 1,
    representatives: lines(draft.representatives),
    replyBy: draft.replyBy as PetitionerData["replyBy"],
  };
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
