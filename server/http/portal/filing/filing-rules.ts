import { contactFaults, faultSentence, type ReplyWay, replyWays } from "../../../../domain/fields/contact.ts";
import { readName } from "../../../../domain/fields/person-name.ts";
import type { Pack } from "../../../../domain/rules/pack.ts";
import { asksForPublicity, type ContactFields, contactAsked } from "../../../../domain/rules/petitioner/contact.ts";
import { type Answers, answerFaults } from "../../../../domain/fields/answers.ts";
import { type Question, questionsAsked } from "../../../../domain/rules/petitioner/questions.ts";
import type { Subject } from "../../../../domain/rules/vocabulary.ts";
import { soundsDangerous } from "../../../../domain/words/danger/danger.ts";
import { fill } from "../../../../domain/words/fill.ts";
import type { Errors } from "../../../../portal/form-errors.tsx";
import { questionField } from "../../../../portal/pages/filing/questions.tsx";
import type { Draft, DraftField } from "../../../../portal/pages/filing/draft.ts";
import { zh } from "../../../../portal/words/zh.ts";
import { tooLong } from "../too-long.ts";
import { placeWords } from "./place.ts";
import { keptPetitioner, type PetitionerData } from "../../../record/petitioner.ts";

const w = zh.filing;

function length(text: string): number {
  return [...text.trim()].length;
}

/** As many characters as the API takes. */
const most = {
  place: 200,
  organisation: 100,
  behalfName: 50,
  behalfRelation: 50,
  phone: 60,
  address: 200,
  idNumber: 30,
  representative: 50,
  representatives: 100,
} as const;

/** What is said of a field with more characters than it takes; nothing of it is cut off. */
function overlong(draft: Draft, name: DraftField & keyof typeof most): string | null {
  return tooLong(name, draft[name], most[name])?.[name] ?? null;
}

/** What has to be mended on the first page. */
export function matterErrors(draft: Draft, pack: Pack, areas: readonly string[]): Errors {
  const { min, max } = pack.settings.contentLength.value;
  const known = pack.settings.kinds.value;
  const kinds = [...known.map((kind) => kind.code as string), "unsure"];
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
    // Where there is only one kind nobody is asked for it.
    kind: known.length <= 1 || kinds.includes(draft.kind) ? null : w.errKind,
    place: tooLong("place", placeWords(draft), most.place)?.["place"] ?? null,
    area: draft.area === "none" || areas.includes(draft.area) ? null : w.errArea,
    ...answerErrors(draft, pack),
  });
}

/** What the regulation asks about such a matter and was not answered, at the field of each question. */
function answerErrors(draft: Draft, pack: Pack): Troubles {
  const faults = Object.entries(answerFaults(questionsFor(draft, pack), answersOf(draft, pack)));
  return Object.fromEntries(faults.map(([name, one]) => [questionField(name), faultSentence("answer", one)]));
}

/** The questions of the kind that was chosen; none before one is chosen, since nobody knows yet what to ask. */
export function questionsFor(draft: Draft, pack: Pack): readonly Question[] {
  const chosen = draft.kind !== "" || pack.settings.kinds.value.length <= 1;
  return chosen ? questionsAsked(pack, subjectOf(draft)) : [];
}

/** The answers to the questions of the kind that was chosen; those of another kind, chosen before, are left aside. */
export function answersOf(draft: Draft, pack: Pack): Answers {
  const asked = questionsFor(draft, pack);
  return Object.fromEntries(asked.map(({ name }) => [name, draft.answers[name] ?? ""]));
}

/** What has to be mended on the second page, under what the regulation asks of whoever files. */
export function contactErrors(draft: Draft, pack: Pack): Errors {
  const asked = contactAsked(pack);
  const nameless = isAnonymous(draft, asked);
  return compact({
    organisation:
      draft.petitionerKind !== "person" && length(draft.organisation) === 0
        ? w.errOrganisation
        : overlong(draft, "organisation"),
    name: nameless && length(draft.name) === 0 ? null : nameError(draft),
    ...(nameless ? {} : reachErrors(draft, asked)),
    ...(draft.onBehalf === "other" ? behalfErrors(draft) : {}),
    ...(isGroup(draft) ? groupErrors(draft, pack) : {}),
    publicity:
      !asksForPublicity(pack) || isReport(draft) || ["public", "nonPublic"].includes(draft.publicity)
        ? null
        : w.errPublicity,
    replyBy: nameless || replyWayOf(draft) ? null : w.errReplyBy,
  });
}

type Troubles = Readonly<Record<string, string | null>>;

function nameError(draft: Draft): string | null {
  const name = readName(draft.name);
  return "fault" in name ? faultSentence("name", name) : null;
}

/** What is typed is read as at every door; on top of that, what the regulation wants to have. */
function reachErrors(draft: Draft, asked: ContactFields): Troubles {
  const typed = { phone: draft.phone, email: draft.email, replyBy: replyWayOf(draft) };
  const { phone, email } = contactFaults(typed, null);
  const empty = (field: "phone" | "email" | "address" | "idNumber") => length(draft[field]) === 0;
  // What the regulation does not ask for has no field on the page, and is not taken along.
  const longIfAsked = (field: "address" | "idNumber") => (asked[field] === "notAsked" ? null : overlong(draft, field));
  const none = (["phone", "email", "address"] as const).every((field) => asked[field] !== "oneOf" || empty(field));
  const missing = asked.phone === "required" ? w.errPhone : asked.phone === "oneOf" && none ? w.errReach : null;
  return {
    phone: phone ? faultSentence("phone", phone) : empty("phone") ? missing : overlong(draft, "phone"),
    email: email ? faultSentence("email", email) : asked.email === "required" && empty("email") ? w.errEmail : null,
    address: asked.address === "required" && empty("address") ? w.errAddress : longIfAsked("address"),
    idNumber: asked.idNumber === "required" && empty("idNumber") ? w.errIdNumber : longIfAsked("idNumber"),
  };
}

function replyWayOf(draft: Draft): ReplyWay | null {
  return replyWays.find((way) => way === draft.replyBy) ?? null;
}

function behalfErrors(draft: Draft): Troubles {
  return {
    behalfName: length(draft.behalfName) === 0 ? w.errBehalfName : overlong(draft, "behalfName"),
    behalfRelation: overlong(draft, "behalfRelation"),
    behalfConsent: draft.behalfConsent !== "yes" ? w.errBehalfConsent : null,
  };
}

function groupErrors(draft: Draft, pack: Pack): Troubles {
  const people = peopleOf(draft);
  const named = lines(draft.representatives);
  const given = named.length;
  const long = named.find((name) => length(name) > most.representative);
  return {
    peopleCount: Number.isInteger(people) && people >= 2 && people <= 9999 ? null : w.errPeopleTooFew,
    representatives: long
      ? fill(w.errWordsLong, { n: length(long) - most.representative })
      : given > most.representatives
        ? fill(w.errRepresentatives, { most: most.representatives, given })
        : representativesError(given, people, pack),
  };
}

/** Only a regulation says how many may speak for a group. */
function representativesError(given: number, people: number, pack: Pack): string | null {
  const rule = pack.settings.representatives.value;
  if (!rule?.channels.includes("web") || people < rule.from || given <= rule.most) return null;
  return fill(w.errRepresentatives, { most: rule.most, given });
}

/** Whether somebody files for several. */
export function isGroup(draft: Draft): boolean {
  return draft.people === "many";
}

function peopleOf(draft: Draft): number {
  return isGroup(draft) ? Number(draft.peopleCount.normalize("NFKC").trim() || "0") : 1;
}

function isAnonymous(draft: Draft, asked: ContactFields): boolean {
  return asked.anonymous && draft.anonymous === "yes";
}

/** A report about officials: sealed, never published. */
export function isReport(draft: Draft): boolean {
  return draft.kind === "discipline" || draft.kind === "efficiency";
}

/** Words that may mean that somebody is in danger (FZ-3.8): advice by the platform, under every regulation. */
export function soundsUrgent(draft: Draft, pack: Pack): boolean {
  const text = [draft.title, draft.content, draft.claim].join("\n");
  return soundsDangerous(text, pack.settings.emergencyWords.value);
}

export function subjectOf(draft: Draft): Subject {
  return draft.kind === "discipline" || draft.kind === "efficiency" ? draft.kind : "ordinary";
}

/** The petitioner as the record keeps them; what the regulation does not ask for is not taken along. */
export function petitionerOf(draft: Draft, asked: ContactFields): PetitionerData {
  const organisation = draft.petitionerKind !== "person";
  const nameless = isAnonymous(draft, asked);
  const given = (field: "phone" | "email" | "address") =>
    nameless || asked[field] === "notAsked" ? null : draft[field].trim() || null;
  return keptPetitioner({
    kind:
      draft.petitionerKind === "legalPerson" || draft.petitionerKind === "otherOrganisation"
        ? draft.petitionerKind
        : "person",
    name: nameless ? "" : draft.name,
    organisation: organisation ? draft.organisation : null,
    phone: given("phone"),
    email: given("email"),
    address: given("address"),
    onBehalf: draft.onBehalf === "other" ? { name: draft.behalfName, relation: draft.behalfRelation } : null,
    people: peopleOf(draft),
    representatives: isGroup(draft) ? lines(draft.representatives) : [],
    replyBy: nameless ? "web" : (replyWayOf(draft) ?? "web"),
  });
}

export function lines(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function compact(errors: Readonly<Record<string, string | null>>): Errors {
  return Object.fromEntries(Object.entries(errors).flatMap(([name, message]) => (message ? [[name, message]] : [])));
}
