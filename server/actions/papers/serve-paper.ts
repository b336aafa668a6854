import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { Actor } from "../../../domain/case/case.ts";
import type { House } from "../../house.ts";
import { notePaper } from "../../record/papers/paper-log.ts";
import { writeOnce } from "../../record/write-once.ts";
import { addService, paperOfCase } from "../../store/case/papers.ts";
import type { Tx } from "../../store/db.ts";
import type { OnceKey } from "../../store/once/once.ts";

/** How a paper was handed over, and what came of it. */
export interface Service {
  readonly recipient: string;
  readonly mode: string;
  readonly onDay: PlainDate;
  readonly result: string;
  readonly takenBy: string | null;
  readonly mailNumber: string | null;
  readonly note: string | null;
}

/** Writes down that a paper was served, or that it could not be. Nothing that stands there is changed. */
export function servePaper(
  house: House,
  region: string,
  actor: Extract<Actor, { kind: "staff" }>,
  { caseId, paperId, ...service }: Service & { readonly caseId: string; readonly paperId: string },
  onceKey: OnceKey | null,
): Promise<"done" | "missing"> {
  const work = async (tx: Tx): Promise<"done" | "missing"> => {
    const paper = await paperOfCase(tx, house.keys, region, caseId, paperId);
    if (!paper) return "missing";
    const { mode, onDay, result } = service;
    await notePaper(tx, house, region, actor, "paperServed", { paper: paperId, case: caseId, mode, onDay, result });
    await addService(tx, house.keys, caseId, {
      region_id: region,
      paper_id: paperId,
      recipient: service.recipient,
      mode,
      on_day: onDay,
      result,
      taken_by: service.takenBy,
      mail_number: service.mailNumber,
      note: service.note,
      recorded_at: house.now(),
      recorded_by: actor.personId,
    });
    return "done";
  };
  const request = { servePaper: paperId, ...service };
  return writeOnce(house, { region, key: onceKey, request }, work, (outcome) => outcome === "done");
}
