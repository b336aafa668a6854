import type { FaultCode, LogFault } from "./fault.ts";

/** So many faults of one kind are named; the others are counted. */
const namedOfEach = 1000;

/** Collects faults without growing with the damage. */
export class Found {
  readonly faults: LogFault[] = [];
  /** How many more there are than are named. */
  more = 0;
  readonly #counts = new Map<FaultCode, number>();

  take(one: LogFault): void {
    const n = (this.#counts.get(one.what) ?? 0) + 1;
    this.#counts.set(one.what, n);
    if (n <= namedOfEach) this.faults.push(one);
    else this.more += 1;
  }
}
