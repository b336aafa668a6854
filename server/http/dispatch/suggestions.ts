import { areaOf, peerBody } from "../../../domain/office/office.ts";
import { type Org, type OrgId, unitKinds } from "../../../domain/office/org.ts";
import type { Context } from "../../../domain/case/context.ts";
import type { Case } from "../../../domain/case/case.ts";
import { fill } from "../../../domain/words/fill.ts";
import { zh } from "../../../domain/words/zh.ts";
import { searchable } from "../../record/mask.ts";
import { handledSimilar } from "../../store/comparing/handled.ts";
import type { House } from "../../house.ts";
import type { World } from "../../store/world.ts";

interface Asked {
  readonly kase: Case;
  /** Title and words, as they are searched. */
  readonly text: string;
  readonly areaId: string | null;
  readonly closed: ReadonlySet<string>;
}

interface Suggestion {
  readonly id: string;
  readonly name: string;
  readonly reason: string;
}

/** At most three proposals with their reasons, first of all whom a returning unit has named; nothing moves by itself. */
export async function suggestions(house: House, world: World, ctx: Context, asked: Asked): Promise<Suggestion[]> {
  const { kase, closed } = asked;
  const returned = kase.legs.filter((leg) => leg.returnRequest?.state === "accepted");
  const named = returned.toReversed().flatMap((leg): Suggestion[] => {
    const org = leg.returnRequest?.suggested ? ctx.office.orgs.get(leg.returnRequest.suggested) : undefined;
    const by = ctx.office.orgs.get(leg.orgId)?.shortName ?? "";
    return org && !closed.has(org.id)
      ? [{ id: org.id, name: org.shortName, reason: fill(zh.dispatch.proposed, { by }) }]
      : [];
  });
  const gaveBack = new Set(returned.map((leg) => leg.orgId));
  const byDuty = [...world.office.orgs.values()]
    .filter((org) => unitKinds.includes(org.kind) && !closed.has(org.id) && !gaveBack.has(org.id))
    .flatMap((org) => {
      const found = dutyWords(world, org).filter((word) => asked.text.includes(searchable(word)));
      return found.length > 0 ? [{ org, found }] : [];
    })
    .sort(
      (a, b) =>
        nearness(b.org, asked.areaId, ctx) - nearness(a.org, asked.areaId, ctx) || b.found.length - a.found.length,
    )
    .slice(0, 3);
  const figured = await Promise.all(byDuty.map((one) => withFigures(house, world, ctx, one)));
  const all = [...named, ...figured, ...throughTheArea(asked, ctx)];
  return all.filter((one, n) => all.findIndex((other) => other.id === one.id) === n).slice(0, 3);
}

function dutyWords(world: World, org: Org): readonly string[] {
  const duties = world.cards.get(org.id)?.duties.split(/[、，,]/) ?? [];
  return duties.filter((word) => word.length >= 2);
}

/** A unit of the place where it happened stands before one of another place. */
function nearness(org: Org, areaId: string | null, ctx: Context): number {
  if (areaId === null) return 0;
  return areaOf(ctx.office, org.id).id === areaId ? 1 : 0;
}

async function withFigures(
  house: House,
  world: World,
  ctx: Context,
  { org, found }: { readonly org: Org; readonly found: readonly string[] },
): Promise<Suggestion> {
  const word = found[0] ?? "";
  const since = new Date(Date.parse(ctx.now) - 90 * 24 * 3600 * 1000).toISOString();
  const { all, here } = await handledSimilar(house.db, world.region.id, {
    word: searchable(word),
    orgId: org.id,
    since,
  });
  const figures = all > 0 ? fill(zh.dispatch.figures, { word, all, here }) : "";
  return { id: org.id, name: org.shortName, reason: fill(zh.dispatch.suggestion, { words: found }) + figures };
}

/** Where it happened in an area below that has a bureau of its own, that bureau. */
function throughTheArea({ areaId, closed }: Asked, ctx: Context): readonly Suggestion[] {
  const area = areaId === null ? undefined : ctx.office.orgs.get(areaId as OrgId);
  const bureau = area && peerBody(ctx.office, area.id, "petitionBureau");
  return bureau && !closed.has(bureau.id)
    ? [{ id: bureau.id, name: bureau.shortName, reason: fill(zh.dispatch.inThatPlace, { area: area?.shortName }) }]
    : [];
}
