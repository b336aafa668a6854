import { join } from "node:path";
import type { Pack } from "../../domain/rules/pack.ts";
import { inForce, watchedParts } from "./watched.ts";

/** The clauses whose parts were evaluated by the product, or only read, since the last `begin`. */
export interface Reads {
  readonly evaluated: ReadonlySet<string>;
  readonly touched: ReadonlySet<string>;
}

const root = join(import.meta.dirname, "..", "..");

/** Code that decides or shows something for people. A pack's own check, its diff and the lists of all rules do not. */
const product = /^(domain\/(calendar|case|duty|accountability|papers|office|rules|words)|server|portal|contract)\//;
const lists =
  /^domain\/rules\/(citations|diff|layers|example)|^domain\/words\/pack-diff|^server\/http\/views\/pack-view/;

const watched = new WeakMap<object, Set<string>>();
let evaluated = new Set<string>();
let touched = new Set<string>();

/** Starts anew; `kept`: what was read before any test of the file ran and counts for each of them. */
export function begin(kept: Reads | null): void {
  evaluated = new Set(kept?.evaluated);
  touched = new Set(kept?.touched);
}

/** What was read since `begin`. */
export function readsSoFar(): Reads {
  return { evaluated: new Set(evaluated), touched: new Set(touched) };
}

/** Replaces the decisive properties of each part of these packs by getters that note who reads them. Tests only. */
export function watch(packs: readonly Pack[], written: readonly Pick<Pack, "inForceBy">[]): void {
  for (const { part, clauses, keys, shown = false } of [
    ...packs.flatMap(watchedParts),
    ...[...packs, ...written].map(inForce),
  ]) {
    for (const key of keys) watchKey(part, key, clauses, shown);
  }
}

function watchKey(part: object, key: string, clauses: readonly string[], shown: boolean): void {
  const known = watched.get(part) ?? new Set();
  const own = Object.getOwnPropertyDescriptor(part, key);
  if (known.has(key) || !own || !("value" in own)) return;
  watched.set(part, known.add(key));
  const value: unknown = own.value;
  const get = () => {
    note(clauses, shown, get);
    return value;
  };
  Object.defineProperty(part, key, { get, enumerable: true, configurable: true });
}

function note(clauses: readonly string[], shown: boolean, reading: () => unknown): void {
  if (clauses.every((clause) => evaluated.has(clause))) return;
  const reader = readerOf(reading);
  const counts = product.test(reader) && (shown || !lists.test(reader));
  for (const clause of clauses) (counts ? evaluated : touched).add(clause);
}

/** The file whose code reads the property, from the root of the project; empty when it is none of the project's. */
function readerOf(reading: () => unknown): string {
  const at: { stack?: string } = {};
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 1;
  Error.captureStackTrace(at, reading);
  const frame = at.stack ?? "";
  Error.stackTraceLimit = limit;
  const start = frame.indexOf(`${root}/`);
  return start < 0 ? "" : (/^[^\s:?)]+/.exec(frame.slice(start + root.length + 1))?.[0] ?? "");
}
