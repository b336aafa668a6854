import type { z } from "zod";
import type { cases } from "../../../contract/case/cases.ts";
import type { petitionerInput } from "../../../contract/case/filing.ts";
import { type Instant, instant, type PlainDate } from "../../../domain/calendar/plain-date.ts";
import { caseNumberIn } from "../../../domain/fields/case-number.ts";
import { keptContact } from "../../../domain/fields/contact.ts";
import { readCorrection } from "../../../domain/fields/correction.ts";
import { zh } from "../../../domain/words/zh.ts";
import { fault } from "../fault.ts";
import type { PetitionerData } from "../../record/petitioner.ts";
import { searchable } from "../../record/mask.ts";
import type { CaseFilter } from "../../store/case/lists.ts";

type CorrectionBody = z.output<typeof cases.correct.body>;

/** What a search means: a number ignores every other condition. */
export function filterOf(
  query: Omit<z.output<typeof cases.export.query>, "purpose" | "as">,
  today: PlainDate,
): Omit<CaseFilter, "limit" | "offset"> {
  const number = numberIn(query.q);
  const nothing = { words: "", stage: null, track: null, channel: null, org: null, from: null, to: null };
  if (number) return { ...nothing, number, late: null };
  return {
    number: null,
    words: searchable(query.q),
    stage: query.stage ?? null,
    track: query.track ?? null,
    channel: query.channel ?? null,
    org: query.org ?? null,
    from: query.from ?? null,
    to: query.to ?? null,
    late: query.overdue === true ? today : null,
  };
}

/** The number in a search, or its last six digits; words where there is none. */
export function numberIn(text: string): string | null {
  const number = caseNumberIn(text);
  if (!number) return null;
  return "whole" in number ? number.whole : number.tail;
}

/** When a call or letter came in: never later than now. */
export function receivedAt(text: string, now: Instant): Instant {
  const at = instant(text);
  return at > now ? now : at;
}

/** The petitioner as the house keeps it. */
export function petitionerOf(input: z.output<typeof petitionerInput>): PetitionerData {
  return { ...input, ...keptContact(input) };
}

/** The new value of a correction; nothing, a masked value and what the field cannot hold are refused, nothing logged. */
export function correctionOf({ field, value }: CorrectionBody): string | null {
  const read = readCorrection(field, value);
  if ("value" in read) return read.value;
  if (read.wrong === "unreadable") throw fault(422, "contact.wrong", { sentence: read.sentence });
  if (read.wrong === "masked") throw fault(422, "contact.masked");
  throw fault(422, "correction.blank", { field: zh.corrections[field] });
}
