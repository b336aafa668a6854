import type { z } from "zod";
import type { cases } from "../../../contract/case/cases.ts";
import type { petitionerInput } from "../../../contract/case/filing.ts";
import { type Instant, instant, type PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { PetitionerData } from "../../record/petitioner.ts";
import { searchable } from "../../record/mask.ts";
import type { CaseFilter } from "../../store/case/lists.ts";

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

/** A search that is a number, or its last six digits, ignores all filters. */
export function numberIn(text: string): string | null {
  const plain = text.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase();
  const whole = /^([A-Z]{2,4})(\d{8})(\d{6})$/.exec(plain);
  if (whole) return `${whole[1]}-${whole[2]}-${whole[3]}`;
  return /^\d{6}$/.test(plain) ? plain : null;
}

/** When a call or letter came in: never later than now. */
export function receivedAt(text: string, now: Instant): Instant {
  const at = instant(text);
  return at > now ? now : at;
}

/** The petitioner as the house keeps it. */
export function petitionerOf(input: z.output<typeof petitionerInput>): PetitionerData {
  const given = (text: string | null) => (text?.trim() ? text.trim() : null);
  return {
    ...input,
    name: input.name.trim(),
    organisation: given(input.organisation),
    phone: given(input.phone),
    email: given(input.email),
    address: given(input.address),
  };
}
