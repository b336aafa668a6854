import { expect, it } from "vitest";
import { fuzhou2007 } from "../../packs/fuzhou-2007/index.ts";
import { nationalYears } from "../../packs/holidays/national.gen.ts";
import * as say from "../../packs/fuzhou-2007/stories.ts";
import { at } from "../../packs/fuzhou-2007/example-office.ts";
import { stage } from "../proof/fixture.ts";
import type { Formality } from "../rules/formality.ts";
import type { DutyRule, Pack } from "../rules/pack.ts";

it("each duty of a named body stays with the body that was named when it began", () => {
  const [first] = fuzhou2007.duties;
  if (!first) throw new Error("no duty");
  const clause = first.clause;
  const whistle: Formality = {
    id: "whistle",
    on: "case",
    from: ["registered"],
    label: "报到",
    clause,
    words: "请部门报到。",
    by: [{ post: "dispatcher", body: "topBureau" }],
    guards: [],
    fields: [{ name: "called", label: "部门", kind: "org", required: true }],
    effects: [],
    example: { value: null },
  };
  const { limit: _, breach: __, inside: ___, judgedBy: ____, ...plain } = first;
  const report: DutyRule = {
    ...plain,
    id: "report-in",
    owner: "fact:called",
    ownerPost: null,
    start: "done.whistle",
    end: ["case.archived"],
    cancel: [],
    when: [],
    limit: null,
    breach: null,
    pauses: [],
  };
  const pack: Pack = { ...fuzhou2007, formalities: [whistle], duties: [report] };
  const { play } = stage(pack, nationalYears);
  const call = (when: string, org: string) =>
    ({
      at: when,
      who: say.dispatcher,
      act: "carryOut",
      input: { formality: "whistle", values: { called: org } },
    }) as const;
  const scene = play(say.web, [call("2026-03-03 09:00", at.housing), call("2026-03-03 10:00", at.office)]);
  expect(scene.duties.map(({ owner }) => owner)).toEqual([at.housing, at.office]);
});
