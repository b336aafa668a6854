import type { Terms } from "../../domain/rules/settings.ts";

/** How the specification names things. It says 反馈 for what goes to the bureau and 回复 for what goes to the petitioner. */
export const terms: Terms = {
  platform: "杭州市12345网上信访平台",
  petitioner: "信访人",
  case: "信访件",
  bureau: "信访局",
  handlingUnit: "承办单位",
  dispatch: "转办",
  reply: "回复",
  supervision: "督办",
  circular: "通报",
  citation: "《规范》",
  numberPrefix: "HZ",
};
