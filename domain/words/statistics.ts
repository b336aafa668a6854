/** What figures are called, and by which formula each is made; said on the screen and in every workbook alike. */
export const figureWords = {
  received: { name: "收到", formula: "这段时间收到的件数，记在收件单位" },
  registered: { name: "登记", formula: "这段时间移交登记的件数，记在登记单位" },
  refused: { name: "不予受理", formula: "这段时间决定不予受理的件数，记在作出决定的单位" },
  otherOutcome: { name: "其他去向", formula: "不再批转、转往别处、不再受理等，和不予受理分开计" },
  passedDown: { name: "转下级", formula: "这段时间转给下级信访部门的件次" },
  dispatched: { name: "转办", formula: "这段时间转到承办单位的件次，主办协办都计" },
  answered: { name: "答复", formula: "这段时间审核通过的答复" },
  open: { name: "在办", formula: "这段时间收到、到今天还没有办完的件数，记在现在办理的单位" },
  overdueOpen: {
    name: "超期未办",
    formula: "最晚日期已过、今天还没有办的件；早于这段时间的也算，与案件列表“只看超期”同一口径",
  },
  onTime: {
    name: "按期答复率",
    formula: "按期答复 ÷（已答复 + 超期未办），按最晚日期算进这段时间；超期未办的计入分母",
  },
  firstAudit: { name: "一次审核通过率", formula: "没有退回重办就通过的 ÷ 审核通过的答复" },
  publication: { name: "公开率", formula: "已公开 ÷ 审核通过的公开办理件，不含保密的；撤下的不算公开" },
  publicationOfAll: {
    name: "公开率（含保密件）",
    formula: "已公开 ÷ 审核通过的全部办结件，保密的也在分母里；撤下的不算公开",
  },
  satisfaction: { name: "满意率", formula: "满意的评价 ÷ 收到的评价，按评价日期算" },
  participation: { name: "参评率", formula: "已评价 ÷ 可以评价（答复已全部通过审核），按答复日期算" },
  returnsAsked: { name: "申请退回", formula: "这段时间提出的退回申请" },
  returnsGranted: { name: "同意退回", formula: "同意的 ÷ 提出的退回申请" },
  returnsRefused: { name: "不同意退回", formula: "不同意的（含逾期未答复）÷ 提出的退回申请" },
  reworks: { name: "退回重办", formula: "这段时间审核退回重办的次数" },
  reminders: { name: "催办", formula: "这段时间催办的次数" },
} as const;

/** What one counted thing is called in a list. */
export const countWords = {
  received: "收到",
  registered: "登记",
  refused: "不予受理",
  otherOutcome: "其他去向",
  passedDown: "转下级",
  dispatched: "转办",
  open: "在办",
  closedInTime: "按期答复",
  closedLate: "超期答复",
  overdueOpen: "超期未答复",
  overdueNow: "超期未办",
  passedFirst: "一次通过",
  passedReworked: "重办后通过",
  published: "已公开",
  unpublished: "未公开",
  confidential: "保密件",
  satisfied: "满意",
  notSatisfied: "不满意",
  rated: "已评价",
  unrated: "未评价",
  returnAccepted: "同意退回",
  returnRefused: "不同意退回",
  returnPending: "退回待定",
  reworks: "退回重办",
  reminders: "催办",
} as const;

export const groupingWords = {
  unit: "单位",
  channel: "来件方式",
  category: "类别",
  kind: "诉求种类",
  stage: "状态",
} as const;

/** What stands in the workbooks of the statistics. */
export const statisticsSheets = {
  groups: "分组统计",
  course: "时间走势",
  outcomes: "不予受理和其他去向",
  indicators: "考核指标",
  body: "单位",
  cases: "案件",
  ratings: "评价",
  legend: "字段说明",
  whole: "合计",
  from: "起",
  to: "止",
  met: "{name}（分子）",
  of: "{name}（分母）",
  outcome: "去向",
  reason: "事由",
  amount: "件数",
  caseColumns: ["编号", "标题", "状态", "来件方式", "单位", "日期", "计为"],
  ratingColumns: ["编号", "标题", "单位", "日期", "评价", "原因"],
  item: "项目",
  meaning: "说明",
  basis: "依据",
  period: "统计期间",
  periodText: "{from} 至 {to}",
  bodies: "范围",
  ungrouped: "未分类",
  notDispatched: "不再批转",
  count: "件数",
  countText: "共{total}件，本表{n}件，无权查看{hidden}件",
  export: "导出",
  exportText: "{person}，{at}，用途：{purpose}",
} as const;

/** The line under a message that tells an answer. */
export const ratingLinkWords = { line: "评价这次办理（{days}天内有效）：{link}" } as const;

/** The list of proposals for a dispatch that the dispatcher has corrected. */
export const suggestionSheets = {
  sheet: "改过的建议",
  file: "转办建议",
  columns: ["编号", "转办时间", "转办人", "系统建议", "建议依据", "实际转给", "改转理由"],
  taken: "建议采用率",
  takenText: "有建议的转办 {of} 次，按第一条建议转的 {met} 次",
} as const;
