import { z } from "zod";
import { rateNames } from "../domain/rules/measure.ts";
import {
  breachKind,
  done,
  inOrder,
  instant,
  orgId,
  orgName,
  personId,
  plainDate,
  rate,
  uuid,
  words,
} from "./fields.ts";
import { route } from "./route.ts";

const person = z.object({ id: z.string(), name: z.string(), post: z.string() });

export const breachRow = z.object({
  id: z.string(),
  caseId: z.string(),
  number: z.string(),
  kind: breachKind,
  step: z.string(),
  article: z.string(),
  org: orgName,
  on: z.string(),
  responsible: z.array(person),
  /** Nobody was registered for the step on that day (FZ-10-5). */
  registryGap: z.boolean(),
  principal: z.array(person),
  cause: z.enum(["human", "notHuman"]).nullable(),
  causeNote: z.string().nullable(),
  needsCause: z.boolean(),
  sanctions: z.array(z.string()),
  assistants: z.array(z.string()),
});
export type BreachRow = z.infer<typeof breachRow>;

const proposalRow = z.object({
  id: z.string(),
  org: orgName,
  sanction: z.string(),
  reason: z.string(),
  article: z.string(),
  on: z.string(),
  days: z.array(z.string()),
  people: z.array(person),
  state: z.enum(["proposed", "decided", "dismissed"]),
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  note: z.string().nullable(),
  /** How many admonitions the unit has had this year, and the leader the ladder names (null: no ladder is set). */
  admonitions: z.number().int(),
  ladderPost: z.string().nullable(),
});

const period = { from: plainDate, to: plainDate };

const boardRow = z.object({
  org: orgName,
  view: rate,
  submit: rate,
  reply: rate,
  rework: rate,
  audit: rate,
  dispatch: rate,
  misses: z.number().int(),
  lapsed: z.number().int(),
  lateHandling: z.number().int(),
  /** Terms that were missed without a name of their own, and urging that was needed again. */
  late: z.number().int(),
  urgedAgain: z.number().int(),
  /** Cases on which the body has something late and not done; the same that lists show as overdue. */
  overdue: z.number().int(),
});

const circularUnit = z.object({
  org: orgName,
  received: z.number().int(),
  viewed: rate,
  replied: rate,
  misses: z.array(z.object({ number: z.string(), on: z.string() })),
  lapsed: z.array(z.object({ number: z.string(), on: z.string() })),
  late: z.array(z.object({ number: z.string(), on: z.string() })),
  /** Breaches of every other kind, each with its cause, clause and the persons who answered for the step. */
  findings: z
    .array(
      z.object({
        number: z.string(),
        on: z.string(),
        cause: z.string(),
        article: z.string(),
        people: z.array(z.string()),
      }),
    )
    .default([]),
});

export const circularBody = z.object({
  title: z.string(),
  basis: z.string(),
  from: z.string(),
  to: z.string(),
  totals: z.object({ received: z.number().int(), replied: rate }),
  units: z.array(circularUnit),
});

export const efficiency = {
  board: route({
    method: "GET",
    path: "/api/efficiency/board",
    summary: "效能台：各单位各环节按期情况",
    tag: "效能监督",
    audience: "staff",
    query: inOrder(z.object(period)),
    reply: z.object({ rows: z.array(boardRow) }),
  }),
  breaches: route({
    method: "GET",
    path: "/api/efficiency/breaches",
    summary: "超期和未及时查阅",
    tag: "效能监督",
    audience: "staff",
    query: inOrder(
      z.object({ ...period, org: orgId.optional(), kind: breachKind.optional(), rule: z.string().optional() }),
    ),
    reply: z.object({ rows: z.array(breachRow) }),
  }),
  decideCause: route({
    method: "POST",
    path: "/api/efficiency/breaches/:id/cause",
    summary: "认定原因：人为或非人为",
    tag: "效能监督",
    audience: "staff",
    params: z.object({ id: uuid }),
    body: z.object({ cause: z.enum(["human", "notHuman"]), note: words(500, 1) }),
    reply: done,
    once: true,
  }),
  proposals: route({
    method: "GET",
    path: "/api/efficiency/proposals",
    summary: "效能告诫建议",
    tag: "效能监督",
    audience: "staff",
    reply: z.object({ rows: z.array(proposalRow) }),
  }),
  decideProposal: route({
    method: "POST",
    path: "/api/efficiency/proposals/:id",
    summary: "作出或不作出效能告诫",
    tag: "效能监督",
    audience: "staff",
    params: z.object({ id: uuid }),
    body: z.object({ decision: z.enum(["decided", "dismissed"]), note: words(500, 1) }),
    reply: done,
    once: true,
  }),
  openPrincipalItem: route({
    method: "POST",
    path: "/api/efficiency/principal-items",
    summary: "责任制不落实，追究主要领导",
    tag: "效能监督",
    audience: "staff",
    body: z.object({
      orgId,
      personId: personId.nullable().default(null),
      breaches: z.array(uuid).min(1),
      note: words(500, 1),
    }),
    reply: z.object({ id: z.string() }),
    status: 201,
    once: true,
  }),
  draftCircular: route({
    method: "GET",
    path: "/api/efficiency/circular-draft",
    summary: "通报草稿",
    tag: "效能监督",
    audience: "staff",
    query: inOrder(z.object(period)),
    reply: circularBody,
  }),
  issueCircular: route({
    method: "POST",
    path: "/api/efficiency/circulars",
    summary: "发布通报",
    tag: "效能监督",
    audience: "staff",
    body: inOrder(z.object(period)),
    reply: z.object({ id: z.string() }),
    status: 201,
    once: true,
  }),
  circulars: route({
    method: "GET",
    path: "/api/efficiency/circulars",
    summary: "已发布的通报",
    tag: "效能监督",
    audience: "staff",
    reply: z.object({
      rows: z.array(
        z.object({ id: z.string(), office: z.string(), body: circularBody, issuedAt: instant, issuedBy: z.string() }),
      ),
    }),
  }),
  checks: route({
    method: "GET",
    path: "/api/efficiency/checks",
    summary: "每个工作日查阅情况",
    tag: "效能监督",
    audience: "staff",
    query: z.object({ day: plainDate }),
    reply: z.object({
      workingDay: z.boolean(),
      gap: z.number().int().nullable(),
      rows: z.array(
        z.object({
          org: orgName,
          checker: z.string().nullable(),
          at: instant.nullable(),
          by: z.string().nullable(),
        }),
      ),
    }),
  }),
  yearly: route({
    method: "GET",
    path: "/api/efficiency/yearly",
    summary: "年度通报表扬的依据",
    tag: "效能监督",
    audience: "staff",
    query: z.object({ year: z.coerce.number().int().min(2000).max(2100) }),
    reply: z.object({
      article: z.string(),
      /** Who rewards, in the words of the regulation; null where it names nobody. */
      reward: z.string().nullable(),
      weights: z.record(z.string(), z.number()).nullable(),
      rows: z.array(
        z.object({
          org: orgName,
          /** The persons in charge that are commended beside their unit. */
          persons: z.array(z.string()),
          rates: z.object({ viewedInTime: rate, repliedInTime: rate, passedFirstAudit: rate, satisfied: rate }),
          /** Tenths of a per cent; null while no weights are set. */
          whole: z.number().int().nullable(),
        }),
      ),
    }),
  }),
  yearlyCases: route({
    method: "GET",
    path: "/api/efficiency/yearly-cases",
    summary: "组成一个单位一项年度比率的案件",
    tag: "效能监督",
    audience: "staff",
    query: z.object({ year: z.coerce.number().int().min(2000).max(2100), org: orgId, rate: z.enum(rateNames) }),
    reply: z.object({
      rows: z.array(
        z.object({
          /** Null where the reader may not open the case. */
          id: z.string().nullable(),
          number: z.string(),
          on: z.string(),
          met: z.boolean(),
        }),
      ),
    }),
  }),
  exportYearly: route({
    method: "GET",
    path: "/api/efficiency/yearly-export",
    summary: "导出年度通报表扬的依据和逐件明细（xlsx）",
    tag: "效能监督",
    audience: "staff",
    query: z.object({ year: z.coerce.number().int().min(2000).max(2100), purpose: words(100, 1) }),
    reply: z.unknown(),
    download: true,
  }),
  export: route({
    method: "GET",
    path: "/api/efficiency/export",
    summary: "导出效能数据（xlsx）",
    tag: "效能监督",
    audience: "staff",
    query: inOrder(z.object({ ...period, purpose: words(100, 1) })),
    reply: z.unknown(),
    download: true,
  }),
};
