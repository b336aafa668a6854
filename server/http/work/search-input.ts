import type { z } from "zod";
import type { cases } from "../../../contract/case/cases.ts";
import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import { caseNumberIn } from "../../../domain/fields/case-number.ts";
import { isWithin } from "../../../domain/office/office.ts";
import { dissatisfactionRules } from "../../../domain/case/dissatisfaction/judging.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import type { OrgId, Post } from "../../../domain/office/org.ts";
import type { Keys } from "../../gateways/keys/keys.ts";
import { lookupsIn } from "../../record/finding/people-lookup.ts";
import { searchable } from "../../record/mask.ts";
import type { CaseFilter, SearchText } from "../../store/work/lists.ts";
import type { World } from "../../store/world.ts";

type Query = Omit<z.output<typeof cases.export.query>, "purpose" | "as">;

/** A filter before it is said which page is wanted. */
export type Search = Omit<CaseFilter, "limit" | "offset">;

/** Who may look a person up: whoever takes cases in, sends them on, audits or handles them. */
const lookUp: readonly Post[] = ["operator", "dispatcher", "auditor", "finalAuditor", "bureauHead", "clerk"];

export const nothing: Search = {
  text: null,
  number: null,
  stage: null,
  track: null,
  channel: null,
  ground: null,
  org: null,
  areas: null,
  handler: null,
  fact: null,
  from: null,
  to: null,
  late: null,
  unclaimed: false,
  judging: null,
  since: null,
};

/** A case number, or its last six digits, is looked for alone: every other condition is left out. */
export function byNumber(query: Pick<Query, "q">): Search | null {
  const number = caseNumberIn(query.q);
  return number ? { ...nothing, number: "whole" in number ? number.whole : number.tail } : null;
}

/** What a search asks for, by its words and conditions. */
export function byConditions(
  query: Query,
  today: PlainDate,
  text: SearchText | null,
  { world, pack }: { readonly world: World; readonly pack: Pack },
): Search {
  const [name, ...value] = query.fact?.split(":") ?? [];
  return {
    ...nothing,
    text,
    stage: query.stage ?? null,
    track: query.track ?? null,
    channel: query.channel ?? null,
    ground: query.ground ?? null,
    org: query.org ?? null,
    areas: query.area === undefined ? null : areasIn(query.area as OrgId, world),
    handler: query.handler ?? null,
    fact: name === undefined ? null : { name, value: value.join(":") },
    from: query.from ?? null,
    to: query.to ?? null,
    late: query.overdue === true ? today : null,
    unclaimed: query.unclaimed === true,
    judging: query.judging === true ? dissatisfactionRules(pack) : null,
  };
}

/** An area and all areas below it. */
function areasIn(area: OrgId, { office }: World): readonly string[] {
  const known = office.orgs.has(area);
  const all = [...office.orgs.values()].filter((org) => org.kind === "area" && known && isWithin(office, org.id, area));
  return all.map((org) => org.id);
}

/** The words of a search, every one to be found, and the people it may mean; null for an empty one. */
export function textOf(
  typed: string,
  world: World,
  keys: Keys,
  posts: readonly Post[],
): (SearchText & { readonly personal: boolean }) | null {
  const texts = [...new Set(typed.split(/\s+/).map(searchable))].filter((word) => word !== "");
  if (texts.length === 0) return null;
  const allowed = posts.some((post) => lookUp.includes(post));
  const people = allowed ? lookupsIn(keys, typed) : { any: [], number: false };
  const areas = [...world.office.orgs.values()].filter((org) => org.kind === "area" && org.parentId !== null);
  const named = (word: string) =>
    areas
      .filter((org) => [...word].length > 1 && searchable(org.name).includes(word))
      .flatMap((org) => areasIn(org.id, world));
  return {
    words: texts.map((text) => ({ text, areas: named(text) })),
    people: people.any,
    whole: typed.trim(),
    personal: people.number,
  };
}
