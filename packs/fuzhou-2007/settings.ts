import { clauseId as id } from "../../domain/rules/clause.ts";
import type { Settings, Terms } from "../../domain/rules/settings.ts";

/** How the regulation names things. */
export const terms: Terms = {
  platform: "福州市便民呼叫中心12345系统",
  petitioner: "诉求人",
  case: "诉求件",
  bureau: "信访局",
  handlingUnit: "承办单位",
  dispatch: "批转",
  reply: "答复",
  supervision: "效能监督",
  circular: "通报",
  citation: "《办法》",
  numberPrefix: "FZ",
};

export const settings: Settings = {
  places: {
    value: { intake: { kind: "serviceCentre", level: "city" }, top: { kind: "petitionBureau", level: "city" } },
    clause: id("FZ-5-1"),
    words: "服务中心登记移交，市信访局分类批转。",
  },
  auditedBy: {
    value: "peerBureau",
    clause: id("FZ-8.4-1"),
    words: "答复由同级信访局审核。",
  },
  supervisedBy: {
    value: "efficiencyOffice",
    clause: id("FZ-11-1"),
    words: "效能办监督。",
  },
  tracks: {
    value: true,
    clause: id("FZ-4-4"),
    words: "分网上公开办理和内部批转办理。",
  },
  publication: {
    value: "onPass",
    clause: id("FZ-9-3"),
    words: "审核通过的答复在网上公开。",
  },
  statisticalMonth: {
    value: null,
    clause: id("FZ-11.1-2"),
    words: "按自然月统计。",
  },
  calendarTermRollsForward: {
    value: null,
    clause: id("FZ-8-0"),
    words: "期限都按工作日计算；办法没有写按日历日计算的期限。",
  },
  channels: {
    value: ["phone", "fax", "sms", "web"],
    others: ["letter", "visit"],
    clause: id("FZ-2-1"),
    words: "电话、传真、短信、上网等多种方式。",
  },
  representatives: {
    value: null,
    clause: id("FZ-2-1"),
    words: "《办法》没有写多人反映时的代表人数，不设上限。",
  },
  kinds: {
    value: [
      { code: "ordinary", label: "咨询、求助、投诉或建议", hint: "日常生活、生产经营中的困难和问题" },
      { code: "discipline", label: "反映党员、干部违法违纪", hint: "只转给纪委（监察局），被反映的单位查不到" },
      { code: "efficiency", label: "反映机关干部效能问题", hint: "只转给效能办，不公开" },
    ],
    clause: id("FZ-6.1"),
    words: "诉求不分类；只有反映干部违法违纪和效能问题的，去向由第六条规定。",
  },
  contact: {
    value: {
      anonymous: null,
      phone: null,
      email: null,
      address: null,
      idNumber: null,
    },
    clause: id("FZ-2-1"),
    words: "办法没有写要留哪些联系方式，也没有写能不能匿名。",
  },
  contentLength: {
    value: { min: 10, max: 5000 },
    clause: id("FZ-2-1"),
    words: "字数限制是本系统的设定，办法未写明。",
    reconstructed: true,
  },
  emergencyNumbers: {
    value: [
      { number: "110", label: "报警" },
      { number: "119", label: "火警" },
      { number: "120", label: "急救" },
      { number: "122", label: "交通事故" },
    ],
    clause: id("FZ-3.8"),
    words: "紧急救助请拨打110、122等；119、120由本系统补充。",
  },
  emergencyWords: {
    value: [
      "着火",
      "起火",
      "火灾",
      "煤气泄漏",
      "燃气泄漏",
      "天然气泄漏",
      "触电",
      "溺水",
      "落水",
      "昏迷",
      "晕倒",
      "车祸",
      "有人受伤",
      "持刀",
      "抢劫",
      "绑架",
      "自杀",
      "跳楼",
      "塌方",
      "房屋倒塌",
    ],
    clause: id("FZ-3.8"),
    words: "内容里出现这些词时，提交前先显示紧急电话；词表是本系统的设定。",
    reconstructed: true,
  },
  dailyChecker: {
    value: true,
    clause: id("FZ-4-3"),
    words: "信访局和承办单位都要指定专人每个工作日上网查阅。",
  },
  requiredPosts: {
    value: [
      { post: "dutyChecker", clause: id("FZ-8.1-1") },
      { post: "leaderInCharge", clause: id("FZ-10-1") },
      { post: "clerk", clause: id("FZ-10-1") },
    ],
    clause: id("FZ-10-1"),
    serves: [id("FZ-8.1-1")],
    words: "没有查阅专人、分管领导、经办人员的单位，不能加入系统，也不能空缺。",
  },
  changeReports: {
    value: [
      { unitLevel: "city", to: "efficiencyOffice", atLevel: "city", as: "report" },
      { unitLevel: "city", to: "petitionBureau", atLevel: "city", as: "report" },
      { unitLevel: "city", to: "eGovCentre", atLevel: "city", as: "report" },
      { unitLevel: "county", to: "efficiencyOffice", atLevel: "county", as: "report" },
      { unitLevel: "county", to: "petitionBureau", atLevel: "county", as: "report" },
      { unitLevel: "county", to: "efficiencyOffice", atLevel: "city", as: "copy" },
      { unitLevel: "county", to: "petitionBureau", atLevel: "city", as: "copy" },
      { unitLevel: "county", to: "eGovCentre", atLevel: "city", as: "copy" },
    ],
    clause: id("FZ-10-3"),
    serves: [id("FZ-10-4")],
    words: "分管领导或经办人员变动：市直单位报送三家；县（市）区直单位报送两家、抄送三家。",
  },
  ratings: {
    value: [
      { code: "satisfied", label: "满意", counts: true },
      { code: "fairlySatisfied", label: "基本满意", counts: true },
      { code: "dissatisfied", label: "不满意", counts: false },
    ],
    clause: id("FZ-12"),
    words: "办法提到群众满意度，没有写等级；三级是本系统的设定。",
    reconstructed: true,
  },
};
