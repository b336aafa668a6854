import type { AccountRepair, PersonCheck } from "../../contract/accounts.ts";

/** What the desk says when an administrator mends an account, and what its owner reads of it. */
export const repairWords = {
  menu: "账号",
  repairs: {
    unlock: "解除锁定",
    password: "重置密码",
    secondFactor: "重置身份验证器",
  } satisfies Record<AccountRepair, string>,
  hints: {
    unlock: "账号马上可以再登录，密码不变。",
    password: "给一个一次性密码，原密码失效，已登录的会退出；本人首次登录必须更换。",
    secondFactor: "原来的身份验证器失效，已登录的会退出；本人下次登录重新绑定。",
  } satisfies Record<AccountRepair, string>,
  logged: "操作人、核对方式和原因都有记录，本人下次登录会看到。",
  check: "怎样核对的本人",
  checks: {
    inPerson: "本人当面提出",
    calledBack: "回拨本人电话核对",
    byLeader: "本人所在单位负责人确认",
  } satisfies Record<PersonCheck, string>,
  reason: "原因",
  done: "已{what}：{name}",
  password: "一次性密码",
  passwordOnce: "只显示这一次，请告诉 {name}。首次登录必须更换。",
  close: "已告知，关闭",
  edit: "修改姓名、电话",
  name: "姓名",
  phone: "电话（选填）",
  locked: "已锁定",
  mustChange: "待换密码",
  region: "{region} · {platform}",
  lockedCall: "管理员电话：{phone}",
  lastSignIn: "上次登录 {time}",
  news: {
    accountUnlocked: "{time} 管理员解除了您账号的锁定（{reason}）。不是您提出的，请马上告诉管理员。",
    passwordReset: "{time} 管理员重置了您的密码（{reason}）。不是您提出的，请马上告诉管理员。",
    secondFactorReset: "{time} 管理员重置了您的身份验证器（{reason}）。不是您提出的，请马上告诉管理员。",
    personEdited: "{time} 管理员修改了您的姓名或电话。",
  } as Readonly<Record<string, string>>,
  newsTitle: "您的账号有变动",
} as const;
