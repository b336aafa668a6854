import { clauseId as id } from "../../domain/rules/clause.ts";
import type { Sight } from "../../domain/rules/pack.ts";
import { at } from "./example-office.ts";
import * as say from "./stories.ts";

const ordinary = { is: "subject", value: "ordinary" } as const;
const report = [
  say.sort("2026-03-03 10:00", { category: "report", accused: at.housing }),
  say.dispatch("2026-03-03 10:05", at.discipline),
];
const reviewed = [
  ...say.answered(at.countyLand),
  say.applyReview("2026-04-20 09:00", at.countyLand, at.land),
  say.review("2026-05-06 09:00", at.countyLand, at.land),
  say.applyReReview("2026-05-20 09:00", at.countyLand, at.provinceLand),
];
const organPosts = ["clerk", "leaderInCharge", "principalLeader"] as const;

/** Which body may read a case; nobody else knows that it exists. */
export const sights: readonly Sight[] = [
  {
    id: "sight-receiver",
    clause: id("N22-22-1"),
    serves: [id("N22-23-1")],
    words: "登记、转送该件的信访部门或者机关、单位可以查看。",
    body: "topBureau",
    posts: ["operator", "dispatcher", "auditor", "bureauHead", ...organPosts],
    sees: "all",
    when: [ordinary],
    example: say.story([], { seenBy: [at.bureau], hiddenFrom: [at.land, at.discipline] }),
  },
  {
    id: "sight-receiver-report",
    clause: id("N22-30-3"),
    serves: [id("N22-46-2")],
    words: "检举控告类，信访部门只有转送人员和负责人可以查看。",
    body: "topBureau",
    posts: ["dispatcher", "bureauHead"],
    sees: "all",
    when: [],
    example: say.story(report, { seenBy: [at.bureau], hiddenFrom: [at.housing] }),
  },
  {
    id: "sight-holder",
    clause: id("N22-30-3"),
    serves: [id("N22-18-3"), id("N22-46-2"), id("N22-22-4")],
    words: "收到转送、交办的机关、单位可以查看；被检举、控告的人和单位查不到。",
    body: "holder",
    posts: ["dispatcher", "bureauHead", ...organPosts],
    sees: "all",
    when: [],
    example: say.story(report, { seenBy: [at.discipline], hiddenFrom: [at.housing, at.land, at.provinceBureau] }),
  },
  {
    id: "sight-supervising",
    clause: id("N22-40-1"),
    serves: [id("N22-38-1")],
    words: "本级和上级信访部门可以查看，用于督办、督查。",
    body: "supervising",
    posts: ["auditor", "bureauHead"],
    sees: "all",
    when: [ordinary],
    example: say.story(say.sent(), { seenBy: [at.provinceBureau], hiddenFrom: [at.countyBureau] }),
  },
  {
    id: "sight-government",
    clause: id("N22-22-3"),
    serves: [id("N22-25-1")],
    words: "情况重大、紧急的，本级党委和政府可以查看全部内容。",
    body: "kind:governmentOffice",
    posts: ["officeLeader", "governmentLeader"],
    sees: "all",
    when: [ordinary, { is: "fact", name: "urgent", oneOf: ["yes"], asOf: "now" }],
    example: say.story([say.sort("2026-03-02 10:00", { urgent: "yes" })], { seenBy: [at.office] }),
  },
  {
    id: "sight-government-policy",
    clause: id("N22-40-2"),
    serves: [id("N22-40-4")],
    words: "提出完善政策的建议后，本级党委和政府可以查看。",
    body: "kind:governmentOffice",
    posts: ["officeLeader", "governmentLeader"],
    sees: "all",
    when: [ordinary, { is: "done", formality: "propose-policy" }],
    example: say.story(
      [
        say.carry("2026-04-01 09:00", say.head, "propose-policy", {
          policyProblem: "标准过低",
          policyProposal: "修订",
        }),
      ],
      { seenBy: [at.office] },
    ),
  },
  {
    id: "sight-government-timings",
    clause: id("N22-44-1"),
    serves: [id("N22-43-1"), id("N22-45-1")],
    words: "本级党委和政府可以查看转送、办理各环节的时间，用于责令改正。",
    body: "kind:governmentOffice",
    posts: ["officeLeader", "governmentLeader"],
    sees: "timings",
    when: [ordinary],
    example: say.story(say.sent(), { seenBy: [at.office] }),
  },
  {
    id: "sight-conference-timings",
    clause: id("N22-39-2"),
    words: "信访工作联席会议可以查看转送、办理各环节的时间，用于约谈、通报、挂牌督办、责令限期整改。",
    body: "kind:jointConference",
    posts: ["officeLeader"],
    sees: "timings",
    when: [ordinary],
    example: say.story(say.sent(), { seenBy: [at.conference] }),
  },
  {
    id: "sight-held-organ",
    clause: id("N22-39-2"),
    words: "被责令限期整改的机关、单位的负责人可以查看，用于整改。",
    body: "fact:heldOrgan",
    posts: ["leaderInCharge", "principalLeader"],
    sees: "all",
    when: [ordinary],
    example: say.story([...say.sent(), say.holdLeaders({ heldOrgan: at.labour })], { seenBy: [at.labour] }),
  },
  {
    id: "sight-conference",
    clause: id("N22-24-1"),
    words: "由联席会议协调处理的，联席会议可以查看。",
    body: "kind:jointConference",
    posts: ["officeLeader"],
    sees: "all",
    when: [ordinary, { is: "fact", name: "competenceBy", oneOf: ["conference"], asOf: "now" }],
    example: say.story(
      [
        say.carry("2026-03-02 10:30", say.head, "settle-competence", {
          competenceBy: "conference",
          involved: "市自然资源局、省某厅",
          acceptingOrgan: at.land,
          decidedBy: "市信访联席会议",
        }),
      ],
      { seenBy: [at.conference] },
    ),
  },
  {
    id: "sight-reviewer",
    clause: id("N22-35-2"),
    words: "复查机关、单位可以查看。",
    body: "fact:reviewer",
    posts: [...organPosts, "officeLeader"],
    sees: "all",
    when: [],
    example: say.story(reviewed, { seenBy: [at.land] }),
  },
  {
    id: "sight-re-reviewer",
    clause: id("N22-36-2"),
    words: "复核机关、单位可以查看。",
    body: "fact:reReviewer",
    posts: [...organPosts, "officeLeader"],
    sees: "all",
    when: [],
    example: say.story(reviewed, { seenBy: [at.provinceLand] }),
  },
  {
    id: "sight-accountability",
    clause: id("N22-40-3"),
    serves: [id("N22-40-4")],
    words: "收到追究责任建议的机关、单位可以查看。",
    body: "fact:proposedTo",
    posts: [...organPosts, "officeLeader"],
    sees: "all",
    when: [],
    example: say.story(
      [
        ...say.sent(),
        say.carryOn("2026-06-01 09:00", say.head, "propose-accountability", at.land, {
          conduct: "delay",
          consequence: "造成群体性上访",
          proposedTo: at.discipline,
        }),
      ],
      { seenBy: [at.discipline] },
    ),
  },
];
