import type { Names } from "../../domain/rules/names.ts";

/** What the measures call steps, posts and bodies that go by other names elsewhere. */
export const names: Names = {
  acts: {
    handOver: "交区政府督查室登记",
    dispatch: "交办",
    recordDelivery: "记录回复、告知",
    view: "查阅",
    giveInput: "提供意见",
    draftReply: "答复意见",
    approveReply: "同意并报送督查室",
    failAudit: "审核退回",
  },
  caseStages: {
    received: "已收集，待交督查室",
    registered: "待登记、拟办、交办",
    answering: "已审核，待报告、回复",
    answered: "已回复或者上报",
  },
  legStages: {
    viewed: "已查阅，正在办理",
    drafted: "待单位领导同意",
    underAudit: "待督查室审核",
    rework: "退回重新办理",
    passed: "督查室审核通过",
  },
  posts: {
    operator: "收集回复人员",
    dispatcher: "行政科交办人员",
    auditor: "督查人员",
    bureauHead: "督查室负责人",
    principalLeader: "一把手",
    officeLeader: "区政府办拟办人员",
    governmentLeader: "区政府领导",
  },
  orgKinds: { eGovCentre: "电子政务管理中心", governmentOffice: "区政府办" },
  followLegs: {
    underAudit: "{org}已报送办理情况，正在审核",
    passed: "{org}已办理",
  },
  followStates: { underAudit: "已有答复意见，正在审核", answered: "已办结" },
  moments: {
    "intake.received": "收集到留言",
    "topBureau.received": "区政府督查室收到",
    "matter.dispatched": "区政府办行政科交办",
    "reply.submitted": "办理情况报送区政府督查室",
    "reply.returned": "退回重新办理",
    "reply.passed": "区政府督查室审核通过",
    "term.lapsed": "未能按时办理",
    "feedback.delivered": "已回复网民",
    "notice.served": "已告知网民",
  },
  events: {
    caseReceived: "收到留言（{channel}）",
    handedOver: "交{to}登记",
    legOpened: "交办{org}（{role}）",
    draftRejected: "单位领导退回修改：{reason}",
    replySubmitted: "单位领导同意，报送{auditing}",
    supplemented: "网民补充情况：{text}",
    referenceClosed: "上报后办结",
  },
};
