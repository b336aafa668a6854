import { clauseId as id } from "../../domain/rules/clause.ts";
import type { Formality, FormalityField } from "../../domain/rules/formality.ts";
import type { Guard } from "../../domain/rules/power.ts";
import { at, holder } from "./example-office.ts";
import {
  bureauStaff,
  choice,
  clerk,
  deciders,
  operator,
  petitioner,
  reReviewers,
  reviewers,
  text,
  yesNo,
} from "./holders.ts";
import * as say from "./stories.ts";

const isOpinion: Guard = { is: "factIs", name: "branch", oneOf: ["31-6"], clause: id("N22-35-1") };
const onLead: Guard = { is: "onLeadLeg", clause: id("N22-35-1") };
const received: FormalityField = {
  name: "receivedOn",
  label: "收到请求之日",
  kind: "date",
  when: "sinceFiling",
  required: false,
  hint: "当日收到的不用填",
  staffOnly: true,
};
const provinceClerk = holder(at.provinceLand, "clerk");

const reviewing: readonly Guard[] = [
  { is: "formalityDone", anyOf: ["apply-review"], since: "feedback.delivered", clause: id("N22-35-2") },
  { is: "formalityNotDone", formality: "conclude-review", since: "done.apply-review", clause: id("N22-35-2") },
];
const reReviewing: readonly Guard[] = [
  { is: "formalityDone", anyOf: ["apply-re-review"], since: "feedback.delivered", clause: id("N22-36-2") },
  { is: "formalityNotDone", formality: "conclude-re-review", since: "done.apply-re-review", clause: id("N22-36-2") },
];
const results = [
  ["upheld", "维持"],
  ["changed", "变更"],
] as const;

const applied = [...say.answered(), say.applyReview("2026-04-20 09:00", at.land, at.provinceLand)];
/** Reviewed one level below, so that there is a level above the reviewer. */
const onceMore = [
  ...say.answered(at.countyLand),
  say.applyReview("2026-04-20 09:00", at.countyLand, at.land),
  say.review("2026-05-06 09:00", at.countyLand, at.land),
  say.applyReReview("2026-05-20 09:00", at.countyLand, at.provinceLand),
];
const heard = [
  ...onceMore,
  say.carryOn("2026-05-25 09:00", provinceClerk, "open-re-review-hearing", at.countyLand, { place: "听证室" }),
];

/** After the written opinion: review, re-review, its hearing, and what goes on after that. */
export const review: readonly Formality[] = [
  {
    id: "apply-review",
    label: "请求复查",
    on: "leg",
    from: ["passed"],
    clause: id("N22-35-1"),
    words: "对处理意见不服的，自收到书面答复之日起30日内，向原办理机关、单位的上一级机关、单位请求复查。",
    by: [petitioner, bureauStaff, operator, clerk],
    guards: [onLead, isOpinion, { is: "withinWindow", duty: "review-window", clause: id("N22-35-1") }],
    fields: [
      text("reviewRequest", "请求和理由"),
      { name: "reviewer", label: "复查机关", kind: "org", required: true, found: { above: "holder" } },
      received,
    ],
    forPetitioner: { ask: "对书面意见不服，可以请求复查一次。请写明要求和理由。", line: "您已请求复查" },
    effects: [],
    example: say.story(applied, { due: [["review", at.provinceLand, "2026-05-20"]] }),
  },
  {
    id: "conclude-review",
    label: "提出复查意见",
    on: "leg",
    from: ["passed"],
    clause: id("N22-35-2"),
    words: "复查机关、单位自收到复查请求之日起30日内提出复查意见，并予以书面答复。",
    by: reviewers,
    guards: reviewing,
    fields: [choice("reviewResult", "复查结论", results), text("reviewOpinion", "复查意见")],
    forPetitioner: {
      line: "{org}作出复查意见：{reviewResult}",
      opinion: { title: "复查意见：{reviewResult}", text: "{reviewOpinion}" },
    },
    effects: [],
    example: say.story([...say.answered(), say.review("2026-04-20 09:00", at.land, at.provinceLand)], {
      refused: "act.notYourPost",
    }),
  },
  {
    id: "revoke-in-review",
    label: "撤销并责令重新办理（复查）",
    on: "leg",
    from: ["passed"],
    clause: id("N22-35-2"),
    serves: [id("N22-45-2")],
    words: "复查认为处理意见不当的，撤销并由原办理机关、单位重新作出；结论种类条例未写明，本条为重构。",
    reconstructed: true,
    by: reviewers,
    guards: reviewing,
    fields: [
      text("reviewOpinion", "复查意见"),
      yesNo("wronglyUnsupported", "事实清楚、符合规定的请求未予支持", { clause: id("N22-45-2") }),
    ],
    forPetitioner: {
      line: "{org}复查后撤销原处理意见，由{unit}重新办理",
      opinion: { title: "复查意见：撤销原处理意见，重新办理", text: "{reviewOpinion}" },
    },
    effects: [{ is: "redo" }],
    example: say.story(
      [
        ...applied,
        say.carryOn("2026-05-06 09:00", provinceClerk, "revoke-in-review", at.land, {
          reviewOpinion: "事实不清",
          wronglyUnsupported: "no",
        }),
      ],
      { leg: [at.land, "rework"], stage: "inHand" },
    ),
  },
  {
    id: "apply-re-review",
    label: "请求复核",
    on: "leg",
    from: ["passed"],
    clause: id("N22-36-1"),
    words: "对复查意见不服的，自收到书面答复之日起30日内，向复查机关、单位的上一级机关、单位请求复核。",
    by: [petitioner, bureauStaff, operator, clerk],
    guards: [onLead, { is: "withinWindow", duty: "re-review-window", clause: id("N22-36-1") }],
    fields: [
      text("reReviewRequest", "请求和理由"),
      { name: "reReviewer", label: "复核机关", kind: "org", required: true, found: { above: "fact:reviewer" } },
      received,
    ],
    forPetitioner: { ask: "对复查意见不服，可以请求复核一次。请写明要求和理由。", line: "您已请求复核" },
    effects: [],
    example: say.story(onceMore, { due: [["re-review", at.provinceLand, "2026-06-19"]] }),
  },
  {
    id: "open-re-review-hearing",
    label: "举行复核听证",
    on: "leg",
    from: ["passed"],
    clause: id("N22-36-3"),
    words: "复核机关、单位可以举行听证；听证所需时间不计算在复核期限内。",
    by: reReviewers,
    guards: reReviewing,
    fields: [text("place", "时间和地点")],
    effects: [],
    example: say.story(heard, { due: [["re-review", at.provinceLand, null]] }),
  },
  {
    id: "close-re-review-hearing",
    label: "复核听证结束",
    on: "leg",
    from: ["passed"],
    clause: id("N22-36-3"),
    words: "听证结束，复核期限继续计算。",
    by: reReviewers,
    guards: [
      {
        is: "formalityDone",
        anyOf: ["open-re-review-hearing"],
        since: "done.close-re-review-hearing",
        clause: id("N22-36-3"),
      },
    ],
    fields: [text("heard", "听证情况")],
    effects: [],
    example: say.story(
      [
        ...heard,
        say.carryOn("2026-06-04 09:00", provinceClerk, "close-re-review-hearing", at.countyLand, { heard: "已听证" }),
      ],
      { due: [["re-review", at.provinceLand, "2026-06-29"]] },
    ),
  },
  {
    id: "conclude-re-review",
    label: "提出复核意见",
    on: "leg",
    from: ["passed"],
    clause: id("N22-36-2"),
    words: "复核机关、单位自收到复核请求之日起30日内提出复核意见。",
    by: reReviewers,
    guards: reReviewing,
    fields: [choice("reReviewResult", "复核结论", results), text("reReviewOpinion", "复核意见")],
    forPetitioner: {
      line: "{org}作出复核意见：{reReviewResult}",
      opinion: { title: "复核意见：{reReviewResult}", text: "{reReviewOpinion}" },
    },
    effects: [],
    example: say.story([...onceMore, say.reReview("2026-06-10 09:00", at.countyLand, at.provinceLand)], {
      stage: "answered",
    }),
  },
  {
    id: "revoke-in-re-review",
    label: "撤销并责令重新办理（复核）",
    on: "leg",
    from: ["passed"],
    clause: id("N22-36-2"),
    serves: [id("N22-45-2")],
    words: "复核认为不当的，撤销并由原办理机关、单位重新作出；结论种类条例未写明，本条为重构。",
    reconstructed: true,
    by: reReviewers,
    guards: reReviewing,
    fields: [
      text("reReviewOpinion", "复核意见"),
      yesNo("wronglyUnsupported", "事实清楚、符合规定的请求未予支持", { clause: id("N22-45-2") }),
    ],
    forPetitioner: {
      line: "{org}复核后撤销原意见，由{unit}重新办理",
      opinion: { title: "复核意见：撤销原意见，重新办理", text: "{reReviewOpinion}" },
    },
    effects: [{ is: "redo" }],
    example: say.story(
      [
        ...onceMore,
        say.carryOn("2026-06-10 09:00", provinceClerk, "revoke-in-re-review", at.countyLand, {
          reReviewOpinion: "依据有误",
          wronglyUnsupported: "yes",
        }),
      ],
      { leg: [at.countyLand, "rework"] },
    ),
  },
  {
    id: "publish-opinion",
    label: "公示复核意见",
    on: "leg",
    from: ["passed"],
    clause: id("N22-36-3"),
    words: "经过听证的复核意见可以依法向社会公示。",
    by: reReviewers,
    guards: [
      { is: "formalityDone", anyOf: ["close-re-review-hearing"], clause: id("N22-36-3") },
      { is: "formalityDone", anyOf: ["conclude-re-review"], clause: id("N22-36-3") },
      { is: "notConfidential", clause: id("N22-36-3") },
    ],
    fields: [text("publishedAt", "公示的地方")],
    effects: [],
    example: say.story(
      [
        ...onceMore,
        say.reReview("2026-06-10 09:00", at.countyLand, at.provinceLand),
        say.carryOn("2026-06-11 09:00", provinceClerk, "publish-opinion", at.countyLand, { publishedAt: "公开栏" }),
      ],
      { refused: "formality.notDone" },
    ),
  },
  {
    id: "help-after",
    label: "终结后的疏导帮扶",
    on: "case",
    from: ["answered", "sentElsewhere", "noLongerAccepted"],
    clause: id("N22-37-2"),
    words: "已经复查复核或者依法终结的，继续做好疏导教育、矛盾化解、帮扶救助。",
    by: [...deciders, clerk],
    guards: [],
    fields: [text("helpGiven", "疏导帮扶的情况")],
    effects: [],
    example: say.story(
      [
        say.refuse("2026-03-02 10:00", "ended.36", { caseAt: "省自然资源厅" }),
        say.carry("2026-03-20 09:00", say.dispatcher, "help-after", { helpGiven: "走访" }),
      ],
      { stage: "noLongerAccepted" },
    ),
  },
  {
    id: "rate-bureau",
    label: "评价信访部门",
    on: "case",
    from: ["answering", "answered"],
    clause: id("MY22-3-1"),
    serves: [id("MY22-0-1")],
    reconstructed: true,
    words: "信访人对信访部门的办理情况评价一次，与对有权处理机关、单位的评价分开。",
    by: [petitioner],
    guards: [
      { is: "factIs", name: "occurrence", oneOf: ["first"], clause: id("MY22-4-1") },
      { is: "factIsNot", name: "category", oneOf: ["report"], clause: id("MY22-4-1") },
      { is: "formalityNotDone", formality: "rate-bureau", clause: id("MY22-0-1") },
    ],
    fields: [
      choice("bureauGrade", "对信访部门的评价", [
        ["satisfied", "满意"],
        ["fairlySatisfied", "基本满意"],
        ["dissatisfied", "不满意"],
      ]),
      text("bureauComment", "意见", { required: false }),
    ],
    forPetitioner: { ask: "也请评价信访部门这一段的工作。", line: "您对信访部门的评价：{bureauGrade}" },
    effects: [],
    example: say.story(
      [...say.answered(), say.carry("2026-04-10 20:00", "petitioner", "rate-bureau", { bureauGrade: "satisfied" })],
      {
        stage: "answered",
      },
    ),
  },
];
