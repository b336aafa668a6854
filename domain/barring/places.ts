import { accounts, permits, plates, positions } from "./cues/codes.ts";
import { dwellings } from "./cues/dwellings.ts";
import { type Held, heldNumbers, heldWords } from "./held.ts";
import type { BarredKind, Found, Place } from "./kinds.ts";
import { mailIn } from "./cues/mail.ts";
import { names } from "./cues/names.ts";
import { numbersOf } from "./numbers.ts";
import { foundBy } from "./patterns.ts";
import { type Plain, plainOf } from "./plain.ts";
import { runsIn } from "./runs.ts";

/** What is known when a text is looked at. */
export interface Known {
  readonly held: Held;
  /** Telephone numbers of bodies, which the public may read. */
  readonly bodies: readonly string[];
  /** The words of an office: its numbers, rooms and clerks may be meant for the public, so somebody has to look. */
  readonly official: boolean;
}

const officeMeans: readonly BarredKind[] = ["telephone", "dwelling", "name", "mail", "account"];

/**
 * The passages of a text that tell who somebody is, in order and without overlap, by meaning and not by spelling: width,
 * blanks, marks, digits of any script change nothing. Takes time in proportion to the length.
 */
export function placesIn(original: string, known: Known): readonly Place[] {
  const plain = plainOf(original);
  const { text } = plain;
  const runs = runsIn(plain);
  const held = [...heldWords(text, known.held), ...runs.flatMap((run) => heldNumbers(run, known.held))];
  const bodies = bodyKeys(known.bodies);
  const found = [
    ...runs.flatMap((run) => numbersOf(text, run)),
    ...foundBy(text, [...permits, ...plates, ...accounts, ...positions, ...dwellings, ...names]),
    ...mailIn(text),
  ]
    .filter(({ digits }) => digits === undefined || !bodies.has(digits))
    .filter(({ ofBody }) => !(known.official && ofBody));
  const seen = known.official
    ? found.map((one) => (officeMeans.includes(one.kind) ? { ...one, certain: false } : one))
    : found;
  return joined([...held, ...seen].map((one) => inOriginal(one, plain)));
}

/** Under which digits the number of a body is written: with its area code, and without. */
function bodyKeys(bodies: readonly string[]): ReadonlySet<string> {
  const digits = bodies.map((number) => plainOf(number).text.replace(/\D/g, "")).filter((key) => key.length >= 3);
  return new Set(digits.flatMap((key) => [key, key.replace(/^0(?:10|2\d|[3-9]\d\d)/, "")]));
}

/** Unseen marks behind the last sign, such as the frame of a keycap, belong to it. */
function inOriginal({ from, to, kind, certain }: Found, { from: starts, to: ends, length }: Plain): Place {
  const end = ends[to - 1] ?? 0;
  return { from: starts[from] ?? 0, to: Math.max(end, starts[to] ?? length), kind, certain };
}

/** Overlapping places become one; it is certain where one of them is, and of that one's kind. */
function joined(places: readonly Place[]): readonly Place[] {
  const out: Place[] = [];
  for (const place of places.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = out.at(-1);
    if (!last || place.from >= last.to) out.push(place);
    else {
      out.pop();
      const kind = place.certain && !last.certain ? place.kind : last.kind;
      out.push({ from: last.from, to: Math.max(last.to, place.to), kind, certain: last.certain || place.certain });
    }
  }
  return out;
}

const bar = "▇▇";

/** The text with a bar in each of the places. */
export function withBars(text: string, places: readonly Pick<Place, "from" | "to">[]): string {
  let out = "";
  let at = 0;
  for (const { from, to } of places.toSorted((a, b) => a.from - b.from)) {
    if (to <= at) continue;
    out += text.slice(at, Math.max(at, from)) + (from < at ? "" : bar);
    at = to;
  }
  return out + text.slice(at);
}
