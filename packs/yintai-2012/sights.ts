import { clauseId as id } from "../../domain/rules/clause.ts";
import type { Sight } from "../../domain/rules/pack.ts";
import { at } from "./example-office.ts";
import * as say from "./stories.ts";

/** Which body may read a message; nobody else knows that it exists. */
export const sights: readonly Sight[] = [
  {
    id: "sight-centre",
    clause: id("YT-4.1"),
    serves: [id("YT-4.8-2")],
    words: "区电子政务管理中心可以查看收集和回复的全部留言。",
    body: "intake",
    posts: ["operator"],
    sees: "all",
    when: [],
    example: { filing: say.collected, steps: [], then: { seenBy: [at.centre], hiddenFrom: [at.supervision] } },
  },
  {
    id: "sight-supervision",
    clause: id("YT-4.6-3"),
    serves: [id("YT-4.3"), id("YT-4.7-1")],
    words: "区政府督查室可以查看各类留言的办理情况。",
    body: "topBureau",
    posts: ["auditor", "bureauHead"],
    sees: "all",
    when: [],
    example: { filing: say.web, steps: [], then: { seenBy: [at.supervision] } },
  },
  {
    id: "sight-office",
    clause: id("YT-4.2-2"),
    serves: [id("YT-4.4-1"), id("YT-4.4-2"), id("YT-1")],
    words: "报送以后，区政府办和它的行政科、区政府领导可以查看。",
    body: "kind:governmentOffice",
    posts: ["officeLeader", "governmentLeader", "dispatcher"],
    sees: "all",
    when: [{ is: "done", formality: "report-to-office" }],
    example: {
      filing: say.web,
      steps: [say.sort("2026-03-02 10:00"), say.report("2026-03-02 10:10")],
      then: { seenBy: [at.office, at.section] },
    },
  },
  {
    id: "sight-holder",
    clause: id("YT-4.4-2"),
    words: "收到交办的承办单位可以查看全文，别的单位查不到。",
    body: "holder",
    posts: ["clerk", "leaderInCharge", "principalLeader"],
    sees: "all",
    when: [],
    example: { filing: say.web, steps: say.assigned(), then: { seenBy: [at.housing], hiddenFrom: [at.water] } },
  },
];
