import { clauseId as id } from "../../domain/rules/clause.ts";
import type { Settings } from "../../domain/rules/settings.ts";

export const settings: Settings = {
  places: {
    value: {
      intake: { kind: "petitionBureau", level: "city" },
      top: { kind: "petitionBureau", level: "city" },
      byReceiver: true,
    },
    clause: id("ZJ-3.1-1"),
    serves: [id("ZJ-1-1"), id("ZJ-3.1-2")],
    words: "各级机关谁收到谁登记，并由收到的机关甄别分流；网上提交的由所在市信访局接收。",
  },
  auditedBy: {
    value: null,
    clause: id("ZJ-3.2-2"),
    words: "意见没有写答复由谁审核；有权处理的机关负责人签发即可答复。",
  },
  supervisedBy: {
    value: "petitionBureau",
    clause: id("ZJ-4.3-3"),
    words: "党委政府信访工作机构督促有权处理的机关整改落实。",
  },
  tracks: {
    value: false,
    clause: id("ZJ-4.1-2"),
    words: "意见不分公开办理和内部办理。",
  },
  publication: {
    value: "none",
    clause: id("ZJ-4.1-2"),
    words: "全程公开指办理过程对信访人公开、满意度对社会公开；意见没有写要在网上公布答复全文。",
  },
  satisfactionShown: {
    value: true,
    clause: id("ZJ-4.1-2"),
    words: "全程公开、接受社会监督：满意度对社会公开，连同评价的件数。",
  },
  statisticalMonth: {
    value: null,
    clause: id("ZJ-4.4-7"),
    words: "按自然月统计；分析会每半年一次。",
  },
  calendarTermRollsForward: {
    value: null,
    clause: id("ZJ-4.4-2"),
    words: "意见没有写期满日遇休息日是否顺延，按数到的那一天为准。",
  },
  channels: {
    value: ["letter", "web", "email", "fax", "phone", "visit"],
    clause: id("ZJ-2-2"),
    words: "书信、网络、电子邮件、传真、电话、走访等形式。",
  },
  representatives: {
    value: null,
    clause: id("ZJ-2-2"),
    words: "《办法》没有写多人反映时的代表人数，不设上限。",
  },
  kinds: {
    value: [{ code: "ordinary", label: "反映情况或投诉请求", hint: "第一次向机关反映的，按初次信访事项办理" }],
    clause: id("ZJ-2-1"),
    words: "反映的情况、提出的投诉请求。",
  },
  contact: {
    value: {
      anonymous: null,
      phone: null,
      email: null,
      address: null,
      idNumber: null,
    },
    clause: id("ZJ-2-1"),
    words: "意见没有写要留哪些联系方式，也没有写能不能匿名。",
  },
  contentLength: {
    value: { min: 10, max: 5000 },
    clause: id("ZJ-2-1"),
    words: "字数限制是本系统的设定，意见未写明。",
    reconstructed: true,
  },
  emergencyNumbers: {
    value: [],
    clause: id("ZJ-2-1"),
    words: "意见没有写紧急情况怎么办，也没有列出紧急电话。",
  },
  emergencyWords: {
    value: [],
    clause: id("ZJ-2-1"),
    words: "意见没有列出表示紧急情况的词。",
  },
  dailyChecker: {
    value: false,
    clause: id("ZJ-3.1-1"),
    words: "意见要求及时登记，没有要求指定专人每日查阅。",
  },
  requiredPosts: {
    value: [
      { post: "principalLeader", clause: id("ZJ-5-1") },
      { post: "leaderInCharge", clause: id("ZJ-3.2-1") },
      { post: "clerk", clause: id("ZJ-3.2-1") },
    ],
    clause: id("ZJ-3.2-1"),
    serves: [id("ZJ-5-1")],
    words: "有权处理的机关要明确责任领导和承办人；主要领导亲自抓、分管领导主要抓、首办责任人抓具体。",
  },
  changeReports: {
    value: [],
    clause: id("ZJ-3.2-1"),
    words: "责任领导和承办人变动向谁报送，意见未写明。",
  },
  ratings: {
    value: [
      { code: "satisfied", label: "满意", counts: true },
      { code: "fairlySatisfied", label: "基本满意", counts: true },
      { code: "dissatisfied", label: "不满意", counts: false },
    ],
    clause: id("ZJ-4.2-1"),
    words: "所有初次信访事项都请信访人作满意度评价；意见只写了不满意和未评价，三级是本系统的设定。",
    reconstructed: true,
  },
};
