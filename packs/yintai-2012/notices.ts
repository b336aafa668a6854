import { clauseId as id } from "../../domain/rules/clause.ts";
import type { Notice } from "../../domain/rules/pack.ts";
import { at } from "./example-office.ts";
import * as say from "./stories.ts";

const reachable = { is: "channelNot", value: "collected" } as const;

/** What the author of a message is told, when, and in which words. */
export const notices: readonly Notice[] = [
  {
    id: "received",
    clause: id("YT-3.1.2"),
    words: "留言后告知编号和查询码；办法未要求，本系统自加，可以关闭。",
    on: "intake.received",
    when: [reachable],
    template: "已收到您的留言{number}，查询码{code}。查进展：{site}",
    channel: "preferred",
    feedback: false,
    switchable: true,
    example: { filing: say.web, steps: [], then: { told: ["received"] } },
  },
  {
    id: "refused",
    clause: id("YT-5.3"),
    words: "不予受理的告知原因和去处；办法未要求告知，本系统为“事事有回音”自加。",
    on: "case.refused",
    when: [],
    template: "{refusal}",
    alert: "留言{tail}未予受理。原因、依据和您可以去找的部门：{site}⟨，也可以拨打{phone}⟩。",
    channel: "original",
    feedback: false,
    switchable: true,
    example: {
      filing: say.web,
      steps: [
        { at: "2026-03-02 10:00", who: say.operator, act: "refuse", input: { ground: "ground.3.2.2", fields: {} } },
      ],
      then: { told: ["received", "refused"] },
    },
  },
  {
    id: "assigned",
    clause: id("YT-4.4-2"),
    words: "交办后告知承办单位；办法未要求，本系统自加，可以关闭。",
    on: "unit.received",
    when: [reachable, { is: "role", value: "lead" }],
    template: "留言{tail}已交{unit}办理⟨，办理结果由区电子政务管理中心回复您⟩。查进展：{site}",
    again: "留言{tail}改由{unit}办理⟨，办理结果由区电子政务管理中心回复您⟩。查进展：{site}",
    channel: "preferred",
    feedback: false,
    switchable: true,
    example: { filing: say.web, steps: say.assigned(), then: { told: ["received", "assigned"] } },
  },
  {
    id: "reply",
    clause: id("YT-4.8-2"),
    serves: [id("YT-4.7-2")],
    words: "督查报告经区政府领导审核后，由区电子政务管理中心回复；在网上留言的，在网上回复。",
    on: "done.answer",
    when: [],
    template: "{reply}",
    channel: "original",
    feedback: true,
    switchable: false,
    example: {
      filing: say.web,
      steps: [...say.released(), say.answer("2026-03-09 09:00", at.housing)],
      then: { told: ["received", "assigned", "reply", "answered"] },
    },
  },
  {
    id: "answered",
    clause: id("YT-4.8-2"),
    words: "回复后另以网民选择的方式告知；办法未要求，本系统自加，可以关闭。",
    on: "done.answer",
    when: [reachable],
    template: "留言{tail}有回复了。看回复：{site}⟨。也可以拨打{phone}⟩。",
    spoken: "您的留言尾号{tail}有回复了：{reply}",
    channel: "preferred",
    readOut: true,
    feedback: false,
    switchable: true,
    example: {
      filing: say.collected,
      steps: say.upward,
      then: { told: [] },
    },
  },
];
