import { clauseId as id } from "../../domain/rules/clause.ts";
import type { Notice } from "../../domain/rules/pack.ts";
import { at } from "./example-office.ts";
import * as say from "./stories.ts";

const lead = { is: "role", value: "lead" } as const;
const sentOut = { is: "not", of: { is: "fact", name: "form", oneOf: ["answer"], asOf: "then" } } as const;

/** A clause demands these, so no region may switch them off; they go back the way the case came in. */
const demanded = { feedback: false, switchable: false, channel: "original" } as const;
const own = { feedback: false, switchable: true, channel: "preferred" } as const;

/** What the petitioner is told, when, and in which words. */
export const notices: readonly Notice[] = [
  {
    ...demanded,
    id: "received",
    clause: id("HZ-6.1.1"),
    serves: [id("HZ-6.1.2"), id("HZ-6.1.3"), id("HZ-6.4.2"), id("ZJ-4.1-2"), id("ZJ-3.1-1")],
    words: "按来信的渠道告知信访人已接收，并告知编号和查询码，供上网查询办理情况。",
    on: "intake.received",
    when: [],
    template: "已收到您的来件{number}，查询码{code}。查进展：{site}",
    bound: true,
    example: { filing: say.sms, steps: [], then: { told: ["received"] } },
  },
  {
    ...own,
    id: "transferred",
    clause: id("ZJ-4.1-2"),
    serves: [id("HZ-6.2.1.b")],
    words: "转办、参阅后告知去向；文字是本系统自拟，可以关闭。",
    on: "unit.received",
    when: [lead, sentOut],
    template: "来件{tail}已转{unit}⟨，最晚{due}答复⟩。查进展：{site}",
    again: "来件{tail}改由{unit}办理⟨，最晚{due}答复⟩。改派原因：{site}",
    example: { filing: say.sms, steps: say.sent(), then: { told: ["received", "transferred"] } },
  },
  {
    ...demanded,
    id: "refused",
    clause: id("HZ-5.2.a"),
    serves: [id("HZ-5.2.b"), id("HZ-5.2.c")],
    words: "不予受理的，告知理由、条款和应当走的途径。",
    on: "case.refused",
    when: [],
    template: "{refusal}",
    alert: "来件{tail}未予受理。原因、依据和您可以去找的部门：{site}⟨，也可以拨打{phone}⟩。",
    example: {
      filing: say.sms,
      steps: [say.refusal("ground.5.2.b", { caseAt: "人民法院" })],
      then: { told: ["received", "refused"] },
    },
  },
  {
    ...demanded,
    id: "extension",
    clause: id("HZ-6.3.1-2"),
    words: "延期批准后，告知信访人延长的天数和理由。",
    on: "done.grantExtension",
    when: [],
    template:
      "来件{tail}由{unit}办理，经该单位负责人批准，办理期限延长{extensionDays}日⟨，新的最晚日期是{due}⟩。理由：{extensionReason}",
    alert: "来件{tail}延长{extensionDays}日⟨，新的最晚日期是{due}⟩。延期原因：{site}⟨，也可以拨打{phone}⟩。",
    example: {
      filing: say.sms,
      steps: [...say.taken(), say.askMore("2026-03-06 09:00"), say.grantMore("2026-03-06 10:00")],
      then: { told: ["received", "transferred", "extension"] },
    },
  },
  {
    ...demanded,
    id: "visit-document",
    clause: id("HZ-6.2.3-3"),
    words: "《督办意见》或《会议纪要》送信访人。",
    on: "done.issueDocument",
    when: [],
    template: "来件{tail}的{documentKind}：{documentText}",
    alert: "来件{tail}有一份{documentKind}，请查看：{site}⟨，也可以拨打{phone}⟩。",
    example: {
      filing: say.sms,
      steps: say.untilDocument(),
      then: { told: ["received", "transferred", "visit-document"] },
    },
  },
  {
    ...demanded,
    id: "reply",
    clause: id("HZ-6.3.2.a-2"),
    serves: [id("HZ-6.2.1.a"), id("ZJ-4.1-2"), id("ZJ-4.2-1")],
    words: "签发反馈的同时回复信访人，不等复审；当即答复的也是这样。",
    on: "reply.submitted",
    when: [],
    template: "{reply}",
    feedback: true,
    example: {
      filing: say.sms,
      steps: say.untilSigned(),
      then: { leg: [at.urban, "underAudit"], told: ["received", "transferred", "reply", "answered"] },
    },
  },
  {
    ...own,
    id: "answered",
    clause: id("ZJ-4.2-1"),
    words: "答复后，另以信访人选择的方式请其评价；文字是本系统自拟，可以关闭。",
    on: "reply.submitted",
    when: [],
    template: "来件{tail}有答复了。看答复、作评价：{site}⟨。也可以拨打{phone}⟩⟨，请话务员念给您听⟩。",
    spoken: "您的来件尾号{tail}有答复了：{reply}",
    readOut: true,
    example: {
      filing: say.web,
      steps: say.untilSigned(),
      then: { told: ["received", "transferred", "reply", "answered"] },
    },
  },
];
