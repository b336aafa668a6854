import { clauseId as id } from "../../domain/rules/clause.ts";
import type { Sight } from "../../domain/rules/pack.ts";
import { at } from "./example-office.ts";
import * as say from "./stories.ts";

const notSubversive = { is: "groundNot", value: "ground.3.2" } as const;

const report = [
  say.classify("2026-03-02 10:00", { track: "internal", subject: "discipline", accused: at.housing }),
  say.dispatch("2026-03-02 10:05", at.discipline),
];

/** Which body may read a case, and how much of it; nobody else knows that it exists. */
export const sights: readonly Sight[] = [
  {
    id: "sight-centre",
    clause: id("FZ-5-1"),
    words: "服务中心可以查看本中心登记和反馈的诉求件。",
    body: "intake",
    posts: ["operator"],
    sees: "all",
    when: [notSubversive],
    example: { filing: say.phone, steps: [], then: { seenBy: [at.centre] } },
  },
  {
    id: "sight-bureau",
    clause: id("FZ-4-1"),
    serves: [id("FZ-4-3")],
    words: "市信访局可以查看全市诉求件。",
    body: "topBureau",
    posts: ["dispatcher", "auditor", "finalAuditor", "dutyChecker", "bureauHead"],
    sees: "all",
    when: [notSubversive],
    example: { filing: say.web, steps: [], then: { seenBy: [at.bureau] } },
  },
  {
    id: "sight-head",
    clause: id("FZ-3.2"),
    words: "第三条（二）的件，只有信访局负责人可以查看。",
    body: "topBureau",
    posts: ["bureauHead"],
    sees: "all",
    when: [],
    example: {
      filing: say.phone,
      steps: [
        say.handOver("2026-03-02 09:40"),
        { at: "2026-03-02 10:00", who: say.dispatcher, act: "refuse", input: { ground: "ground.3.2", fields: {} } },
      ],
      then: { stage: "refused", seenBy: [at.bureau], hiddenFrom: [at.centre] },
    },
  },
  {
    id: "sight-holder",
    clause: id("FZ-8.7-2"),
    serves: [id("FZ-6.1"), id("FZ-8.1-1")],
    words: "收到批转的信访局和单位可以查看全文；被反映人所在单位查不到。",
    body: "holder",
    posts: ["dispatcher", "auditor", "bureauHead", "dutyChecker", "clerk", "leaderInCharge", "principalLeader"],
    sees: "all",
    when: [notSubversive],
    example: { filing: say.web, steps: report, then: { seenBy: [at.discipline], hiddenFrom: [at.housing, at.urban] } },
  },
  {
    id: "sight-supervision",
    clause: id("FZ-11-1"),
    serves: [id("FZ-11-2")],
    words: "效能办可以查看本辖区诉求件的全过程，不能改动。",
    body: "supervising",
    posts: ["efficiencyOfficer"],
    sees: "all",
    when: [{ is: "subject", value: "ordinary" }, notSubversive],
    example: {
      filing: say.web,
      steps: [
        say.classify("2026-03-02 10:00"),
        say.dispatch("2026-03-03 10:05", at.gulouBureau),
        say.dispatchOn("2026-03-04 09:00", at.gulouBureau, at.gulouUrban),
      ],
      then: { seenBy: [at.efficiency, at.gulouEfficiency], hiddenFrom: [at.taijiangEfficiency] },
    },
  },
  {
    id: "sight-supervision-efficiency",
    clause: id("FZ-11-1"),
    words: "反映效能问题的件，效能办可以查看。",
    body: "supervising",
    posts: ["efficiencyOfficer"],
    sees: "all",
    when: [{ is: "subject", value: "efficiency" }, notSubversive],
    example: { filing: { ...say.web, subject: "efficiency" }, steps: [], then: { seenBy: [at.efficiency] } },
  },
  {
    id: "sight-supervision-timings",
    clause: id("FZ-11-1"),
    words: "反映违法违纪的件，效能办只看环节和时间，看不到内容。",
    body: "supervising",
    posts: ["efficiencyOfficer"],
    sees: "timings",
    when: [{ is: "subject", value: "discipline" }, notSubversive],
    example: { filing: say.web, steps: report, then: { seenBy: [at.efficiency] } },
  },
];
