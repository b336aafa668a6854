import { monthlyProposals } from "../../../domain/accountability/tally.ts";
import { addDays, monthOf, type PlainDate, plainDate } from "../../../domain/calendar/plain-date.ts";
import type { Case } from "../../../domain/case/case.ts";
import type { CaseEvent, Responsible } from "../../../domain/case/event.ts";
import type { OrgId } from "../../../domain/office/org.ts";
import { measureOf } from "../../../domain/rules/measure.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import type { BreachFact } from "../../../domain/rules/sanction.ts";
import type { House } from "../../house.ts";
import type { Tx } from "../../store/db.ts";
import {
  addBreaches,
  breachesOf,
  changeBreachKind,
  dropProposals,
  withdrawBreach,
} from "../../store/oversight/breaches.ts";
import type { World } from "../../store/world.ts";
import { propose } from "./propose.ts";
import { supervisorOf } from "./supervisor.ts";

type BreachEvent = Extract<CaseEvent, { type: "dutyBreached" }>;

/** Books breaches on the organisations that owed the step, and proposes what their count calls for (FZ-11). */
export async function recordBreaches(
  tx: Tx,
  house: House,
  { events, kase, pack, world }: { events: readonly CaseEvent[]; kase: Case; pack: Pack; world: World },
): Promise<void> {
  const region = world.region.id;
  const breached = events.filter(
    (event): event is BreachEvent => event.type === "dutyBreached" && event.data.kind !== "deemedRefusal",
  );
  await addBreaches(
    tx,
    breached.map(({ data }) => ({
      region_id: region,
      id: house.newId(),
      case_id: kase.id,
      duty_id: data.dutyId,
      rule: data.rule,
      kind: data.kind,
      leg_id: data.legId,
      org_id: data.orgId,
      on_day: data.on,
      responsible: JSON.stringify(data.responsible),
      registry_gap: !data.responsible.some((r) => r.post !== "leaderInCharge"),
    })),
  );
  for (const event of events) {
    if (event.type === "breachWithdrawn") await takeOffRecord(tx, region, kase.id, event);
    if (event.type !== "overdueChanged") continue;
    await changeBreachKind(tx, region, kase.id, event.data.legId, "lapsedUnhandled", event.data.kind);
  }
  const touched = new Map(breached.map(({ data }) => [`${data.orgId}/${monthOf(data.on)}`, data]));
  for (const { orgId, on } of touched.values()) await proposeOfMonth(tx, house, orgId, on, pack, world);
}

/** A breach that counts no more takes the undecided proposals along that were made of it. */
async function takeOffRecord(
  tx: Tx,
  region: string,
  caseId: string,
  { at, data }: Extract<CaseEvent, { type: "breachWithdrawn" }>,
): Promise<void> {
  const row = await withdrawBreach(tx, region, { caseId, dutyId: data.dutyId }, { at, why: data.reason });
  if (row) await dropProposals(tx, region, { orgId: row.org_id, month: monthOf(row.on_day as PlainDate), caseId });
}

async function proposeOfMonth(
  tx: Tx,
  house: House,
  orgId: OrgId,
  on: PlainDate,
  pack: Pack,
  world: World,
): Promise<void> {
  if (!supervisorOf(orgId, pack, world)) return;
  const region = world.region.id;
  const first = plainDate(`${monthOf(on)}-01`);
  const rows = await breachesOf(tx, region, orgId, first, lastOfMonth(first));
  const facts = rows.map((row) => ({ kind: row.kind, orgId, on: row.on_day }) as BreachFact);
  for (const proposal of monthlyProposals(facts, pack.measures)) {
    // Exactly the breaches that were counted: others of the same day have other persons behind them.
    const counted = rows
      .filter((row) => row.kind === measureOf(pack.measures, "monthlyCount")?.of)
      .sort((a, b) => a.on_day.localeCompare(b.on_day))
      .slice(0, proposal.days.length);
    await propose(tx, house, world, pack, orgId, proposal.on, {
      id: proposal.measure,
      sanction: proposal.sanction,
      evidence: counted.map((row) => ({ caseId: row.case_id, on: row.on_day })),
      people: distinct(counted.flatMap((row) => row.responsible as readonly Responsible[])),
    });
  }
}

function distinct(people: readonly Responsible[]): readonly Responsible[] {
  return [...new Map(people.map((p) => [`${p.personId}/${p.post}`, p])).values()];
}

function lastOfMonth(first: PlainDate): PlainDate {
  let day = first;
  while (monthOf(addDays(day, 1)) === monthOf(first)) day = addDays(day, 1);
  return day;
}
