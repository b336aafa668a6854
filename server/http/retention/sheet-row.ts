import type { AppraisalLine } from "../../../contract/trust/retention.ts";
import { dayOf, type Instant } from "../../../domain/calendar/plain-date.ts";
import { appraisalWords as words } from "../../../domain/words/sheets/oversight-lists.ts";
import { zh } from "../../../domain/words/zh.ts";
import type { SheetCell } from "../../gateways/sheets/workbook.ts";
import { redact } from "../../record/mask.ts";

const moment = (at: string | null): SheetCell => (at === null ? null : { moment: at });

/** A line of the appraisal list as a row of its workbook: no word of the case; personal data in reasons are barred. */
export function sheetRow(line: AppraisalLine): readonly SheetCell[] {
  const held = [...line.because.map((code) => words.because[code]), ...(line.heldWhy === null ? [] : [line.heldWhy])];
  return [
    line.number,
    { day: dayOf(line.receivedAt as Instant) },
    zh.subjects[line.subject],
    zh.caseStages[line.stage],
    redact(line.basis),
    line.dueOn === null ? null : { day: line.dueOn },
    words.states[line.state],
    line.state === "erased" ? "" : redact(held.join("；")),
    line.proposal === null ? "" : words.proposals[line.proposal],
    line.proposedBy,
    moment(line.proposedAt),
    redact(line.reason),
    line.decidedBy,
    moment(line.decidedAt),
    redact(line.decision),
    moment(line.erasedAt),
  ];
}
