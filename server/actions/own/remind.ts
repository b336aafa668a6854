import { dayOf } from "../../../domain/calendar/plain-date.ts";
import type { OrgId, Post } from "../../../domain/office/org.ts";
import type { House } from "../../house.ts";
import { tellStaff } from "../../record/telling/staff/plan.ts";
import { dueUnreminded } from "../../store/telling/staff-notices.ts";
import { inTransaction } from "../../store/transaction.ts";
import { loadWorld } from "../../store/world.ts";

/** So many duties are looked at in a minute; the next minute goes on. */
const atATime = 500;

/** Tells whoever can act on what is due today, once a duty. Gives how many were looked at. */
export async function remindOfToday(house: House, region: string): Promise<number> {
  const world = await loadWorld(house.db, region, house);
  const now = house.now();
  const due = dayOf(now);
  const rows = await dueUnreminded(house.db, region, due, atATime);
  for (const row of rows) {
    const pack = house.packs.find(({ id }) => id === row.pack_id);
    if (!pack) continue;
    const reminder = {
      kind: "reminder",
      about: `today:${row.duty_id}`,
      orgId: row.owner_org as OrgId,
      posts: (row.able ?? []) as readonly Post[],
      duty: { id: row.duty_id, rule: row.rule, due },
      legId: null,
      from: null,
      step: null,
    } as const;
    const subject = { caseId: row.case_id, number: row.number, pack, world, now, actor: null };
    await inTransaction(house.db, (tx) => tellStaff(tx, house, [reminder], subject));
  }
  return rows.length;
}
