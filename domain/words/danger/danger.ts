import { emergency } from "./danger-words.ts";

const { words, notMeant, over } = emergency;
/** A year in digits, or so many years, months or days ago. */
const past = new RegExp(`\\d{4}${over.year}|[\\d${over.digits}](?:${over.ago.join("|")})`);
const ofOwnKind = new Set(notMeant.map(plain));

/**
 * Whether a text sounds as if somebody were in danger now. Width, blanks and signs do not count; events that are over,
 * feared or learned about are no danger, and neither are phrases such as a price to jump off the roof for.
 * `further`: words that the regulation adds. The result is advice to call, never a reason not to take a case.
 */
export function soundsDangerous(text: string, further: readonly string[] = []): boolean {
  const all = [...new Set([...words, ...further])].map(plain).filter((word) => word !== "");
  return clauses(text).some((clause) => all.some((word) => meansNow(clause, word)));
}

function meansNow(clause: string, word: string): boolean {
  for (let at = clause.indexOf(word); at >= 0; at = clause.indexOf(word, at + 1)) {
    const before = clause.slice(Math.max(0, at - over.reach), at);
    const after = clause.slice(at + word.length);
    const isNow = over.butNow.some((sign) => clause.includes(sign));
    const isOver = !isNow && (past.test(before) || over.before.some((sign) => before.includes(sign)));
    const isTalkedOf = over.after.some((sign) => after.replace(/^[的后]?(?:事故)?的?/u, "").startsWith(sign));
    if (!isOver && !isTalkedOf && !inside(clause, at, word)) return true;
  }
  return false;
}

/** Whether the word at this place is part of a phrase that means something else. */
function inside(clause: string, at: number, word: string): boolean {
  return [...ofOwnKind].some((phrase) => {
    for (let from = clause.indexOf(phrase); from >= 0; from = clause.indexOf(phrase, from + 1)) {
      if (from < at + word.length && at < from + phrase.length) return true;
    }
    return false;
  });
}

/** The parts of a text between its signs; blanks inside a part are taken out. */
function clauses(text: string): readonly string[] {
  return text
    .normalize("NFKC")
    .split(/[。！？!?；;\n，,：:、]/u)
    .map(plain);
}

function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, "");
}
