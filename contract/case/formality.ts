import { z } from "zod";

/** One thing to fill in. `person` is a colleague, `people` a list of names, `org` an organisation of the region. */
export const formalityField = z.object({
  name: z.string(),
  label: z.string(),
  kind: z.enum(["text", "choice", "choices", "date", "number", "yesNo", "person", "people", "org"]),
  required: z.boolean(),
  hint: z.string().nullable(),
  choices: z.array(z.object({ value: z.string(), label: z.string(), hint: z.string().nullable() })),
  requiredWhen: z.object({ field: z.string(), oneOf: z.array(z.string()) }).nullable(),
  least: z.number().int().nullable(),
  most: z.number().int().nullable(),
  /** What a date tells of: `past` and `sinceFiling` have happened, `coming` has not. */
  when: z.enum(["past", "sinceFiling", "coming"]).nullable(),
  /** Only persons who hold one of these posts; null for anybody of the house. */
  posts: z.array(z.string()).nullable(),
  /** The system finds the organ; naming one is needed only where that has had a part in the case. */
  found: z.boolean(),
  /** What is proposed where the same person has other cases, and where none was found. */
  proposal: z.object({ others: z.string(), none: z.string() }).nullable(),
});
export type FormalityField = z.infer<typeof formalityField>;

/** A step of the regulation's own, as a form: what it is called, what it asks for, and under which article. */
export const formalityForm = z.object({
  id: z.string(),
  label: z.string(),
  on: z.enum(["case", "leg"]),
  words: z.string(),
  article: z.string(),
  reconstructed: z.boolean(),
  /** Whoever does it has to reach the petitioner. */
  reachesPetitioner: z.boolean(),
  /** It puts answers before the public. */
  publishes: z.boolean(),
  fields: z.array(formalityField),
});
export type FormalityForm = z.infer<typeof formalityForm>;
