import { clauseId as id } from "../../domain/rules/clause.ts";
import type { Settings } from "../../domain/rules/settings.ts";

export const settings: Settings = {
  places: {
    value: {
      intake: { kind: "eGovCentre", level: "county" },
      top: { kind: "supervisionOffice", level: "county" },
    },
    clause: id("YT-4.1"),
    serves: [id("YT-0-1"), id("YT-4.3")],
    words: "区电子政务管理中心收集，区政府督查室登记、督查、审核；区长信箱的留言提交后即到督查室。",
  },
  auditedBy: {
    value: "top",
    clause: id("YT-4.7-1"),
    words: "办理情况由区政府督查室审核。",
  },
  supervisedBy: {
    value: "supervisionOffice",
    clause: id("YT-4.6-3"),
    words: "区政府督查室督查。",
  },
  tracks: {
    value: false,
    clause: id("YT-4.2-1"),
    words: "按五个类别整理分类，不分公开办理和内部办理。",
  },
  publication: {
    value: "byAct",
    clause: id("YT-4.8-2"),
    serves: [id("YT-5.5")],
    words: "区级网民留言由区电子政务管理中心在网上回复；上级交办的上报专报，不在网上回复。",
  },
  statisticalMonth: {
    value: null,
    clause: id("YT-4.9"),
    words: "办法没有规定统计月份，按自然月统计。",
  },
  calendarTermRollsForward: {
    value: null,
    clause: id("YT-4.5-1"),
    words: "办法没有写按日历日计算的期限。",
  },
  channels: {
    value: ["web", "collected"],
    clause: id("YT-3.1.2"),
    serves: [id("YT-0-1"), id("YT-3.1.1"), id("YT-3.1.3"), id("YT-3.1.4")],
    words: "区长信箱的留言由网民提交；市长信箱、省市转交和其他网络形式的留言由区电子政务管理中心收集。",
  },
  representatives: {
    value: null,
    clause: id("YT-3.1.2"),
    words: "《制度》没有写多人反映时的代表人数，不设上限。",
  },
  kinds: {
    value: [{ code: "ordinary", label: "咨询、建议、投诉、求助或其他", hint: "类别由区电子政务管理中心整理" }],
    clause: id("YT-4.2-1"),
    words: "按咨询、建议、投诉、求助、其他五个类别整理分类。",
  },
  contact: {
    value: {
      anonymous: null,
      phone: null,
      email: null,
      address: null,
      idNumber: null,
    },
    clause: id("YT-3.1.2"),
    words: "办法没有写要留哪些联系方式，也没有写能不能匿名。",
  },
  contentLength: {
    value: { min: 10, max: 5000 },
    clause: id("YT-3.1.2"),
    words: "字数限制是本系统的设定，办法未写明。",
    reconstructed: true,
  },
  emergencyNumbers: {
    value: [],
    clause: id("YT-4.2-1"),
    words: "留言按急缓程度分类；办法没有列出紧急电话。",
  },
  emergencyWords: {
    value: [],
    clause: id("YT-4.2-1"),
    words: "办法没有列出表示紧急情况的词。",
  },
  dailyChecker: {
    value: false,
    clause: id("YT-4.1"),
    words: "区电子政务管理中心监测和收集留言；办法没有要求指定专人每日查阅。",
  },
  requiredPosts: {
    value: [{ post: "principalLeader", clause: id("YT-5.1") }],
    clause: id("YT-5.1"),
    words: "各单位实行“一把手”负责制。",
  },
  changeReports: {
    value: [],
    clause: id("YT-5.1"),
    words: "一把手变动向谁报送，办法未写明。",
  },
  ratings: {
    value: null,
    clause: id("YT-5.6-2"),
    words: "满意度由区政府督查室集中回访时了解；办法没有规定网民评价。",
  },
};
