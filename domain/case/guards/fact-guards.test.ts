import { describe, expect, it } from "vitest";
import { at, holder } from "../../../packs/fuzhou-2007/example-office.ts";
import { fuzhou2007 } from "../../../packs/fuzhou-2007/index.ts";
import * as say from "../../../packs/fuzhou-2007/stories.ts";
import { nationalYears } from "../../../packs/holidays/national.gen.ts";
import type { OrgId } from "../../office/org.ts";
import { stage } from "../../proof/fixture.ts";
import { clauseId } from "../../rules/clause.ts";
import type { Filing, Step } from "../../rules/example.ts";
import type { Formality, FormalityField, Values } from "../../rules/formality.ts";
import type { Pack } from "../../rules/pack.ts";
import type { Guard } from "../../rules/power.ts";
import { holds } from "../timeline.ts";

const clause = clauseId("FZ-8.6-1");
const plain = { clause, words: "手续", example: { value: null }, effects: [] } as const;
const top = [{ post: "dispatcher", body: "topBureau" }] as const;

const colour: FormalityField = {
  name: "colour",
  label: "颜色",
  kind: "choice",
  required: false,
  choices: [
    { value: "red", label: "红" },
    { value: "blue", label: "蓝" },
  ],
};

function onCase(id: string, guards: readonly Guard[], fields: readonly FormalityField[] = []): Formality {
  return { ...plain, id, label: id, on: "case", from: ["registered", "classified", "inHand"], by: top, guards, fields };
}

const critic: FormalityField = { name: "criticised", label: "被批评单位", kind: "org", required: true };

const formalities: readonly Formality[] = [
  onCase("issue", []),
  {
    ...plain,
    id: "hand",
    label: "分送",
    on: "leg",
    from: ["dispatched"],
    by: top,
    guards: [],
    fields: [],
  },
  onCase("close", [{ is: "formalityDone", anyOf: ["hand"], since: "done.issue", everyLeg: true, clause }]),
  onCase("closeTold", [{ is: "told", notice: "issued", since: "done.issue", clause }]),
  onCase("paint", [], [colour, { name: "shade", label: "深浅", kind: "text", required: false }]),
  onCase("frame", [
    { is: "factIs", name: "shade", oneOf: ["dark"], when: { name: "colour", oneOf: ["red"] }, clause },
    { is: "factIsNot", name: "shade", oneOf: ["dark"], when: { name: "colour", oneOf: ["blue"] }, clause },
  ]),
  onCase("criticise", [], [critic]),
  onCase("explain", []),
];

const pack: Pack = {
  ...fuzhou2007,
  formalities,
  notices: [
    ...fuzhou2007.notices,
    { ...(fuzhou2007.notices[0] as Pack["notices"][number]), id: "issued", on: "done.issue", channel: "original" },
  ],
  powers: fuzhou2007.powers.map((power) =>
    power.id === "dispatch"
      ? {
          ...power,
          guards: [...power.guards, { is: "namedOnlyAfter", name: "criticised", formality: "explain", clause }],
        }
      : power,
  ),
};

const { play, stop } = stage(pack, nationalYears);

function does(time: string, formality: string, values: Values = {}): Step {
  return { at: `2026-03-03 ${time}`, who: say.dispatcher, act: "carryOut", input: { formality, values } };
}
function hand(time: string, leg: OrgId): Step {
  const input = { formality: "hand", values: {} };
  return { at: `2026-03-03 ${time}`, who: say.dispatcher, act: "carryOutOnLeg", leg, input };
}

const joint = [say.classify("2026-03-02 10:00"), say.dispatch("2026-03-02 10:05", at.housing, at.urban)];

describe("a step that every unit must have had", () => {
  it("is not done with one of two, and is done with both", () => {
    const one = [...joint, does("09:00", "issue"), hand("09:10", at.housing)];
    expect(stop(say.web, [...one, does("09:20", "close")])).toMatchObject({ code: "formality.notDone", clause });
    expect(() => play(say.web, [...one, hand("09:15", at.urban), does("09:20", "close")])).not.toThrow();
  });

  it("is owed again by all after the moment that is named", () => {
    const again = [hand("09:00", at.housing), hand("09:05", at.urban), does("09:10", "issue"), hand("09:15", at.urban)];
    expect(stop(say.web, [...joint, ...again, does("09:20", "close")])).toMatchObject({ code: "formality.notDone" });
  });
});

describe("what the petitioner must have had", () => {
  const phone: Filing = { at: "2026-03-02 08:00", channel: "phone" };
  const issued = [say.handOver("2026-03-02 08:30"), does("09:00", "issue")];

  it("is served at once over the web, and otherwise waits for its delivery", () => {
    expect(() => play(say.web, [does("09:00", "issue"), does("09:10", "closeTold")])).not.toThrow();
    expect(stop(phone, [...issued, does("09:10", "closeTold")])).toMatchObject({ code: "delivery.notTold", clause });
    const told: Step = {
      at: "2026-03-03 09:05",
      who: holder(at.centre, "operator"),
      act: "recordDelivery",
      input: { notice: "issued", legId: null, channel: "phone", result: "已接听" },
    };
    expect(() => play(phone, [...issued, told, does("09:10", "closeTold")])).not.toThrow();
  });
});

describe("a fact that is asked only while another stands so", () => {
  it.each([
    [{ colour: "red", shade: "dark" }, null],
    [{ colour: "red", shade: "light" }, "fact.forbidden"],
    [{ colour: "red" }, "fact.forbidden"],
    [{ colour: "blue", shade: "dark" }, "fact.forbidden"],
    [{ colour: "blue", shade: "light" }, null],
    [{ shade: "light" }, null],
  ] as readonly (readonly [Values, string | null])[])("%j: %s", (values, code) => {
    const steps = [does("09:00", "paint", values), does("09:10", "frame")];
    if (code === null) expect(() => play(say.web, steps)).not.toThrow();
    else expect(stop(say.web, steps)).toMatchObject({ code, clause });
  });
});

describe("the organisation that a case is about", () => {
  const named = [say.classify("2026-03-02 10:00"), does("09:00", "criticise", { criticised: at.housing })];

  it("gets it only after somebody has said why; others get it as ever", () => {
    expect(stop(say.web, [...named, say.dispatch("2026-03-03 09:10", at.urban, at.housing)])).toMatchObject({
      code: "dispatch.namedUnit",
      clause,
      facts: { org: at.housing },
    });
    expect(() => play(say.web, [...named, say.dispatch("2026-03-03 09:10", at.urban)])).not.toThrow();
    const explained = [...named, does("09:05", "explain"), say.dispatch("2026-03-03 09:10", at.housing)];
    expect(() => play(say.web, explained)).not.toThrow();
  });
});

it("one of several conditions is enough", () => {
  const { kase, office } = play(say.web, []);
  const of = (...channels: ("web" | "sms")[]) =>
    ({ is: "any", of: channels.map((one) => ({ is: "channel", oneOf: [one] }) as const) }) as const;
  const world = { office, pack };
  expect(holds(of("sms", "web"), kase, null, world)).toBe(true);
  expect(holds(of("sms"), kase, null, world)).toBe(false);
  expect(holds(of(), kase, null, world)).toBe(false);
});
