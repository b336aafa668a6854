import { addDays, type PlainDate } from "../calendar/plain-date.ts";
import type { WorkCalendar } from "../calendar/work-calendar.ts";
import { type Citation, citations } from "../rules/citations.ts";
import type { ClauseId } from "../rules/clause.ts";
import type { Entry } from "../rules/entry.ts";
import type { Pack, PackId } from "../rules/pack.ts";
import { failures } from "./example.ts";
import { type BlackHole, blackHoles } from "./faults/black-holes.ts";
import { type BadQuestion, badQuestions } from "./faults/questions.ts";
import { uncountable, type Unsound, unsoundParts } from "./faults/soundness.ts";
import { type Dangling, danglingNames } from "./references.ts";

/** Why a pack may not be put in force. */
export type PackFault =
  | { readonly what: "noSuchClause"; readonly part: string; readonly clause: ClauseId }
  | { readonly what: "notServed"; readonly clause: ClauseId }
  | ({ readonly what: "nobodyBears" } & Dangling)
  | Unsound
  | BadQuestion
  | BlackHole
  | { readonly what: "exampleFails"; readonly part: string; readonly why: readonly string[] }
  | { readonly what: "noBase"; readonly base: PackId }
  | { readonly what: "overlap" | "gap"; readonly other: PackId; readonly from: PlainDate; readonly to: PlainDate };

/**
 * Everything that keeps a pack from being put in force: a part that cites a clause the regulation does not have, a
 * binding clause that nothing serves, a name that is called and borne by nothing, an example that fails or says nothing, a
 * part that could never do what it says, a question that no form could ask, a case that nobody could bring further, a base that is not there, an overlap
 * with another pack of the same jurisdiction or a gap to the next one. Empty when it may be.
 */
export function checkPack(pack: Pack, all: readonly Pack[], calendar: WorkCalendar): readonly PackFault[] {
  const base = all.find((other) => other.id === pack.standsOn);
  const missing: readonly PackFault[] =
    pack.standsOn !== null && !base ? [{ what: "noBase", base: pack.standsOn }] : [];
  const own = ownEntries(pack, base);
  const endless = uncountable(pack);
  // No story can be told under a term that nobody could count.
  if (endless.length > 0) return [...missing, ...endless];
  const dangling = danglingNames(pack, own).map((name): PackFault => ({ what: "nobodyBears", ...name }));
  return [
    ...missing,
    ...clauseFaults(pack, base),
    ...dangling,
    ...exampleFaults(pack, own, calendar),
    ...unsoundParts(pack, own),
    ...badQuestions(pack),
    ...(missing.length > 0 ? [] : blackHoles(pack, calendar)),
    ...validityFaults(pack, all),
  ];
}

function clauseFaults(pack: Pack, base: Pack | undefined): readonly PackFault[] {
  const known = new Set([...pack.clauses, ...(base?.clauses ?? [])].map((clause) => clause.id));
  const cited = citations(pack);
  const gaps = pack.gaps ?? [];
  const named = gaps.map(({ clause }): Citation => [clause, "gap"]);
  const strange = [...cited, ...named].filter(([clause]) => !known.has(clause));
  const served = new Set([
    ...cited.map(([clause]) => clause),
    ...(base ? [base.inForceBy] : []),
    ...gaps.map(({ clause }) => clause),
  ]);
  const idle = pack.clauses.filter((clause) => clause.force !== "inform" && !served.has(clause.id) && !clause.noted);
  return [
    ...strange.map(([clause, part]): PackFault => ({ what: "noSuchClause", part, clause })),
    ...idle.map((clause): PackFault => ({ what: "notServed", clause: clause.id })),
  ];
}

/** The entries that a pack brings itself, by kind; those of the pack beneath it are proven there. */
export function ownEntries(pack: Pack, base: Pack | undefined): Readonly<Record<string, readonly Entry[]>> {
  const beneath = new Set<Entry>(base ? Object.values(entriesOf(base)).flat() : []);
  const kinds = Object.entries(entriesOf(pack)) as [string, readonly Entry[]][];
  return Object.fromEntries(kinds.map(([kind, entries]) => [kind, entries.filter((entry) => !beneath.has(entry))]));
}

function entriesOf(pack: Pack) {
  return {
    ground: pack.grounds,
    power: pack.powers,
    sight: pack.sights,
    duty: pack.duties,
    measure: pack.measures,
    notice: pack.notices,
    formality: pack.formalities,
    paper: pack.papers,
  };
}

function exampleFaults(
  pack: Pack,
  own: Readonly<Record<string, readonly Entry[]>>,
  calendar: WorkCalendar,
): readonly PackFault[] {
  return Object.entries(own).flatMap(([kind, entries]) =>
    entries.flatMap((entry): readonly PackFault[] => {
      const why = failures(entry, pack, calendar);
      return why.length > 0 ? [{ what: "exampleFails", part: `${kind} ${entry.id}`, why }] : [];
    }),
  );
}

function validityFaults(pack: Pack, all: readonly Pack[]): readonly PackFault[] {
  const line = all
    .filter((other) => other.jurisdiction === pack.jurisdiction)
    .toSorted((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom));
  const next = line[line.findIndex((other) => other.id === pack.id) + 1];
  if (!next) return [];
  if (pack.effectiveTo === null || pack.effectiveTo >= next.effectiveFrom) {
    return [{ what: "overlap", other: next.id, from: next.effectiveFrom, to: pack.effectiveTo ?? next.effectiveFrom }];
  }
  const after = addDays(pack.effectiveTo, 1);
  if (after === next.effectiveFrom) return [];
  return [{ what: "gap", other: next.id, from: after, to: addDays(next.effectiveFrom, -1) }];
}
