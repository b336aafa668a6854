import type { Actor } from "../../../domain/case/case.ts";
import { openStages } from "../../../domain/rules/vocabulary.ts";
import type { Ground } from "../../../domain/rules/pack.ts";
import { type Refusal, refuse } from "../../../domain/rules/refusal.ts";
import { emailKey } from "../../../domain/fields/email.ts";
import { nameKey } from "../../../domain/fields/person-name.ts";
import { addressKey } from "../../../domain/fields/width.ts";
import { caseNumberIn } from "../../../domain/fields/case-number.ts";
import type { House } from "../../house.ts";
import type { Db, Tx } from "../../store/db.ts";
import { caseByNumber } from "../../store/comparing/case-by-number.ts";
import { readPetitioner } from "../../store/case/petitioner.ts";
import { maySee } from "../../store/case/sight.ts";
import { openPetitioner } from "../petitioner.ts";

interface Place {
  readonly region: string;
  /** The case that is refused. */
  readonly caseId: string;
  readonly actor: Actor;
}

/**
 * A ground's fields as they are written down. Every field that names a case must give the number of another case that
 * is under way, of the same petitioner, and that the person may read: what is told to a citizen has to be true.
 */
export async function groundFields(
  db: Db | Tx,
  house: House,
  place: Place,
  ground: Ground,
  given: Readonly<Record<string, string>>,
): Promise<{ readonly fields: Readonly<Record<string, string>> } | Refusal> {
  const fields = { ...given };
  for (const { name, label, kind } of ground.fields) {
    const typed = given[name]?.trim();
    if (kind !== "case" || !typed) continue;
    const number = await openCaseOfSame(db, house, place, typed);
    if (number === null) return refuse("ground.noSuchCase", ground.clause, { field: label });
    fields[name] = number;
  }
  return { fields };
}

async function openCaseOfSame(db: Db | Tx, house: House, place: Place, typed: string): Promise<string | null> {
  const { region, caseId, actor } = place;
  const number = caseNumberIn(typed);
  if (number === null || !("whole" in number)) return null;
  const named = await caseByNumber(db, region, number.whole);
  if (!named || named.id === caseId || !(openStages as readonly string[]).includes(named.stage)) return null;
  if (actor.kind === "staff" && !(await maySee(db, region, named.id, actor))) return null;
  return (await samePetitioner(db, house, region, named.id, caseId)) ? named.number : null;
}

/** Under what each is the same, however it was typed. */
const keyOf = { email: emailKey, address: addressKey, name: nameKey } as const;

/** The same telephone, mail or address; where neither left any of these, the same name. */
async function samePetitioner(db: Db | Tx, house: House, region: string, a: string, b: string): Promise<boolean> {
  const [one, other] = await Promise.all([readPetitioner(db, region, a), readPetitioner(db, region, b)]);
  if (!one || !other) return false;
  if (one.phone_lookup && other.phone_lookup && one.phone_lookup.equals(other.phone_lookup)) return true;
  const [left, right] = [openPetitioner(house.keys, one.sealed), openPetitioner(house.keys, other.sealed)];
  const same = (field: keyof typeof keyOf) => {
    const key = keyOf[field](left[field] ?? "");
    return key !== "" && key === keyOf[field](right[field] ?? "");
  };
  const reachable = one.phone_lookup !== null && other.phone_lookup !== null;
  return same("email") || (same("name") && (same("address") || !reachable));
}
