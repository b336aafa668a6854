import { createHash } from "node:crypto";
import { expect } from "vitest";
import { routes } from "../../../contract/routes.ts";
import { plainDate } from "../../../domain/calendar/plain-date.ts";
import { zh } from "../../../domain/words/zh.ts";
import { completeTask } from "../../../server/actions/messages/complete-task.ts";
import { servePaper } from "../../../server/actions/papers/serve-paper.ts";
import { noteSupervision } from "../../../server/record/oversight/overseer.ts";
import { notePaper } from "../../../server/record/papers/paper-log.ts";
import { attachIn } from "../../../server/record/files/attach.ts";
import { addPaper } from "../../../server/store/case/papers.ts";
import { noteAttempt, putMessages, setState } from "../../../server/store/once/outbox.ts";
import { addBreaches, decideCause } from "../../../server/store/oversight/breaches.ts";
import { addCaseNotices } from "../../../server/store/oversight/notices.ts";
import { addStaffNotices } from "../../../server/store/telling/staff-notices.ts";
import { inTransaction } from "../../../server/store/transaction.ts";
import { keepChoice } from "../../../server/store/work/suggestion-choices.ts";
import { sealFor } from "../../../server/store/words/rows/kept-rows.ts";
import type { City } from "../../city.ts";
import { at } from "../../steps.ts";
import { aFiling, type Staff, somebody, staff } from "../life.ts";
import { fileCase } from "../../../server/actions/cases/file-case.ts";

/** A word of its own for each place in which something is written of a case; `mark` tells the cases apart. */
export function wordsFor(mark: string) {
  const word = (n: string) => `${mark}${n}`;
  return {
    title: word("甲子"),
    content: word("乙丑"),
    claim: word("丙寅"),
    place: word("丁卯"),
    file: word("戊辰"),
    staffFile: word("己巳"),
    note: word("庚午"),
    draft: word("辛未"),
    escalationTitle: word("壬申"),
    escalation: word("癸酉"),
    instruction: word("甲戌"),
    paperTitle: word("乙亥"),
    paper: word("丙子"),
    recipient: word("丁丑"),
    taker: word("戊寅"),
    service: word("己卯"),
    unsent: word("庚辰"),
    sent: word("辛巳"),
    call: word("己丑"),
    attempt: word("壬午"),
    task: word("癸未"),
    staffNotice: word("甲申"),
    orgNotice: word("乙酉"),
    cause: word("丙戌"),
    suggested: word("丁亥"),
    chosen: word("戊子"),
  } as const;
}
export type Words = ReturnType<typeof wordsFor>;

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg==",
  "base64",
);
const sha256 = (text: string) => createHash("sha256").update(text).digest();

/** A case with a file sent from the portal; the file lies with a draft before, `inDraft` looks at that moment. */
export async function filed(
  { house }: City,
  words: Words,
  subject: "ordinary" | "discipline",
  inDraft: () => Promise<void> = async () => undefined,
) {
  const draft = sha256(words.file);
  const sent = { name: `${words.file}.png`, bytes: png, size: png.length, look: "clean" } as const;
  await inTransaction(house.db, (tx) => attachIn(tx, house, house.region, { draft }, [sent], { kind: "petitioner" }));
  await inDraft();
  const petitioner = { ...somebody, replyBy: "phone" as const };
  const { title, content, claim, place } = words;
  const over = { title, content, claim, place, subject, draft, areaId: "gulou", petitioner };
  const outcome = await fileCase(house, aFiling(house, over), { kind: "petitioner" }, null);
  if (!("filed" in outcome)) throw new Error(JSON.stringify(outcome));
  return outcome.filed;
}

/** Everything that is written beside a case from its filing on, each by the door or the store that writes it. */
export async function liveThrough(city: City, { caseId, number }: { caseId: string; number: string }, words: Words) {
  const { house } = city;
  const { region } = house;
  const dispatcher = await at(city, "bureau.dispatcher");
  const actor = await staff(house, "bureau.dispatcher");
  await dispatcher.act(caseId, "note", { text: words.note });
  await dispatcher.call(routes.cases.saveDraft, {
    params: { id: caseId, act: "note" },
    body: { data: { text: words.draft } },
  });
  const { addressees } = await dispatcher.call(routes.escalations.list, {});
  const leader = (post: "officeLeader" | "governmentLeader") => {
    const found = addressees.find((one) => one.post === zh.posts[post]);
    return { orgId: found?.orgId as never, personId: found?.personId as never };
  };
  const letter = { title: words.escalationTitle, summary: words.escalation, cases: [caseId as never] };
  const { id: escalation } = await dispatcher.call(routes.escalations.send, {
    body: { ...letter, to: leader("officeLeader"), copyTo: leader("governmentLeader") },
  });
  await dispatcher.call(routes.escalations.recordInstruction, {
    params: { id: escalation },
    body: { text: words.instruction },
  });
  const file = { name: `${words.staffFile}.png`, bytes: png, size: png.length, look: "clean" } as const;
  const by = { kind: "staff", orgId: actor.orgId };
  await inTransaction(house.db, (tx) => attachIn(tx, house, region, { caseId, purpose: "staff" }, [file], by));
  await noticed(city, { caseId, number, actor }, words);
  await explained(city, { caseId, actor }, words);
  await messaged(city, { caseId, actor }, words);
  await papered(city, { caseId, actor }, words);
  await keepChoice(house.db, house.keys, {
    region_id: region,
    case_id: caseId,
    version: 1,
    at: house.now(),
    person_id: actor.personId,
    org_id: actor.orgId,
    suggested: "urban",
    suggested_why: words.suggested,
    chosen: "housing",
    why: words.chosen,
  });
}

interface Written {
  readonly caseId: string;
  readonly number: string;
  readonly actor: Staff;
}

async function noticed({ house }: City, { caseId, number, actor }: Written, words: Words): Promise<void> {
  const { region } = house;
  await inTransaction(house.db, async (tx) => {
    const row = { region_id: region, id: house.newId(), created_at: house.now() };
    const bell = { person_id: actor.personId, case_id: caseId, kind: "order", way: "bell", about: "canary" };
    await addStaffNotices(tx, house.keys, region, [{ ...row, ...bell, body: words.staffNotice, state: "shown" }]);
    const body = JSON.stringify({ number, title: words.orgNotice });
    const notice = { ...row, to_org: "bureau", from_org: "urban", as_kind: "report", topic: "escalated", body };
    await addCaseNotices(tx, house.keys, { region, cases: [caseId] }, [notice]);
  });
}

/** A term was missed, and an officer writes down why. */
async function explained({ house }: City, { caseId, actor }: Omit<Written, "number">, words: Words): Promise<void> {
  const { region } = house;
  await inTransaction(house.db, async (tx) => {
    const id = house.newId();
    const breach = {
      region_id: region,
      id,
      case_id: caseId,
      duty_id: "canary",
      rule: "reply",
      kind: "lapsedUnhandled",
    };
    const day = { org_id: "water", on_day: plainDate("2026-03-02"), responsible: "[]", registry_gap: true };
    await addBreaches(tx, [{ ...breach, ...day, leg_id: null }]);
    const seal = await sealFor(tx, house.keys, region, [caseId]);
    await decideCause(tx, seal, region, id, actor.personId, "human", words.cause, house.now());
    const data = { breach: id, cause: "human", note: words.cause };
    await noteSupervision(tx, house, region, actor, "causeDecided", data, seal);
  });
}

/** One message that went out and one that did not, a failed attempt, and a call that was made by hand. */
async function messaged({ house }: City, { caseId, actor }: Omit<Written, "number">, words: Words): Promise<void> {
  const { region, keys } = house;
  const row = { case_id: caseId, notice: "reply", channel: "sms", recipient_masked: "", subject: "" } as const;
  const [unsent, sent, call] = [house.newId(), house.newId(), house.newId()];
  await inTransaction(house.db, async (tx) => {
    const state = "failed";
    await putMessages(tx, keys, region, [
      { ...row, id: unsent, body: words.unsent, state, created_at: house.now() },
      { ...row, id: sent, body: words.sent, state, created_at: house.now() },
      { ...row, id: call, channel: "phone", body: words.call, state: "toDo", created_at: house.now() },
    ]);
    await noteAttempt(tx, keys, region, unsent, { at: house.now(), result: "refused", detail: words.attempt });
    await setState(tx, region, sent, "delivered", house.now());
  });
  const done = { region, id: call, actor, reached: false, note: words.task };
  expect(await completeTask(house, done, null)).toBe("attempted");
}

async function papered({ house }: City, { caseId, actor }: Omit<Written, "number">, words: Words): Promise<void> {
  const { region } = house;
  const id = house.newId();
  await inTransaction(house.db, async (tx) => {
    const files = [`docx of ${id}`, `pdf of ${id}`].map((text) => ({ sha256: sha256(text), bytes: Buffer.from(text) }));
    const row = {
      region_id: region,
      id,
      case_id: caseId,
      kind: "reply",
      title: words.paperTitle,
      organ_id: actor.orgId,
      year: 2026,
      case_version: 1,
      written: JSON.stringify({ findings: words.paper }),
      docx_sha256: files[0]?.sha256 ?? Buffer.alloc(0),
      pdf_sha256: files[1]?.sha256 ?? Buffer.alloc(0),
      made_at: house.now(),
      made_by: actor.personId,
    };
    await addPaper(tx, house.keys, row, files);
    const [docxHash, pdfHash] = files.map((file) => file.sha256.toString("hex"));
    await notePaper(tx, house, region, actor, "paperMade", {
      paper: id,
      case: caseId,
      number: null,
      docxHash,
      pdfHash,
    });
  });
  const service = { recipient: words.recipient, mode: "post", onDay: plainDate("2026-03-02"), result: "received" };
  const more = { takenBy: words.taker, mailNumber: null, note: words.service };
  await servePaper(house, region, actor, { ...service, ...more, caseId, paperId: id }, null);
}
