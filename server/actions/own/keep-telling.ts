import { fixedWays, type TellingKind, type TellingWay, waysFor } from "../../../domain/telling/staff.ts";
import type { House } from "../../house.ts";
import { noteRight, type Staff } from "../../record/oversight/registry-change.ts";
import { maskEmail, maskPhone } from "../../record/mask.ts";
import { writeOnce } from "../../record/write-once.ts";
import type { OnceKey } from "../../store/once/once.ts";
import { readBell } from "../../store/telling/staff-notices.ts";
import { keepReach, keepWish, reachOf } from "../../store/telling/wishes.ts";

export interface OwnTelling {
  readonly phone: string | null;
  readonly email: string | null;
  /** Whether short messages reach that telephone. */
  readonly takesMessages: boolean;
  readonly kinds: readonly { readonly kind: TellingKind; readonly ways: readonly TellingWay[] }[];
}

/**
 * Keeps how a person of the office wants to be told. `fixed`: a way was to be switched off that nobody may switch off;
 * `phone`, `email`: that way was chosen, and there is nowhere to send it to.
 */
export function keepTelling(
  house: House,
  region: string,
  actor: Staff,
  next: OwnTelling,
  onceKey: OnceKey | null,
): Promise<"done" | "fixed" | "phone" | "email"> {
  return writeOnce(
    house,
    { region, key: onceKey, request: { telling: next } },
    async (tx) => {
      if (next.kinds.some(({ kind, ways }) => fixedWays[kind].some((way) => !ways.includes(way)))) return "fixed";
      const chosen = new Set(next.kinds.flatMap(({ kind, ways }) => waysFor(kind, ways)));
      if (chosen.has("sms") && !next.takesMessages) return "phone";
      if (chosen.has("email") && next.email === null) return "email";
      const before = await reachOf(tx, region, actor.personId);
      for (const wish of next.kinds) await keepWish(tx, region, actor.personId, wish);
      if (before && (before.phone !== next.phone || before.email !== next.email)) {
        await keepReach(tx, region, actor.personId, { phone: next.phone, email: next.email });
        const shown = ({ phone, email }: Pick<OwnTelling, "phone" | "email">) => ({
          phone: phone && maskPhone(phone),
          email: email && maskEmail(email),
        });
        const change = { id: actor.personId, before: shown(before), after: shown(next) };
        await noteRight(tx, house, region, actor, "reachChanged", change);
      }
      return "done";
    },
    (outcome) => outcome === "done",
  );
}

/** What the bell has shown is read. */
export function readOwnBell(
  house: House,
  order: { readonly region: string; readonly personId: string; readonly ids: readonly string[] },
  onceKey: OnceKey | null,
): Promise<boolean> {
  const { region, personId, ids } = order;
  return writeOnce(
    house,
    { region, key: onceKey, request: { bell: ids } },
    async (tx) => {
      await readBell(tx, region, personId, ids, house.now());
      return true;
    },
    () => true,
  );
}
