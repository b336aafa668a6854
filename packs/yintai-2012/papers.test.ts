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
import { yintai2012 } from "./index.ts";
import * as say from "./stories.ts";

const { play, pack, calendar } = stage(yintai2012, nationalYears);

const makers: Readonly<Record<string, readonly [OrgId, Post]>> = {
  "refusal-notice": [at.centre, "operator"],
  "proposal-form": [at.office, "officeLeader"],
  "assignment-slip": [at.section, "dispatcher"],
  "answer-letter": [at.centre, "operator"],
};

function open(scene: Scene, orgId: OrgId, post: Post): readonly string[] {
  const actor = { kind: "staff", personId: holder(orgId, post), orgId, posts: [post] } as const;
  const now = chinaTime("2026-04-20 09:00");
  const ctx = { now, actor, office: scene.office, pack, calendar, chain: noChain };
  return lawfulPapers(scene.kase, ctx).map((own) => own.kind.id);
}

function drawn(scene: Scene, kind: PaperKind, orgId: OrgId, post: Post, written: Record<string, string> = {}) {
  const { kase, events, duties, office } = scene;
  const leg = kind.of === "leg" ? (kase.legs[0] ?? null) : null;
  const file = {
    kase,
    leg,
    events,
    duties,
    pack,
    office,
    personName: (id: string) => `某${id}`,
    number: "YT-20260302-000001",
    title: "路灯不亮",
    content: "门前路灯坏了三天。",
    claim: null,
    place: null,
    files: [],
    petitioner: { name: "温若谷", phone: null, address: null },
    queryPage: "http://portal.test/follow",
    today: plainDate("2026-04-20"),
    maker: { personId: holder(orgId, post), orgId },
    written,
  };
  return composePaper(kind, file, "印台政务督查专报〔2026〕3号");
}

const special = pack.papers.find((kind) => kind.id === "special-report") as PaperKind;

describe("the papers of the measures", () => {
  it.each(pack.papers.map((kind) => [kind.id, kind] as const))("%s can be made where its example ends", (id, kind) => {
    const { example } = kind;
    if (!("filing" in example)) throw new Error("the example is no story");
    const scene = play(example.filing, example.steps);
    const [orgId, post] = makers[id] ?? [at.supervision, "auditor"];
    expect(open(scene, orgId, post)).toContain(id);
    expect(drawn(scene, kind, orgId, post, { sentTo: "铜川市人民政府办公室" }).missing).toEqual([]);
  });

  it("[YT-4.8-1] the special report has its name, its number, whom it goes to, who approved it, and what the unit did", () => {
    const scene = play(say.collected, say.upward);
    const { paper, missing } = drawn(scene, special, at.supervision, "auditor");
    expect(missing).toEqual([{ label: "报送", written: "sentTo" }]);
    const whole = drawn(scene, special, at.supervision, "auditor", { sentTo: "铜川市人民政府办公室" }).paper;
    expect(whole).toMatchObject({
      layout: "official",
      number: "印台政务督查专报〔2026〕3号",
      organ: "印台区政府督查室",
    });
    const said = JSON.stringify(whole.blocks);
    for (const words of [
      "铜川市人民政府办公室",
      "铜政督转〔2026〕3号",
      "3月3日到场查看并更换",
      `某${say.governmentLeader}`,
    ]) {
      expect(said).toContain(words);
    }
    expect(paper.title).toContain("路灯不亮");
  });

  it("[YT-4.8-1] there is none of a message to the district's own head, and none before the leader approved", () => {
    expect(open(play(say.web, say.released()), at.supervision, "auditor")).not.toContain("special-report");
    const unapproved = play(say.collected, say.upward.slice(0, -2));
    expect(open(unapproved, at.supervision, "auditor")).not.toContain("special-report");
    expect(open(unapproved, at.supervision, "auditor")).toContain("inspection-report");
  });

  it("somebody without part in the case makes none", () => {
    expect(open(play(say.web, say.longest), at.water, "clerk")).toEqual([]);
  });
});
