import { type Office, hasJoined, isWithin, orgOf } from "../../domain/office/office.ts";
import { type Org, type OrgId, unitKinds } from "../../domain/office/org.ts";
import { dayOf } from "../../domain/calendar/plain-date.ts";
import type { Actor, Case, Leg } from "../../domain/case/case.ts";
import type { Context } from "../../domain/case/context.ts";
import type { Moment } from "../../domain/rules/vocabulary.ts";
import type { Chance } from "./chance.ts";
import type { Story } from "./story.ts";

export type Staff = Extract<Actor, { kind: "staff" }>;

/** A member of staff before a case, with one act in mind. */
export interface Scene {
  readonly kase: Case;
  readonly leg: Leg | null;
  readonly ctx: Context & { readonly actor: Staff };
  readonly story: Story;
  readonly luck: Chance;
  /** What each organisation says that it is there for. */
  readonly duties: ReadonlyMap<OrgId, string>;
  /** What would meet an open duty, on a leg or on the case as a whole. */
  readonly owed: readonly { readonly moment: Moment; readonly legId: string | null }[];
}

/** Units that the topic falls under, the likeliest first; within an area where one is named. */
export function unitsFor({ story, ctx, duties }: Scene, within: OrgId | null): readonly Org[] {
  const here = [...ctx.office.orgs.values()].filter(
    (org) =>
      org.kind === "handlingUnit" &&
      hasJoined(org, dayOf(ctx.now)) &&
      (within === null || isWithin(ctx.office, org.id, within)),
  );
  const fits = ({ id }: Org) => {
    const at = story.topic.words.findIndex((word) => duties.get(id)?.includes(word));
    return at < 0 ? story.topic.words.length : at;
  };
  return here.toSorted((a, b) => fits(a) - fits(b) || a.id.localeCompare(b.id));
}

/** Bodies of a kind that may be charged with a case, by id. */
export function bodiesOfKind(office: Office, kind: Org["kind"]): readonly Org[] {
  return [...office.orgs.values()].filter((org) => org.kind === kind).toSorted((a, b) => a.id.localeCompare(b.id));
}

/** An organisation other than these that might have been the right one. */
export function anotherOrg(scene: Scene, ...not: readonly OrgId[]): OrgId | null {
  const found = unitsFor(scene, null).filter(({ id }) => !not.includes(id));
  return found[0]?.id ?? null;
}

export function isUnit(office: Office, id: OrgId): boolean {
  return unitKinds.includes(orgOf(office, id).kind);
}
