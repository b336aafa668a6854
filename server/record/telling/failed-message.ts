import { legOf } from "../../../domain/case/legs.ts";
import type { House } from "../../house.ts";
import { readCase } from "../../store/case/load.ts";
import type { Tx } from "../../store/db.ts";
import { addCaseNotices } from "../../store/oversight/notices.ts";

/** Tells those who handle a case that a message of it has not reached its petitioner, and by which way it was to go. */
export async function tellOfFailure(
  tx: Tx,
  house: House,
  region: string,
  message: { readonly case_id: string; readonly leg_id: string | null; readonly channel: string },
): Promise<void> {
  const stored = await readCase(tx, house.keys, region, message.case_id);
  if (!stored) return;
  const { kase, number } = stored;
  const from = kase.intake ?? kase.topBureau;
  const handlers = new Set([legOf(kase, message.leg_id)?.orgId, kase.topBureau ?? kase.intake]);
  const rows = [...handlers].flatMap((to) =>
    to && from
      ? [
          {
            region_id: region,
            id: house.newId(),
            to_org: to,
            from_org: from,
            as_kind: "report",
            topic: "messageFailed",
            body: JSON.stringify({ number, caseId: kase.id, channel: message.channel }),
            created_at: house.now(),
          },
        ]
      : [],
  );
  await addCaseNotices(tx, house.keys, { region, cases: [kase.id] }, rows);
}
