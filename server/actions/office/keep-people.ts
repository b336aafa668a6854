import { dayOf } from "../../../domain/calendar/plain-date.ts";
import type { OrgId, PersonId, Post } from "../../../domain/office/org.ts";
import { onlyHolderOf, type Seat } from "../../../domain/office/seats.ts";
import { hashPassword, passwordWeakness, type Weakness } from "../../gateways/passwords.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import type { House } from "../../house.ts";
import { noteRight, type Staff } from "../../record/oversight/registry-change.ts";
import { ownWords } from "../../record/signing/own-words.ts";
import { writeOnce } from "../../record/write-once.ts";
import type { Tx } from "../../store/db.ts";
import { addAccount, setDisabled } from "../../store/office/accounts.ts";
import { lockRegion } from "../../store/office/office-changes.ts";
import { appendOfficeEvent, signedBy } from "../../store/office/office-events.ts";
import { addHolding, addPerson, setActive } from "../../store/office/registry.ts";
import type { OnceKey } from "../../store/once/once.ts";
import { loadWorld, touchRegion } from "../../store/world.ts";
import { leavePosts } from "../../record/oversight/leave-posts.ts";

export type NewPersonOutcome = { readonly id: string } | "conflict" | "notFound" | Weakness;

export interface NewPerson {
  readonly name: string;
  readonly login: string | null;
  readonly password: string | null;
  /** A first post; the registry takes care of all later ones. */
  readonly place?: { readonly orgId: OrgId; readonly post: Post } | null;
}

/** Adds a person; with a login and a first password, an account as well. */
export async function addToPeople(
  house: House,
  region: string,
  actor: Staff | null,
  person: NewPerson,
  onceKey: OnceKey | null,
): Promise<NewPersonOutcome> {
  const world = await loadWorld(house.db, region, house);
  const own = ownWords(world, person.login ?? "", person.name);
  const rule = world.region.settings.passwordClasses;
  const weakness = person.login === null ? null : passwordWeakness(person.password ?? "", own, rule);
  if (weakness) return weakness;
  const hash = person.login === null ? null : await hashPassword(person.password ?? "");
  const { name, login, place = null } = person;
  const work = async (tx: Tx): Promise<NewPersonOutcome> => {
    const id = house.newId();
    await addPerson(tx, region, id, person.name.trim());
    if (person.login !== null && hash !== null) {
      const row = { region_id: region, id: house.newId(), person_id: id, login: person.login, password_hash: hash };
      // Whoever gave the password knows it: nothing opens before its owner has changed it.
      if (!(await addAccount(tx, { ...row, must_change: true, password_since: house.now() })))
        throw new Undone("conflict");
    }
    if (place && !(await takePost(tx, house, region, id, place))) throw new Undone("notFound");
    await appendOfficeEvent(tx, region, "rights", {
      type: "personAdded",
      at: house.now(),
      actor: signedBy(actor ?? { personId: null, orgId: null }),
      data: { id, login, place },
    });
    await touchRegion(tx, region);
    return { id };
  };
  return writeOnce(house, { region, key: onceKey, request: { name, login, place } }, work, () => true).catch(
    (error: unknown) => {
      if (error instanceof Undone) return error.outcome;
      throw error;
    },
  );
}

/** Takes the whole transaction back. */
class Undone extends Error {
  readonly outcome: "conflict" | "notFound";
  constructor(outcome: Undone["outcome"]) {
    super(outcome);
    this.outcome = outcome;
  }
}

async function takePost(
  tx: Tx,
  house: House,
  region: string,
  personId: string,
  { orgId, post }: { readonly orgId: OrgId; readonly post: Post },
): Promise<boolean> {
  const world = await loadWorld(tx, region, house);
  if (!world.office.orgs.has(orgId)) return false;
  await addHolding(tx, {
    region_id: region,
    id: house.newId(),
    person_id: personId,
    org_id: orgId,
    post,
    valid_from: dayOf(house.now()),
    valid_to: null,
    stands_in_for: null,
  });
  return true;
}

/** A person who left cannot sign in, holds no post and stands in no pick list; what they did stays theirs. */
export async function setPersonActive(
  house: House,
  pack: Pack,
  order: { readonly region: string; readonly actor: Staff; readonly id: PersonId; readonly active: boolean },
  onceKey: OnceKey | null,
): Promise<boolean | { readonly lastOn: Seat }> {
  const { region, actor, id, active } = order;
  const work = async (tx: Tx): Promise<boolean | { readonly lastOn: Seat }> => {
    await lockRegion(tx, region);
    const world = await loadWorld(tx, region, house);
    if (!world.people.has(id)) return false;
    const lastOn = active ? null : onlyHolderOf(world.office, id, dayOf(house.now()));
    if (lastOn) return { lastOn };
    if (!active) await leavePosts(tx, house, { world, pack }, actor, id);
    if (!(await setActive(tx, region, id, active))) return false;
    await setDisabled(tx, region, id, active ? null : house.now());
    await noteRight(tx, house, region, actor, active ? "personRestored" : "personDeactivated", { id });
    await touchRegion(tx, region);
    return true;
  };
  const request = { person: id, active };
  return writeOnce(house, { region, key: onceKey, request }, work, (done) => done === true);
}
