/**
 * Messages that the product itself sends, whatever the regulation: how lists call them, and their words. Each is one
 * short message with its signature.
 */
export const ownMessages = {
  newCode: {
    name: "新的查询码",
    text: "您的新查询码是{code}（来件尾号{tail}），旧码已失效。不是您本人操作，请拨打{phone}。",
  },
  phoneCheck: {
    name: "校验码",
    text: "校验码{code}，10分钟内有效。工作人员不会向您索要校验码。",
  },
} as const;

export type OwnMessage = keyof typeof ownMessages;

/** Whether a message is one of these; all others are notices of a regulation. */
export function isOwnMessage(notice: string): notice is OwnMessage {
  return Object.hasOwn(ownMessages, notice);
}
