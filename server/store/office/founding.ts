import type { Instant, PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { Level, OrgKind, Post } from "../../../domain/office/org.ts";
import { json, type Tx } from "../db.ts";
import { beginVouching } from "../trust/parts.ts";
import { vouchedTables } from "../trust/vouched.ts";
import type { RegionSettings } from "../world.ts";

export interface FoundingOrg {
  readonly id: string;
  readonly parentId: string | null;
  readonly superiorId?: string | null;
  readonly kind: OrgKind;
  readonly level: Level;
  readonly name: string;
  readonly shortName: string;
  readonly initials: string;
  readonly duties: string;
  readonly phone: string | null;
  readonly joinedOn: string | null;
}

/** Writes a region with its tree, people and accounts; false when the region is there already. */
export async function foundRegion(
  tx: Tx,
  newId: () => string,
  founding: {
    readonly region: string;
    readonly name: string;
    readonly jurisdiction: string;
    readonly settings: RegionSettings;
    readonly orgs: readonly FoundingOrg[];
    readonly people: readonly {
      readonly login: string;
      readonly name: string;
      readonly posts: readonly { readonly orgId: string; readonly post: Post }[];
      readonly passwordHash: string;
      readonly mustChange: boolean;
    }[];
    /** The day from which the people hold their posts. */
    readonly from: PlainDate;
    readonly at: Instant;
  },
): Promise<boolean> {
  const region = founding.region;
  const fresh = await tx
    .insertInto("region")
    .values({
      id: region,
      name: founding.name,
      jurisdiction: founding.jurisdiction,
      settings: json(founding.settings),
    })
    .onConflict((oc) => oc.column("id").doNothing())
    .executeTakeFirst();
  if (fresh.numInsertedOrUpdatedRows !== 1n) return false;
  await beginVouching(tx, region, vouchedTables, founding.at);
  for (const org of founding.orgs) {
    await tx
      .insertInto("org")
      .values({
        region_id: region,
        id: org.id,
        parent_id: org.parentId,
        superior_id: org.superiorId ?? null,
        kind: org.kind,
        level: org.level,
        name: org.name,
        short_name: org.shortName,
        initials: org.initials,
        duties: org.duties,
        phone: org.phone,
        joined_on: org.joinedOn,
      })
      .execute();
  }
  for (const person of founding.people) {
    const id = newId();
    await tx.insertInto("person").values({ region_id: region, id, name: person.name }).execute();
    for (const { orgId, post } of person.posts) {
      await tx
        .insertInto("holding")
        .values({ region_id: region, id: newId(), person_id: id, org_id: orgId, post, valid_from: founding.from })
        .execute();
    }
    await tx
      .insertInto("account")
      .values({
        region_id: region,
        id: newId(),
        person_id: id,
        login: person.login,
        password_hash: person.passwordHash,
        must_change: person.mustChange,
        password_since: person.mustChange ? founding.at : null,
      })
      .execute();
  }
  return true;
}
