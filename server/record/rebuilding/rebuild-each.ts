import type { House } from "../../house.ts";
import { type Rebuilt, rebuildIn } from "./rebuild-case.ts";
import { casesOfForm } from "../../store/rebuilding/forms.ts";
import { inTransaction } from "../../store/transaction.ts";
import { loadWorld } from "../../store/world.ts";

export interface Which {
  readonly region: string;
  /** One case alone; null: every case of the region. */
  readonly caseId: string | null;
  /** Only cases whose state has a form below this one; null: whatever form it has. */
  readonly below: number | null;
  /** Whether what differs is put right. */
  readonly write: boolean;
}

/** A case from whose events nothing could be made. */
export interface NotMade {
  readonly caseId: string;
  readonly reason: string;
}

const atOnce = 500;

/** Makes case after case anew, each in a transaction of its own, and tells of each. One that fails does not hold up the others. */
export async function* rebuildEach(house: House, which: Which): AsyncGenerator<Rebuilt | NotMade> {
  const { region, write } = which;
  const world = await loadWorld(house.db, region, house);
  for await (const caseId of idsOf(house, which)) {
    try {
      const rebuilt = await inTransaction(house.db, (tx) => rebuildIn(tx, house, world, caseId, write));
      if (rebuilt) yield rebuilt;
    } catch (error) {
      yield { caseId, reason: error instanceof Error ? error.message : String(error) };
    }
  }
}

async function* idsOf(house: House, { region, caseId, below }: Which): AsyncGenerator<string> {
  if (caseId !== null) {
    yield caseId;
    return;
  }
  let after: string | null = null;
  for (;;) {
    const ids: readonly string[] = await casesOfForm(house.db, region, { after, form: below, limit: atOnce });
    yield* ids;
    after = ids.at(-1) ?? null;
    if (ids.length < atOnce) return;
  }
}
