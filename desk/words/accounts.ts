import type { AccountRepair, PersonCheck } from "../../contract/accounts.ts";

/** What the desk says when an account is mended for somebody. */
export const repairWords = {
  menu: "账号",
  repairs: {
    unlock: "解除锁定",
    password: "重置密码",
    secondFactor: "重置身份验证器",
  } satisfies Record<AccountRepair, string>,
  hints: {
    unlock: "账号马上可以再登录，密码不变。",
    password: "另一人确认后，给一个一次性密码，原密码和接口令牌失效，已登录的会退出；本人首次登录必须更换。",
    secondFactor: "另一人确认后，原来的身份验证器失效，已登录的会退出；本人下次登录重新绑定。",
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
  propose: "提出，等另一人确认",
  edit: "修改姓名、电话",
  name: "姓名",
  phone: "电话（选填）",
  locked: "已锁定",
  mustChange: "待换密码",
  region: "{region} · {platform}",
  lockedCall: "管理员电话：{phone}",
} as const;
