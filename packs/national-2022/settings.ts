import { clauseId as id } from "../../domain/rules/clause.ts";
import type { Settings } from "../../domain/rules/settings.ts";

export const settings: Settings = {
  places: {
    value: {
      intake: { kind: "petitionBureau", level: "city" },
      top: { kind: "petitionBureau", level: "city" },
      byReceiver: true,
    },
    clause: id("N22-22-1"),
    serves: [id("N22-23-1")],
    words: "信访部门收到的由信访部门登记、转送、交办；其他机关、单位直接收到的，由其自行登记和区分。",
  },
  auditedBy: {
    value: null,
    clause: id("N22-31-6"),
    words: "处理意见由有权处理的机关、单位出具；条例没有规定另行审核。",
  },
  supervisedBy: {
    value: "petitionBureau",
    clause: id("N22-40-1"),
    words: "信访部门督办。",
  },
  tracks: {
    value: false,
    clause: id("N22-22-2"),
    words: "条例按类别和去向区分，不分公开办理和内部办理。",
  },
  publication: {
    value: "none",
    clause: id("N22-36-3"),
    words: "条例只说经过听证的复核意见可以依法公示，没有要求公开其他处理意见。",
  },
  statisticalMonth: {
    value: null,
    clause: id("N22-41-1"),
    words: "年度报告按年；月份按自然月统计。",
  },
  calendarTermRollsForward: {
    value: null,
    clause: id("N22-22-2"),
    words: "条例没有写期满日遇节假日是否顺延，按数到的那一天为准，不作推算。",
  },
  channels: {
    value: ["web", "letter", "phone", "fax", "visit"],
    clause: id("N22-17-1"),
    serves: [id("N22-18-1"), id("N22-21-1")],
    words: "信息网络、书信、电话、传真、走访等形式。",
  },
  representatives: {
    value: { from: 5, most: 5, channels: ["visit"] },
    clause: id("N22-20-3"),
    words:
      "五人以上走访提出共同信访事项的，推选代表，不超过5人；书信、网络联名的人数不限。条例写“多人”，五人起算是本系统的理解。",
    reconstructed: true,
  },
  kinds: {
    value: [
      { code: "ordinary", label: "建议意见或申诉求决", hint: "反映情况，提出建议、意见或者投诉请求" },
      { code: "discipline", label: "检举控告", hint: "只转给有权处理的机关，不会转给被检举、控告的人和单位" },
    ],
    clause: id("N22-17-1"),
    serves: [id("N22-30-3")],
    words: "建议意见、检举控告、申诉求决三类；由信访部门区分，去向各不相同。",
  },
  contact: {
    value: {
      anonymous: null,
      phone: null,
      email: null,
      address: "required",
      idNumber: null,
    },
    clause: id("N22-19-1"),
    words: "载明姓名（名称）、住址；电话和电子邮箱条例未写明。",
  },
  contentLength: {
    value: { min: 10, max: 5000 },
    clause: id("N22-19-1"),
    words: "写明姓名（名称）、住址和请求、事实、理由；字数限制是本系统的设定，条例未写明。",
    reconstructed: true,
  },
  emergencyNumbers: {
    value: [],
    clause: id("N22-25-1"),
    words: "重大、紧急信访事项由机关及时报告和处理；条例没有列出紧急电话。",
  },
  emergencyWords: {
    value: [],
    clause: id("N22-25-1"),
    words: "条例没有列出表示紧急情况的词。",
  },
  dailyChecker: {
    value: false,
    clause: id("N22-21-1"),
    words: "条例要求及时录入，没有要求指定专人每日查阅。",
  },
  requiredPosts: {
    value: [{ post: "principalLeader", clause: id("N22-34-2") }],
    clause: id("N22-34-2"),
    words: "延长办理期限由本机关、单位负责人批准。",
  },
  changeReports: {
    value: [],
    clause: id("N22-21-1"),
    words: "人员变动向谁报送，条例未写明。",
  },
  ratings: {
    value: [
      { code: "satisfied", label: "满意", counts: true },
      { code: "fairlySatisfied", label: "基本满意", counts: true },
      { code: "dissatisfied", label: "不满意", counts: false },
    ],
    clause: id("N22-21-2"),
    serves: [id("MY22-0-1")],
    words: "信访人可以评价办理情况；条例没有写等级，三级是本系统的设定。",
    reconstructed: true,
  },
};
