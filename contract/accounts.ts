import { z } from "zod";
import { done, personId, words } from "./fields.ts";
import { route } from "./route.ts";

/** What an administrator mends for somebody who cannot sign in. */
export const accountRepairs = ["unlock", "password", "secondFactor"] as const;
export type AccountRepair = (typeof accountRepairs)[number];

/** How the administrator has made sure that it is the person who asks. */
export const personChecks = ["inPerson", "calledBack", "byLeader"] as const;
export type PersonCheck = (typeof personChecks)[number];

export const accounts = {
  edit: route({
    method: "PUT",
    path: "/api/people/:id",
    summary: "修改人员的姓名和电话",
    tag: "机构与人员",
    audience: "staff",
    params: z.object({ id: personId }),
    body: z.object({ name: words(50, 1), phone: words(30).nullable().default(null) }),
    reply: done,
    once: true,
  }),
  repair: route({
    method: "POST",
    path: "/api/people/:id/account",
    summary: "解除锁定、重置密码、重置身份验证器（核对本人，留痕，本人下次登录会看到）",
    tag: "机构与人员",
    audience: "staff",
    params: z.object({ id: personId }),
    body: z.object({ what: z.enum(accountRepairs), check: z.enum(personChecks), reason: words(200, 2) }),
    /** 一次性密码，只在重置密码时有，只显示这一次；首次登录必须更换。 */
    reply: z.object({ password: z.string().nullable() }),
    once: true,
  }),
  threshold: route({
    method: "GET",
    path: "/api/sign-in",
    summary: "登录页显示的地区名称和管理员电话",
    tag: "登录",
    audience: "public",
    reply: z.object({ region: z.string(), platform: z.string(), adminPhone: z.string().nullable() }),
  }),
};
