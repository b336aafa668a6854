import { clauseId as id } from "../../domain/rules/clause.ts";
import type { Settings } from "../../domain/rules/settings.ts";

/** Only what the specification sets itself; supervision, tracks, ratings and reports of change are the province's. */
export const settings: Partial<Settings> = {
  places: {
    value: {
      intake: { kind: "petitionBureau", level: "city" },
      top: { kind: "petitionBureau", level: "city" },
      byReceiver: true,
    },
    clause: id("HZ-1"),
    serves: [id("HZ-0-2"), id("HZ-6.1-1"), id("ZJ-3.1-1"), id("ZJ-1-1"), id("ZJ-3.1-2")],
    words: "适用于杭州市各级各部门：谁收到谁录入、谁处理；网页信箱提交的由市信访局接收。",
  },
  auditedBy: {
    value: "sender",
    clause: id("HZ-6.3.2.b-1"),
    words: "转办单位复审。",
  },
  publication: {
    value: "byAct",
    clause: id("HZ-6.3.2.c-1"),
    serves: [id("HZ-4.5")],
    words: "复审通过后由市信访局公开，不自动公开；要求保密的不公开。",
  },
  statisticalMonth: {
    value: { startDay: 26 },
    clause: id("HZ-6.4.3-2"),
    words: "每月的统计期间为上月26日至当月25日。",
  },
  channels: {
    value: ["web", "email", "sms"],
    clause: id("HZ-3.2"),
    serves: [id("HZ-4.1"), id("HZ-4.2"), id("HZ-3.3"), id("HZ-3.1")],
    words: "通过市、区（县、市）长信箱和手机短信等渠道反映。",
  },
  kinds: {
    value: [
      {
        code: "ordinary",
        label: "反映情况、建议、意见或投诉请求",
        hint: "公民、法人或者其他组织都可以提出",
      },
    ],
    clause: id("HZ-3.1"),
    words: "可以反映情况，提出建议、意见或投诉请求。",
  },
  contact: {
    value: {
      anonymous: null,
      phone: null,
      email: null,
      address: null,
      idNumber: null,
    },
    clause: id("HZ-3.1"),
    words: "规范没有写要留哪些联系方式，也没有写能不能匿名。",
  },
  contentLength: {
    value: { min: 10, max: 5000 },
    clause: id("HZ-3.1"),
    words: "字数限制是本系统的设定，规范未写明。",
    reconstructed: true,
  },
  emergencyNumbers: {
    value: [],
    clause: id("HZ-5.1.d"),
    words: "突发性事件在受理范围内；规范没有列出紧急电话。",
  },
  emergencyWords: {
    value: [],
    clause: id("HZ-5.1.d"),
    words: "规范没有列出表示紧急情况的词。",
  },
  dailyChecker: {
    value: false,
    clause: id("HZ-6.2.2-1"),
    words: "规范要求及时关注，没有要求指定专人每日查阅。",
  },
  requiredPosts: {
    value: [
      { post: "principalLeader", clause: id("HZ-6.3.1-2") },
      { post: "leaderInCharge", clause: id("HZ-6.3.2.a-1") },
      { post: "clerk", clause: id("ZJ-3.2-1") },
    ],
    clause: id("HZ-6.3.2.a-1"),
    serves: [id("HZ-6.3.1-2"), id("ZJ-3.2-1"), id("ZJ-5-1")],
    words: "反馈件由承办单位负责人审核签发；延期由本行政机关负责人批准；省里要求明确承办人。",
  },
};
