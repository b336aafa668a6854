import { plain } from "../trust/verify-cases.ts";
import type { AllRows, Row } from "./made-anew.ts";

/** One thing that is kept of a case and is not what its events make of it. */
export interface Difference {
  readonly table: keyof AllRows;
  /** The leg, the duty, the reader; empty for the case itself. */
  readonly key: string;
  /** Null where the whole row is too much or missing. */
  readonly column: string | null;
  readonly kept: unknown;
  readonly made: unknown;
}

/** What tells a row apart is compared by it; the rest of these is written and not compared. */
const aside: ReadonlySet<string> = new Set(["region_id", "case_id", "more"]);

/** Everything in which the rows as they lie there differ from the rows as they ought to. */
export function differencesOf(kept: AllRows, made: AllRows): readonly Difference[] {
  return (Object.keys(made) as (keyof AllRows)[]).flatMap((table) => {
    const keys = new Set([...made[table].keys(), ...kept[table].keys()]);
    return [...keys].flatMap((key) => {
      const [is, ought] = [kept[table].get(key), made[table].get(key)];
      const whole = { table, key, column: null, kept: is ?? null, made: ought ?? null };
      return is && ought ? columnsOf(table, is, ought).map((of) => ({ table, key, ...of })) : [whole];
    });
  });
}

function columnsOf(
  table: keyof AllRows,
  kept: Row,
  made: Row,
): readonly Pick<Difference, "column" | "kept" | "made">[] {
  // A part of the state that the engine does not know any more counts as well.
  const names = new Set([...Object.keys(made), ...(table === "case" ? Object.keys(kept) : [])]);
  return [...names]
    .filter((column) => !aside.has(column) && plain(kept[column]) !== plain(made[column]))
    .map((column) => ({ column, kept: kept[column] ?? null, made: made[column] ?? null }));
}
