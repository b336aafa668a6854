/** What a line of the appraisal list is, on the screen and in the workbook. */
export const appraisalWords = {
  states: { listed: "待鉴定", proposed: "等另一人决定", agreed: "正在销毁", erased: "已销毁", kept: "继续保管" },
  proposals: { erase: "提出销毁", keep: "提出继续保管" },
  because: {
    dutyOpen: "还有没办完的期限",
    linkedOpen: "关联的案件没有办结",
    escalated: "报过领导，由人另行判断",
  },
} as const;

/** The appraisal list as a workbook. */
export const appraisalSheet = {
  file: "档案鉴定清单",
  columns: [
    ["编号", "来件编号"],
    ["收件", "收到来件的日期"],
    ["类别", "来件的种类"],
    ["结果", "来件现在的状态"],
    ["保管依据", "本地保管期限表的一栏，手工列入的写原因"],
    ["到期", "保管期限满后的第一日，没有规定期限则为空"],
    ["现在", "鉴定走到哪一步"],
    ["暂缓", "系统查到的或者人写的暂缓原因"],
    ["意见", "提出销毁或者继续保管"],
    ["提出人", "提出意见的人"],
    ["提出时间", "北京时间"],
    ["提出原因", "鉴定会议、批准文件或者诉讼案号"],
    ["决定人", "同意或者不同意的另一人"],
    ["决定时间", "北京时间"],
    ["决定说明", "决定时写的原因"],
    ["销毁时间", "个人信息和内容删除的时间，北京时间"],
  ],
} as const;

/** The missed terms as a workbook. */
export const breachSheet = {
  file: "超期和未及时查阅",
  columns: [
    ["日期", "按期限的最后一日"],
    ["单位", "承担期限的单位"],
    ["编号", "来件编号"],
    ["类型", "没有按期的类型"],
    ["环节", "没有按期的环节"],
    ["依据", "规定期限的条款"],
    ["当日责任人", "当日在任的责任人和职务"],
    ["原因", "人为、非人为或者待认定，不用认定的为空"],
    ["认定的依据", "认定原因时写的说明"],
    ["后果", "按规定应当怎样处理"],
    ["协办单位", "协办单位不承担期限"],
  ],
  gap: "当日没有登记责任人",
  causes: { human: "人为", notHuman: "非人为" },
  undecided: "待认定",
} as const;
