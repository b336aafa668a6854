import { describe, expect, it } from "vitest";
import { plainDate } from "../../domain/calendar/plain-date.ts";
import { noChain } from "../../domain/case/context.ts";
import type { OrgId, Post } from "../../domain/office/org.ts";
import { composePaper } from "../../domain/papers/compose.ts";
import { lawfulPapers } from "../../domain/papers/lawful.ts";
import { type Scene, stage } from "../../domain/proof/fixture.ts";
import { chinaTime } from "../../domain/proof/story.ts";
import { standing } from "../../domain/rules/layers.ts";
import type { PaperKind } from "../../domain/rules/paper.ts";
import { nationalYears } from "../holidays/national.gen.ts";
import { zhejiang2017 } from "../zhejiang-2017/index.ts";
import { at, holder } from "./example-office.ts";
import { hangzhou2016 } from "./index.ts";
import * as say from "./stories.ts";

const { play, pack, calendar } = stage(standing(hangzhou2016, [zhejiang2017]), nationalYears);
const kindOf = (id: string) => pack.papers.find((own) => own.id === id) as PaperKind;

function open(scene: Scene, orgId: OrgId, post: Post) {
  const actor = { kind: "staff", personId: holder(orgId, post), orgId, posts: [post] } as const;
  const now = chinaTime("2026-03-18 09:00");
  return lawfulPapers(scene.kase, { now, actor, office: scene.office, pack, calendar, chain: noChain }).map(
    (own) => own.kind.id,
  );
}

function drawn(scene: Scene, kind: PaperKind, orgId: OrgId = at.bureau, post: Post = "dispatcher") {
  const { kase, events, duties, office } = scene;
  return composePaper(
    kind,
    {
      kase,
      leg: kind.of === "leg" ? (kase.legs[0] ?? null) : null,
      events,
      duties,
      pack,
      office,
      personName: (id) => `某${id}`,
      number: "HZ-20260302-0001",
      title: "文三路路灯不亮",
      content: "文三路路灯坏了三天。",
      claim: null,
      place: null,
      files: [],
      petitioner: { name: "温若谷", phone: "13900002222", address: null },
      queryPage: "http://portal.test/follow",
      today: plainDate("2026-03-18"),
      maker: { personId: holder(orgId, post), orgId },
      written: {},
    },
    "某〔2026〕1号",
  );
}

/** What stands in the cells of a form, by their labels. */
function cells({ paper }: ReturnType<typeof drawn>): Readonly<Record<string, string | null>> {
  const rows = paper.blocks.flatMap((block) => (block.is === "grid" ? block.rows : []));
  return Object.fromEntries(rows.flatMap((row) => ("cells" in row ? row.cells.map((c) => [c.label, c.text]) : [])));
}

const makers: Readonly<Record<string, readonly [OrgId, Post]>> = { "extension-notice": [at.urban, "clerk"] };

describe("the papers of the specification", () => {
  it.each(hangzhou2016.papers.filter((kind) => kind.by.length > 0).map((kind) => [kind.id, kind] as const))(
    "%s can be made where its example ends",
    (id, kind) => {
      const { example } = kind;
      if (!("filing" in example)) throw new Error("the example is no story");
      const scene = play(example.filing, example.steps);
      const [orgId, post] = makers[id] ?? [at.bureau, "dispatcher"];
      expect(open(scene, orgId, post)).toContain(id);
      expect(drawn(scene, kind, orgId, post).missing).toEqual([]);
    },
  );

  it("[HZ-0-1 HZ-6.1-1] form A carries its name, and what petitioner, unit and review have put on the case", () => {
    const made = drawn(play(say.web, say.untilReviewed()), kindOf("form-a"));
    expect(made.paper.title).toBe("杭州市网上信访交办（反馈）单");
    expect(cells(made)).toMatchObject({
      编号: "HZ-20260302-0001",
      来源: "市长信箱",
      办理形式: "转办",
      办理时限: "2026年3月9日",
      信访人意见: "满意。路灯已亮，表示满意",
      核查结果: "属实，路灯3月5日晚已亮",
      核查备注: "信访人希望定期巡查",
    });
  });

  it("[HZ-6.1-1] every case that is sent has one from its registration on, filled as far as the case has come", () => {
    for (const filing of [say.web, say.email, say.sms]) {
      const made = drawn(play(filing, say.sent()), kindOf("form-a"));
      expect(made.missing).toEqual([]);
      expect(cells(made)).toMatchObject({ 信访人意见: null, 核查结果: null, 核查备注: null });
    }
  });

  it("[HZ-5.1.f] a cited provision stands on form A", () => {
    const provision = "《浙江省物业管理条例》第十条";
    const scene = play(say.web, say.sent([at.urban], { acceptance: "f", provision }));
    expect(cells(drawn(scene, kindOf("form-a")))).toMatchObject({ "法律、法规、规章条款": provision });
  });

  it("[HZ-0-1 HZ-6.2.3-1] form B carries the report, the instruction and the visit", () => {
    const scene = play(say.web, say.untilDocument());
    expect(cells(drawn(scene, kindOf("form-b")))).toMatchObject({
      涉及单位: "杭州市城市管理局、杭州市建设委员会",
      拟派人员: "陈一、李二",
      领导批示: "同意，请两家到场",
      到场人员: "陈一、李二",
      地点: "文三路",
    });
    expect(open(play(say.web, say.sent()), at.bureau, "dispatcher")).not.toContain("form-b");
  });

  it("[HZ-0-1] the texts of the appendices are not at hand: all three say so, and C has no content and no maker", () => {
    for (const id of ["form-a", "form-b", "form-c"]) {
      const made = drawn(play(say.web, say.untilDocument()), kindOf(id));
      expect(made.paper.note, id).toContain("没有公布");
      expect(kindOf(id)).toMatchObject({ supplied: false, reconstructed: true });
    }
    expect(kindOf("form-c")).toMatchObject({ parts: [], by: [] });
  });

  it("[HZ-6.2.3-3] the supervision opinion goes to the units, and to the petitioner as a copy", () => {
    const { paper } = drawn(play(say.web, say.untilDocument()), kindOf("supervision-opinion"));
    expect(paper.addressee).toBe("杭州市城市管理局、杭州市建设委员会：");
    expect(paper.copies).toBe("抄送：温若谷。");
  });

  it("[HZ-2 HZ-5.2.b] the notice of a refusal prints the legal basis as it stands in the pack, and the organ to turn to", () => {
    const { paper } = drawn(
      play(say.web, [say.refusal("ground.5.2.b", { caseAt: "人民法院" })]),
      kindOf("refusal-notice"),
    );
    const text = JSON.stringify(paper.blocks);
    const [basis] = pack.bases ?? [];
    expect(text).toContain(`（${basis?.number}）`);
    expect(text).toContain("请向人民法院提出。");
  });

  it("[HZ-6.3.1-2] the notice of an extension gives the reason and the days", () => {
    const steps = [...say.taken(), say.askMore("2026-03-06 09:00"), say.grantMore("2026-03-06 10:00")];
    const { paper } = drawn(play(say.web, steps), kindOf("extension-notice"), at.urban, "clerk");
    expect(JSON.stringify(paper.blocks)).toContain(
      "因需要开挖路面更换地下电缆，经杭州市城市管理局负责人批准，办理期限延长30日。",
    );
  });

  it("[HZ-4.6] somebody without part in the case makes none", () => {
    const scene = play(say.web, say.untilReviewed());
    expect(open(scene, at.construction, "clerk")).toEqual([]);
    expect(open(scene, at.xihuBureau, "dispatcher")).toEqual([]);
  });

  it("[HZ-6.2.2-1 HZ-6.2.2-2] the urging notice names the last day, how often was urged, and what follows", () => {
    const urged = [...say.taken(), say.urge("2026-03-10 09:00"), say.urge("2026-03-12 09:00")];
    const { paper, missing } = drawn(play(say.web, urged), kindOf("urging-notice"));
    const text = JSON.stringify(paper.blocks);
    expect(missing).toEqual([]);
    expect(text).toContain("办理期限为2026年3月9日，至今没有反馈，已催办2次。");
    expect(text).toContain("列入通报");
  });
});

it("[HZ-6.3.2.a-3] on the form the unit's word for the petitioner is marked where the petitioner's own rating differs, and only there", () => {
  const told = [...say.untilSigned(), say.opinion("2026-03-06 09:00")];
  const opinionIn = (grade: string | null) => {
    const scene = play(say.web, grade === null ? told : [...told, say.rate("2026-03-06 20:00", grade)]);
    return JSON.stringify(drawn(scene, kindOf("form-a")));
  };
  expect(opinionIn("dissatisfied")).toContain("满意（与信访人自己的评价不一致：不满意）。路灯已亮");
  for (const grade of ["satisfied", null]) {
    expect(opinionIn(grade)).toContain("满意。路灯已亮");
    expect(opinionIn(grade)).not.toContain("不一致");
  }
});
