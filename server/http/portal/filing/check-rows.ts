import { fill } from "../../../../domain/words/fill.ts";
import { asksForPublicity, contactAsked } from "../../../../domain/rules/petitioner/contact.ts";
import { withAnswers } from "../../../../domain/fields/answers.ts";
import type { Pack } from "../../../../domain/rules/pack.ts";
import type { CheckRow } from "../../../../portal/pages/filing/check.tsx";
import type { Draft, DraftMark, Option } from "../../../../portal/pages/filing/draft.ts";
import { questionField } from "../../../../portal/pages/filing/questions.tsx";
import { zh } from "../../../../portal/words/zh.ts";
import { placesIn, withBars } from "../../../../domain/barring/places.ts";
import { bodyNumbers } from "../../../record/publication/bodies.ts";
import { heldBy } from "../../../record/publication/public-words.ts";
import { firstSentence } from "../../../record/file-in.ts";
import type { World } from "../../../store/world.ts";
import { answersOf, isGroup, isReport, lines, questionsFor } from "./filing-rules.ts";
import { placeInWords } from "./place.ts";

const w = zh.filing;

/** The areas below the top one, as a citizen knows them. */
export function areasOf(world: World): readonly Option[] {
  return [...world.office.orgs.values()]
    .filter((org) => org.kind === "area" && org.parentId !== null)
    .map((org) => ({ value: org.id, label: org.shortName }));
}

interface Around {
  readonly world: World;
  readonly pack: Pack;
  readonly mark: DraftMark;
  readonly files: readonly string[];
}

type Section = { readonly title: string; readonly rows: readonly CheckRow[] };

/** Everything that was typed, line by line, each with the field where it is changed. */
export function checkSections(draft: Draft, around: Around): readonly Section[] {
  return [
    { title: zh.check.matter, rows: matterRows(draft, around) },
    { title: zh.check.contact, rows: contactRows(draft, around) },
    { title: zh.check.publicity, rows: answerRows(draft, around) },
  ];
}

function matterRows(draft: Draft, { world, pack, mark, files }: Around): readonly CheckRow[] {
  const row = (field: CheckRow["field"], value: string, anchor: string): CheckRow => ({
    field,
    value,
    at: `/submit${mark.query}#${anchor}`,
  });
  const kinds = pack.settings.kinds.value;
  const kind = kinds.find(({ code }) => code === draft.kind)?.label ?? w.kindUnsure;
  return [
    row("content", draft.content, "content"),
    row("claim", draft.claim, "claim"),
    row("title", draft.title, "title"),
    ...(kinds.length > 1 ? [row("kind", kind, "kind")] : []),
    ...questionsFor(draft, pack).map(({ name, label }) => ({
      ...row("answer", answersOf(draft, pack)[name]?.trim() ?? "", questionField(name)),
      label,
    })),
    row("place", placeInWords(draft, world), "area"),
    row("files", files.join("、") || zh.check.noFiles, "files"),
  ];
}

function contactRows(draft: Draft, { pack, mark }: Around): readonly CheckRow[] {
  const row = (field: CheckRow["field"], value: string, anchor: string = field): CheckRow => ({
    field,
    value,
    at: `/submit/contact${mark.query}#${anchor}`,
  });
  const who = { person: w.person, legalPerson: w.legalPerson, otherOrganisation: w.otherOrganisation } as const;
  const asked = contactAsked(pack);
  const count = fill(zh.check.count, { n: Number(draft.peopleCount.normalize("NFKC")) });
  const reach = (["phone", "email", "address", "idNumber"] as const).filter((field) => asked[field] !== "notAsked");
  return [
    row("petitioner", who[draft.petitionerKind as keyof typeof who] ?? "", "petitionerKind"),
    ...(draft.petitionerKind === "person" ? [] : [row("organisation", draft.organisation)]),
    row("name", draft.name),
    ...reach.map((field) => row(field, draft[field])),
    row(
      "onBehalf",
      draft.onBehalf === "other" ? [draft.behalfName, draft.behalfRelation].filter(Boolean).join("，") : w.forSelf,
    ),
    row("people", isGroup(draft) ? count : w.peopleOne),
    ...(isGroup(draft) ? [row("representatives", lines(draft.representatives).join("、"))] : []),
  ];
}

function answerRows(draft: Draft, { pack, mark }: Around): readonly CheckRow[] {
  const replies = { sms: w.replySms, phone: w.replyPhone, email: w.replyEmail, web: w.replyWeb } as const;
  const at = (anchor: string) => `/submit/contact${mark.query}#${anchor}`;
  const closed = isReport(draft) || draft.publicity === "nonPublic";
  return [
    ...(asksForPublicity(pack)
      ? [{ field: "publicity" as const, value: closed ? w.nonPublic : w.public, at: at("publicity") }]
      : []),
    { field: "replyBy", value: replies[draft.replyBy as keyof typeof replies] ?? "", at: at("replyBy") },
  ];
}

/** Title, content, claim and place as the public would see them: what tells who somebody is, or may, is barred. */
export function previewRows(
  draft: Draft,
  { world, pack }: Pick<Around, "world" | "pack">,
): readonly { field: CheckRow["field"]; value: string }[] {
  const held = heldBy({
    ...draft,
    onBehalf: draft.behalfName === "" ? null : { name: draft.behalfName, relation: draft.behalfRelation },
    representatives: lines(draft.representatives),
  });
  const bodies = bodyNumbers(world);
  const shown = (text: string) => withBars(text, placesIn(text, { held, bodies, official: false }));
  return [
    { field: "title" as const, value: shown(draft.title.trim() || firstSentence(shown(draft.content))) },
    { field: "content" as const, value: shown(withAnswers(draft.content, questionsFor(draft, pack), draft.answers)) },
    { field: "claim" as const, value: shown(draft.claim) },
    { field: "place" as const, value: shown(placeInWords(draft, world)) },
  ].filter(({ value }) => value !== "");
}
