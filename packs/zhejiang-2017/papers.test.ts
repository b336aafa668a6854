import { describe, expect, it } from "vitest";
import { plainDate } from "../../domain/calendar/plain-date.ts";
import { noChain } from "../../domain/case/context.ts";
import type { OrgId, Post } from "../../domain/office/org.ts";
import { composePaper } from "../../domain/papers/compose.ts";
import { lawfulPapers } from "../../domain/papers/lawful.ts";
import { type Scene, stage } from "../../domain/proof/fixture.ts";
import { chinaTime } from "../../domain/proof/story.ts";
import type { PaperKind } from "../../domain/rules/paper.ts";
import { nationalYears } from "../holidays/national.gen.ts";
import { at, holder } from "./example-office.ts";
import { zhejiang2017 } from "./index.ts";
import * as say from "./stories.ts";

const { play, pack, calendar } = stage(zhejiang2017, nationalYears);

function open(scene: Scene, orgId: OrgId, post: Post): readonly string[] {
  const actor = { kind: "staff", personId: holder(orgId, post), orgId, posts: [post] } as const;
  const now = chinaTime("2026-04-20 09:00");
  const { kase, office } = scene;
  return lawfulPapers(kase, { now, actor, office, pack, calendar, chain: noChain }).map((own) => own.kind.id);
}

function drawn(scene: Scene, id: string, orgId: OrgId, post: Post) {
  const kind = pack.papers.find((paper) => paper.id === id) as PaperKind;
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
      personName: (person) => `某${person}`,
      number: "ZJ-20260302-000001",
      title: "拖欠工资",
      content: "公司拖欠三个月工资。",
      claim: null,
      place: null,
      files: [],
      petitioner: { name: "温若谷", phone: "13900002222", address: null },
      queryPage: "http://portal.test/follow",
      today: plainDate("2026-04-20"),
      maker: { personId: holder(orgId, post), orgId },
      written: {},
    },
    "某〔2026〕1号",
  );
}

const makers: Readonly<Record<string, readonly [OrgId, Post]>> = {
  "statutory-route-notice": [at.bureau, "dispatcher"],
  "transfer-notice": [at.bureau, "dispatcher"],
  "first-handling-slip": [at.labour, "clerk"],
  "report-back": [at.labour, "clerk"],
  "answer-letter": [at.labour, "clerk"],
  "call-back-record": [at.bureau, "auditor"],
  "accountability-proposal": [at.bureau, "bureauHead"],
};

describe("the papers of the opinions", () => {
  it.each(pack.papers.map((kind) => [kind.id, kind] as const))("%s can be made where its example ends", (id, kind) => {
    const { example } = kind;
    if (!("filing" in example)) throw new Error("the example is no story");
    const scene = play(example.filing, example.steps);
    const [orgId, post] = makers[id] ?? [at.bureau, "dispatcher"];
    expect(open(scene, orgId, post)).toContain(id);
    expect(drawn(scene, id, orgId, post).missing).toEqual([]);
  });

  it("[ZJ-3-1] the slip names the receiving organ and the handling one, each with its own persons", () => {
    const scene = play(say.letter, [
      say.does("2026-03-02 09:30", "nameReceiving", {
        receivingLeader: holder(at.bureau, "bureauHead"),
        receivingPerson: say.dispatcher,
      }),
      ...say.untilNamed(at.labour),
    ]);
    const text = JSON.stringify(drawn(scene, "first-handling-slip", at.labour, "clerk").paper.blocks);
    for (const part of ["嘉兴市信访局", "嘉兴市人力资源和社会保障局", "bureau.bureauHead", "labour.clerk", "初次"]) {
      expect(text).toContain(part);
    }
  });

  it("[ZJ-4.4-3] the proposal says what happened, why, what followed and what is proposed for whom", () => {
    const scene = play(say.web, say.untilTransferred());
    const text = JSON.stringify(drawn(scene, "accountability-proposal", at.bureau, "bureauHead").paper.blocks);
    for (const part of ["2026年3月9日", "信息不录入", "造成群众越级上访", "责任领导", "纪检监察机关"]) {
      expect(text).toContain(part);
    }
  });

  it("[ZJ-4.4-3] it is made by the bureau's head, and only once there is a proposal", () => {
    const before = play(say.web, [...say.untilNamed(at.labour), say.records("2026-03-10 09:00")]);
    expect(open(before, at.bureau, "bureauHead")).not.toContain("accountability-proposal");
    const after = play(say.web, say.untilProposed());
    for (const [orgId, post] of [
      [at.labour, "leaderInCharge"],
      [at.bureau, "dispatcher"],
    ] as const) {
      expect(open(after, orgId, post)).not.toContain("accountability-proposal");
    }
  });

  it("somebody without part in the case makes none", () => {
    expect(open(play(say.web, say.untilProblem(at.labour)), at.traffic, "clerk")).toEqual([]);
  });
});
