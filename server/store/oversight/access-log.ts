import type { Via } from "../../../domain/case/case.ts";
import type { Db, Tx } from "../db.ts";
import { json } from "../db.ts";

/** What of reading is written down: sealed cases, unmasking, exports, sign-ins. */
export interface Access {
  readonly id: string;
  readonly at: string;
  readonly personId: string | null;
  readonly orgId: string | null;
  readonly what:
    | "openSealed"
    | "reveal"
    | "export"
    | "signIn"
    | "signInRefused"
    | "rightRefused"
    | "openCase"
    | "search"
    | "paper"
    | "newCode"
    | "fileRefused";
  readonly caseId: string | null;
  readonly reason: string | null;
  readonly detail?: Readonly<Record<string, unknown>>;
  /** The token through which it was done, where it was not the person at the desk. */
  readonly via?: Via | undefined;
}

export async function logAccess(db: Db | Tx, region: string, access: Access): Promise<void> {
  await db
    .insertInto("access_log")
    .values({
      region_id: region,
      id: access.id,
      at: access.at,
      person_id: access.personId,
      org_id: access.orgId,
      what: access.what,
      case_id: access.caseId,
      reason: access.reason,
      detail: json({ ...access.detail, ...(access.via ? { via: access.via } : {}) }),
    })
    .execute();
}

/** Who looked at a case, newest first. */
export async function accessesOfCase(db: Db, region: string, caseId: string) {
  return db
    .selectFrom("access_log")
    .select(["at", "person_id", "org_id", "what", "reason"])
    .where("region_id", "=", region)
    .where("case_id", "=", caseId)
    .orderBy("at", "desc")
    .limit(200)
    .execute();
}
