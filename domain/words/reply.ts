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

/** The beginning of a reply without the labels of claims: to its last mark within sixty characters, 「…」 where more follows. */
export function beginningOf(reply: string): string {
  const letters = [...withoutClaimLabels(reply).replace(/\s+/g, " ")];
  if (letters.length <= 60) return letters.join("");
  const head = letters.slice(0, 60).join("");
  return `${/^(.{20,})[，。；：！？]/u.exec(head)?.[1] ?? head}…`;
}
