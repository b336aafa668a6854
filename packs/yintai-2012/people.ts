import type { Holder } from "../../domain/rules/power.ts";

export const petitioner: Holder = { post: "petitioner", body: "anyone" };
export const system: Holder = { post: "system", body: "anyone" };

/** The e-government centre, which collects, sorts and answers. */
export const operator: Holder = { post: "operator", body: "intake" };

/** The supervision office, which keeps the ledger, urges, inspects, audits and files. */
export const auditor: Holder = { post: "auditor", body: "topBureau" };
export const head: Holder = { post: "bureauHead", body: "topBureau" };

/** The government's office: it proposes, a leader of the district agrees, its administrative section assigns. */
export const officeLeader: Holder = { post: "officeLeader", body: "kind:governmentOffice" };
export const governmentLeader: Holder = { post: "governmentLeader", body: "kind:governmentOffice" };
export const section: Holder = { post: "dispatcher", body: "kind:governmentOffice" };

export const clerk: Holder = { post: "clerk", body: "holder" };
export const leaders: readonly Holder[] = [
  { post: "principalLeader", body: "holder" },
  { post: "leaderInCharge", body: "holder" },
];
