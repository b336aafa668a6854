import type { Actor } from "../../../domain/case/case.ts";
import { type Context, noChain } from "../../../domain/case/context.ts";
import type { Classification, Command } from "../../../domain/case/input.ts";
import { legOf } from "../../../domain/case/legs.ts";
import type { Sending } from "../../../domain/case/offer/receivers.ts";
import { sees, sightOf } from "../../../domain/case/sight.ts";
import { searchable } from "../../record/mask.ts";
import { packOf } from "../../record/perform.ts";
import { readContent } from "../../store/case/content.ts";
import { readCase, type StoredCase } from "../../store/case/load.ts";
import { caseFacts } from "../../store/case/related.ts";
import { keepChoice } from "../../store/work/suggestion-choices.ts";
import type { World } from "../../store/world.ts";
import type { StaffCaller } from "../caller.ts";
import { type Shop, worldOf } from "../shop.ts";
import { closedNodes } from "./receivers.ts";
import { suggestions } from "./suggestions.ts";

interface Asked {
  readonly stored: StoredCase;
  readonly world: World;
  readonly actor: Actor;
  readonly legId: string | null;
  /** The case as it is about to be sorted in the same act. */
  readonly classification: Classification | null;
}

/** What is offered for a dispatch: whom it may go to, and the proposals. */
export async function offeredFor({ house, region }: Shop, { stored, world, actor, legId, classification }: Asked) {
  const { kase, title } = stored;
  const pack = packOf(house, kase, world);
  const [content, facts] = await Promise.all([
    readContent(house.db, house.keys, region, kase.id),
    caseFacts(house.db, house.keys, region, kase.id),
  ]);
  const now = house.now();
  const ctx: Context = {
    now,
    actor,
    office: world.office,
    pack,
    calendar: world.calendar(now),
    chain: noChain,
  };
  const leg = legOf(kase, legId);
  const sending: Sending = { act: leg ? "dispatchOn" : "dispatch", kase, leg, classification };
  const closed = closedNodes(sending, ctx);
  const text = searchable(`${title}${content?.content ?? ""}`);
  const asked = { kase, text, areaId: facts?.area_id ?? null, closed: new Set(closed.map(({ id }) => id)) };
  return { ctx, sending, closed, proposals: await suggestions(house, world, ctx, asked) };
}

type Proposal = Awaited<ReturnType<typeof offeredFor>>["proposals"][number];

/** Whom the system would have proposed first for this order; null for another act, or where it proposes nobody. */
export async function firstProposed(
  shop: Shop,
  caseId: string,
  actor: Actor,
  command: Command,
): Promise<Proposal | null> {
  if (command.act !== "dispatch" && command.act !== "dispatchOn") return null;
  const stored = await readCase(shop.house.db, shop.house.keys, shop.region, caseId);
  if (!stored || actor.kind !== "staff") return null;
  const world = await worldOf(shop);
  const pack = packOf(shop.house, stored.kase, world);
  if (sees(actor, sightOf(stored.kase, pack, world.office)) !== "all") return null;
  const classification = command.act === "dispatch" && stored.kase.track === null ? command.input.classification : null;
  const asked = { stored, world, actor, legId: command.legId, classification };
  return (await offeredFor(shop, asked)).proposals[0] ?? null;
}

/** Keeps what was proposed beside what was chosen, once the dispatch has gone through. */
export async function keepChosen(
  { house, region }: Shop,
  { caseId, caller, command, version }: { caseId: string; caller: StaffCaller; command: Command; version: number },
  proposed: Proposal | null,
): Promise<void> {
  if (!proposed || (command.act !== "dispatch" && command.act !== "dispatchOn")) return;
  const targets =
    command.act === "dispatch" ? command.input.matters.flatMap((matter) => matter.targets) : command.input.targets;
  const leads = targets.filter(({ role }) => role === "lead").map(({ orgId }) => orgId as string);
  const chosen = leads.includes(proposed.id) ? proposed.id : leads[0];
  if (chosen === undefined) return;
  await keepChoice(house.db, house.keys, {
    region_id: region,
    case_id: caseId,
    version,
    at: house.now(),
    person_id: caller.personId,
    org_id: caller.orgId,
    suggested: proposed.id,
    suggested_why: proposed.reason,
    chosen,
    why: command.input.otherWhy?.trim() || null,
  });
}
