import {
  extensionAfter,
  isCalled,
  isCard,
  isFraction,
  isIdentity,
  isMeasure,
  isNumbered,
  isOfBody,
  isPartOfCode,
} from "./cues/around.ts";
import { cardLengths, isBornOn, isCardNumber, oldIdentity } from "./digit-rules.ts";
import type { BarredKind, Found } from "./kinds.ts";
import type { Run } from "./runs.ts";
import { holdsDate, isGrouped, isSpelledOut, type Spacing, spacingOf } from "./spacing.ts";

/** Part of a run that is looked at: its groups from `first` to `last`, their digits in a row. */
interface Part {
  readonly text: string;
  readonly run: Run;
  readonly first: number;
  readonly last: number;
  readonly digits: string;
  readonly from: number;
  readonly to: number;
  /** Looked at only where the digits may be a number of somebody. */
  readonly spacing: Spacing;
  /** Whether the words before the run's part speak of a card or an account. */
  readonly saysCard: () => boolean;
}

const longest = 22;
const mobileGroups = [
  "11",
  "3-4-4",
  "3-8",
  "4-7",
  "7-4",
  "3-3-5",
  "4-4-3",
  "4-3-4",
  "5-6",
  "6-5",
  "3-2-2-2-2",
  "3-2-2-4",
];
const identityGroups = [
  "18",
  "6-8-4",
  "6-4-4-4",
  "6-4-2-2-4",
  "3-3-4-4-4",
  "6-12",
  "14-4",
  "10-8",
  "4-4-4-4-2",
  "6-6-6",
];

/** Telephone, identity and card numbers of a run of digits. */
export function numbersOf(text: string, run: Run): readonly Found[] {
  const found: Found[] = [];
  for (let first = 0; first < run.length; ) {
    const best = bestFrom(text, run, first);
    if (best) found.push(best.found);
    first = best ? best.next : first + 1;
  }
  return found;
}

interface Best {
  readonly found: Found;
  readonly next: number;
}

/** First digits that a number of this length can have; most digits of a text have none of them. */
const beginnings: Readonly<Record<number, string>> = {
  7: "2345678",
  8: "2345678",
  10: "048",
  11: "018",
  12: "08",
  13: "08",
  14: "08",
};

function mayBeNumber(digits: string, plus: boolean): boolean {
  const n = digits.length;
  if (n >= 15) return n <= 19 || n === 22;
  return (beginnings[n]?.includes(digits[0] ?? "") ?? false) || (plus && n >= 9);
}

/** The first certain reading from this group on, the fewest groups first; else the first that is not certain. */
function bestFrom(text: string, run: Run, first: number): Best | null {
  let digits = "";
  let doubtful: Best | null = null;
  let longer: Best | null = null;
  const from = run[first]?.from ?? 0;
  const plus = isPlus(text, from);
  let card: boolean | null = null;
  const saysCard = () => {
    card ??= isCard(text, from);
    return card;
  };
  for (let last = first; last < run.length; last += 1) {
    const group = run[last];
    if (!group) break;
    digits += group.digits;
    if (digits.length > longest) break;
    if (!mayBeNumber(digits, plus)) continue;
    const found = read(partOf(text, run, first, last, digits, saysCard));
    const best = found && { found, next: last + 1 };
    // The first four groups of a card of nineteen digits can be a card of sixteen.
    if (found?.certain && found.kind === "card" && last + 1 < run.length) longer = best;
    else if (found?.certain) return best;
    else doubtful ??= best;
  }
  return longer ?? doubtful;
}

/** Whether a plus of a country's code stands before, and not one of a sum. */
function isPlus(text: string, from: number): boolean {
  return /(?:^|[^A-Za-z0-9])\+\s?$/.test(text.slice(Math.max(0, from - 3), from));
}

function partOf(text: string, run: Run, first: number, last: number, digits: string, saysCard: () => boolean): Part {
  let spacing: Spacing | null = null;
  return {
    text,
    run,
    first,
    last,
    digits,
    from: run[first]?.from ?? 0,
    to: run[last]?.to ?? 0,
    get spacing() {
      spacing ??= spacingOf(run, first, last);
      return spacing;
    },
    saysCard,
  };
}

function read(part: Part): Found | null {
  return identity(part) ?? card(part) ?? twoMobiles(part) ?? mobile(part) ?? fixedLine(part) ?? hotline(part);
}

function found(part: Part, kind: BarredKind, certain: boolean, to = part.to): Found {
  return { from: part.from, to, kind, certain, digits: part.digits };
}

/** Identity numbers of 18 signs and of 15 digits (GB 11643-1999); the day of birth in them tells them from others. */
function identity(part: Part): Found | null {
  const { digits, text, to, from } = part;
  if (digits.length !== 15 && digits.length !== 17 && digits.length !== 18) return null;
  const born = digits.length > 15 && /^[1-9]/.test(digits) && isBornOn(digits.slice(6, 14));
  if (digits.length > 15 && !born) return null;
  const ending =
    digits.length === 17 ? /^[^\p{L}\p{N}\n÷×%]{0,4}[xX×\u53c9](?![A-Za-z0-9])/u.exec(text.slice(to, to + 6)) : null;
  if (digits.length === 18 || ending) {
    const { spacing } = part;
    const usual = isGrouped(spacing, identityGroups) || isSpelledOut(spacing) || ending !== null || !spacing.listed;
    return found(part, "identity", usual, to + (ending?.[0].length ?? 0));
  }
  if (digits.length !== 15 || !oldIdentity(digits) || isPartOfCode(text, from) || isNumbered(text, from)) return null;
  const { spacing } = part;
  const usual = spacing.sizes.length === 1 || isGrouped(spacing, ["6-6-3"]) || isSpelledOut(spacing);
  return found(part, "identity", usual || isIdentity(text, from));
}

/** Whether the first group can be the beginning of a card's usual spacing: all together, one by one, or in fours. */
function mayBeSpaced({ run, first, last }: Part): boolean {
  const size = run[first]?.digits.length ?? 0;
  return first === last || size === 1 || size === 4 || run[first + 1]?.gap === "";
}

function card(part: Part): Found | null {
  const { digits, text, from, to } = part;
  if (!cardLengths.includes(digits.length) || digits.startsWith("0")) return null;
  if (!mayBeSpaced(part) && !part.saysCard()) return null;
  if (isPartOfCode(text, from)) return null;
  const { spacing } = part;
  const usual =
    spacing.sizes.length === 1 || isSpelledOut(spacing) || /^4-4-4-4(?:-[1-3])?$/.test(spacing.sizes.join("-"));
  const named = part.saysCard();
  if (!named && (!usual || isNumbered(text, from) || isMeasure(text, to) || isFraction(text, from))) return null;
  return found(part, "card", named || isCardNumber(digits));
}

/** Two numbers with nothing between them. */
function twoMobiles(part: Part): Found | null {
  const glued = part.first === part.last && /^(?:1[3-9]\d{9}){2}$/.test(part.digits);
  return glued ? found(part, "telephone", true) : null;
}

/** Mobile numbers, with the country's code or without. */
function mobile(part: Part): Found | null {
  const { digits, text, run, first, last, from, to } = part;
  const code = /^(?:0?0?86|17951|12593|0)?(1[3-9]\d{9})$/.exec(digits);
  if (!code || isMeasure(text, to)) return null;
  const { spacing } = part;
  const own = code[1] ?? digits;
  const called = isCalled(text, from);
  const head = spacing.sizes[0] ?? 0;
  const dated = holdsDate(run, first, last);
  if (dated && head < 3) return null;
  const usual =
    isGrouped(spacing, mobileGroups) ||
    (own !== digits && spacing.sizes.length <= 4) ||
    (isSpelledOut(spacing) && !spacing.listed) ||
    (head >= 3 && !spacing.listed);
  if (!usual && spacing.listed && !isSpelledOut(spacing) && Math.max(...spacing.sizes) <= 3 && !called) return null;
  if (isFraction(text, from) && !called) return null;
  const certain = (usual && !dated) || called;
  const plus = /\+\s?$/.exec(text.slice(Math.max(0, from - 2), from))?.[0].length ?? 0;
  const whole = certain && isNumbered(text, from) && !called && spacing.sizes.length === 1;
  return { from: from - plus, to, kind: "telephone", certain: certain && !whole, digits: own };
}

/** Fixed lines: with area code, or after a word for telephone without one; an extension belongs to them. */
function fixedLine(part: Part): Found | null {
  const { digits, text, run, first, last, from, to } = part;
  const coded = /^(?:00?86)?(?:0(?:10|2\d)\d{8}|0[3-9]\d\d\d{7,8})$/.test(digits);
  const plus = isPlus(text, from);
  const ends = last === run.length - 1 || /[,、;。!?\n/]/.test(run[last + 1]?.gap ?? "");
  const abroad = plus && ends && /^(?:86(?!1[3-9])[1-9]\d{8,9}|(?!86)[1-9]\d{8,14})$/.test(digits);
  const local =
    ends &&
    /^[2-8]\d{6,7}$/.test(digits) &&
    part.spacing.sizes.length <= 3 &&
    isCalled(text, from) &&
    !isNumbered(text, from);
  // Hong Kong and Macao, whose codes are written in brackets or after a word for telephone.
  const near =
    /^85[23][2-9]\d{7}$/.test(digits) && (isCalled(text, from) || /[(]$/.test(text.slice(0, from).slice(-1)));
  if (!coded && !abroad && !local && !near) return null;
  if (isMeasure(text, to) || isPartOfCode(text, from) || holdsDate(run, first, last)) return null;
  if (/^0$/.test(run[first]?.digits ?? "") && run[first + 1]?.gap === ".") return null;
  if (part.spacing.listed && !isCalled(text, from)) return null;
  const open = /[([+]\s?$/.exec(text.slice(Math.max(0, from - 2), from))?.[0].length ?? 0;
  const extension = extensionAfter(text, to);
  const ofBody = isOfBody(text, from);
  const certain = !isNumbered(text, from) && !ofBody;
  return { from: from - open, to: to + extension, kind: "telephone", certain, digits, ofBody };
}

function hotline(part: Part): Found | null {
  const { digits, text, from, to } = part;
  if (!/^[48]00\d{7}$/.test(digits) || isMeasure(text, to) || isPartOfCode(text, from)) return null;
  const { spacing } = part;
  const usual = isGrouped(spacing, ["10", "3-3-4", "3-4-3", "3-7"]) || isSpelledOut(spacing) || isCalled(text, from);
  const ofBody = isOfBody(text, from);
  return usual && !isNumbered(text, from) ? { ...found(part, "telephone", !ofBody), ofBody } : null;
}
