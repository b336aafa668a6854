import { question, type Topic } from "./topic.ts";

/** What is reported about officials; it goes where the regulation says and is told to nobody else. */
export const accusations: readonly Topic[] = [
  {
    id: "bribery",
    subject: "discipline",
    category: "检举控告",
    aim: "complaint",
    words: ["违法违纪", "检举控告"],
    policy: "检举控告由有权处理的机关依规依纪依法核查，并为检举人保密。",
    questions: [
      question(
        "工作人员在审批中收受好处",
        "反映{place}一名工作人员在审批中收受好处，经过和时间见下，请依法核查。",
        "依法核查",
        "已对反映的问题线索登记，按程序核查了审批记录并找有关人员谈话。",
        "其中收受礼品一项属实，已按规定处理；其余没有发现证据。处理结果已于{day}当面告知检举人。",
        "partly",
      ),
      question(
        "用公车办私事",
        "检举{place}附近一家单位的负责人多次用公务车接送家人，拍到的日期有{n}次，请纪检机关查处。",
        "查处公车私用",
        "核对派车单和车辆轨迹，有两次没有公务事由，公车私用属实。",
        "已对当事人批评教育并责令交纳费用，单位于{day}修订了派车办法。",
      ),
    ],
  },
  {
    id: "idleness",
    subject: "efficiency",
    category: "机关效能",
    aim: "complaint",
    words: ["效能"],
    policy: "窗口工作时间应当有人值守，实行首问负责和一次告知。",
    questions: [
      question(
        "窗口上班时间没有人",
        "到{place}的办事窗口办理手续，上班时间没有人，等了{n}小时，来了以后态度很差，请整顿作风。",
        "整顿窗口作风",
        "调取{place}窗口当天的监控，值班人员离岗四十分钟没有安排替岗，情况属实。",
        "已对当事人通报批评，窗口于{day}起实行双人值守，负责人当面向来件人道歉。",
      ),
    ],
  },
];
