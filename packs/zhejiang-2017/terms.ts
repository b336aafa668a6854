import type { Terms } from "../../domain/rules/settings.ts";

/** How the guiding opinions name things. They have no word for the answer to the petitioner; 答复 is ours. */
export const terms: Terms = {
  platform: "浙江省统一政务咨询投诉举报平台",
  petitioner: "信访人",
  case: "信访事项",
  bureau: "信访工作机构",
  handlingUnit: "有权处理的机关",
  dispatch: "转送",
  reply: "答复",
  supervision: "督办",
  circular: "通报批评",
  citation: "《意见》",
  numberPrefix: "ZJ",
};
