import { z } from "zod";
import { periodicKinds } from "../domain/accountability/periodic.ts";
import { instant, orgId, orgName, plainDate, uuid, words } from "./fields.ts";
import { route } from "./route.ts";

const period = { from: plainDate, to: plainDate };
const byMeasure = z.object({ measure: z.string().min(1).max(60) });
const byId = z.object({ id: uuid });
const days = z.object({ from: z.string(), to: z.string() });
const kind = z.enum(periodicKinds);
const list = z.enum(["praise", "criticism"]);

const work = z.object({
  id: z.string(),
  what: kind,
  /** What the regulation calls it, else the general name of its kind. */
  title: z.string(),
  words: z.string(),
  article: z.string(),
  /** Null where the regulation names no interval; then nothing is due. */
  months: z.number().int().nullable(),
  /** Kinds of bodies that take part, with those of the area. */
  with: z.array(z.object({ kind: z.string(), bodies: z.array(orgName) })),
  contents: z.array(z.string()),
  numbered: z.boolean(),
  /** Whether it decides who does what until when. */
  decides: z.boolean(),
  last: days.extend({ on: z.string(), number: z.string().nullable() }).nullable(),
  next: days.nullable(),
  /** Periods that went by without it. */
  missing: z.array(days),
});
export type PeriodicWorkLine = z.infer<typeof work>;

const kept = z.object({
  id: z.string(),
  measure: z.string(),
  what: kind,
  title: z.string(),
  number: z.string().nullable(),
  from: z.string(),
  to: z.string(),
  heldOn: z.string(),
  with: z.array(z.string()),
  recordedAt: instant,
  recordedBy: z.string(),
});
export type KeptWork = z.infer<typeof kept>;

const section = z.object({
  key: z.string(),
  heading: z.string(),
  lines: z.array(z.string()),
  table: z
    .object({ header: z.array(z.string()), widths: z.array(z.number()), rows: z.array(z.array(z.string())) })
    .nullable(),
});
export type WorkSection = z.infer<typeof section>;

/** Cases that are called back about; `id` only where the reader may open the case. */
const callBack = z.object({
  id: z.string().nullable(),
  number: z.string(),
  org: z.string(),
  on: z.string(),
  calledBackOn: z.string().nullable(),
});
export type CallBack = z.infer<typeof callBack>;

/** What a meeting or an inspection decided, and what came of it. */
const decision = z.object({
  id: z.string(),
  title: z.string(),
  heldOn: z.string(),
  org: z.string(),
  what: z.string(),
  until: z.string(),
  done: z.object({ on: z.string(), note: z.string(), by: z.string() }).nullable(),
});
export type PeriodicDecision = z.infer<typeof decision>;

export const periodic = {
  list: route({
    method: "GET",
    path: "/api/periodic",
    summary: "定期工作：规定要定期做的事，上次和下次的时间，已经做过的",
    tag: "定期工作",
    audience: "staff",
    reply: z.object({
      /** The supervising body whose work it is. */
      office: orgName.nullable(),
      mayDo: z.boolean(),
      /** The first day from which the work was owed. */
      begun: z.string(),
      works: z.array(work),
      kept: z.array(kept),
      decisions: z.array(decision),
      /** The bodies that something may be decided for. */
      bodies: z.array(orgName),
    }),
  }),
  material: route({
    method: "GET",
    path: "/api/periodic/:measure/material",
    summary: "定期工作的材料：按期间从统计生成",
    tag: "定期工作",
    audience: "staff",
    params: byMeasure,
    query: z.object(period),
    reply: z.object({
      title: z.string(),
      basis: z.string(),
      sections: z.array(section),
      /** The grounds of the two lists and the bodies that may stand in them; null where there are no lists. */
      mentions: z
        .object({
          praise: z.array(z.string()),
          criticism: z.array(z.string()),
          bodies: z.array(orgName.extend({ numbers: z.array(z.string()) })),
        })
        .nullable(),
      callBacks: z.array(callBack),
      /** Whether the regulation has formalities by which one calls back. */
      followed: z.boolean(),
    }),
  }),
  record: route({
    method: "POST",
    path: "/api/periodic/:measure",
    summary: "记录一次定期工作（存材料，编期号，制作文件）",
    tag: "定期工作",
    audience: "staff",
    params: byMeasure,
    body: z.object({
      ...period,
      heldOn: plainDate,
      withOrgs: z.array(orgId).max(50).default([]),
      remarks: z.record(z.string().max(60), words(5000)).default({}),
      mentions: z
        .array(
          z.object({
            list,
            org: z.string().max(64),
            ground: z.string().max(100),
            numbers: z.array(z.string().max(40)).max(200).default([]),
          }),
        )
        .max(200)
        .default([]),
      /** What was decided; of a meeting or an inspection only. */
      decisions: z
        .array(z.object({ orgId, what: words(500, 1), until: plainDate }))
        .max(50)
        .default([]),
    }),
    reply: z.object({ id: z.string(), number: z.string().nullable() }),
    status: 201,
    once: true,
  }),
  settle: route({
    method: "POST",
    path: "/api/periodic/decisions/:id/done",
    summary: "登记议定事项已完成",
    tag: "定期工作",
    audience: "staff",
    params: byId,
    body: z.object({ on: plainDate, note: words(500, 1) }),
    reply: z.object({ done: z.literal(true) }),
    once: true,
  }),
  open: route({
    method: "GET",
    path: "/api/periodic/works/:id",
    summary: "一次定期工作的材料和说明",
    tag: "定期工作",
    audience: "staff",
    params: byId,
    reply: kept.extend({
      sections: z.array(section),
      remarks: z.record(z.string(), z.string()),
      /** How the cases of the batch stand today. */
      callBacks: z.array(callBack),
    }),
  }),
  docx: route({
    method: "GET",
    path: "/api/periodic/works/:id.docx",
    summary: "下载定期工作的文件（Word，留痕）",
    tag: "定期工作",
    audience: "staff",
    params: byId,
    reply: z.unknown(),
    download: true,
  }),
  pdf: route({
    method: "GET",
    path: "/api/periodic/works/:id.pdf",
    summary: "下载定期工作的文件（PDF，留痕）",
    tag: "定期工作",
    audience: "staff",
    params: byId,
    reply: z.unknown(),
    download: true,
  }),
  export: route({
    method: "GET",
    path: "/api/periodic/works/:id.xlsx",
    summary: "下载定期工作的表格（xlsx，留痕）",
    tag: "定期工作",
    audience: "staff",
    params: byId,
    query: z.object({ purpose: words(100, 1) }),
    reply: z.unknown(),
    download: true,
  }),
};
