import type { PeriodicWork } from "../../../domain/accountability/periodic.ts";
import { areaOf } from "../../../domain/office/office.ts";
import type { Org } from "../../../domain/office/org.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import { zh } from "../../../domain/words/zh.ts";
import type { World } from "../../store/world.ts";
import type { Staff } from "../oversight/overseer.ts";
import { supervisorOf } from "../oversight/supervisor.ts";

/** The body whose periodic work somebody looks at, and whether it is theirs to do. */
export interface Overseeing {
  readonly office: Org;
  readonly mayDo: boolean;
}

/** Of a supervising body its own; of any other that of the body above it. Null where nobody supervises. */
export function overseeing(world: World, pack: Pack, { orgId, posts }: Staff): Overseeing | null {
  const own = world.office.orgs.get(orgId);
  if (own?.kind === pack.settings.supervisedBy.value) {
    return { office: own, mayDo: posts.includes("efficiencyOfficer") };
  }
  const office = supervisorOf(orgId, pack, world);
  return office && { office, mayDo: false };
}

/** The bodies of one kind that a work is done with. */
export interface Attendance {
  readonly kind: string;
  readonly bodies: readonly Org[];
}

/** The bodies of the office's own area that a regulation wants to be there, by kind. */
export function attendance(world: World, office: Org, work: PeriodicWork): readonly Attendance[] {
  const beside = world.office.children.get(areaOf(world.office, office.id).id) ?? [];
  return work.with.map((kind) => ({ kind: zh.orgKinds[kind], bodies: beside.filter((org) => org.kind === kind) }));
}
