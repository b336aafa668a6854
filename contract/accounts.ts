import { z } from "zod";
import { done, personId, words } from "./fields.ts";
import { route } from "./route.ts";
import { proposed } from "./trust/changes.ts";

/** What is mended for somebody who cannot sign in: a lock by the security officer alone, a reset by two persons. */
export const accountRepairs = ["unlock", "password", "secondFactor"] as const;
export type AccountRepair = (typeof accountRepairs)[number];

/** How it was made sure that it is the person who asks. */
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
    summary: "解除锁定；提出重置密码或身份验证器，等另一人同意（核对本人，留痕，本人下次登录会看到）",
    tag: "机构与人员",
    audience: "staff",
    params: z.object({ id: personId }),
    body: z.object({ what: z.enum(accountRepairs), check: z.enum(personChecks), reason: words(200, 2) }),
    /** 等另一人同意的变更；解除锁定马上办成，没有。 */
    reply: z.object({ waits: proposed.nullable() }),
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
