import { z } from "zod";
import { channel, subject } from "./fields.ts";
import { route } from "./route.ts";

const entry = z.object({
  id: z.string(),
  clause: z.string(),
  article: z.string(),
  text: z.string(),
  words: z.string(),
  /** The value in words; 「规定未写明」 where the regulation is silent. */
  value: z.string().nullable(),
  reconstructed: z.boolean(),
  /** The regulation beneath that it comes from; null for one of its own. */
  layer: z.string().nullable(),
});

/** What is asked on top about matters of one kind. */
const question = z.object({
  name: z.string(),
  label: z.string(),
  hint: z.string().nullable(),
  required: z.boolean(),
  /** 可以回答“不清楚”。 */
  unclear: z.boolean(),
  choices: z.array(z.string()).nullable(),
});

/** A regulation as people read it. */
export const packView = z.object({
  id: z.string(),
  title: z.string(),
  documentNumber: z.string().nullable(),
  effectiveFrom: z.string(),
  effectiveTo: z.string().nullable(),
  standsOn: z.string().nullable(),
  /** The regulations beneath, nearest first. */
  layers: z.array(z.object({ id: z.string(), title: z.string(), documentNumber: z.string().nullable() })),
  provisional: z.boolean(),
  /** What whoever registers a request must know of it. */
  intake: z.object({
    /** Ways by which requests come in that somebody has to write down. */
    channels: z.array(channel),
    /** Whether what was just registered can be handed over as it is. */
    handsOver: z.boolean(),
    tracks: z.boolean(),
    kinds: z.array(z.object({ code: subject, label: z.string(), questions: z.array(question) })),
  }),
  /** With the emergency numbers that a ground refers to, where it does. */
  grounds: z.array(entry.extend({ referrals: z.array(z.string()) })),
  powers: z.array(entry),
  duties: z.array(entry),
  formalities: z.array(entry),
  papers: z.array(entry),
  measures: z.array(entry),
  others: z.array(entry),
  clauses: z.array(
    z.object({ id: z.string(), force: z.string(), article: z.string(), title: z.string(), text: z.string() }),
  ),
});

const packLine = z.object({
  id: z.string(),
  title: z.string(),
  documentNumber: z.string().nullable(),
  effectiveFrom: z.string(),
});
const twoPacks = z.object({ before: z.string().min(1).max(60), after: z.string().min(1).max(60) });
const count = z.number().int();
const counts = z.object({ changed: count, added: count, dropped: count });

/** A rule that both have, differently, or that only one has; each side in words with its term and article. */
const change = z.object({
  is: z.enum(["changed", "added", "dropped"]),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
const chapter = z.object({ id: z.string(), title: z.string(), rows: z.array(change) });
export type PackComparison = {
  readonly before: z.infer<typeof packLine>;
  readonly after: z.infer<typeof packLine>;
  readonly chapters: z.infer<typeof chapter>[];
  readonly counts: z.infer<typeof counts>;
};

export const rules = {
  pack: route({
    method: "GET",
    path: "/api/pack",
    summary: "现行规定",
    tag: "日历与规则",
    audience: "public",
    reply: packView,
  }),
  packs: route({
    method: "GET",
    path: "/api/packs",
    summary: "可以对照的规定",
    tag: "日历与规则",
    audience: "public",
    reply: z.object({ rows: z.array(packLine), current: z.string() }),
  }),
  compare: route({
    method: "GET",
    path: "/api/packs/compare",
    summary: "两项规定（或同一规定的两个版本）的对照",
    tag: "日历与规则",
    audience: "public",
    query: twoPacks,
    reply: z.object({ before: packLine, after: packLine, chapters: z.array(chapter), counts }),
  }),
  compareXlsx: route({
    method: "GET",
    path: "/api/packs/compare.xlsx",
    summary: "下载两项规定的对照（xlsx）",
    tag: "日历与规则",
    audience: "public",
    query: twoPacks,
    reply: z.unknown(),
    download: true,
  }),
};
