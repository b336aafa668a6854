import type { Held } from "../../../domain/barring/held.ts";
import type { CaseDetail } from "../../../contract/case/case-detail.ts";
import type { Instant, PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { Block, Paper } from "../../../domain/papers/paper.ts";
import { longTime } from "../../../domain/words/dates.ts";
import { fill } from "../../../domain/words/fill.ts";
import { caseSheetWords as words, paperDate } from "../../../domain/words/papers.ts";
import { zh } from "../../../domain/words/zh.ts";
import { redact } from "../../record/mask.ts";
import { dutyMark } from "../../record/papers/duty-mark.ts";

/** Who prints, when and what for; and who and what must not be read in the words. */
export interface Printing {
  readonly person: string;
  readonly organ: string;
  readonly at: Instant;
  readonly purpose: string;
  readonly held: Held;
}

/** A case on paper: what it is, what was said and answered, what is owed and what happened, without personal data. */
export function caseSheet(kase: CaseDetail, { person, organ, at, purpose, held }: Printing): Paper {
  const plain = (text: string) => redact(text, held);
  const text = (words_: string): readonly Block[] =>
    plain(words_)
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line) => ({ is: "paragraph", text: line }));
  const today = kase.today as PlainDate;
  const answers = kase.legs.flatMap((leg) =>
    leg.replies.filter(({ verdict }) => verdict === "passed").map((reply) => ({ unit: leg.org.name, ...reply })),
  );
  const date = today;
  return {
    layout: "table",
    organ,
    number: kase.number,
    signer: null,
    title: words.title,
    addressee: null,
    blocks: [
      { is: "code", text: kase.number },
      { is: "grid", rows: facts(kase, plain) },
      { is: "heading", text: words.content },
      ...text(kase.content),
      ...(kase.claim ? [{ is: "heading", text: words.claim } as const, ...text(kase.claim)] : []),
      ...answers.flatMap((answer): readonly Block[] => [
        { is: "heading", text: fill(words.answer, { unit: answer.unit, at: longTime(answer.at as Instant) }) },
        ...text(answer.text),
      ]),
      ...(kase.imported
        ? [{ is: "heading", text: fill(words.oldAnswer, kase.imported) } as const, ...text(kase.imported.answer)]
        : []),
      { is: "heading", text: words.duties },
      {
        is: "table",
        header: words.dutyColumns,
        widths: [3, 3, 5, 5],
        rows: kase.duties
          .filter(({ kind, state }) => kind === "duty" && state !== "cancelled")
          .map((duty) => [duty.title, duty.owner?.name ?? "", dutyMark(duty, today), duty.article]),
      },
      { is: "heading", text: words.timeline },
      {
        is: "table",
        header: words.timelineColumns,
        widths: [4, 4, 9],
        rows: kase.timeline.toReversed().map((row) => [longTime(row.at as Instant), row.who, plain(row.text)]),
      },
    ],
    date,
    dated: paperDate(date),
    copies: null,
    note: fill(words.printed, { person, at: longTime(at), purpose }),
  };
}

function facts(kase: CaseDetail, plain: (text: string) => string) {
  const unit = [...new Set(kase.legs.map((leg) => leg.org.name))].join("、");
  const cells: readonly (readonly [label: string, text: string])[] = [
    [words.stage, zh.caseStages[kase.stage]],
    [words.channel, zh.channels[kase.channel]],
    [words.received, longTime(kase.receivedAt as Instant)],
    [words.unit, unit],
    [words.petitioner, kase.petitioner?.name ?? ""],
    [words.phone, kase.petitioner?.phone ?? ""],
    [words.caseTitle, plain(kase.title)],
    [words.place, plain([kase.area?.name, kase.place].filter((part) => part).join(" "))],
  ];
  const rows = [];
  for (let n = 0; n < cells.length; n += 2) {
    rows.push({ cells: cells.slice(n, n + 2).map(([label, text]) => ({ label, text: text || words.none })) });
  }
  return rows;
}
