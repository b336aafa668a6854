import { dayOf } from "../calendar/plain-date.ts";
import type { CaseEvent, EventData, EventType, Responsible, Signature } from "../case/event.ts";
import { inOffice } from "../office/office.ts";
import type { PlainSource } from "../rules/paper.ts";
import { replyParts } from "../rules/look-up.ts";
import { fill } from "../words/fill.ts";
import { paperDate, paperWords } from "../words/papers.ts";
import { replyWords } from "../words/reply.ts";
import { zh } from "../words/zh.ts";
import { type CaseFile, legInView, nameOf, unitsOf } from "./file.ts";

type Found<T extends EventType> = { readonly by: Signature; readonly at: CaseEvent["at"]; readonly data: EventData[T] };

/** A named fact of the case in the words in which papers print it; null while it is not known. */
export function plainFact(source: PlainSource, file: CaseFile): string | null {
  return facts[source](file);
}

const facts: Readonly<Record<PlainSource, (file: CaseFile) => string | null>> = {
  caseNumber: (file) => file.number,
  title: (file) => file.title,
  channel: (file) => zh.channels[file.kase.channel],
  petitionerName: (file) => file.petitioner?.name ?? null,
  petitionerPhone: (file) => file.petitioner?.phone ?? null,
  petitionerAddress: (file) => file.petitioner?.address ?? null,
  publicChoice: (file) => paperWords.publicChoice[file.kase.choice],
  receivedOn: (file) => paperDate(dayOf(file.kase.receivedAt)),
  content: (file) => file.content || null,
  claim: (file) => file.claim,
  place: (file) => file.place,
  files: (file) => file.files.join("、") || null,
  kind: (file) => file.pack.settings.kinds.value.find((k) => k.code === file.kase.subject)?.label ?? null,
  track: (file) => (file.kase.track ? zh.tracks[file.kase.track] : null),
  intakeOrgan: (file) => (file.kase.intake ? nameOf(file.office, file.kase.intake) : null),
  sendingOrgan: (file) => ifLeg(file, (leg) => nameOf(file.office, leg.sender)),
  handlingOrgan: (file) => ifLeg(file, (leg) => nameOf(file.office, leg.orgId)),
  units: (file) => unitsOf(file).join("、") || null,
  dispatchNote: (file) => onLeg(file, "legOpened")?.data.note ?? null,
  dispatcher: (file) => signer(file, onLeg(file, "legOpened")),
  dispatchedOn: (file) => ifLeg(file, (leg) => paperDate(dayOf(leg.openedAt))),
  replyText: (file) => {
    const reply = onLeg(file, "replyDrafted")?.data;
    return reply ? replyWords(replyParts(file.pack), reply) || null : null;
  },
  replyOn: (file) => day(onLeg(file, "replySubmitted")),
  handler: (file) => signer(file, onLeg(file, "replyDrafted")),
  approver: (file) => signer(file, onLeg(file, "replySubmitted")),
  auditor: (file) => signer(file, onLeg(file, "auditPassed")),
  responsible: (file) => people(file, onLeg(file, "legOpened")?.data.responsible ?? []) || null,
  rating: (file) => {
    const rated = last(file.events, "rated");
    const grades = file.pack.settings.ratings.value ?? [];
    return grades.find((grade) => grade.code === rated?.data.grade)?.label ?? null;
  },
  organ: (file) => nameOf(file.office, file.maker.orgId),
  maker: (file) => file.personName(file.maker.personId) || null,
  today: (file) => paperDate(file.today),
  queryPage: (file) => file.queryPage,
  regulation: (file) => file.pack.terms.citation,
  regulationTitle: (file) => {
    const { title, documentNumber: number } = file.pack;
    return fill(number === null ? paperWords.regulation : paperWords.numberedRegulation, { title, number });
  },
};

function ifLeg(file: CaseFile, say: (leg: NonNullable<ReturnType<typeof legInView>>) => string | null): string | null {
  const leg = legInView(file);
  return leg ? say(leg) : null;
}

function last<T extends EventType>(events: readonly CaseEvent[], type: T): Found<T> | null {
  return (events.findLast((event) => event.type === type) as Found<T> | undefined) ?? null;
}

function onLeg<T extends "legOpened" | "replyDrafted" | "replySubmitted" | "auditPassed">(
  file: CaseFile,
  type: T,
): Found<T> | null {
  const leg = legInView(file);
  if (!leg) return null;
  return last(
    file.events.filter((event) => "legId" in event.data && event.data.legId === leg.id),
    type,
  );
}

function day(found: { readonly at: CaseEvent["at"] } | null): string | null {
  return found ? paperDate(dayOf(found.at)) : null;
}

function signer(file: CaseFile, found: { readonly by: Signature } | null): string | null {
  return found?.by.kind === "staff" ? file.personName(found.by.personId) || null : null;
}

function people(file: CaseFile, list: readonly Responsible[]): string {
  const named = list.map(({ personId, post }) =>
    fill(paperWords.person, { name: file.personName(personId), post: zh.posts[post] }),
  );
  return named.join("、");
}

/** Who holds a post in the organ that makes the paper, on the day; null when nobody does. */
export function postholder(file: CaseFile, post: Responsible["post"]): string | null {
  const [holding] = inOffice(file.office, file.maker.orgId, file.today, post);
  return holding ? file.personName(holding.personId) || null : null;
}
