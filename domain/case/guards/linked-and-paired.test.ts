import { describe, expect, it } from "vitest";
import { at, holder } from "../../../packs/fuzhou-2007/example-office.ts";
import { fuzhou2007 } from "../../../packs/fuzhou-2007/index.ts";
import * as say from "../../../packs/fuzhou-2007/stories.ts";
import { nationalYears } from "../../../packs/holidays/national.gen.ts";
import type { Body } from "../../rules/vocabulary.ts";
import { stage } from "../../proof/fixture.ts";
import { clauseId } from "../../rules/clause.ts";
import type { Step } from "../../rules/example.ts";
import type { Formality, FormalityField, Values } from "../../rules/formality.ts";
import type { Pack } from "../../rules/pack.ts";
import type { Guard } from "../../rules/power.ts";
import { holds } from "../timeline.ts";

const clause = clauseId("FZ-8.5-1");

function choice(name: string, ...values: readonly string[]): FormalityField {
  return { name, label: name, kind: "choice", required: false, choices: values.map((v) => ({ value: v, label: v })) };
}

function formality(id: string, guard: Guard, fields: readonly FormalityField[]): Formality {
  return {
    id,
    label: id,
    clause,
    words: "手续",
    on: "case",
    from: ["registered", "answered"],
    by: [{ post: "dispatcher", body: "topBureau" }],
    guards: [guard],
    fields,
    effects: [],
    example: { value: null },
  };
}

const note: FormalityField = { name: "why", label: "理由", kind: "text", required: false };
const pack: Pack = {
  ...fuzhou2007,
  formalities: [
    formality("mark", { is: "previousLinked", when: { name: "kind", oneOf: ["again"] }, clause }, [
      choice("kind", "first", "again"),
    ]),
    formality(
      "blame",
      { is: "pairedOrNoted", fields: ["cause", "effect"], pairs: [["late", "visit"]], note: "why", clause },
      [choice("cause", "late", "lost"), choice("effect", "visit", "harm"), note],
    ),
    formality("close", { is: "notRated", clause }, []),
  ],
};
const { play, stop } = stage(pack, nationalYears);

const fill = (id: string, values: Values = {}, when = "2026-03-02 10:00"): Step => ({
  at: when,
  who: say.dispatcher,
  act: "carryOut",
  input: { formality: id, values },
});

describe("a case that must be linked to an earlier one", () => {
  it("is refused the mark without a link, and only where the mark says so", () => {
    const again = fill("mark", { kind: "again" });
    const link: Step = { at: "2026-03-02 09:30", who: say.dispatcher, act: "linkRepeat", input: { previous: "first" } };
    expect(stop(say.web, [again])).toMatchObject({ code: "repeat.notLinked", clause });
    expect(play(say.web, [link, again]).kase.repeatOf).toBe("first");
    expect(play(say.web, [fill("mark", { kind: "first" })]).kase.repeatOf).toBeNull();
  });
});

describe("two fields that go together", () => {
  it("pass as the pairs have them, or with a note; a blank note is none", () => {
    const strange = { cause: "lost", effect: "visit" };
    expect(play(say.web, [fill("blame", { cause: "late", effect: "visit" })]).kase.stage).toBe("registered");
    expect(play(say.web, [fill("blame", { ...strange, why: "另有原因" })]).kase.stage).toBe("registered");
    for (const why of ["", "  "]) {
      expect(stop(say.web, [fill("blame", { ...strange, why })])).toMatchObject({
        code: "formality.fieldMissing",
        clause,
        facts: { field: "理由" },
      });
    }
  });

  it("a half-filled pair is left to the fields themselves", () => {
    expect(play(say.web, [fill("blame", { cause: "lost" })]).kase.stage).toBe("registered");
  });
});

describe("a case that has not been rated", () => {
  const answered = [...say.untilAudit(at.housing), say.passAudit("2026-03-17 15:00", at.housing)];

  it("is the only one that the guard lets through", () => {
    const rate: Step = {
      at: "2026-03-18 09:00",
      who: "petitioner",
      act: "rate",
      input: { grade: "satisfied", comment: null },
    };
    const close = fill("close", {}, "2026-03-19 09:00");
    expect(play(say.web, [...answered, close]).kase.rated).toBe(false);
    expect(stop(say.web, [...answered, rate, close])).toMatchObject({ code: "rating.alreadyGiven", clause });
  });
});

describe("an organ that decides on what it takes in", () => {
  const { intake, top } = fuzhou2007.settings.places.value;
  const everywhere: Pack = {
    ...fuzhou2007,
    settings: {
      ...fuzhou2007.settings,
      places: { ...fuzhou2007.settings.places, value: { intake, top, byReceiver: true } },
    },
    powers: fuzhou2007.powers.map((power) =>
      power.id === "register" ? { ...power, by: [{ post: "dispatcher", body: "anyone" }] } : power,
    ),
  };
  const letter = { at: "2026-03-02 09:00", channel: "fax", intake: at.gulouBureau } as const;

  it("is the body of intake and the deciding one at once, and nobody else dispatches the case", () => {
    const scene = stage(everywhere, nationalYears);
    const { kase } = scene.play(letter, []);
    expect(kase).toMatchObject({ stage: "registered", intake: at.gulouBureau, topBureau: at.gulouBureau });
    const sent = { ...say.dispatch("2026-03-02 10:00", at.gulouUrban), who: holder(at.gulouBureau, "dispatcher") };
    const classified = { ...say.classify("2026-03-02 09:30"), who: holder(at.gulouBureau, "dispatcher") };
    expect(scene.play(letter, [classified, sent]).kase.stage).toBe("inHand");
    expect(scene.stop(letter, [say.classify("2026-03-02 09:30")])).toMatchObject({ code: "act.notYourPost" });
  });

  it("without that setting what a body takes in waits for the hand-over", () => {
    expect(play(say.phone, []).kase).toMatchObject({ stage: "received", topBureau: null });
  });
});

it("a condition asks of what kind a body is", () => {
  const { kase, office } = play(say.phone, []);
  const kind = (body: Body, ...oneOf: readonly ("serviceCentre" | "petitionBureau")[]) =>
    holds({ is: "kind", body, oneOf }, kase, null, { office, pack });
  expect(kind("intake", "serviceCentre")).toBe(true);
  expect(kind("intake", "petitionBureau")).toBe(false);
  expect(kind("topBureau", "petitionBureau")).toBe(false);
});
