import type { Case } from "../../../domain/case/case.ts";
import { legOf } from "../../../domain/case/legs.ts";
import type { CaseEvent } from "../../../domain/case/event.ts";
import type { Duty } from "../../../domain/duty/duty.ts";
import type { House } from "../../house.ts";
import type { Tx } from "../../store/db.ts";
import { addCaseNotices } from "../../store/oversight/notices.ts";

type BreachEvent = Extract<CaseEvent, { type: "dutyBreached" }>;

/** Tells both bureaux that silence has refused a return: the one that asked, and the one that did not answer (FZ-8.3-5). */
export async function tellOfSilence(
  tx: Tx,
  house: House,
  region: string,
  {
    events,
    kase,
    duties,
    number,
  }: { events: readonly CaseEvent[]; kase: Case; duties: readonly Duty[]; number: string },
): Promise<void> {
  const silences = events.filter(
    (event): event is BreachEvent => event.type === "dutyBreached" && event.data.kind === "deemedRefusal",
  );
  const rows = silences.flatMap(({ at, data }) => {
    const leg = legOf(kase, data.legId);
    if (!leg) return [];
    const on = duties.find((duty) => duty.id === data.dutyId)?.due ?? data.on;
    return [
      { to: leg.orgId, from: leg.sender },
      { to: leg.sender, from: leg.orgId },
    ].map(({ to, from }) => ({
      region_id: region,
      id: house.newId(),
      to_org: to,
      from_org: from,
      as_kind: "report",
      topic: "returnDeemedRefused",
      body: JSON.stringify({ number, on, holder: leg.orgId }),
      created_at: at,
    }));
  });
  await addCaseNotices(tx, house.keys, { region, cases: [kase.id] }, rows);
}
