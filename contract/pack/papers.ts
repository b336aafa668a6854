import { z } from "zod";
import { addressees, paperLayouts, plainSources } from "../../domain/rules/paper.ts";
import { condition } from "./conditions.ts";
import { caseStage, entry, holder, label, legStage, post, yes } from "./words.ts";

const source: z.ZodType = z.lazy(() =>
  z.union([
    z.enum([...plainSources, "blank"]),
    z.strictObject({ duty: z.string() }),
    z.strictObject({ replyPart: z.string() }),
    z.strictObject({ ground: z.enum(["reason", "clause", "article", "fields", "wayOn"]) }),
    z.strictObject({ extension: z.enum(["oldDay", "newDay"]), duty: z.string() }),
    z.strictObject({ formality: z.string(), field: z.string() }),
    z.strictObject({ formality: z.string(), said: z.enum(["by", "on", "times"]) }),
    z.strictObject({ words: z.string(), with: z.record(z.string(), source).exactOptional() }),
    z.strictObject({ written: z.string() }),
  ]),
);

const shape = {
  ...entry,
  code: z.string().nullable(),
  title: label,
  heading: z.string().exactOptional(),
  layout: z.enum(paperLayouts),
  by: z.array(holder),
  when: z.array(condition),
  numberWord: z.string().nullable(),
  signedBy: post.nullable(),
  to: z.enum(addressees).nullable(),
  copyTo: z.enum(addressees).exactOptional(),
  parts: z.array(
    z.strictObject({
      label: z.string(),
      from: source,
      as: z.enum(["row", "wide", "band", "section", "text"]).exactOptional(),
      required: yes.exactOptional(),
    }),
  ),
  supplied: z.boolean(),
};

/** A form that a regulation names. */
export const paper = z.discriminatedUnion("of", [
  z.strictObject({ ...shape, of: z.literal("case"), at: z.array(caseStage) }),
  z.strictObject({ ...shape, of: z.literal("leg"), at: z.array(legStage) }),
]);
