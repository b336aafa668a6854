import { z } from "zod";
import { instant, orgId, post } from "./fields.ts";
import { route } from "./route.ts";
import { newsRow } from "./trust/sessions.ts";
import { fieldWords } from "./words.ts";

const place = z.object({
  orgId: z.string(),
  orgName: z.string(),
  posts: z.array(post),
  /** Names of the persons replaced here. */
  standsInFor: z.array(z.string()),
  /** The last day of standing in, where one is set: the earliest of several. */
  standsInUntil: z.string().nullable(),
});

/** Who is signed in, where they work, and what the screens must know of it. */
export const sessionInfo = z.object({
  person: z.object({ id: z.string(), name: z.string() }),
  places: z.array(place),
  place: place.nullable(),
  /** May register there what came in by another way than the web. */
  registers: z.boolean(),
  /** Pages that only some regulations have a use for. */
  knows: z.array(z.enum(["escalations", "dailyChecks", "admonitions", "commendation", "sources", "circulars"])),
  /** Whether they make calls and send messages again, and whether they send knotty cases up to leaders. */
  sends: z.boolean(),
  escalates: z.boolean(),
  platform: z.string(),
  /** The regulation's own words, where it does not use the common ones. */
  names: z.record(z.string(), z.record(z.string(), z.string())),
  region: z.object({ id: z.string(), name: z.string(), demo: z.boolean() }),
  /** Sent back in the header `x-csrf-token` with everything that changes something. */
  csrf: z.string(),
  idleMinutes: z.number().int(),
  hasSecondFactor: z.boolean(),
  mustEnrol: z.boolean(),
  /** The password was given by somebody else; nothing else opens before it is changed. */
  mustChange: z.boolean(),
  lastSignIn: instant.nullable(),
  /** What others have done to the account since then; only at sign-in. */
  news: z.array(newsRow),
  today: z.string(),
  /** The last year whose working calendar is loaded. */
  calendarUntil: z.number().int().nullable(),
});
export type SessionInfo = z.infer<typeof sessionInfo>;

export const session = {
  signIn: route({
    method: "POST",
    path: "/api/session",
    summary: "登录",
    tag: "登录",
    audience: "public",
    body: z.object({
      login: z.string().min(1, { error: fieldWords.login }).max(100),
      password: z.string().min(1, { error: fieldWords.password }).max(200),
      code: z.string().max(10).nullish(),
    }),
    reply: sessionInfo,
    status: 201,
    perMinute: 30,
  }),
  signInCode: route({
    method: "POST",
    path: "/api/session/code",
    summary: "登录的第二步：身份验证器的数字（密码对了才会要，`step` 在那次回答里）",
    tag: "登录",
    audience: "public",
    body: z.object({
      step: z.string().max(1000),
      code: z.string().min(1, { error: fieldWords.code }).max(10),
    }),
    reply: sessionInfo,
    status: 201,
    perMinute: 30,
  }),
  whoAmI: route({
    method: "GET",
    path: "/api/session",
    summary: "当前登录",
    tag: "登录",
    audience: "signedIn",
    reply: sessionInfo,
  }),
  choosePlace: route({
    method: "PUT",
    path: "/api/session/place",
    summary: "选择以哪个单位的身份工作",
    tag: "登录",
    audience: "signedIn",
    body: z.object({ orgId }),
    reply: sessionInfo,
  }),
  signOut: route({
    method: "DELETE",
    path: "/api/session",
    summary: "退出登录",
    tag: "登录",
    audience: "signedIn",
    reply: z.object({ done: z.literal(true) }),
  }),
  changePassword: route({
    method: "POST",
    path: "/api/session/password",
    summary: "修改自己的密码",
    tag: "登录",
    audience: "signedIn",
    body: z.object({ login: z.string().max(100), current: z.string().max(200), next: z.string().max(200) }),
    reply: z.object({ done: z.literal(true) }),
    once: true,
  }),
  offerSecondFactor: route({
    method: "POST",
    path: "/api/session/second-factor",
    summary: "生成身份验证器密钥",
    tag: "登录",
    audience: "signedIn",
    body: z.object({}),
    reply: z.object({ secret: z.string(), uri: z.string(), qr: z.string() }),
  }),
  bindSecondFactor: route({
    method: "PUT",
    path: "/api/session/second-factor",
    summary: "绑定身份验证器（密钥由服务器生成；已绑定的，还要原验证器的数字）",
    tag: "登录",
    audience: "signedIn",
    body: z.object({
      code: z.string().max(10),
      password: z.string().max(200),
      oldCode: z.string().max(10).nullable().default(null),
    }),
    reply: z.object({ done: z.literal(true) }),
    once: true,
  }),
};
