import type { z } from "zod";
import type { petitionerInput } from "../../../contract/case/filing.ts";
import type { cases } from "../../../contract/case/cases.ts";
import { type Instant, instant } from "../../../domain/calendar/plain-date.ts";
import { keptContact } from "../../../domain/fields/contact.ts";
import { readCorrection } from "../../../domain/fields/correction.ts";
import { zh } from "../../../domain/words/zh.ts";
import { fault } from "../fault.ts";
import type { PetitionerData } from "../../record/petitioner.ts";

type CorrectionBody = z.output<typeof cases.correct.body>;

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

/** Why it is corrected. A change of urgency puts the case before or behind others and goes only with a reason. */
export function reasonOf({ field, reason }: CorrectionBody): string | null {
  const given = reason?.trim() || null;
  if (field === "urgent" && given === null) throw fault(422, "correction.reasonMissing");
  return given;
}
