import { clauseId as id } from "../../domain/rules/clause.ts";
import type { Sight } from "../../domain/rules/pack.ts";
import { at } from "./example-office.ts";
import * as say from "./stories.ts";

const everyone = ["dispatcher", "auditor", "bureauHead", "clerk", "leaderInCharge", "principalLeader"] as const;
const transferred = [{ is: "done", formality: "transferProposal" }] as const;

/** Which body may read a case; nobody else knows that it exists. */
export const sights: readonly Sight[] = [
  {
    id: "sight-receiver",
    clause: id("ZJ-3.1-1"),
    serves: [id("ZJ-3-1")],
    words: "收到并登记的机关可以查看信访事项的全过程。",
    body: "topBureau",
    posts: everyone,
    sees: "all",
    when: [],
    example: { filing: say.atOrgan, steps: [], then: { seenBy: [at.labour], hiddenFrom: [at.traffic] } },
  },
  {
    id: "sight-holder",
    clause: id("ZJ-3.2-1"),
    words: "收到转送、交办的机关可以查看全文。",
    body: "holder",
    posts: everyone,
    sees: "all",
    when: [],
    example: {
      filing: say.web,
      steps: say.untilNamed(at.labour),
      then: { seenBy: [at.labour], hiddenFrom: [at.traffic, at.countyLand] },
    },
  },
  {
    id: "sight-supervision",
    clause: id("ZJ-4.3-1"),
    serves: [id("ZJ-4.3-3")],
    words: "本级和上级信访工作机构可以查看，用于核查和督查。",
    body: "supervising",
    posts: ["dispatcher", "auditor", "bureauHead"],
    sees: "all",
    when: [],
    example: {
      filing: say.atOrgan,
      steps: [],
      then: { seenBy: [at.bureau, at.provinceBureau], hiddenFrom: [at.countyBureau] },
    },
  },
  {
    id: "sight-discipline",
    clause: id("ZJ-4.4-3"),
    serves: [id("ZJ-4.4-4")],
    words: "责任追究建议转交后，纪检监察机关可以查看。",
    body: "kind:disciplineBody",
    posts: ["clerk", "leaderInCharge", "principalLeader"],
    sees: "all",
    when: transferred,
    example: { filing: say.web, steps: say.untilProposed(), then: { hiddenFrom: [at.discipline, at.personnel] } },
  },
  {
    id: "sight-personnel",
    clause: id("ZJ-4.4-3"),
    serves: [id("ZJ-4.4-4")],
    words: "责任追究建议转交后，组织人事部门可以查看。",
    body: "kind:personnelBody",
    posts: ["clerk", "leaderInCharge", "principalLeader"],
    sees: "all",
    when: transferred,
    example: { filing: say.web, steps: say.untilTransferred(), then: { seenBy: [at.discipline, at.personnel] } },
  },
];
