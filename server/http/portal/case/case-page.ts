import type { FastifyReply, FastifyRequest } from "fastify";
import { h } from "preact";
import { dayOf, type Instant, parsePlainDate, type PlainDate } from "../../../../domain/calendar/plain-date.ts";
import { workingDaysAfter } from "../../../../domain/calendar/term.ts";
import { isOpen } from "../../../../domain/duty/duty.ts";
import { articleOf, dutyRule, replyRules } from "../../../../domain/rules/look-up.ts";
import type { Pack } from "../../../../domain/rules/pack.ts";
import { endedStages } from "../../../../domain/rules/vocabulary.ts";
import { longDate, longTime } from "../../../../domain/words/dates.ts";
import { CasePage, type Said } from "../../../../portal/pages/case/case.tsx";
import type { CaseView, PartView } from "../../../../portal/pages/case/case-view.ts";
import { packOf } from "../../../record/perform.ts";
import { releasedFiles } from "../../../record/reply-text.ts";
import { readContent } from "../../../store/case/content.ts";
import { filesOfCase } from "../../../store/case/files.ts";
import { caseFacts } from "../../../store/case/related.ts";
import { readCase, readEvents } from "../../../store/case/load.ts";
import { missing } from "../../fault.ts";
import { type Shop, worldAt } from "../../shop.ts";
import type { World } from "../../../store/world.ts";
import { orgName } from "../../views/duty-view.ts";
import { followView, type HolderLine } from "../../views/follow/follow-view.ts";
import { pointedReply } from "../../views/follow/pointed-reply.ts";
import { ownFormalities } from "./own-formalities.ts";
import { frameOf, sendPage } from "../render.ts";
import { openedCase } from "../visit.ts";

/** A form of the page as it was typed. */
export type Fields = Readonly<Record<string, string>>;

export async function casePage(
  shop: Shop,
  request: FastifyRequest,
  reply: FastifyReply,
  errors: Readonly<Record<string, string>>,
  said: Said,
  typed: Fields,
): Promise<FastifyReply> {
  const caseId = openedCase(shop, request);
  if (!caseId) return reply.redirect("/follow", 303);
  const view = await viewOf(shop, caseId, await worldAt(shop, request));
  const frame = await frameOf(shop, request, reply);
  const page = h(CasePage, { frame, view, errors, said, typed, once: shop.house.newId() });
  return sendPage(reply, page, Object.keys(errors).length > 0 ? 422 : 200);
}

async function viewOf(shop: Shop, caseId: string, world: World): Promise<CaseView> {
  const { house, region } = shop;
  const stored = await readCase(house.db, region, caseId);
  const facts = await caseFacts(house.db, region, caseId);
  if (!stored || !facts) throw missing();
  const { kase } = stored;
  const pack = packOf(house, kase, world);
  const now = house.now();
  const [events, content, files] = await Promise.all([
    readEvents(house.db, region, caseId),
    readContent(house.db, region, caseId),
    filesOfCase(house.db, region, caseId),
  ]);
  const follow = followView(kase, events, pack, world, now);
  const going = releasedFiles(events, pack);
  const released = files
    .filter((file) => file.for_petitioner && going.has(file.id))
    .map(({ id, name }) => ({ id, name }));
  const part = (line: HolderLine): PartView => {
    const due = line.duty?.due ?? null;
    const calendar = world.calendar(now);
    const today = dayOf(now);
    const days = (from: PlainDate, to: PlainDate) => {
      const n = workingDaysAfter(calendar, from, to);
      return typeof n === "number" ? n : null;
    };
    const overdue = line.duty !== null && line.duty.overdueSince !== null && isOpen(line.duty);
    return {
      title: line.title,
      state: line.state,
      holder: line.holder,
      since: line.since,
      due,
      dueTitle: line.duty ? dutyRule(pack, line.duty.rule).title : "",
      thenAudit:
        auditedFirst(pack) && line.duty !== null && replyRules(pack).some((rule) => rule.id === line.duty?.rule)
          ? pack.terms.bureau
          : null,
      left: due && !overdue ? days(today, due) : null,
      over: due && overdue ? days(due, today) : null,
      overdue,
      gap: line.duty?.gap ?? null,
      article: line.explanation ? articleOf(pack, line.explanation.clause) : null,
      explanation: line.explanation,
    };
  };
  const ended = endedStages.includes(kase.stage);
  return {
    number: facts.number,
    title: facts.title,
    state: follow.state,
    open: !ended && kase.stage !== "answering",
    receivedAt: facts.received_at as Instant,
    content: content?.content ?? "",
    claim: content?.claim ?? null,
    files: files.filter((file) => file.purpose === "petitioner").map(({ id, name }) => ({ id, name })),
    parts: follow.lines.map(part),
    replies: follow.replies.map(({ unit, text, at }) => ({ unit, text, answered: answeredWords(at), files: released })),
    refusal:
      follow.refusal && follow.refusedAt
        ? {
            reason: follow.refusal.reason,
            rule: follow.refusal.rule,
            wayOn: follow.refusal.wayOn,
            by: orgName(world, kase.topBureau ?? kase.intake ?? ""),
            on: dayOf(follow.refusedAt as Instant),
          }
        : null,
    pointedTo: await pointedReply(house, region, follow, pack),
    steps: follow.steps,
    ratings: follow.mayRate
      ? (pack.settings.ratings.value ?? []).map((r) => ({ value: r.code, label: r.label }))
      : null,
    maySupplement: follow.maySupplement,
    formalities: ownFormalities(kase, pack, world, now),
  };
}

function answeredWords(at: string): string {
  const day = parsePlainDate(at);
  return day ? longDate(day) : longTime(at as Instant);
}

/** Whether an answer waits for its audit before the petitioner gets it. */
function auditedFirst({ settings, notices }: Pack): boolean {
  return settings.auditedBy.value !== null && !notices.some(({ feedback, on }) => feedback && on === "reply.submitted");
}
