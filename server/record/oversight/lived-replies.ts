import type { LivedReply } from "../../../domain/accountability/what-if.ts";
import { rulesOfStep } from "../../../domain/accountability/steps.ts";
import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { OrgId } from "../../../domain/office/org.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import type { Db } from "../../store/db.ts";
import type { Told } from "../../store/case/sight.ts";
import { livedDuties } from "../../store/oversight/lived.ts";

/** The duties to answer of some bodies that began in a period, as they were lived under the pack; `told` null: on every case. */
export async function livedReplies(
  db: Db,
  region: string,
  told: Told | null,
  pack: Pack,
  of: { readonly orgs: readonly string[]; readonly from: PlainDate; readonly to: PlainDate },
): Promise<readonly LivedReply[]> {
  const rows = await livedDuties(db, region, told, { ...of, rules: rulesOfStep(pack, "reply") });
  return rows.map((row) => ({
    orgId: row.owner_org as OrgId,
    received: row.started_on as PlainDate,
    answered: row.ended_on as PlainDate | null,
    late: row.overdue_since !== null || row.state === "metLate",
  }));
}
