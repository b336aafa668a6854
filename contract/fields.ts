import { cleanWords } from "../domain/words/clean.ts";
import { z } from "zod";
import { parsePlainDate } from "../domain/calendar/plain-date.ts";
import type { OrgId, PersonId } from "../domain/office/org.ts";
import type { CaseId } from "../domain/case/case.ts";
import { posts } from "../domain/office/org.ts";
import {
  breachKinds,
  caseStages,
  channels,
  internalReasons,
  legStages,
  subjects,
  tracks,
  verdicts,
} from "../domain/rules/vocabulary.ts";
import type { PlainDate } from "../domain/calendar/plain-date.ts";
import { fieldWords } from "./words.ts";
import { fill } from "../domain/words/fill.ts";

const orgIdText = z.string().min(1).max(64);

export const orgId = orgIdText.transform((text) => text as OrgId).meta({ type: "string" });
export const personId = z.uuid().transform((text) => text as PersonId);
export const caseId = z.uuid().transform((text) => text as CaseId);
export const uuid = z.uuid();
export const instant = z.string().meta({ format: "date-time" });

/** A civil date, `2026-03-02`. */
export const plainDate = z
  .string()
  .refine((text) => parsePlainDate(text) !== null, { error: fieldWords.day })
  .transform((text) => text as PlainDate);

/** Words that somebody writes: control characters go, the rest stays as it was typed. The longest stands in the OpenAPI document. */
export function words(max: number, min = 0) {
  return z
    .string()
    .transform(cleanWords)
    .refine((text) => [...text].length <= max, {
      error: (issue) => fill(fieldWords.long, { n: [...String(issue.input)].length - max }),
    })
    .refine((text) => [...text.trim()].length >= min, {
      error: min > 1 ? fill(fieldWords.short, { n: min }) : fieldWords.empty,
    })
    .meta({ maxLength: max });
}

export const channel = z.enum(channels);
export const track = z.enum(tracks);
export const subject = z.enum(subjects);
export const verdict = z.enum(verdicts);
export const internalReason = z.enum(internalReasons);
export const caseStage = z.enum(caseStages);
export const legStage = z.enum(legStages);
export const post = z.enum(posts);
export const breachKind = z.enum(breachKinds);

/** Yes or no in an address: `false` is no, and what is neither is said to be wrong. */
export const flag = z.stringbool({ error: fieldWords.flag });

/** A period whose last day is not before its first. */
export function inOrder<S extends z.ZodType<{ readonly from?: unknown; readonly to?: unknown }>>(shape: S): S {
  return shape.refine(({ from, to }) => !(typeof from === "string" && typeof to === "string" && to < from), {
    path: ["to"],
    error: fieldWords.order,
  });
}

/** A page of a list. */
export const paging = {
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(20),
};

/** Words to search for; one character finds too much to be of use. */
export const searchWords = z.string().trim().max(60).default("");

/** An organisation as lists name it. */
export const orgName = z.object({ id: z.string(), name: z.string() });

/** A rate as a fraction; the screen makes the percentage and shows both. */
export const rate = z.object({ met: z.number().int(), of: z.number().int() });

/** Nothing more to say. */
export const done = z.object({ done: z.literal(true) });
