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
import { national2022 } from "./index.ts";
import * as say from "./stories.ts";

const { play, pack, calendar } = stage(national2022, nationalYears);

const makers: Readonly<Record<string, readonly [OrgId, Post]>> = {
  "acceptance-notice": [at.land, "clerk"],
  "extension-notice": [at.land, "clerk"],
  opinion: [at.land, "clerk"],
  settlement: [at.land, "clerk"],
  "closing-report": [at.land, "clerk"],
  "review-opinion": [at.land, "clerk"],
  "re-review-opinion": [at.provinceLand, "clerk"],
};

function open(scene: Scene, orgId: OrgId, post: Post): readonly string[] {
  const actor = { kind: "staff", personId: holder(orgId, post), orgId, posts: [post] } as const;
  const now = chinaTime("2026-06-18 09:00");
  return lawfulPapers(scene.kase, { now, actor, office: scene.office, pack, calendar, chain: noChain }).map(
    (own) => own.kind.id,
  );
}

function drawn(scene: Scene, kind: PaperKind, orgId: OrgId, post: Post) {
  const { kase, events, duties, office } = scene;
  const leg = kind.of === "leg" ? (kase.legs[0] ?? null) : null;
  return composePaper(
    kind,
    {
      kase,
      leg,
      events,
      duties,
      pack,
      office,
      personName: (id) => `某${id}`,
      number: "XF-20260302-000001",
      title: "补偿面积少算",
      content: "补偿面积少算12平方米。",
      claim: null,
      place: null,
      files: [],
      petitioner: { name: "温若谷", phone: "13900002222", address: null },
      queryPage: "http://portal.test/follow",
      today: plainDate("2026-06-18"),
      maker: { personId: holder(orgId, post), orgId },
      written: {},
    },
    "某〔2026〕1号",
  );
}

const paper = (id: string) => pack.papers.find((kind) => kind.id === id) as PaperKind;

describe("the papers of the ordinance", () => {
  it.each(pack.papers.map((kind) => [kind.id, kind] as const))("%s can be made where its example ends", (id, kind) => {
    const { example } = kind;
    if (!("filing" in example)) throw new Error("the example is no story");
    const scene = play(example.filing, example.steps);
    const [orgId, post] = makers[id] ?? [at.bureau, "dispatcher"];
    expect(open(scene, orgId, post)).toContain(id);
    const made = JSON.stringify(drawn(scene, kind, orgId, post));
    expect(drawn(scene, kind, orgId, post).missing).toEqual([]);
    expect(made).not.toMatch(/\{[a-z]\w*\}/);
  });

  it("[N22-32-1 N22-35-1] the opinion prints its four parts and says until when review may be asked for", () => {
    const scene = play(say.web, say.answered());
    const made = JSON.stringify(drawn(scene, paper("opinion"), at.land, "clerk"));
    for (const part of [...Object.values(say.parts), "30日内", "复查"]) expect(made).toContain(part);
    expect(open(play(say.web, say.concluded()), at.land, "clerk")).not.toContain("opinion");
  });

  it("[N22-34-2] the notice of an extension prints the old day, the new one and the reason", () => {
    const { example } = paper("extension-notice");
    if (!("filing" in example)) throw new Error("the example is no story");
    const made = JSON.stringify(
      drawn(play(example.filing, example.steps), paper("extension-notice"), at.land, "clerk"),
    );
    for (const part of ["5月5日", "5月20日", "等待测绘结果"]) expect(made).toContain(part);
  });

  it("[N22-33-1] there is no agreement to print where none was reached", () => {
    const failed = say.carryOn("2026-03-23 09:00", holder(at.land, "clerk"), "mediate", at.land, {
      settlementWay: "mediation",
      consent: "yes",
      agreed: "no",
    });
    const scene = play(say.web, [...say.accepted(), say.view("2026-03-06 09:10", at.land), failed]);
    expect(open(scene, at.land, "clerk")).not.toContain("settlement");
  });
});
