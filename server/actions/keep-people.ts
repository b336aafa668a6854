import type { Actor } from "../../domain/case/case.ts";
import type { PersonId } from "../../domain/office/org.ts";
import { hashPassword, passwordWeakness } from "../gateways/passwords.ts";
import type { House } from "../house.ts";
import { writeOnce } from "../record/write-once.ts";
import type { Tx } from "../store/db.ts";
import { addAccount, setDisabled } from "../store/office/accounts.ts";
import { appendOfficeEvent } from "../store/office/office-events.ts";
import { addPerson, setActive } from "../store/office/registry.ts";
import type { OnceKey } from "../store/once/once.ts";
import { touchRegion } from "../store/world.ts";

type Staff = Extract<Actor, { kind: "staff" }>;

export type NewPersonOutcome = { readonly id: string } | "conflict" | "tooShort" | "tooPlain";

/** Adds a person; with a login and a first password, an account as well. */
export async function addToPeople(
  house: House,
  region: string,
  actor: Staff | null,
  person: { readonly name: string; readonly login: string | null; readonly password: string | null },
  onceKey: OnceKey | null,
): Promise<NewPersonOutcome> {
  const weakness = person.login === null ? null : passwordWeakness(person.password ?? "");
  if (weakness) return weakness;
  const hash = person.login === null ? null : await hashPassword(person.password ?? "");
  const { name, login } = person;
  const work = async (tx: Tx): Promise<NewPersonOutcome> => {
    const id = house.newId();
    await addPerson(tx, region, id, person.name.trim());
    if (person.login !== null && hash !== null) {
      const row = { region_id: region, id: house.newId(), person_id: id, login: person.login, password_hash: hash };
      if (!(await addAccount(tx, row))) throw new LoginTaken();
    }
    await appendOfficeEvent(tx, region, "rights", {
      type: "personAdded",
      at: house.now(),
      actor: { personId: actor?.personId ?? null, orgId: actor?.orgId ?? null },
      data: { id, login: person.login },
    });
    await touchRegion(tx, region);
    return { id };
  };
  return writeOnce(house, { region, key: onceKey, request: { name, login } }, work, () => true).catch(
    (error: unknown) => {
      if (error instanceof LoginTaken) return "conflict" as const;
      throw error;
    },
  );
}

class LoginTaken extends Error {}

/** A person who left cannot sign in and stands in no pick list; what they did stays theirs. */
export async function setPersonActive(
  house: House,
  region: string,
  actor: Staff,
  id: PersonId,
  active: boolean,
): Promise<boolean> {
  return house.db.transaction().execute(async (tx) => {
    if (!(await setActive(tx, region, id, active))) return false;
    await setDisabled(tx, region, id, active ? null : house.now());
    await appendOfficeEvent(tx, region, "rights", {
      type: active ? "personRestored" : "personDeactivated",
      at: house.now(),
      actor: { personId: actor.personId, orgId: actor.orgId },
      data: { id },
    });
    await touchRegion(tx, region);
    return true;
  });
}
