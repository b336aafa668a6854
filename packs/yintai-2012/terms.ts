import type { Terms } from "../../domain/rules/settings.ts";

/** How the measures name things. What a bureau does elsewhere three district bodies do here; the supervision office stands for them. */
export const terms: Terms = {
  platform: "印台区网民留言和区长信箱",
  petitioner: "网民",
  case: "网民留言",
  bureau: "区政府督查室",
  handlingUnit: "承办单位",
  dispatch: "交办",
  reply: "回复",
  supervision: "督查",
  circular: "政务通报",
  citation: "《办法》",
  numberPrefix: "YT",
};
