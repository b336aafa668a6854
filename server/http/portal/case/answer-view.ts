import { type Instant, parsePlainDate } from "../../../../domain/calendar/plain-date.ts";
import type { OrgId } from "../../../../domain/office/org.ts";
import { longDate, longTime } from "../../../../domain/words/dates.ts";
import { fill } from "../../../../domain/words/fill.ts";
import { claimsOf } from "../../../../domain/words/reply.ts";
import { zh as domainWords } from "../../../../domain/words/zh.ts";
import type { AnswerView, FileView } from "../../../../portal/pages/case/case-view.ts";
import { zh } from "../../../../portal/words/zh.ts";
import type { World } from "../../../store/world.ts";
import type { Follow, GivenReply } from "../../views/follow/follow-view.ts";

const words = zh.case;

interface Known {
  readonly claim: string | null;
  readonly files: ReadonlyMap<string, FileView>;
  readonly world: World;
}

/** Every answer and decision that the petitioner has, the newest above; one that was corrected stays below. */
export function answerViews(follow: Follow, known: Known): readonly AnswerView[] {
  const given = [...follow.earlier, ...follow.replies].map((reply) => ({
    at: reply.at,
    view: answerView(reply, follow, known),
  }));
  const decided = follow.opinions.map(({ unit, title, text, at }) => ({
    at: at as string,
    view: { ...nothing, title: fill(words.opinion, { unit, title }), text, answered: longTime(at) },
  }));
  return [...given, ...decided].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)).map(({ view }) => view);
}

const nothing = { claims: [], promises: [], files: [], contact: null, replaced: false, corrects: false } as const;

function answerView(reply: GivenReply, follow: Follow, { claim, files, world }: Known): AnswerView {
  const claims = claimsOf(claim);
  const title = reply.unit ? fill(words.answer, { unit: reply.unit }) : words.answerInternal;
  const replaced = follow.earlier.includes(reply);
  const phone = reply.unit ? (world.cards.get(reply.orgId as OrgId)?.phone ?? null) : null;
  return {
    title: replaced ? words.earlier : title,
    answered: answeredWords(reply.at),
    claims: reply.claims.map(({ n, verdict, text }) => ({
      n,
      claim: claims[n - 1] ?? "",
      verdict: domainWords.verdicts[verdict],
      text,
    })),
    text: reply.rest,
    promises: reply.promises,
    files: reply.files.flatMap((id) => files.get(id) ?? []),
    contact: phone && !replaced ? { unit: reply.unit, phone } : null,
    replaced,
    corrects: follow.earlier.some((one) => one.legId === reply.legId) && !replaced,
  };
}

function answeredWords(at: string): string {
  const day = parsePlainDate(at);
  return day ? longDate(day) : longTime(at as Instant);
}
