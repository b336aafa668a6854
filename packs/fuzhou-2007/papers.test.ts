import { describe, expect, it } from "vitest";
import { plainDate } from "../../domain/calendar/plain-date.ts";
import { noChain } from "../../domain/case/context.ts";
import { composePaper } from "../../domain/papers/compose.ts";
import { lawfulPapers } from "../../domain/papers/lawful.ts";
import type { OrgId, Post } from "../../domain/office/org.ts";
import { type Scene, stage } from "../../domain/proof/fixture.ts";
import { chinaTime } from "../../domain/proof/story.ts";
import type { PaperKind } from "../../domain/rules/paper.ts";
import { nationalYears } from "../holidays/national.gen.ts";
import { at, holder } from "./example-office.ts";
import { fuzhou2007 } from "./index.ts";
import * as say from "./stories.ts";

const { play, pack, calendar } = stage(fuzhou2007, nationalYears);

function open(scene: Scene, orgId: OrgId, post: Post) {
  const actor = { kind: "staff", personId: holder(orgId, post), orgId, posts: [post] } as const;
  const now = chinaTime("2026-03-18 09:00");
  return lawfulPapers(scene.kase, { now, actor, office: scene.office, pack, calendar, chain: noChain });
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
      number: "FZ-20260302-000001",
      title: "路灯不亮",
      content: "门前路灯坏了三天。",
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

const makers: Readonly<Record<string, readonly [OrgId, Post]>> = {
  "refusal-notice": [at.bureau, "dispatcher"],
  "internal-transfer-notice": [at.centre, "operator"],
  "dispatch-slip": [at.bureau, "dispatcher"],
  "answer-letter": [at.housing, "clerk"],
};

describe("the papers of the regulation", () => {
  it.each(pack.papers.map((kind) => [kind.id, kind] as const))("%s can be made where its example ends", (id, kind) => {
    const { example } = kind;
    if (!("filing" in example)) throw new Error("the example is no story");
    const scene = play(example.filing, example.steps);
    const [orgId, post] = makers[id] ?? [at.bureau, "dispatcher"];
    expect(open(scene, orgId, post).map((own) => own.kind.id)).toContain(id);
    expect(drawn(scene, kind, orgId, post).missing).toEqual([]);
  });

  it("[FZ-6-5] the notice of an internal transfer says the fixed words and nothing else of the case", () => {
    const kind = pack.papers.find((own) => own.id === "internal-transfer-notice") as PaperKind;
    const steps = [
      say.handOver("2026-03-02 09:40"),
      say.classify("2026-03-02 10:00", { track: "internal", internalReason: "differs" }),
      say.dispatch("2026-03-02 10:05", at.housing),
    ];
    const { paper } = drawn(play(say.phone, steps), kind, at.centre, "operator");
    const name = pack.exampleOffice.orgs.find((org) => org.id === at.housing)?.name;
    expect(paper.blocks.at(-1)).toEqual({ is: "paragraph", text: `您所反映的问题已转由${name}内部办理。` });
  });

  it("[FZ-9-1] nobody can print an answer before the audit has passed, nor a transfer notice of a public case", () => {
    const scene = play(say.phone, [say.handOver("2026-03-02 09:40"), ...say.untilAudit(at.housing)]);
    for (const [orgId, post] of [
      [at.centre, "operator"],
      [at.housing, "clerk"],
    ] as const) {
      const ids = open(scene, orgId, post).map((own) => own.kind.id);
      expect(ids).not.toContain("answer-letter");
      expect(ids).not.toContain("internal-transfer-notice");
    }
  });

  it("somebody without part in the case makes none", () => {
    const scene = play(say.phone, [say.handOver("2026-03-02 09:40"), ...say.untilAudit(at.housing)]);
    expect(open(scene, at.urban, "clerk")).toEqual([]);
    expect(open(scene, at.efficiency, "efficiencyOfficer")).toEqual([]);
  });
});
