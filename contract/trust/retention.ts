import { z } from "zod";
import { caseStage, done, instant, plainDate, subject, uuid, words } from "../fields.ts";
import { route } from "../route.ts";

const states = ["listed", "proposed", "agreed", "erased", "kept"] as const;
const ids = z.array(uuid).min(1).max(200);
const reason = words(200, 2);

const line = z.object({
  id: z.string(),
  number: z.string(),
  receivedAt: instant,
  subject,
  stage: caseStage,
  /** 依据：本地保管期限表的一栏；手工列入的写原因。 */
  basis: z.string(),
  dueOn: plainDate.nullable(),
  state: z.enum(states),
  /** 暂缓：系统查到的（还有没办完的期限、关联件没办结、报过领导）和人写的。 */
  because: z.array(z.enum(["dutyOpen", "linkedOpen", "escalated"])),
  heldWhy: z.string().nullable(),
  proposal: z.enum(["erase", "keep"]).nullable(),
  proposedBy: z.string(),
  proposedAt: instant.nullable(),
  reason: z.string(),
  decidedBy: z.string(),
  decidedAt: instant.nullable(),
  decision: z.string(),
  erasedAt: instant.nullable(),
  /** 本人能不能同意：不是自己提出的。 */
  mayDecide: z.boolean(),
});
export type AppraisalLine = z.infer<typeof line>;

/** Cases past their time of keeping: one proposes, another decides. */
export const retention = {
  list: route({
    method: "GET",
    path: "/api/appraisal",
    summary: "档案鉴定清单：过了保管期限的案件",
    tag: "档案鉴定",
    audience: "staff",
    query: z.object({
      done: z.stringbool().default(false),
      page: z.coerce.number().int().min(1).max(10_000).default(1),
      size: z.coerce.number().int().min(1).max(200).default(50),
    }),
    reply: z.object({
      /** 本地的保管期限表；没有录入时为空，系统不自动列入任何案件。 */
      table: z
        .object({ basis: z.string(), classes: z.array(z.object({ label: z.string(), years: z.number().nullable() })) })
        .nullable(),
      total: z.number().int(),
      rows: z.array(line),
      mayPropose: z.boolean(),
    }),
  }),
  export: route({
    method: "GET",
    path: "/api/appraisal/export",
    summary: "导出档案鉴定清单（全部）",
    tag: "档案鉴定",
    audience: "staff",
    query: z.object({ done: z.stringbool().default(false), purpose: words(100, 1) }),
    reply: z.unknown(),
    download: true,
  }),
  add: route({
    method: "POST",
    path: "/api/appraisal",
    summary: "手工列入一件已办结的案件",
    tag: "档案鉴定",
    audience: "staff",
    body: z.object({ number: words(60, 1), reason }),
    reply: done,
    once: true,
  }),
  hold: route({
    method: "POST",
    path: "/api/appraisal/holds",
    summary: "暂缓处理（诉讼、复查等），或解除暂缓",
    tag: "档案鉴定",
    audience: "staff",
    body: z.object({ ids, hold: z.boolean(), reason }),
    reply: done,
    once: true,
  }),
  propose: route({
    method: "POST",
    path: "/api/appraisal/proposals",
    summary: "提出销毁或继续保管，等另一人决定",
    tag: "档案鉴定",
    audience: "staff",
    body: z.object({ ids, proposal: z.enum(["erase", "keep"]), reason }),
    reply: done,
    once: true,
  }),
  decide: route({
    method: "POST",
    path: "/api/appraisal/decisions",
    summary: "同意或不同意（提出的人不能办）；同意销毁后，个人信息和内容删除，不能恢复",
    tag: "档案鉴定",
    audience: "staff",
    body: z.object({ ids, agree: z.boolean(), reason }),
    reply: done,
    once: true,
  }),
};
