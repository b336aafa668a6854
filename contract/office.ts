import { z } from "zod";
import { orgKinds } from "../domain/office/org.ts";
import { done, instant, orgId, personId, plainDate, post, uuid, words } from "./fields.ts";
import { route } from "./route.ts";
import { proposed } from "./trust/changes.ts";
import { fieldWords } from "./words.ts";

const holding = z.object({
  id: z.string(),
  /** `active`: false once the person was deactivated: the post waits for a successor. */
  person: z.object({ id: z.string(), name: z.string(), active: z.boolean() }),
  post,
  from: z.string(),
  to: z.string().nullable(),
  standsInFor: z.string().nullable(),
  current: z.boolean(),
});

export const orgNode = z.object({
  id: z.string(),
  parentId: z.string().nullable(),
  kind: z.string(),
  level: z.string(),
  name: z.string(),
  shortName: z.string(),
  initials: z.string(),
  duties: z.string(),
  joined: z.boolean(),
  joinedOn: z.string().nullable(),
  leftOn: z.string().nullable(),
});
export type OrgNode = z.infer<typeof orgNode>;

const reportLine = z.object({ to: z.string(), as: z.enum(["report", "copy"]) });

export const office = {
  tree: route({
    method: "GET",
    path: "/api/orgs",
    summary: "机构树",
    tag: "机构与人员",
    audience: "staff",
    reply: z.object({ orgs: z.array(orgNode) }),
  }),
  card: route({
    method: "GET",
    path: "/api/orgs/:id",
    summary: "单位的责任人登记",
    tag: "机构与人员",
    audience: "staff",
    params: z.object({ id: orgId }),
    reply: z.object({
      org: orgNode,
      phone: z.string().nullable(),
      address: z.string().nullable(),
      holdings: z.array(holding),
      vacancies: z.array(z.object({ post: z.string(), article: z.string() })),
      reports: z.array(reportLine),
      mayEdit: z.boolean(),
      /** 本人可以任免的岗位。 */
      mayFill: z.array(post),
    }),
  }),
  addUnit: route({
    method: "POST",
    path: "/api/orgs",
    summary: "新增单位（登记责任人并接入后才能收件）",
    tag: "机构与人员",
    audience: "staff",
    body: z.object({
      parentId: orgId,
      kind: z.enum(orgKinds).exclude(["area"]),
      name: words(80, 2),
      shortName: words(30, 2),
      initials: words(30).default(""),
      duties: words(300).default(""),
      phone: words(30).nullable().default(null),
      address: words(120).nullable().default(null),
    }),
    reply: z.object({ id: z.string() }),
    status: 201,
    once: true,
  }),
  people: route({
    method: "GET",
    path: "/api/people",
    summary: "人员和账号",
    tag: "机构与人员",
    audience: "staff",
    reply: z.object({
      people: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          login: z.string().nullable(),
          active: z.boolean(),
          posts: z.array(z.object({ org: z.string(), orgId: z.string(), post: z.string() })),
          lastSignIn: instant.nullable(),
          /** 只有系统管理员和安全保密管理员看得到。 */
          phone: z.string().nullable(),
          lockedUntil: instant.nullable(),
          mustChange: z.boolean(),
        }),
      ),
    }),
  }),
  addPerson: route({
    method: "POST",
    path: "/api/people",
    summary: "新增人员",
    tag: "机构与人员",
    audience: "staff",
    body: z.object({
      name: words(50, 1),
      login: z
        .string()
        .regex(/^[a-z0-9][a-z0-9._-]{2,60}$/, { error: fieldWords.newLogin })
        .nullable()
        .default(null),
      password: z.string().max(200).nullable().default(null),
    }),
    reply: z.object({ id: z.string() }),
    status: 201,
    once: true,
  }),
  setActive: route({
    method: "PUT",
    path: "/api/people/:id/active",
    summary: "停用或恢复人员",
    tag: "机构与人员",
    audience: "staff",
    params: z.object({ id: personId }),
    body: z.object({ active: z.boolean() }),
    reply: done,
    once: true,
  }),
  appoint: route({
    method: "POST",
    path: "/api/orgs/:id/holdings",
    summary: "提出任命，等另一人同意（同意后变更通知自动报送）",
    tag: "机构与人员",
    audience: "staff",
    params: z.object({ id: orgId }),
    body: z.object({
      personId,
      post,
      from: plainDate,
      to: plainDate.nullable().default(null),
      standsInFor: personId.nullable().default(null),
      /** The holding that the new one takes the place of; it ends the day before. */
      replaces: uuid.nullable().default(null),
      reason: words(200).default(""),
    }),
    reply: proposed,
    status: 201,
    once: true,
  }),
  endHolding: route({
    method: "PUT",
    path: "/api/orgs/:id/holdings/:holding/end",
    summary: "结束任职，一个人就可以办（变更通知自动报送）",
    tag: "机构与人员",
    audience: "staff",
    params: z.object({ id: orgId, holding: uuid }),
    body: z.object({ to: plainDate }),
    reply: z.object({ notices: z.array(reportLine) }),
    once: true,
  }),
  setMembership: route({
    method: "PUT",
    path: "/api/orgs/:id/membership",
    summary: "加入或退出系统",
    tag: "机构与人员",
    audience: "staff",
    params: z.object({ id: orgId }),
    body: z.object({ joinedOn: plainDate.nullable(), leftOn: plainDate.nullable().default(null) }),
    reply: done,
    once: true,
  }),
  notices: route({
    method: "GET",
    path: "/api/notices",
    summary: "报送和抄送给本单位的名单变更等通知",
    tag: "机构与人员",
    audience: "staff",
    reply: z.object({
      rows: z.array(
        z.object({
          id: z.string(),
          from: z.string(),
          as: z.enum(["report", "copy"]),
          topic: z.string(),
          text: z.string(),
          createdAt: instant,
          readAt: instant.nullable(),
          readBy: z.string().nullable(),
        }),
      ),
    }),
  }),
  readNotice: route({
    method: "PUT",
    path: "/api/notices/:id/read",
    summary: "签收通知",
    tag: "机构与人员",
    audience: "staff",
    params: z.object({ id: uuid }),
    reply: done,
    once: true,
  }),
};
