import type { Terms } from "../../domain/rules/settings.ts";

/** How the ordinance names things. */
export const terms: Terms = {
  platform: "信访信息系统",
  petitioner: "信访人",
  case: "信访事项",
  bureau: "信访部门",
  handlingUnit: "有权处理的机关、单位",
  dispatch: "转送",
  reply: "答复",
  supervision: "督办",
  circular: "通报",
  citation: "《条例》",
  numberPrefix: "XF",
};
