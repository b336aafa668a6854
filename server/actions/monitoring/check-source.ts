import type { Actor } from "../../../domain/case/case.ts";
import type { House } from "../../house.ts";
import { writeOnce } from "../../record/write-once.ts";
import { addSourceCheck } from "../../store/monitoring/source-checks.ts";
import type { OnceKey } from "../../store/once/once.ts";

/** Somebody of the collecting body has looked at a source just now (YT-4.1). */
export async function checkSource(
  house: House,
  order: {
    readonly region: string;
    readonly actor: Extract<Actor, { kind: "staff" }>;
    readonly source: string;
    readonly found: number;
  },
  key: OnceKey | null,
): Promise<void> {
  const { region, actor, source, found } = order;
  const work = async (tx: Parameters<typeof addSourceCheck>[0]) => {
    const by = { orgId: actor.orgId, personId: actor.personId };
    await addSourceCheck(tx, region, { id: house.newId(), source, found, at: house.now(), ...by });
    return true;
  };
  await writeOnce(house, { region, key, request: { sourceCheck: source, found } }, work, () => true);
}
