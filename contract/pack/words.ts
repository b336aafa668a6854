import { z } from "zod";
import { levels, orgKinds, posts } from "../../domain/office/org.ts";
import {
  bodies,
  breachKinds,
  caseStages,
  channels,
  internalReasons,
  legStages,
  moments,
  subjects,
  tracks,
} from "../../domain/rules/vocabulary.ts";

/** The words that files of regulations share with the engine. */
export const id = z.string().regex(/^[a-zA-Z0-9][\w.-]{0,79}$/);
export const clause = z.string().regex(/^[A-Za-z][\w.()-]{0,39}$/);
export const words = z.string().min(1).max(4_000);
export const label = z.string().min(1).max(200);
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const time = z.string().regex(/^\d{2}:\d{2}$/);
export const post = z.enum(posts);
export const level = z.enum(levels);
export const orgKind = z.enum(orgKinds);
export const caseStage = z.enum(caseStages);
export const legStage = z.enum(legStages);
export const channel = z.enum(channels);
export const track = z.enum(tracks);
export const subject = z.enum(subjects);
export const internalReason = z.enum(internalReasons);
export const breachKind = z.enum(breachKinds);
export const moment = z.union([z.enum(moments), z.string().regex(/^(?:done|told|over|end)\.[\w-]{1,80}$/)]);
export const body = z.union([z.enum(bodies), z.string().regex(/^(?:fact:[\w-]{1,80}|kind:[a-zA-Z]{1,40})$/)]);
export const holder = z.strictObject({
  post: z.enum([...posts, "petitioner", "system"]),
  body: z.union([body, z.literal("anyone")]),
  level: level.exactOptional(),
  kind: orgKind.exactOptional(),
});
export const yes = z.literal(true);
export const text = z.strictObject({ value: z.string(), label: z.string(), hint: z.string().exactOptional() });

/** A fact with one of these values. */
export const factIs = z.strictObject({ name: z.string(), oneOf: z.array(z.string()) });

export const filing = z.looseObject({ at: z.string(), channel });
/** A string is the name of a story under `stories`, told in its place. */
export const steps = z.array(
  z.union([z.string(), z.looseObject({ at: z.string(), who: z.string(), act: z.string() })]),
);

const example = z.union([
  z.strictObject({
    /** A string is the name of a filing under `filings`. */
    filing: z.union([z.string(), filing]),
    steps,
    now: z.string().exactOptional(),
    then: z.looseObject({}),
  }),
  z.looseObject({ breaches: z.array(z.unknown()), proposes: z.array(z.string()) }),
  z.looseObject({ cause: z.enum(["human", "notHuman"]), sanctions: z.array(z.string()) }),
  z.looseObject({ ladder: z.unknown(), admonitions: z.number(), answers: z.string().nullable() }),
  z.strictObject({ value: z.unknown() }),
]);

/** What every entry carries: its clause, one plain sentence, and an example that runs. */
export const entry = {
  id,
  clause,
  serves: z.array(clause).exactOptional(),
  words,
  example,
  reconstructed: yes.exactOptional(),
};
