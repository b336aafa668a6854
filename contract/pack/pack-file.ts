import { z } from "zod";
import { namedParts } from "../../domain/rules/names.ts";
import { measure } from "./measures.ts";
import { paper } from "./papers.ts";
import { settings } from "./settings.ts";
import { duty, formality, ground, notice, power, sight } from "./steps.ts";
import { validity } from "./terms.ts";
import { clause, day, filing, id, label, level, orgKind, post, steps, words } from "./words.ts";

const names = z.partialRecord(z.enum(namedParts), z.record(z.string(), z.string()));
const title = z.string().min(1).max(200);

/**
 * A regulation as a file: what `HUIYIN_PACKS` may hold. A key that is not known is refused, so that a misspelt one never
 * means silence.
 */
export const packFile = z.strictObject({
  $schema: z.string().exactOptional(),
  id,
  jurisdiction: z.string().min(1),
  standsOn: id.nullable(),
  title,
  documentNumber: z.string().nullable(),
  ...validity,
  provisional: z.boolean(),
  bases: z.array(z.strictObject({ title, number: z.string().nullable(), clause })).exactOptional(),
  inForceBy: clause,
  terms: z.strictObject({
    platform: label,
    petitioner: label,
    case: label,
    bureau: label,
    handlingUnit: label,
    dispatch: label,
    reply: label,
    supervision: label,
    circular: label,
    citation: label,
    numberPrefix: z.string().regex(/^[A-Z]{1,6}$/),
  }),
  way: z
    .array(
      z.strictObject({
        title,
        words,
        duties: z.array(z.strictObject({ id: z.string(), who: z.string() })),
      }),
    )
    .exactOptional(),
  names: names.exactOptional(),
  clauses: z.array(
    z.strictObject({
      id: clause,
      force: z.enum(["must", "should", "may", "inform"]),
      article: z.string(),
      citedFrom: z.string().exactOptional(),
      title,
      text: z.string(),
      noted: z.string().exactOptional(),
    }),
  ),
  settings,
  grounds: z.array(ground),
  powers: z.array(power),
  sights: z.array(sight),
  duties: z.array(duty),
  measures: z.array(measure),
  notices: z.array(notice),
  formalities: z.array(formality),
  papers: z.array(paper),
  gaps: z.array(z.strictObject({ clause, words })).exactOptional(),
  filings: z.record(z.string(), filing).exactOptional(),
  stories: z.record(z.string(), steps).exactOptional(),
  exampleOffice: z.strictObject({
    orgs: z.array(
      z.strictObject({
        id: z.string(),
        parentId: z.string().nullable(),
        superiorId: z.string().nullable(),
        kind: orgKind,
        level,
        name: z.string(),
        shortName: z.string(),
        joinedOn: day.nullable(),
        leftOn: day.nullable(),
      }),
    ),
    holdings: z.array(
      z.strictObject({
        personId: z.string(),
        orgId: z.string(),
        post,
        from: day,
        to: day.nullable(),
        standsInFor: z.string().nullable(),
      }),
    ),
  }),
});
export type PackFile = z.infer<typeof packFile>;
