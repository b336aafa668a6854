import type { FastifyInstance } from "fastify";
import { sources } from "../../../contract/case/sources.ts";
import type { Instant } from "../../../domain/calendar/plain-date.ts";
import { articleOf } from "../../../domain/rules/look-up.ts";
import { monitored } from "../../../domain/accountability/monitored.ts";
import { checkSource } from "../../actions/monitoring/check-source.ts";
import { lastSourceChecks } from "../../store/monitoring/source-checks.ts";
import { packToday } from "../api/worklist.ts";
import type { StaffCaller } from "../caller.ts";
import { hang } from "../door.ts";
import { missing } from "../fault.ts";
import { type Shop, worldOf } from "../shop.ts";
import { personName } from "../views/timeline-view.ts";

/** The places that the collecting body watches: what they are says the pack, who may look is who may collect. */
export function monitoringDoors(app: FastifyInstance, shop: Shop): void {
  const { house, region } = shop;
  const watching = async ({ actor }: StaffCaller) => {
    const world = await worldOf(shop);
    const pack = packToday(shop, world);
    const found = monitored(pack);
    const kind = world.office.orgs.get(actor.orgId)?.kind;
    const mine = kind === pack.settings.places.value.intake.kind;
    if (!found || !mine || !found.by.some(({ post }) => actor.posts.some((own) => own === post))) throw missing();
    return { world, pack, found };
  };

  hang(app, shop, sources.list, async ({ caller }) => {
    const { world, pack, found } = await watching(caller);
    const last = await lastSourceChecks(house.db, region, caller.orgId);
    return {
      basis: articleOf(pack, found.clause),
      rows: found.sources.map(({ value, label }) => {
        const look = last.find(({ source }) => source === value);
        const by = look && { at: look.at as Instant, by: personName(world, look.person_id), found: look.found };
        return { source: value, label, last: by ?? null };
      }),
    };
  });

  hang(app, shop, sources.check, async ({ body, caller, once }) => {
    const { found } = await watching(caller);
    if (!found.sources.some(({ value }) => value === body.source)) throw missing();
    await checkSource(house, { region, actor: caller.actor, ...body }, once);
    return { done: true } as const;
  });
}
