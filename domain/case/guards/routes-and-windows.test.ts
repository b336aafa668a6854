import { describe, expect, it } from "vitest";
import { at } from "../../../packs/fuzhou-2007/example-office.ts";
import { fuzhou2007 } from "../../../packs/fuzhou-2007/index.ts";
import * as say from "../../../packs/fuzhou-2007/stories.ts";
import { nationalYears } from "../../../packs/holidays/national.gen.ts";
import type { OrgId } from "../../office/org.ts";
import { stage } from "../../proof/fixture.ts";
import { clauseId } from "../../rules/clause.ts";
import type { Example, Step } from "../../rules/example.ts";
import type { Formality, FormalityField } from "../../rules/formality.ts";
import type { DutyRule, Pack } from "../../rules/pack.ts";
import type { Guard } from "../../rules/power.ts";

const clause = clauseId("FZ-4-2");
const example: Example = { value: null };
const top = [{ post: "dispatcher", body: "topBureau" }] as const;

const about: FormalityField = {
  name: "about",
  label: "类别",
  kind: "choice",
  required: true,
  choices: [
    { value: "claim", label: "求决" },
    { value: "report", label: "检举" },
  ],
};
const accused: FormalityField = { name: "accused", label: "单位", kind: "org", required: false };

function step(id: string, guards: readonly Guard[], more: Partial<Formality> = {}): Formality {
  const plain = { clause, words: "手续", example, effects: [], fields: [], guards, id, label: id, by: top };
  return { ...plain, on: "case", from: ["registered", "classified", "inHand"], ...more } as Formality;
}

const window: DutyRule = {
  id: "complaint-window",
  title: "可以提出",
  clause,
  words: "十日内可以提出",
  example,
  kind: "window",
  owner: "topBureau",
  ownerPost: null,
  start: "done.decide",
  end: ["done.complain"],
  cancel: [],
  when: [{ is: "sameBody", bodies: ["intake", "topBureau"] }],
  limit: { n: 10, unit: "calendarDay" },
  pauses: [],
  breach: null,
};
const everywhere: DutyRule = {
  ...window,
  id: "open-window",
  when: [{ is: "not", of: { is: "sameBody", bodies: ["intake", "topBureau"] } }],
};

const sending: readonly Guard[] = [
  { is: "withinArea", clause },
  { is: "onlyTo", kind: "disciplineBody", when: { is: "subject", value: "discipline" }, clause },
  { is: "lastDayGiven", when: { name: "about", oneOf: ["claim"] }, clause },
];

const pack: Pack = {
  ...fuzhou2007,
  duties: [window, everywhere],
  formalities: [
    step("sort", [], {
      fields: [about, accused],
      effects: [{ is: "subject", field: "about", of: { report: "discipline" }, accused: "accused" }],
    }),
    step("decide", []),
    step("complain", [{ is: "withinWindow", duty: "open-window", clause }]),
    step("protest", [{ is: "withinWindow", duty: "complaint-window", clause }]),
    step("hurry", [{ is: "noGroup", clause }]),
  ],
  powers: fuzhou2007.powers.map((power) => (power.id === "dispatch" ? { ...power, guards: sending } : power)),
};

const { play, stop } = stage(pack, nationalYears);

function does(when: string, formality: string, values: Readonly<Record<string, string>> = {}): Step {
  return { at: `2026-03-${when}`, who: say.dispatcher, act: "carryOut", input: { formality, values } };
}
function send(org: OrgId, by: string | null = "2026-03-20"): Step {
  const input = { classification: null, matters: [{ ...say.matter(null, org), by }] };
  return { at: "2026-03-02 11:00", who: say.dispatcher, act: "dispatch", input };
}

describe("where a case may be sent", () => {
  it.each([at.housing, at.gulouUrban, at.gulouBureau])("an organ of the own area or of one below: %s", (org) => {
    expect(play(say.web, [send(org)]).kase.legs[0]).toMatchObject({ orgId: org });
  });

  it.each([at.bureau, at.office])("not the sender itself, nor a body that handles nothing: %s", (org) => {
    expect(stop(say.web, [send(org)])).toMatchObject({ code: "dispatch.notAUnit", clause });
  });

  it("a county sends nothing to another county", () => {
    const on = (org: OrgId): Step => ({ ...say.dispatchOn("2026-03-03 09:00", at.gulouBureau, org) });
    const guarded = stage(
      { ...pack, powers: pack.powers.map((p) => (p.id === "dispatch-on" ? { ...p, guards: sending } : p)) },
      nationalYears,
    );
    expect(guarded.stop(say.web, [send(at.gulouBureau), on(at.housing)])).toMatchObject({
      code: "dispatch.outsideArea",
    });
  });

  it("what is about officials goes to one kind of body only, and through no bureau", () => {
    const report = does("02 10:00", "sort", { about: "report", accused: at.housing });
    for (const org of [at.urban, at.gulouBureau]) {
      expect(stop(say.web, [report, send(org)])).toMatchObject({ code: "dispatch.wrongBodyForSubject", clause });
    }
    expect(play(say.web, [report, send(at.discipline)]).kase).toMatchObject({
      subject: "discipline",
      accused: at.housing,
    });
  });

  it("with a last day, while the fact asks for one", () => {
    const claim = does("02 10:00", "sort", { about: "claim" });
    expect(stop(say.web, [claim, send(at.housing, null)])).toMatchObject({ code: "act.inputMissing", clause });
    expect(() => play(say.web, [claim, send(at.housing)])).not.toThrow();
    expect(() => play(say.web, [send(at.housing, null)])).not.toThrow();
  });
});

describe("what a formality says a case is about", () => {
  it("makes it a report about a unit, and an ordinary one again", () => {
    const report = does("02 10:00", "sort", { about: "report", accused: at.housing });
    const back = does("02 10:30", "sort", { about: "claim", accused: at.housing });
    expect(play(say.web, [report, back]).kase).toMatchObject({ subject: "ordinary", accused: null });
  });

  it("writes nothing down where nothing changes", () => {
    expect(play(say.web, [does("02 10:00", "sort", { about: "claim" })]).kase).toMatchObject({
      stage: "registered",
      track: null,
    });
  });
});

describe("a right that lapses", () => {
  it("is not there before its window begins, nor where the rule is not for this case", () => {
    expect(stop(say.web, [does("02 10:00", "complain")])).toMatchObject({ code: "window.notOpen", clause });
    expect(stop(say.web, [does("02 10:00", "decide"), does("02 11:00", "protest")])).toMatchObject({
      code: "window.notOpen",
    });
  });

  it("can be used up to its last day, once", () => {
    const decided = does("02 10:00", "decide");
    expect(() => play(say.web, [decided, does("12 23:59", "complain")])).not.toThrow();
    expect(stop(say.web, [decided, does("13 00:00", "complain")])).toMatchObject({
      code: "window.closed",
      facts: { due: "2026-03-12" },
    });
    const used = does("03 10:00", "complain");
    expect(stop(say.web, [decided, used, does("04 10:00", "complain")])).toMatchObject({ code: "window.notOpen" });
  });
});

describe("what is not for groups", () => {
  it("is refused where several came together", () => {
    const group = { persons: 3, representatives: 2 };
    expect(stop({ ...say.web, group }, [does("02 10:00", "hurry")])).toMatchObject({ code: "group.notHere", clause });
    expect(() => play(say.web, [does("02 10:00", "hurry")])).not.toThrow();
  });
});
