import type { PaperKind, PaperPart, Source } from "../rules/paper.ts";

/** What whoever makes a paper writes into it. */
export interface Ask {
  readonly name: string;
  readonly label: string;
  readonly required: boolean;
  /** Room for more than a line. */
  readonly long: boolean;
}

/** Everything that a paper asks of its maker, each name once. */
export function asksOf(kind: PaperKind): readonly Ask[] {
  const asks = kind.parts.flatMap((part) => writtenIn(part.from).map((name) => askOf(part, name)));
  return asks.filter((ask, i) => asks.findIndex((other) => other.name === ask.name) === i);
}

function writtenIn(source: Source): readonly string[] {
  if (typeof source === "string") return [];
  if ("written" in source) return [source.written];
  return "words" in source ? Object.values(source.with ?? {}).flatMap(writtenIn) : [];
}

function askOf({ label, required, as = "row" }: PaperPart, name: string): Ask {
  return { name, label, required: required === true, long: as !== "row" };
}
