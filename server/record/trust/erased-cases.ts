import { createHash } from "node:crypto";
import { canonical } from "../../store/chain.ts";
import type { LoggedEvent } from "../../store/oversight/log.ts";
import type { LogFault, Tell } from "./fault.ts";

/**
 * The events of an erased case have lost their words, so that their hashes cannot be reckoned anew. For them stands what
 * the log of the office says of the erasure: the hash over all that was left. Cases come before the office, so what looks
 * changed is held until then.
 */
export class ErasedCases {
  readonly #tell: Tell;
  readonly #held = new Map<string, { readonly faults: LogFault[]; readonly digest: string }>();
  #stream = "";
  #left: object[] = [];
  #faults: LogFault[] = [];

  constructor(tell: Tell) {
    this.#tell = tell;
  }

  /** Another stream begins. */
  begin(stream: string): void {
    if (this.#faults.length > 0) {
      const digest = createHash("sha256").update(canonical(this.#left)).digest("hex");
      this.#held.set(this.#stream, { faults: this.#faults, digest });
    }
    this.#stream = stream;
    this.#left = [];
    this.#faults = [];
  }

  take({ stream, seq, type, at, actor, data }: LoggedEvent, found: LogFault | null): void {
    this.#left.push({ seq, type, at, actor, data });
    if (found?.what === "eventChanged") this.#faults.push(found);
    else if (found) this.#tell(found);
    if (stream !== "retention" || type !== "caseErased" || found) return;
    const said = data as { readonly case?: string; readonly digest?: string };
    if (said.case !== undefined && this.#held.get(said.case)?.digest === said.digest) this.#held.delete(said.case);
  }

  /** What nobody has vouched for is told. */
  end(): void {
    this.begin("");
    for (const { faults } of this.#held.values()) for (const fault of faults) this.#tell(fault);
  }
}
