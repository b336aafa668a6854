import type { ClaimAnswer, Promised } from "../case/event.ts";
import { longDate } from "./dates.ts";
import { fill } from "./fill.ts";
import { zh } from "./zh.ts";

const words = zh.reply;

/** What a reply is made of, as far as the petitioner reads it. */
export interface ReplyContent {
  readonly parts: Readonly<Record<string, string>>;
  readonly text: string;
  readonly claims?: readonly ClaimAnswer[] | undefined;
  readonly promises?: readonly Promised[] | undefined;
}

/**
 * A reply as the petitioner reads it, everywhere the same: what it says to each claim, the named parts in their
 * order, the free text, and what will be done until when.
 */
export function replyWords(
  named: readonly { readonly code: string; readonly label: string }[],
  { claims, promises, ...rest }: ReplyContent,
): string {
  const answers = (claims ?? []).map(({ n, verdict, text }) =>
    fill(words.claim, { n, verdict: zh.verdicts[verdict], text: text.trim() }),
  );
  return [...answers, restWords(named, rest), ...promiseWords(promises ?? [])].filter((text) => text !== "").join("\n");
}

/** The named parts and the free text alone, for a page that shows claims and promises by themselves. */
export function restWords(
  named: readonly { readonly code: string; readonly label: string }[],
  reply: Pick<ReplyContent, "parts" | "text">,
): string {
  const parts = named.flatMap(({ code, label }) => {
    const text = reply.parts[code]?.trim();
    return text ? [`${label}：${text}`] : [];
  });
  return [...parts, reply.text.trim()].filter((text) => text !== "").join("\n");
}

function promiseWords(promises: readonly Promised[]): readonly string[] {
  if (promises.length === 0) return [];
  return [
    words.promises,
    ...promises.map(({ what, who, by }) => fill(words.promise, { what, who, date: longDate(by) })),
  ];
}

/** The claims of a petitioner, one to a line as the form asks for them, without numbers of their own. */
export function claimsOf(claim: string | null): readonly string[] {
  return (claim ?? "")
    .split("\n")
    .map((line) =>
      line
        .trim()
        .replace(
          /^(?:[（(]?[0-9０-９一二三四五六七八九十]{1,3}[)）]|[0-9０-９一二三四五六七八九十]{1,3}[.．、]|[①-⑳])\s*/u,
          "",
        ),
    )
    .filter((line) => line !== "");
}

const claimLabel = new RegExp(
  `^${words.claim.replace("{n}", "\\d+").replace("{verdict}", "[^）]*").replace("{text}", "")}`,
  "gmu",
);

/** A reply without the numbers and verdicts before its lines: for a beginning of it, where the claims do not stand beside. */
export function withoutClaimLabels(reply: string): string {
  return reply.replaceAll(claimLabel, "");
}

/** The beginning of a reply without the labels of claims, 「…」 where more follows. */
export function beginningOf(reply: string): string {
  return cutWell(withoutClaimLabels(reply).replace(/\s+/g, " "), 60);
}

const segments = new Intl.Segmenter("zh", { granularity: "word" });

/**
 * At most so many characters of a text, 「…」 where more follows: to the last mark where one stands late enough, else to the
 * end of a word. A number with its unit, a date, and what stands in brackets are not taken apart.
 */
export function cutWell(text: string, most: number): string {
  const letters = [...text];
  if (letters.length <= most) return text;
  const head = letters.slice(0, most).join("");
  const marked = closed(/^(.{20,})[，。；：！？]/u.exec(head)?.[1] ?? "");
  if ([...marked].length >= 20) return `${marked}…`;
  const whole = wholeWords(text, head.length - 1);
  const dated = isDigit(text[whole.length]) ? withoutUnits(whole) : whole;
  const well = closed(withoutNumber(dated));
  return `${withoutMarks(well.length >= 8 ? well : whole)}…`;
}

const han = /^\p{Script=Han}$/u;

function isDigit(sign: string | undefined): boolean {
  return sign !== undefined && sign >= "0" && sign <= "9";
}

/** Where the number begins that ends before this place; the place itself where none does. */
function numberStart(text: string, end: number): number {
  let start = end;
  while (isDigit(text[start - 1]) || ".,:".includes(text[start - 1] ?? " ")) start -= 1;
  while (start < end && !isDigit(text[start])) start += 1;
  return start;
}

/** A text without the numbers with their units that it ends in: 「于3月」 becomes 「于」. */
function withoutUnits(text: string): string {
  let end = text.length;
  while (end > 0 && han.test(text[end - 1] ?? "") && numberStart(text, end - 1) < end - 1)
    end = numberStart(text, end - 1);
  return text.slice(0, end);
}

/** A text without the number that it ends in, and what belongs to it: 「于3月20」 becomes 「于」. */
function withoutNumber(text: string): string {
  const start = numberStart(text, text.length);
  return start === text.length ? text : withoutUnits(text.slice(0, start));
}

/** A text without the marks at its end after which something would have to follow. */
function withoutMarks(text: string): string {
  let end = text.length;
  while (end > 0 && `${openers}，、；： \n`.includes(text[end - 1] ?? "")) end -= 1;
  return text.slice(0, end);
}

/** The words of a text that end before this place. */
function wholeWords(text: string, end: number): string {
  const last = segments.segment(text).containing(end + 1)?.index ?? end;
  return text.slice(0, Math.min(last, end + 1));
}

const openers = "（〔【《“‘「『(";
const closers = "）〕】》”’」』)";

/** A text without what stands in a bracket or in quotes that it does not close. */
function closed(text: string): string {
  const open: number[] = [];
  for (let i = 0; i < text.length; i += 1) {
    if (openers.includes(text[i] ?? "")) open.push(i);
    else if (closers.includes(text[i] ?? "")) open.pop();
  }
  return open[0] === undefined ? text : text.slice(0, open[0]);
}
