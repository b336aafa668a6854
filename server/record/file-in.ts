import { createHash } from "node:crypto";
import { dayOf } from "../../domain/calendar/plain-date.ts";
import type { Group } from "../../domain/case/event.ts";
import type { Actor } from "../../domain/case/case.ts";
import { isSealed } from "../../domain/case/sight.ts";
import { noChain } from "../../domain/case/context.ts";
import { type Done, decide } from "../../domain/case/decide.ts";
import { importHistory } from "../../domain/case/chapters/history.ts";
import type { Duty } from "../../domain/duty/duty.ts";
import { answerFaults, withAnswers } from "../../domain/fields/answers.ts";
import { questionsAsked } from "../../domain/rules/petitioner/questions.ts";
import { explainRefusal } from "../../domain/rules/explain.ts";
import type { House } from "../house.ts";
import { renameFiles } from "./files/attach.ts";
import { bodyNumbers } from "./publication/bodies.ts";
import { withoutPersons } from "./publication/list-title.ts";
import { sealPetitioner } from "./petitioner.ts";
import { fixText } from "./pack-text.ts";
import { codeHash, newQueryCode } from "./query-code.ts";
import { record } from "./record.ts";
import { keptRow } from "../store/words/rows/kept-rows.ts";
import { openRows } from "../store/words/rows/sealed-rows.ts";
import { closeWords } from "../store/words/sealed-words.ts";
import { searchWords } from "./finding/search-words.ts";
import { insertCase } from "../store/case/content.ts";
import { claimFiles } from "../store/case/files.ts";
import { writePetitioner } from "../store/case/petitioner.ts";
import { firstHash } from "../store/chain.ts";
import type { Tx } from "../store/db.ts";
import { dropPortalDraft } from "../store/once/drafts.ts";
import { zh } from "../../domain/words/zh.ts";
import { cutWell } from "../../domain/words/reply.ts";
import { type IntakeDesk, deskFor, placesOf } from "./intake-desk.ts";
import type { Filing, Filed, FilingOutcome, OldAnswer } from "./filing.ts";

/** Takes a request in, in the caller's transaction. */
export async function fileIn(tx: Tx, house: House, sent: Filing, actor: Actor): Promise<FilingOutcome> {
  const desk = await deskFor(tx, house, sent);
  if ("noRegulation" in desk) return desk;
  const { now, world, pack, before } = desk;
  const asked = questionsAsked(pack, sent.subject);
  const { answers = {} } = sent;
  const unanswered = answerFaults(asked, answers);
  // Whoever is in danger is not kept waiting for an answer.
  if (!sent.urgent && Object.keys(unanswered).length > 0) return { unanswered };
  const filing: Filing = { ...sent, content: withAnswers(sent.content, asked, answers) };
  const places = placesOf(world, pack);
  const intake = actor.kind === "staff" ? actor.orgId : places.intake;
  const decision = decide(
    {
      act: actor.kind === "staff" ? "register" : "file",
      legId: null,
      input: {
        channel: filing.channel,
        receivedAt: desk.receivedAt,
        choice: filing.choice,
        subject: filing.subject,
        accused: null,
        contentHash: contentHash(filing),
        intake,
        topBureau: places.top,
        group: groupOf(filing),
      },
    },
    before,
    { now, actor, office: world.office, pack, calendar: world.calendar(now), chain: noChain },
  );
  if ("refused" in decision) return { refused: explainRefusal(decision.refused, pack) };
  return enter(tx, house, filing, desk, decision);
}

/** Takes in a case that is history already: answered elsewhere, owed nothing here. */
export async function importIn(
  tx: Tx,
  house: House,
  filing: Filing & { readonly source: NonNullable<Filing["source"]> },
  answer: OldAnswer,
): Promise<FilingOutcome> {
  const desk = await deskFor(tx, house, filing);
  if ("noRegulation" in desk) return desk;
  const { channel, choice, subject, source } = filing;
  const places = placesOf(desk.world, desk.pack);
  const done = importHistory(
    {
      packId: desk.pack.id,
      channel,
      choice,
      subject,
      receivedAt: desk.receivedAt,
      intake: places.intake,
      topBureau: places.top,
      contentHash: contentHash(filing),
      source: source.name,
      sourceId: source.id,
      answer: answer.text,
      answeredOn: answer.on,
    },
    desk.before,
    desk.now,
  );
  return enter(tx, house, filing, desk, done);
}

async function enter(tx: Tx, house: House, filing: Filing, desk: IntakeDesk, done: Done): Promise<FilingOutcome> {
  const { now, world, pack, before, receivedAt } = desk;
  const serial = await house.nextCaseNumber(filing.region, dayOf(now));
  const number = `${pack.terms.numberPrefix}-${dayOf(now).replaceAll("-", "")}-${String(serial).padStart(6, "0")}`;
  const code = newQueryCode();
  const given = filing.title?.trim() || null;
  const plain = (text: string) => withoutPersons(text, filing.petitioner, bodyNumbers(world));
  const title = given === null ? firstSentence(plain(filing.content.trimStart().slice(0, titleFrom))) : plain(given);
  const sealedCase = filing.subject === "discipline";
  const titleGiven = given === title ? null : given;
  const words = { content: filing.content, claim: filing.claim, title, titleGiven };
  const inserted = await insertCase(tx, filing.region, {
    id: before.id,
    number,
    channel: filing.channel,
    packId: pack.id,
    subject: filing.subject,
    receivedAt,
    title: sealedCase ? zh.sealedTitle : title,
    titleGiven: sealedCase ? null : titleGiven,
    areaId: filing.areaId,
    place: sealedCase ? null : filing.place,
    placeSealed: keptRow(sealedCase ? house.keys : null, "case", { place: filing.place }).words_sealed,
    content: sealedCase ? "" : filing.content,
    claim: sealedCase ? null : filing.claim,
    sealed: sealedCase ? closeWords(house.keys, words) : null,
    searchText: sealedCase
      ? null
      : searchWords({
          number,
          title: given ?? title,
          content: filing.content,
          place: filing.place,
          sourceId: filing.source?.id ?? null,
        }),
    codeHash: codeHash(house, number, code),
    source: filing.source?.name ?? null,
    sourceId: filing.source?.id ?? null,
    urgent: filing.urgent,
    state: before,
    now,
  });
  if (!inserted) return { known: true };
  await fixText(tx, house, filing.region, pack);
  await writePetitioner(tx, filing.region, before.id, sealPetitioner(house.keys, filing.petitioner));
  if (filing.draft) {
    await claimFiles(tx, filing.region, filing.draft, before.id);
    await renameFiles(tx, house, filing.region, before.id, filing.petitioner);
    await dropPortalDraft(tx, filing.region, filing.draft);
  }
  const stored = { kase: before, number, title, lastHash: firstHash, chainId: null };
  const duties = await record(tx, house, { stored, done, pack, world, now, code });
  // Names of files of a draft are sealed, whatever becomes of it.
  if (filing.draft && !isSealed(done.kase, pack)) await openRows(tx, house.keys, filing.region, before.id);
  return { filed: { caseId: before.id, number, code, next: nextStep(duties) } };
}

/** Those who bring a matter together: more than one, whether somebody speaks for them or not. */
function groupOf({ petitioner: { people, representatives } }: Filing): Group | null {
  return people > 1 ? { persons: people, representatives: representatives.length } : null;
}

/** What a request says, as one number: the events keep it when the words are long erased. */
export function contentHash({ content }: Pick<Filing, "content">): string {
  return createHash("sha256").update(content).digest("hex");
}

function nextStep(duties: readonly Duty[]): Filed["next"] {
  const open = duties.find((duty) => duty.kind === "duty" && duty.state === "open");
  return open ? { owner: open.owner, due: open.due, rule: open.rule } : null;
}

/** A title comes from so much of the beginning; more is not looked through for it. */
const titleFrom = 500;

/** A title for who gave none: the first sentence, or its parts that fit into 30 characters. */
export function firstSentence(content: string): string {
  const sentence =
    content
      .trim()
      .split(/[。！？!?\n]/)[0]
      ?.trim() ?? "";
  const letters = [...sentence];
  if (letters.length <= 30) return sentence || zh.untitled;
  // A title ends where the sentence draws breath, not inside a word; one that never does is cut.
  const head = letters.slice(0, 30).join("");
  const whole = /^(.{8,})[，、；：,;:]/u.exec(head)?.[1];
  return whole ?? cutWell(sentence, 29);
}
