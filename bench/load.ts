import { connect } from "./connection.ts";
import { type LifeAct, live, type Staff, visit } from "./life.ts";
import { round, Tally } from "./tally.ts";

/** What came of a load of whole lives. */
export interface LoadResult {
  readonly seconds: number;
  readonly tally: Tally;
  readonly errors: number;
  /** The first few, in words. */
  readonly failures: readonly string[];
  /** A case that is answered, for whoever wants to read one. */
  readonly last: { readonly number: string; readonly code: string } | null;
}

const failuresKept = 10;

/** Leads so many cases through their lives, each connection one after the other. */
export async function runLives(
  url: string,
  staff: Staff,
  { cases, connections }: { readonly cases: number; readonly connections: number },
  onDone: (done: number, perSecond: number) => void,
): Promise<LoadResult> {
  const tally = new Tally();
  const failures: string[] = [];
  let next = 0;
  let done = 0;
  let errors = 0;
  let last: LoadResult["last"] = null;
  const from = performance.now();
  const seconds = () => (performance.now() - from) / 1000;

  const worker = async () => {
    const connection = connect(url);
    try {
      const visitor = await visit(connection);
      while (next < cases) {
        const n = next++;
        let at: LifeAct | null = null;
        try {
          last = await live(connection, visitor, staff, n, async (act, work) => {
            at = act;
            const began = performance.now();
            const value = await work();
            tally.add(act, performance.now() - began);
            return value;
          });
        } catch (error) {
          errors += 1;
          if (failures.length < failuresKept) failures.push(`${n} ${at}: ${String(error)}`);
        }
        done += 1;
        onDone(done, round(done / seconds()));
      }
    } finally {
      connection.close();
    }
  };
  await Promise.all(Array.from({ length: Math.min(connections, cases) }, worker));
  return { seconds: seconds(), tally, errors, failures, last };
}
