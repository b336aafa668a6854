import type { Instant, PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { Db, Tx } from "../db.ts";

/** All postholdings of an organisation, the newest first. */
export async function holdingsOf(db: Db | Tx, region: string, orgId: string) {
  return db
    .selectFrom("holding")
    .innerJoin("person", (join) =>
      join.onRef("person.region_id", "=", "holding.region_id").onRef("person.id", "=", "holding.person_id"),
    )
    .select([
      "holding.id",
      "holding.person_id",
      "person.name",
      "person.active",
      "holding.post",
      "holding.valid_from",
      "holding.valid_to",
      "holding.stands_in_for",
    ])
    .where("holding.region_id", "=", region)
    .where("holding.org_id", "=", orgId)
    .orderBy("holding.valid_from", "desc")
    .orderBy("holding.post")
    .execute();
}

export async function addHolding(
  tx: Tx,
  row: {
    readonly region_id: string;
    readonly id: string;
    readonly person_id: string;
    readonly org_id: string;
    readonly post: string;
    readonly valid_from: PlainDate;
    readonly valid_to: PlainDate | null;
    readonly stands_in_for: string | null;
  },
): Promise<void> {
  await tx.insertInto("holding").values(row).execute();
}

/** The posts that a person has begun to hold and not ended by a day. */
export async function openHoldingsOf(tx: Tx, region: string, personId: string, today: PlainDate) {
  return tx
    .selectFrom("holding")
    .select(["id", "org_id", "post", "stands_in_for"])
    .where("region_id", "=", region)
    .where("person_id", "=", personId)
    .where("valid_from", "<=", today)
    .where((eb) => eb.or([eb("valid_to", "is", null), eb("valid_to", ">", today)]))
    .execute();
}

/** A new body of the tree; false when its name is there already in the same place. */
export async function addOrg(
  tx: Tx,
  row: {
    readonly region_id: string;
    readonly id: string;
    readonly parent_id: string;
    readonly kind: string;
    readonly level: string;
    readonly name: string;
    readonly short_name: string;
    readonly initials: string;
    readonly duties: string;
    readonly phone: string | null;
    readonly address: string | null;
  },
): Promise<boolean> {
  const there = await tx
    .selectFrom("org")
    .select("id")
    .where("region_id", "=", row.region_id)
    .where((eb) => eb.or([eb("name", "=", row.name), eb("short_name", "=", row.short_name)]))
    .executeTakeFirst();
  if (there) return false;
  await tx
    .insertInto("org")
    .values({ ...row, joined_on: null, left_on: null })
    .execute();
  return true;
}

/** Ends a postholding on a day. History stays: nothing is removed. */
export async function endHolding(tx: Tx, region: string, orgId: string, id: string, to: PlainDate) {
  const row = await tx
    .updateTable("holding")
    .set({ valid_to: to })
    .where("region_id", "=", region)
    .where("org_id", "=", orgId)
    .where("id", "=", id)
    .where((eb) => eb.or([eb("valid_to", "is", null), eb("valid_to", ">", to)]))
    .where("valid_from", "<=", to)
    .returning(["person_id", "post"])
    .executeTakeFirst();
  return row ?? null;
}

/** Sets from when to when a unit is in the system. */
export async function setMembership(
  tx: Tx,
  region: string,
  orgId: string,
  joinedOn: PlainDate | null,
  leftOn: PlainDate | null,
): Promise<void> {
  await tx
    .updateTable("org")
    .set({ joined_on: joinedOn, left_on: leftOn })
    .where("region_id", "=", region)
    .where("id", "=", orgId)
    .execute();
}

export async function addPerson(tx: Tx, region: string, id: string, name: string): Promise<void> {
  await tx.insertInto("person").values({ region_id: region, id, name }).execute();
}

export async function setActive(tx: Tx, region: string, id: string, active: boolean): Promise<boolean> {
  const result = await tx
    .updateTable("person")
    .set({ active })
    .where("region_id", "=", region)
    .where("id", "=", id)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Everybody with their account and posts of a day. */
export async function peopleOf(db: Db, region: string, today: PlainDate) {
  const people = await db
    .selectFrom("person")
    .leftJoin("account", (join) =>
      join.onRef("account.region_id", "=", "person.region_id").onRef("account.person_id", "=", "person.id"),
    )
    .select(["person.id", "person.name", "person.active", "person.phone", "account.login", "account.last_sign_in"])
    .select(["account.id as account_id", "account.must_change"])
    .where("person.region_id", "=", region)
    .orderBy("person.name")
    .execute();
  const holdings = await db
    .selectFrom("holding")
    .select(["person_id", "org_id", "post"])
    .where("region_id", "=", region)
    .where("valid_from", "<=", today)
    .where((eb) => eb.or([eb("valid_to", "is", null), eb("valid_to", ">=", today)]))
    .execute();
  return people.map((person) => ({
    ...person,
    last_sign_in: person.last_sign_in as Instant | null,
    posts: holdings.filter((h) => h.person_id === person.id),
  }));
}
