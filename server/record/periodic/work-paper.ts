import { isNumbered, type PeriodicKind } from "../../../domain/accountability/periodic.ts";
import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { Block, Paper } from "../../../domain/papers/paper.ts";
import { fill } from "../../../domain/words/fill.ts";
import { paperDate } from "../../../domain/words/papers.ts";
import { periodicWords as w } from "../../../domain/words/periodic.ts";
import type { Section } from "./section.ts";

/** What is printed of a work: its material, and what whoever did it wrote to each part. */
export interface PrintedWork {
  readonly what: PeriodicKind;
  readonly organ: string;
  readonly title: string;
  readonly number: string | null;
  readonly basis: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly heldOn: PlainDate;
  readonly withNames: readonly string[];
  readonly sections: readonly Section[];
  readonly remarks: Readonly<Record<string, string>>;
}

/** A work as a paper: circulars and reports as official documents, the others as plain records. */
export function workPaper(work: PrintedWork): Paper {
  const { what, heldOn, sections, remarks } = work;
  return {
    layout: isNumbered(work) ? "official" : "notice",
    organ: work.organ,
    number: work.number,
    signer: null,
    title: work.title,
    addressee: what === "circular" ? w.addressee : null,
    blocks: [
      ...openingLines(work).map((text): Block => ({ is: "paragraph", text })),
      ...sections.flatMap((section, i) => sectionBlocks(section, i, remarks[section.key] ?? "")),
    ],
    date: heldOn,
    dated: paperDate(heldOn),
    copies: null,
    note: w.sealed,
  };
}

function openingLines({ what, basis, from, to, heldOn, withNames }: PrintedWork): readonly string[] {
  const held = fill(w.heldLine[what], { on: paperDate(heldOn) });
  return [
    fill(w.basisLine, { basis, from: paperDate(from), to: paperDate(to) }),
    ...(held === "" ? [] : [held]),
    ...(withNames.length > 0 ? [fill(w.withLine[what], { names: withNames })] : []),
  ];
}

function sectionBlocks({ heading, lines, table }: Section, place: number, remark: string): readonly Block[] {
  const written = remark
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return [
    { is: "heading", text: fill(w.heading, { ordinal: ordinal(place + 1), text: heading }) },
    ...[...lines, ...written].map((text): Block => ({ is: "paragraph", text })),
    ...(table ? [{ is: "table", ...table } as const] : []),
  ];
}

/** 3 → 「三」, 12 → 「十二」; a paper has no more than nineteen parts. */
function ordinal(n: number): string {
  const ten = w.ordinals[9];
  return n <= 10 ? (w.ordinals[n - 1] ?? "") : `${ten}${w.ordinals[n - 11] ?? ""}`;
}
