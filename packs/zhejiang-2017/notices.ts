import { clauseId as id } from "../../domain/rules/clause.ts";
import type { Notice } from "../../domain/rules/pack.ts";
import { at } from "./example-office.ts";
import * as say from "./stories.ts";

const lead = { is: "role", value: "lead" } as const;

const own = { feedback: false, switchable: true, channel: "preferred" } as const;

/** What the petitioner is told of each step, when, and in which words. */
export const notices: readonly Notice[] = [
  {
    ...own,
    id: "received",
    clause: id("ZJ-4.1-2"),
    serves: [id("ZJ-3.1-1")],
    words: "登记录入后告知编号和查询码；意见只要求全程公开，文字是本系统自拟，可以关闭。",
    on: "intake.received",
    when: [],
    template: "已收到您的来件{number}，查询码{code}。查进展：{site}",
    example: { filing: say.letter, steps: [], then: { told: ["received"] } },
  },
  {
    ...own,
    id: "transferred",
    clause: id("ZJ-4.1-2"),
    words: "转送、交办后当日告知去向；意见只要求全程公开，文字是本系统自拟，可以关闭。",
    on: "unit.received",
    when: [lead],
    template: "来件{tail}已转{unit}办理⟨，最晚{due}答复⟩。查进展：{site}",
    again: "来件{tail}改由{unit}办理⟨，最晚{due}答复⟩。改派原因：{site}",
    example: { filing: say.letter, steps: say.untilNamed(at.labour), then: { told: ["received", "transferred"] } },
  },
  {
    id: "sent-elsewhere",
    clause: id("ZJ-2-3"),
    serves: [id("ZJ-3.1-2")],
    words: "属于法定途径的，告知途径和应当向哪里提出。",
    on: "case.sentElsewhere",
    when: [],
    template: "{refusal}",
    alert: "来件{tail}应当通过其他途径解决。途径和您可以去找的部门：{site}⟨，也可以拨打{phone}⟩。",
    channel: "original",
    feedback: false,
    switchable: false,
    example: {
      filing: say.letter,
      steps: [
        {
          at: "2026-03-02 10:00",
          who: say.dispatcher,
          act: "refuse",
          input: { ground: "route.2", fields: { procedure: "仲裁", caseAt: "嘉兴市劳动人事争议仲裁委员会" } },
        },
      ],
      then: { told: ["received", "sent-elsewhere"] },
    },
  },
  {
    id: "reply",
    clause: id("ZJ-4.1-2"),
    serves: [id("ZJ-4.2-1")],
    words: "答复签发后，通过原收件渠道送达答复全文。",
    on: "reply.passed",
    when: [],
    template: "{reply}",
    channel: "original",
    feedback: true,
    switchable: false,
    example: {
      filing: say.letter,
      steps: say.untilAnswered(at.labour),
      then: { told: ["received", "transferred", "reply", "answered"] },
    },
  },
  {
    ...own,
    id: "answered",
    clause: id("ZJ-4.2-1"),
    words: "答复签发后，另以信访人选择的方式请其评价；文字是本系统自拟，可以关闭。",
    on: "reply.passed",
    when: [],
    template: "来件{tail}有答复了。看答复、作评价：{site}⟨。也可以拨打{phone}⟩⟨，请话务员念给您听⟩。",
    spoken: "您的来件尾号{tail}有答复了：{reply}",
    readOut: true,
    example: {
      filing: say.web,
      steps: say.untilAnswered(at.labour),
      then: { told: ["received", "transferred", "reply", "answered"] },
    },
  },
];
