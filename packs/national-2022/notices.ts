import { clauseId as id } from "../../domain/rules/clause.ts";
import type { Example } from "../../domain/rules/example.ts";
import type { Notice } from "../../domain/rules/pack.ts";
import { at, holder } from "./example-office.ts";
import * as say from "./stories.ts";

const lead = { is: "role", value: "lead" } as const;
const sentByOther = { is: "not", of: { is: "sameBody", bodies: ["sender", "holder"] } } as const;
const noPaper = { is: "fact", name: "paperWanted", oneOf: ["no"], asOf: "then" } as const;

/** Who came over the web has it on the case page, which is no paper. */
const overTheWeb = { is: "channel", oneOf: ["web"] } as const;

const written = { when: [], channel: "original", feedback: false, switchable: false } as const;

/** When and where a hearing is held; the articles do not say how it is told, so the words are this product's. */
const hearing = {
  reconstructed: true,
  words: "举行听证的，告知时间和地点；条例没有写怎样告知，文字是本系统自拟，可以关闭。",
  template: "{tail}听证会⟨：{place}｜的时间和地点：{site}⟩。请带身份证。⟨不能到会请拨打{phone}。⟩",
  spoken: "来件尾号{tail}要举行听证会，时间和地点：{place}。请带身份证。不能到会请拨打{phone}。",
  channel: "preferred",
  readOut: true,
  switchable: true,
} as const;

function tells(steps: Parameters<typeof say.story>[0], told: readonly string[], filing = say.web): Example {
  return say.story(steps, { told }, filing);
}

const reviewed = [
  ...say.answered(at.countyLand),
  say.applyReview("2026-04-20 09:00", at.countyLand, at.land),
  say.review("2026-05-06 09:00", at.countyLand, at.land),
];
const upToAnswer = ["received", "routed", "acceptance", "reply"];

/** What the petitioner is told, when, and in which words. */
export const notices: readonly Notice[] = [
  {
    ...written,
    id: "received",
    clause: id("N22-21-2"),
    serves: [id("N22-19-3"), id("WS15-0-1")],
    words: "登记后告知编号和查询码，并提示对材料的真实性负责；告知编号条例未要求，可以关闭。",
    on: "intake.received",
    template: "您的信访事项已登记，编号{number}，查询码{code}。请对所提供材料的真实性负责。查询和评价：{site}",
    alert: "信访事项{number}已登记，查询码{code}。⟨请对材料真实性负责。⟩查询：{site}",
    channel: "preferred",
    switchable: true,
    example: tells([], ["received"]),
  },
  {
    ...written,
    id: "routed",
    clause: id("N22-23-2"),
    serves: [id("WS15-0-1")],
    words: "转送、交办后告知去向。",
    on: "unit.received",
    when: [lead, sentByOther],
    template: "您的信访事项{tail}已转送{unit}。查询：{site}",
    alert: "您的信访事项{tail}已转送{unit}。查询：{site}",
    example: tells(say.sent(), ["received", "routed"]),
  },
  {
    ...written,
    id: "acceptance",
    clause: id("N22-23-5"),
    serves: [id("N22-23-1"), id("WS15-0-1")],
    words: "书面告知接收情况以及处理途径和程序。",
    on: "done.accept",
    when: [{ is: "any", of: [{ is: "not", of: noPaper }, overTheWeb] }],
    template: "受理告知书：{unit}已接收您的信访事项{tail}。处理途径和程序：{route}。查询：{site}",
    alert: "信访事项{tail}的受理告知书已出具，请查看：{site}⟨，也可以拨打{phone}⟩。",
    example: tells(say.accepted(), ["received", "routed", "acceptance"]),
  },
  {
    ...written,
    id: "acceptance-simple",
    clause: id("JY22-0-4"),
    reconstructed: true,
    words: "简易办理且信访人不要求纸质的，可以通过网络、电话、短信告知。",
    on: "done.accept",
    when: [noPaper, { is: "not", of: overTheWeb }],
    template: "{unit}已接收您的信访事项{tail}，按简易程序办理。处理途径和程序：{route}。查询：{site}",
    alert: "{unit}已接收信访事项{tail}，按简易程序办理。处理途径和程序：{site}⟨，也可以拨打{phone}⟩。",
    channel: "preferred",
    readOut: true,
    example: tells(
      [...say.sent(), say.simplify("2026-03-04 09:00", at.land), say.accept("2026-03-05 09:00", at.land)],
      ["received", "routed", "acceptance-simple"],
      say.visit,
    ),
  },
  {
    ...written,
    id: "refused",
    clause: id("N22-19-4"),
    serves: [id("WS15-0-1")],
    words: "上级机关、单位不予受理的，告知理由。",
    on: "case.refused",
    template: "{refusal}",
    alert: "信访事项{tail}未予受理。理由、依据和您可以去找的机关：{site}⟨，也可以拨打{phone}⟩。",
    example: tells(
      [say.refuse("2026-03-02 10:00", "ground.19", { caseAt: "临河县自然资源局" })],
      ["received", "refused"],
    ),
  },
  {
    ...written,
    id: "sent-elsewhere",
    clause: id("N22-23-3"),
    serves: [id("N22-31-1"), id("N22-31-2"), id("N22-31-3"), id("N22-31-4")],
    words: "告知信访人向有权处理的机关、单位提出，或者应当进入的程序。",
    on: "case.sentElsewhere",
    template: "{refusal}",
    alert: "信访事项{tail}应当通过其他程序解决。程序和您可以去找的机关：{site}⟨，也可以拨打{phone}⟩。",
    example: tells(
      [say.refuse("2026-03-02 10:00", "told.23", { competentPlace: "市中院" })],
      ["received", "sent-elsewhere"],
    ),
  },
  {
    ...written,
    id: "no-longer-accepted",
    clause: id("N22-36-4"),
    serves: [id("WS15-0-1")],
    words: "复核后以同一事实和理由再提出的，告知不再受理。",
    on: "case.noLongerAccepted",
    template: "{refusal}",
    alert: "信访事项{tail}不再受理。理由和依据：{site}⟨，也可以拨打{phone}⟩。",
    example: tells(
      [say.refuse("2026-03-02 10:00", "ended.36", { caseAt: "市政府" })],
      ["received", "no-longer-accepted"],
    ),
  },
  {
    ...written,
    id: "led-in",
    clause: id("N22-31-1"),
    serves: [id("N22-31-2"), id("N22-31-3"), id("N22-31-4")],
    words: "受理后导入相应程序的，告知程序和机关。",
    on: "done.lead-in",
    template: "您的信访事项{tail}应当通过{leadInto}解决，请向{leadTo}提出。",
    alert: "信访事项{tail}已导入其他程序。程序和您可以去找的机关：{site}⟨，也可以拨打{phone}⟩。",
    example: tells(
      [
        ...say.accepted(at.labour, "31-2"),
        say.carryOn("2026-03-09 09:00", holder(at.labour, "clerk"), "lead-in", at.labour, {
          leadInto: "仲裁",
          leadTo: "市仲裁委",
        }),
      ],
      ["received", "routed", "acceptance", "led-in"],
    ),
  },
  {
    ...written,
    ...hearing,
    id: "hearing",
    clause: id("N22-31-7"),
    on: "done.open-hearing",
    example: tells(
      [
        ...say.accepted(),
        say.view("2026-03-06 09:10", at.land),
        say.carryOn("2026-03-23 09:00", holder(at.land, "clerk"), "open-hearing", at.land, {
          weight: "complex",
          place: "4月10日9:00，市信访局二楼",
        }),
      ],
      ["received", "routed", "acceptance", "hearing"],
    ),
  },
  {
    ...written,
    ...hearing,
    id: "re-review-hearing",
    clause: id("N22-36-3"),
    on: "done.open-re-review-hearing",
    example: tells(
      [
        ...reviewed,
        say.applyReReview("2026-05-20 09:00", at.countyLand, at.provinceLand),
        say.carryOn("2026-05-25 09:00", holder(at.provinceLand, "clerk"), "open-re-review-hearing", at.countyLand, {
          place: "6月4日9:00，听证室",
        }),
      ],
      [...upToAnswer, "review-received", "review-opinion", "re-review-received", "re-review-hearing"],
    ),
  },
  {
    ...written,
    id: "extension",
    clause: id("N22-34-2"),
    serves: [id("WS15-0-1")],
    words: "延长办理期限的，告知延期理由。",
    on: "done.grant-extension",
    template: "延长办理期限告知书：您的信访事项{tail}延长至{due}办结。理由：{extensionReason}",
    alert: "信访事项{tail}延长期限⟨，新的最晚日期是{due}⟩。延期理由：{site}⟨，也可以拨打{phone}⟩。",
    example: tells(
      [
        ...say.accepted(),
        say.view("2026-03-06 09:10", at.land),
        say.carryOn("2026-04-20 09:00", holder(at.land, "clerk"), "ask-extension", at.land, {
          days: "15",
          extensionReason: "测绘",
        }),
        say.carryOn("2026-04-21 09:00", holder(at.land, "principalLeader"), "grant-extension", at.land, {
          days: "15",
          extensionReason: "测绘",
        }),
      ],
      ["received", "routed", "acceptance", "extension"],
    ),
  },
  {
    ...written,
    id: "reply",
    clause: id("N22-31-6"),
    serves: [id("N22-29-1"), id("N22-31-5"), id("N22-30-1"), id("WS15-0-1")],
    words: "信访处理意见书或者答复送达信访人。",
    on: "reply.passed",
    template: "{reply}",
    feedback: true,
    example: tells(say.answered(), upToAnswer),
  },
  {
    ...written,
    id: "review-received",
    clause: id("N22-35-2"),
    reconstructed: true,
    words: "收到复查请求后告知复查机关和期限；条例没有要求，可以关闭。",
    on: "done.apply-review",
    template: "您对信访事项{tail}的复查请求已收到，由{reviewer}复查⟨，最晚{dueBegun}提出复查意见⟩。查询：{site}",
    alert: "您对{tail}的复查申请已收到⟨，最晚{dueBegun}作出复查意见⟩。查进展：{site}",
    channel: "preferred",
    switchable: true,
    example: tells(reviewed.slice(0, -1), [...upToAnswer, "review-received"]),
  },
  {
    ...written,
    id: "re-review-received",
    clause: id("N22-36-2"),
    reconstructed: true,
    words: "收到复核请求后告知复核机关和期限；条例没有要求，可以关闭。",
    on: "done.apply-re-review",
    template: "您对信访事项{tail}的复核请求已收到，由{reReviewer}复核⟨，最晚{dueBegun}提出复核意见⟩。查询：{site}",
    alert: "您对{tail}的复核申请已收到⟨，最晚{dueBegun}作出复核意见⟩。查进展：{site}",
    channel: "preferred",
    switchable: true,
    example: tells(
      [...reviewed, say.applyReReview("2026-05-20 09:00", at.countyLand, at.provinceLand)],
      [...upToAnswer, "review-received", "review-opinion", "re-review-received"],
    ),
  },
  {
    ...written,
    id: "review-opinion",
    clause: id("N22-35-2"),
    serves: [id("WS15-0-1")],
    words: "复查意见书面答复信访人。",
    on: "done.conclude-review",
    template: "复查意见书（{reviewResult}）：{reviewOpinion}。不服的，可以自收到之日起30日内请求复核。",
    alert: "信访事项{tail}的复查意见书已出具，请查看：{site}⟨，也可以拨打{phone}⟩。",
    example: tells(reviewed, [...upToAnswer, "review-received", "review-opinion"]),
  },
  {
    ...written,
    id: "review-revoked",
    clause: id("N22-35-2"),
    words: "复查撤销的，书面答复信访人。",
    on: "done.revoke-in-review",
    template: "复查意见书：撤销原处理意见，由{unit}重新办理。{reviewOpinion}",
    alert: "信访事项{tail}的复查意见书已出具，请查看：{site}⟨，也可以拨打{phone}⟩。",
    example: tells(
      [
        ...reviewed.slice(0, -1),
        say.carryOn("2026-05-06 09:00", holder(at.land, "clerk"), "revoke-in-review", at.countyLand, {
          reviewOpinion: "事实不清",
          wronglyUnsupported: "no",
        }),
      ],
      [...upToAnswer, "review-received", "review-revoked"],
    ),
  },
  {
    ...written,
    id: "re-review-opinion",
    clause: id("N22-36-2"),
    serves: [id("WS15-0-1"), id("N22-36-4")],
    words: "复核意见送达信访人，并说明以同一事实和理由再提出的不再受理。",
    on: "done.conclude-re-review",
    template: "复核意见书（{reReviewResult}）：{reReviewOpinion}。以同一事实和理由再提出的，不再受理。",
    alert: "信访事项{tail}的复核意见书已出具，请查看：{site}⟨，也可以拨打{phone}⟩。",
    example: tells(
      [
        ...reviewed,
        say.applyReReview("2026-05-20 09:00", at.countyLand, at.provinceLand),
        say.reReview("2026-06-10 09:00", at.countyLand, at.provinceLand),
      ],
      [...upToAnswer, "review-received", "review-opinion", "re-review-received", "re-review-opinion"],
    ),
  },
  {
    ...written,
    id: "re-review-revoked",
    clause: id("N22-36-2"),
    words: "复核撤销的，告知信访人。",
    on: "done.revoke-in-re-review",
    template: "复核意见书：撤销原意见，由{unit}重新办理。{reReviewOpinion}",
    alert: "信访事项{tail}的复核意见书已出具，请查看：{site}⟨，也可以拨打{phone}⟩。",
    example: tells(
      [
        ...reviewed,
        say.applyReReview("2026-05-20 09:00", at.countyLand, at.provinceLand),
        say.carryOn("2026-06-10 09:00", holder(at.provinceLand, "clerk"), "revoke-in-re-review", at.countyLand, {
          reReviewOpinion: "依据有误",
          wronglyUnsupported: "no",
        }),
      ],
      [...upToAnswer, "review-received", "review-opinion", "re-review-received", "re-review-revoked"],
    ),
  },
];
