import { clauseId as id } from "../../domain/rules/clause.ts";
import type { Sight } from "../../domain/rules/pack.ts";
import { at } from "./example-office.ts";
import * as say from "./stories.ts";

/** Which body may read a case; the bureaux above it and the province's bodies read under the province's entries. */
export const sights: readonly Sight[] = [
  {
    id: "sight-holder",
    clause: id("HZ-4.6"),
    serves: [id("ZJ-3.2-1")],
    words: "严格保密：只有收到转办、参阅的单位和经手的信访局可以查看，别的单位查不到。",
    body: "holder",
    posts: ["dispatcher", "auditor", "bureauHead", "clerk", "leaderInCharge", "principalLeader"],
    sees: "all",
    when: [],
    example: {
      filing: say.web,
      steps: [...say.sent([at.xihuBureau]), say.dispatchOn("2026-03-03 09:00", at.xihuBureau, at.xihuUrban)],
      then: { seenBy: [at.bureau, at.xihuBureau, at.xihuUrban], hiddenFrom: [at.xihuHousing, at.urban, at.discipline] },
    },
  },
];
