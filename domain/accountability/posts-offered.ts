import { type OrgKind, type Post, posts, unitKinds } from "../office/org.ts";
import { isSeat } from "../office/seats.ts";
import type { Pack } from "../rules/pack.ts";

/** Posts of a body that is charged with requests. */
const handling: readonly Post[] = ["clerk", "leaderInCharge", "dutyChecker", "principalLeader"];
/** Posts of a body that takes requests in, sends them on and checks what comes back. */
const directing: readonly Post[] = ["operator", "dispatcher", "auditor", "finalAuditor", "bureauHead", "dutyChecker"];

const usual: Readonly<Partial<Record<OrgKind, readonly Post[]>>> = {
  petitionBureau: [...directing, "clerk", "leaderInCharge"],
  serviceCentre: [...directing, "clerk", "leaderInCharge"],
  eGovCentre: [...directing, "clerk", "leaderInCharge"],
  governmentOffice: [...directing, "clerk", "leaderInCharge", "officeLeader", "governmentLeader"],
  jointConference: ["officeLeader", "clerk", "leaderInCharge"],
  supervisionOffice: ["auditor", "finalAuditor", "bureauHead", "efficiencyOfficer", "clerk", "leaderInCharge"],
  efficiencyOffice: [...handling, "efficiencyOfficer"],
  personnelBody: handling,
};

/**
 * The posts that can be given in a body of this kind: those that its kind of work has, and those that an act of the
 * regulation names for this kind; who runs the platform may belong to any body. An area has none.
 */
export function postsOffered(kind: OrgKind, pack: Pack): readonly Post[] {
  if (kind === "area") return [];
  const ofWork = usual[kind] ?? (unitKinds.includes(kind) ? handling : []);
  const named = pack.powers.flatMap((power) => power.by.filter((by) => by.kind === kind).map((by) => by.post));
  return posts.filter((post) => isSeat(post) || ofWork.includes(post) || named.includes(post));
}
