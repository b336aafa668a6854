import { clauseId as id } from "../../domain/rules/clause.ts";
import type { Notice } from "../../domain/rules/pack.ts";
import { at } from "./example-office.ts";
import * as say from "./stories.ts";

const internal = { is: "track", value: "internal" } as const;
const open = { is: "track", value: "public" } as const;
const lead = { is: "role", value: "lead" } as const;

const phoned = { at: "2026-03-02 08:00", channel: "phone" } as const;

/** What the petitioner is told, when, and in which words. */
export const notices: readonly Notice[] = [
  {
    id: "received",
    clause: id("FZ-5-1"),
    words: "登记后告知编号和查询码；办法未要求，本系统自加，可以关闭。",
    on: "intake.received",
    when: [],
    template: "已收到您的来件{number}，查询码{code}。查进展：{site}",
    channel: "preferred",
    feedback: false,
    switchable: true,
    example: { filing: phoned, steps: [], then: { told: ["received"] } },
  },
  {
    id: "transferred",
    clause: id("FZ-7-2"),
    words: "批转后告知承办单位和最晚答复日期；办法未要求，本系统自加，可以关闭。",
    on: "unit.received",
    when: [open, lead],
    template: "来件{tail}已转{unit}⟨，该局最晚{due}提交答复⟩⟨，审核后发给您⟩。查进展：{site}",
    again: "来件{tail}改由{unit}办理⟨，该局最晚{due}提交答复⟩。改派原因：{site}",
    channel: "preferred",
    feedback: false,
    switchable: true,
    example: {
      filing: phoned,
      steps: [
        say.handOver("2026-03-02 08:30"),
        say.classify("2026-03-02 10:00"),
        say.dispatch("2026-03-02 10:05", at.housing),
      ],
      then: { told: ["received", "transferred"] },
    },
  },
  {
    id: "internal-transfer",
    clause: id("FZ-6-5"),
    words: "转内部办理的，按原收件渠道以固定文字告知。",
    on: "unit.received",
    when: [internal, lead],
    template: "您所反映的问题已转由{unit}内部办理",
    channel: "original",
    bound: true,
    feedback: false,
    switchable: false,
    example: {
      filing: phoned,
      steps: [
        say.handOver("2026-03-02 08:30"),
        say.classify("2026-03-02 10:00", { track: "internal", subject: "discipline" }),
        say.dispatch("2026-03-03 10:05", at.discipline),
      ],
      then: { told: ["received", "internal-transfer"] },
    },
  },
  {
    id: "refused",
    clause: id("FZ-3.8"),
    words: "不予受理的告知原因和去处；除紧急救助外办法未要求，本系统自加，第三条（一）至（四）可以关闭。",
    on: "case.refused",
    when: [],
    template: "{refusal}",
    alert: "来件{tail}未予受理。原因、依据和您可以去找的部门：{site}⟨，也可以拨打{phone}⟩。",
    channel: "original",
    feedback: false,
    switchable: true,
    example: {
      filing: phoned,
      steps: [
        {
          at: "2026-03-02 08:01",
          who: say.operator,
          act: "refuse",
          input: { ground: "ground.3.8", fields: { referral: "110" } },
        },
      ],
      then: { told: ["received", "refused"] },
    },
  },
  {
    id: "not-dispatched",
    clause: id("FZ-8.5-2"),
    words: "不再批转的，告知上一次的答复。",
    on: "case.notDispatched",
    when: [],
    template: "您反映的问题此前已多次答复，这次不再批转。上一次的答复：{lastReply}",
    alert: "来件{tail}此前已多次答复，这次不再批转。上一次的答复：{site}⟨，也可以拨打{phone}⟩。",
    channel: "original",
    feedback: false,
    switchable: false,
    example: {
      filing: phoned,
      steps: [say.handOver("2026-03-02 08:30"), { at: "2026-03-02 10:00", who: say.dispatcher, act: "declineRepeat" }],
      then: { refused: "repeat.notLinked" },
    },
  },
  {
    id: "reply",
    clause: id("FZ-9-3"),
    serves: [id("FZ-9.1"), id("FZ-9-1")],
    words: "审核通过后，通过原收件渠道反馈答复全文。",
    on: "reply.passed",
    when: [],
    template: "{reply}",
    channel: "original",
    feedback: true,
    switchable: false,
    example: {
      filing: phoned,
      steps: [
        say.handOver("2026-03-02 08:30"),
        ...say.untilAudit(at.housing),
        say.passAudit("2026-03-17 15:00", at.housing),
      ],
      then: { told: ["received", "transferred", "reply", "answered"] },
    },
  },
  {
    id: "answered",
    clause: id("FZ-9-3"),
    words: "公开办理的答复通过审核后，另以诉求人选择的方式告知；办法未要求，本系统自加，可以关闭。",
    on: "reply.passed",
    when: [open],
    template: "来件{tail}有答复了。看答复、作评价：{site}⟨。也可以拨打{phone}⟩⟨，请话务员念给您听⟩。",
    spoken: "您的来件尾号{tail}有答复了：{reply}",
    channel: "preferred",
    readOut: true,
    feedback: false,
    switchable: true,
    example: {
      filing: say.web,
      steps: [...say.untilAudit(at.housing), say.passAudit("2026-03-17 15:00", at.housing)],
      then: { told: ["received", "transferred", "reply", "answered"] },
    },
  },
  {
    id: "answered-internal",
    clause: id("FZ-9.1"),
    words: "内部办理的答复通过审核后，另行提示有新进展，不提单位和内容；本系统自加，可以关闭。",
    on: "reply.passed",
    when: [internal],
    template: "来件{tail}有新进展，请凭查询码查看：{site}⟨，或拨打{phone}询问⟩。",
    spoken: "您的来件尾号{tail}有新进展，请凭查询码查看或到窗口询问。",
    channel: "preferred",
    readOut: true,
    feedback: false,
    switchable: true,
    example: {
      filing: { ...say.web, choice: "nonPublic" },
      steps: [
        say.classify("2026-03-02 10:00", { track: "internal", internalReason: "petitionerChoice" }),
        ...say.untilAudit(at.housing).slice(1),
        say.passAudit("2026-03-17 15:00", at.housing),
      ],
      then: { told: ["received", "internal-transfer", "reply", "answered-internal"] },
    },
  },
];
