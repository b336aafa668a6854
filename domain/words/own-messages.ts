/**
 * Messages that the product itself sends, whatever the regulation: how lists call them, and their words. Each is one
 * short message with its signature.
 */
export const ownMessages = {
  newCode: {
    name: "新的查询码",
    text: "您的新查询码是{code}（来件尾号{tail}），旧码已失效。不是您本人操作，请拨打{phone}。",
  },
  sealedNews: {
    name: "有新进展",
    text: "来件{tail}有新进展，请凭查询码查看或到窗口询问。",
  },
  redo: {
    name: "退回重办",
    text: "来件{tail}的答复已退回{unit}重办⟨，最晚{due}再次提交⟩。查进展：{site}",
  },
  withdrawn: {
    name: "收到撤回请求",
    text: "已收到您撤回来件{tail}的请求，由经办单位处理。查进展：{site}⟨，也可以拨打{phone}⟩。",
  },
  published: {
    name: "已公开",
    text: "来件{tail}和答复已隐去个人信息公开。发现不妥，请告诉我们：{site}⟨，或拨打{phone}⟩。",
  },
  emergency: {
    name: "紧急情况",
    text: "您说的情况紧急。请立即拨打110（报警）、119（火警）、120（急救）或122（交通事故）。",
  },
  phoneCheck: {
    name: "校验码",
    text: "校验码{code}，10分钟内有效。工作人员不会向您索要校验码。",
  },
} as const;

export type OwnMessage = keyof typeof ownMessages;

/** Ids of those that a region may switch off; the setting `noticesOff` names them so. */
export const switchableOwn = ["redo", "published", "withdrawn"] as const satisfies readonly OwnMessage[];

/** Whether a message is one of these; all others are notices of a regulation. */
export function isOwnMessage(notice: string): notice is OwnMessage {
  return Object.hasOwn(ownMessages, notice);
}
