import { expect } from "vitest";
import type { Instant } from "../../domain/calendar/plain-date.ts";
import { type Case, type CaseId, unfiled } from "../../domain/case/case.ts";
import { evolveAll } from "../../domain/case/evolve.ts";
import { isSealed, sightOf } from "../../domain/case/sight.ts";
import { dutiesOf } from "../../domain/case/timeline.ts";
import { packOf } from "../../server/record/perform.ts";
import { readEvents, stateOf } from "../../server/store/case/load.ts";
import { loadWorld } from "../../server/store/world.ts";
import type { House } from "../../server/house.ts";

/** A house with the region that is looked at. */
type Lived = House & { readonly region: string };

/** Reads a case's log, makes the case anew from it, and compares everything that is kept beside the log. */
export async function expectRebuilt(house: Lived, id: string): Promise<Case> {
  const row = await house.db.selectFrom("case").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  const now = row.updated_at as Instant;
  const events = await readEvents(house.db, house.keys, house.region, id);
  const kase = evolveAll(unfiled(id as CaseId, row.pack_id as Case["packId"], now), events);
  const world = await loadWorld(house.db, house.region, house);
  const pack = packOf(house, kase, world);
  const { version, stage, track, subject } = kase;
  expect({ ...row, state: stateOf(house.keys, row) }).toMatchObject({
    state: JSON.parse(JSON.stringify(kase)),
    version,
    stage,
    track,
    subject,
    channel: kase.channel,
    pack_id: kase.packId,
    received_at: kase.receivedAt,
    final_audit: kase.finalAudit,
    repeat_of: kase.repeatOf,
  });
  const duties = dutiesOf(kase, { pack, calendar: world.calendar(now), office: world.office, now });
  expect(await dutyRows(house, id)).toEqual(
    duties
      .map((duty) => ({
        duty_id: duty.id,
        rule: duty.rule,
        kind: duty.kind,
        leg_id: duty.legId,
        owner_org: duty.owner,
        owner_post: duty.ownerPost,
        started_at: duty.startedAt,
        due_on: duty.due,
        state: duty.state,
        ended_on: duty.endedOn,
        overdue_since: duty.overdueSince,
        flagged: duty.flagged,
        gap: duty.gap,
      }))
      .sort(byId),
  );
  expect(await legRows(house, id)).toEqual(
    kase.legs
      .map((leg) => ({
        leg_id: leg.id,
        matter_id: leg.matterId,
        org_id: leg.orgId,
        kind: leg.kind,
        role: leg.role,
        stage: leg.stage,
        opened_at: leg.openedAt,
        viewed_at: leg.viewedAt,
        overdue: leg.overdue,
        reworked: leg.inRework,
        passed_at: kase.happenings.find((h) => h.moment === "reply.passed" && h.legId === leg.id)?.at ?? null,
      }))
      .sort((a, b) => a.leg_id.localeCompare(b.leg_id)),
  );
  const sight = sightOf(kase, pack, world.office).map((s) => `${s.orgId}/${s.post}/${s.sees}`);
  expect(await sightRows(house, id)).toEqual([...sight].sort());
  const searched = await house.db.selectFrom("case_search").select("case_id").where("case_id", "=", id).execute();
  expect(searched.length).toBe(isSealed(kase, pack) || subject === "discipline" ? 0 : 1);
  const breaches = await house.db
    .selectFrom("breach")
    .select(["duty_id", "withdrawn_at"])
    .where("case_id", "=", id)
    .execute();
  const recorded = events.flatMap((e) =>
    e.type === "dutyBreached" && e.data.kind !== "deemedRefusal" ? [e.data] : [],
  );
  expect(breaches.map((b) => b.duty_id).sort()).toEqual([...new Set(recorded.map((b) => b.dutyId))].sort());
  const standing = breaches.filter((b) => b.withdrawn_at === null).map((b) => b.duty_id);
  const counted = kase.breached.filter((dutyId) => recorded.some((b) => b.dutyId === dutyId));
  expect(standing.sort()).toEqual([...counted].sort());
  return kase;
}

const byId = (a: { duty_id: string }, b: { duty_id: string }) => (a.duty_id < b.duty_id ? -1 : 1);

async function dutyRows(house: Lived, id: string) {
  const columns = [
    "duty_id",
    "rule",
    "kind",
    "leg_id",
    "owner_org",
    "owner_post",
    "started_at",
    "due_on",
    "state",
    "ended_on",
    "overdue_since",
    "flagged",
    "gap",
  ] as const;
  const rows = await house.db.selectFrom("duty").select(columns).where("case_id", "=", id).execute();
  return rows.sort(byId);
}

async function legRows(house: Lived, id: string) {
  const rows = await house.db.selectFrom("leg").selectAll().where("case_id", "=", id).orderBy("leg_id").execute();
  return rows.map(({ region_id: _, case_id: __, ...leg }) => leg);
}

async function sightRows(house: Lived, id: string): Promise<readonly string[]> {
  const rows = await house.db.selectFrom("case_sight").selectAll().where("case_id", "=", id).execute();
  return rows.map((row) => `${row.org_id}/${row.post}/${row.sees}`).sort();
}
