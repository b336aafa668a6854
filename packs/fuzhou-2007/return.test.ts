import { describe, expect, it } from "vitest";
import type { OrgId } from "../../domain/office/org.ts";
import { duty, leg, matter, of, reads, stage } from "../../domain/proof/fixture.ts";
import type { Filing, Step } from "../../domain/rules/example.ts";
import { nationalYears } from "../holidays/national.gen.ts";
import { at, holder } from "./example-office.ts";
import { fuzhou2007 } from "./index.ts";
import * as say from "./stories.ts";

const { play, stop } = stage(fuzhou2007, nationalYears);

const sent = [say.classify("2026-03-02 10:00"), say.dispatch("2026-03-02 10:05", at.housing)];
const viewed = [...sent, say.view("2026-03-03 09:00", at.housing)];

const decide = (
  act: "acceptReturn" | "refuseReturn",
  when: string,
  unit: OrgId = at.housing,
  who = say.dispatcher,
): Step => ({
  at: when,
  who,
  act,
  leg: unit,
  input: act === "acceptReturn" ? { note: null } : { reason: "路灯归你局管养" },
});

const county = holder(at.gulouBureau, "dispatcher");
const askBureau = (when: string, input: Record<string, unknown> = {}): Step => ({
  at: when,
  who: county,
  act: "askBureauReturn",
  leg: at.gulouBureau,
  input: { reason: "事发地不在本区", suggested: at.urban, ...input },
});
const decideBureau = (act: "acceptBureauReturn" | "refuseBureauReturn", when: string, who = say.dispatcher): Step => ({
  at: when,
  who,
  act,
  leg: at.gulouBureau,
  input: act === "acceptBureauReturn" ? { note: null } : { reason: "在本区" },
});

describe("article 8 (3): a unit gives back what is not its own", () => {
  it.each(["2026-03-03 10:00", "2026-03-04 23:59"])("[FZ-8.3-1] sent Monday 03-02: possible at %s", (when) => {
    const scene = play(say.web, [...viewed, say.askReturn(when, at.housing)]);
    expect(leg(scene, at.housing)).toMatchObject({
      stage: "returnAsked",
      returnRequest: { state: "asked", suggested: at.urban },
    });
    expect(duty(scene, "unit-return-window", at.housing)).toMatchObject({
      kind: "window",
      due: "2026-03-04",
      state: "met",
    });
  });

  it.each(["2026-03-05 00:00", "2026-03-05 09:00", "2026-03-20 09:00"])(
    "[FZ-8.3-1] refused at %s, naming the last day",
    (when) => {
      expect(stop(say.web, [...viewed, say.askReturn(when, at.housing)])).toMatchObject({
        code: "return.windowClosed",
        clause: "FZ-8.3-1",
        facts: { due: "2026-03-04" },
      });
    },
  );

  it("[FZ-8.3-1] the two days are working days: sent Friday 03-06, possible to Tuesday 03-10", () => {
    const friday: Filing = { at: "2026-03-06 09:00", channel: "web" };
    const steps = [
      say.classify("2026-03-06 10:00"),
      say.dispatch("2026-03-06 10:05", at.housing),
      say.view("2026-03-09 09:00", at.housing),
    ];
    expect(leg(play(friday, [...steps, say.askReturn("2026-03-10 23:59", at.housing)]), at.housing).stage).toBe(
      "returnAsked",
    );
    expect(stop(friday, [...steps, say.askReturn("2026-03-11 00:00", at.housing)])).toMatchObject({
      code: "return.windowClosed",
    });
  });

  it("[FZ-8.3-1] not using the window is nobody's fault", () => {
    const scene = play(say.web, [...viewed, say.submit("2026-03-03 09:30", at.housing)], { until: "2026-03-10 09:00" });
    expect(scene.breaches).toEqual([]);
  });

  it("[FZ-8.3-1] the reason and the unit suggested are both needed", () => {
    expect(stop(say.web, [...viewed, say.askReturn("2026-03-03 10:00", at.housing, null)])).toMatchObject({
      code: "return.suggestionMissing",
      clause: "FZ-8.3-1",
    });
    const mute = { ...say.askReturn("2026-03-03 10:00", at.housing), input: { reason: " ", suggested: at.urban } };
    expect(stop(say.web, [...viewed, mute])).toMatchObject({ code: "return.reasonMissing", clause: "FZ-8.3-1" });
  });

  it("[FZ-8.3-1] the bureau is told: it must decide, but no number of days is set, and silence does nothing", () => {
    const scene = play(
      say.web,
      [...viewed, say.submit("2026-03-03 09:30", at.housing), say.askReturn("2026-03-03 10:00", at.housing)],
      { until: "2026-03-16 23:59" },
    );
    expect(duty(scene, "decide-unit-return", at.bureau)).toMatchObject({
      state: "open",
      due: null,
      overdueSince: null,
    });
    expect(leg(scene, at.housing).stage).toBe("returnAsked");
    expect(scene.breaches).toEqual([]);
  });

  it("[FZ-8.3-2 FZ-7-2] accepted: the leg is withdrawn and kept, the matter goes out again, the new unit has its own ten days", () => {
    const back = [...viewed, say.askReturn("2026-03-03 10:00", at.housing), decide("acceptReturn", "2026-03-04 09:00")];
    const withdrawn = play(say.web, back);
    expect(leg(withdrawn, at.housing)).toMatchObject({ stage: "recalled", returnRequest: { state: "accepted" } });
    expect(matter(withdrawn)).toMatchObject({ stage: "unassigned", leadLegId: null });
    expect(duty(withdrawn, "redispatch", at.bureau)).toMatchObject({ state: "open", due: "2026-03-05" });
    expect(play(say.web, back, { until: "2026-03-06 00:00" }).breaches).toEqual([["late", at.bureau, "2026-03-06"]]);
    const again = play(say.web, [...back, say.dispatch("2026-03-04 09:30", at.urban)]);
    expect(duty(again, "redispatch").state).toBe("met");
    expect(duty(again, "reply", at.urban).due).toBe("2026-03-18");
    expect(again.kase.legs.map((l) => l.orgId)).toEqual([at.housing, at.urban]);
  });

  it("[FZ-8.3-2] who gave it back owes nothing more and reads nothing more", () => {
    const scene = play(
      say.web,
      [
        ...viewed,
        say.askReturn("2026-03-03 10:00", at.housing),
        decide("acceptReturn", "2026-03-03 11:00"),
        say.dispatch("2026-03-03 11:30", at.urban),
      ],
      { until: "2026-04-20 09:00" },
    );
    expect(scene.duties.filter((d) => d.owner === at.housing && d.kind === "duty" && d.state === "open")).toEqual([]);
    expect(scene.breaches.filter(([, org]) => org === at.housing)).toEqual([]);
    expect(reads(scene, at.housing, "clerk")).toBeNull();
    expect(reads(scene, at.urban, "clerk")).toBe("all");
  });

  it("[FZ-8.3-2] a lead given back takes its assistants with it; an assistant given back leaves the lead at work", () => {
    const joint = [say.classify("2026-03-02 10:00"), say.dispatch("2026-03-02 10:05", at.housing, at.urban)];
    const lead = play(say.web, [
      ...joint,
      say.view("2026-03-03 09:00", at.housing),
      say.askReturn("2026-03-03 10:00", at.housing),
      decide("acceptReturn", "2026-03-03 11:00"),
    ]);
    expect(lead.kase.legs.map((l) => l.stage)).toEqual(["recalled", "recalled"]);
    const assistant = play(say.web, [
      ...joint,
      say.view("2026-03-03 09:00", at.urban),
      say.askReturn("2026-03-03 10:00", at.urban),
      decide("acceptReturn", "2026-03-03 11:00", at.urban),
    ]);
    expect(assistant.kase.legs.map((l) => l.stage)).toEqual(["dispatched", "recalled"]);
    expect(matter(assistant).stage).toBe("inHand");
  });

  it("[FZ-8.3-2] within a county its own bureau decides, and sends out again", () => {
    const on = [
      say.classify("2026-03-02 10:00"),
      say.dispatch("2026-03-02 10:05", at.gulouBureau),
      say.dispatchOn("2026-03-02 11:00", at.gulouBureau, at.gulouUrban),
      say.view("2026-03-03 09:00", at.gulouUrban),
      say.askReturn("2026-03-03 10:00", at.gulouUrban, at.gulouSchools),
    ];
    expect(stop(say.web, [...on, decide("acceptReturn", "2026-03-04 09:00", at.gulouUrban)])).toMatchObject({
      code: "act.notYourPost",
      clause: "FZ-8.3-2",
    });
    const back = [...on, decide("acceptReturn", "2026-03-04 09:00", at.gulouUrban, county)];
    const scene = play(say.web, back);
    expect(leg(scene, at.gulouBureau).stage).toBe("atBureau");
    expect(duty(scene, "county-redispatch", at.gulouBureau)).toMatchObject({ state: "open", due: "2026-03-05" });
    const again = play(say.web, [...back, say.dispatchOn("2026-03-04 10:00", at.gulouBureau, at.gulouSchools)]);
    expect(duty(again, "reply", at.gulouSchools).due).toBe("2026-03-18");
    expect(duty(again, "county-redispatch").state).toBe("met");
  });

  it("[FZ-8.3-3] refused: the unit keeps it, and its day stays where it was", () => {
    const steps = [
      ...viewed,
      say.submit("2026-03-04 09:00", at.housing),
      say.askReturn("2026-03-04 10:00", at.housing),
      decide("refuseReturn", "2026-03-05 09:00"),
    ];
    const scene = play(say.web, steps);
    expect(leg(scene, at.housing)).toMatchObject({ stage: "handling", returnRequest: { state: "refused" } });
    expect(duty(scene, "reply", at.housing).due).toBe("2026-03-16");
    expect(leg(play(say.web, [...steps, say.draft("2026-03-05 10:00", at.housing)]), at.housing).stage).toBe("drafted");
  });

  it("[FZ-8.3-3] the clock never stood: a refusal on the last day leaves no days, the two for the leader ran on too", () => {
    const steps = [
      ...viewed,
      say.askReturn("2026-03-04 10:00", at.housing),
      decide("refuseReturn", "2026-03-16 23:00"),
    ];
    const scene = play(say.web, steps, { until: "2026-03-17 00:00" });
    expect(scene.breaches).toEqual([
      ["late", at.housing, "2026-03-05"],
      ["lapsedUnhandled", at.housing, "2026-03-17"],
    ]);
  });

  it("[FZ-8.3-3] while the bureau thinks, the unit can put it before its leader", () => {
    const steps = [
      ...viewed,
      say.askReturn("2026-03-03 10:00", at.housing),
      say.submit("2026-03-04 09:00", at.housing),
    ];
    expect(duty(play(say.web, steps), "submit").state).toBe("met");
    expect(leg(play(say.web, [...steps, decide("refuseReturn", "2026-03-04 10:00")]), at.housing).stage).toBe(
      "handling",
    );
  });

  it("[FZ-8.3-3] it may not ask again, though the two days are not over", () => {
    const steps = [
      ...viewed,
      say.askReturn("2026-03-03 10:00", at.housing),
      decide("refuseReturn", "2026-03-03 11:00"),
    ];
    expect(stop(say.web, [...steps, say.askReturn("2026-03-03 12:00", at.housing)])).toMatchObject({
      code: "return.barred",
      clause: "FZ-8.3-3",
      facts: { org: at.housing },
    });
  });

  it("[FZ-8.3-3] nor after the case came to it once more by a later dispatch", () => {
    const joint = [say.classify("2026-03-02 10:00"), say.dispatch("2026-03-02 10:05", at.urban, at.housing)];
    const barred = [
      ...joint,
      say.view("2026-03-03 09:00", at.housing),
      say.askReturn("2026-03-03 09:10", at.housing, at.urban),
      decide("refuseReturn", "2026-03-03 09:20"),
    ];
    const leadBack = [
      ...barred,
      say.view("2026-03-03 10:00", at.urban),
      say.askReturn("2026-03-03 10:10", at.urban, at.housing),
      decide("acceptReturn", "2026-03-03 10:20", at.urban),
    ];
    const again = [...leadBack, say.dispatch("2026-03-03 11:00", at.housing), say.view("2026-03-03 11:10", at.housing)];
    expect(play(say.web, again).kase.barred).toEqual([at.housing]);
    expect(stop(say.web, [...again, say.askReturn("2026-03-03 11:20", at.housing)])).toMatchObject({
      code: "return.barred",
      clause: "FZ-8.3-3",
    });
  });

  it("[FZ-8.3-3] another unit of the same case is free to ask", () => {
    const parts: Step = {
      at: "2026-03-02 10:05",
      who: say.dispatcher,
      act: "dispatch",
      input: { classification: null, matters: [say.matter("路灯", at.housing), say.matter("占道", at.urban)] },
    };
    const steps = [
      say.classify("2026-03-02 10:00"),
      parts,
      say.view("2026-03-03 09:00", at.housing),
      say.askReturn("2026-03-03 09:10", at.housing),
      decide("refuseReturn", "2026-03-03 09:20"),
      say.view("2026-03-03 10:00", at.urban),
      say.askReturn("2026-03-03 10:10", at.urban, at.housing),
    ];
    expect(leg(play(say.web, steps), at.urban).stage).toBe("returnAsked");
  });

  it("[FZ-8.3-3] the refusal says why", () => {
    const mute = { ...decide("refuseReturn", "2026-03-03 11:00"), input: { reason: "" } };
    expect(stop(say.web, [...viewed, say.askReturn("2026-03-03 10:00", at.housing), mute])).toMatchObject({
      code: "return.reasonMissing",
    });
  });
});

describe("article 8 (3), second paragraph: a county bureau gives back to the city", () => {
  const atCounty = [say.classify("2026-03-02 10:00"), say.dispatch("2026-03-03 10:05", at.gulouBureau)];

  it.each(["2026-03-03 11:00", "2026-03-04 23:59"])("[FZ-8.3-4] received Tuesday 03-03: possible at %s", (when) => {
    const scene = play(say.web, [...atCounty, askBureau(when)]);
    expect(leg(scene, at.gulouBureau)).toMatchObject({
      stage: "bureauReturnAsked",
      returnRequest: { suggested: at.urban },
    });
  });

  it("[FZ-8.3-4] refused from 03-05 on; without reason or suggestion refused at any time", () => {
    expect(stop(say.web, [...atCounty, askBureau("2026-03-05 00:00")])).toMatchObject({
      code: "return.windowClosed",
      clause: "FZ-8.3-4",
      facts: { due: "2026-03-04" },
    });
    expect(stop(say.web, [...atCounty, askBureau("2026-03-04 09:00", { suggested: null })])).toMatchObject({
      code: "return.suggestionMissing",
      clause: "FZ-8.3-4",
    });
    expect(stop(say.web, [...atCounty, askBureau("2026-03-04 09:00", { reason: "" })])).toMatchObject({
      code: "return.reasonMissing",
      clause: "FZ-8.3-4",
    });
  });

  it("[FZ-8.3-4] a county unit's own bureau decides on its unit; the county cannot hand that on to the city after its day", () => {
    const steps = [
      ...atCounty,
      say.dispatchOn("2026-03-04 09:00", at.gulouBureau, at.gulouUrban),
      say.view("2026-03-05 09:00", at.gulouUrban),
      say.askReturn("2026-03-05 10:00", at.gulouUrban, at.urban),
      decide("acceptReturn", "2026-03-05 11:00", at.gulouUrban, county),
      askBureau("2026-03-05 12:00"),
    ];
    expect(stop(say.web, steps)).toMatchObject({ code: "return.windowClosed", clause: "FZ-8.3-4" });
  });

  it("[FZ-8.3-4] its own day to dispatch runs beside it, and the lateness is shown with a flag", () => {
    const scene = play(say.web, [...atCounty, askBureau("2026-03-04 11:00")], { until: "2026-03-05 09:00" });
    expect(duty(scene, "county-dispatch", at.gulouBureau)).toMatchObject({
      due: "2026-03-04",
      overdueSince: "2026-03-05",
      flagged: true,
    });
  });

  it("[FZ-8.3-4] it may dispatch after all while the city thinks; the application is then gone", () => {
    const scene = play(
      say.web,
      [...atCounty, askBureau("2026-03-04 11:00"), say.dispatchOn("2026-03-04 15:00", at.gulouBureau, at.gulouUrban)],
      { until: "2026-03-10 09:00" },
    );
    expect(leg(scene, at.gulouBureau).stage).toBe("passedOn");
    expect(scene.breaches.map(([kind]) => kind)).not.toContain("deemedRefusal");
    expect(duty(scene, "decide-county-return").state).toBe("met");
  });

  it("[FZ-8.3-5] applied Wednesday 03-04: acceptable to 03-05 24:00, and goes out again from the city", () => {
    const steps = [...atCounty, askBureau("2026-03-04 11:00"), decideBureau("acceptBureauReturn", "2026-03-05 23:59")];
    const scene = play(say.web, steps, { until: "2026-03-10 09:00" });
    expect(leg(scene, at.gulouBureau)).toMatchObject({ stage: "recalled", returnRequest: { state: "accepted" } });
    expect(matter(scene).stage).toBe("unassigned");
    expect(scene.breaches.filter(([kind]) => kind === "deemedRefusal")).toEqual([]);
    const again = play(say.web, [...steps, say.dispatch("2026-03-06 09:00", at.urban)]);
    expect(duty(again, "reply", at.urban).due).toBe("2026-03-20");
  });

  it("[FZ-8.3-5] at 03-06 00:00 silence has refused it: by the system, with the county still charged", () => {
    const asked = [...atCounty, askBureau("2026-03-04 11:00")];
    expect(leg(play(say.web, asked, { until: "2026-03-05 23:59" }), at.gulouBureau).stage).toBe("bureauReturnAsked");
    const scene = play(say.web, asked, { until: "2026-03-06 00:00" });
    expect(leg(scene, at.gulouBureau)).toMatchObject({ stage: "atBureau", returnRequest: { state: "deemedRefused" } });
    const event = scene.events.find((e) => e.type === "returnRefused");
    expect(event).toMatchObject({ by: { kind: "system" }, data: { deemed: true } });
    expect(scene.breaches).toContainEqual(["deemedRefusal", at.bureau, "2026-03-06"]);
  });

  it.each(["2026-03-06 00:00", "2026-03-09 09:00"])(
    "[FZ-8.3-5] an accept at %s comes too late, also when nobody swept before",
    (when) => {
      const steps = [...atCounty, askBureau("2026-03-04 11:00"), decideBureau("acceptBureauReturn", when)];
      expect(stop(say.web, steps)).toMatchObject({ code: "act.notAtThisStage", clause: "FZ-8.3-5" });
    },
  );

  it("[FZ-8.3-5] after silence the county dispatches, and may not ask again", () => {
    const asked = [...atCounty, askBureau("2026-03-03 11:00")];
    const scene = play(say.web, [...asked, say.dispatchOn("2026-03-06 09:00", at.gulouBureau, at.gulouUrban)]);
    expect(duty(scene, "reply", at.gulouUrban).due).toBe("2026-03-20");
    expect(stop(say.web, [...asked, askBureau("2026-03-05 09:00")])).toMatchObject({
      code: "return.barred",
      clause: "FZ-8.3-5",
    });
  });

  it("[FZ-8.3-5] the day is a working day: applied Friday 03-06, refused by silence on Tuesday 03-10", () => {
    const friday: Filing = { at: "2026-03-05 09:00", channel: "web" };
    const asked = [
      say.classify("2026-03-05 10:00"),
      say.dispatch("2026-03-05 10:05", at.gulouBureau),
      askBureau("2026-03-06 11:00"),
    ];
    expect(leg(play(friday, asked, { until: "2026-03-09 23:59" }), at.gulouBureau).stage).toBe("bureauReturnAsked");
    expect(leg(play(friday, asked, { until: "2026-03-10 00:00" }), at.gulouBureau).stage).toBe("atBureau");
  });

  it("[FZ-8.3-5] an open refusal does the same at once, and is not called silence", () => {
    const scene = play(
      say.web,
      [...atCounty, askBureau("2026-03-04 11:00"), decideBureau("refuseBureauReturn", "2026-03-04 15:00")],
      { until: "2026-03-10 09:00" },
    );
    expect(of(scene.events, "returnRefused")).toEqual([{ legId: "l1", reason: "在本区", deemed: false }]);
    expect(scene.breaches.map(([kind]) => kind)).not.toContain("deemedRefusal");
    expect(scene.kase.barred).toEqual([at.gulouBureau]);
  });

  it("[FZ-8.3-5] the county cannot decide its own application", () => {
    for (const act of ["acceptBureauReturn", "refuseBureauReturn"] as const) {
      expect(
        stop(say.web, [...atCounty, askBureau("2026-03-04 11:00"), decideBureau(act, "2026-03-04 12:00", county)]),
      ).toMatchObject({
        code: "act.notYourPost",
        clause: "FZ-8.3-5",
      });
    }
  });
});

it("[FZ-8-0 FZ-8.3-5] a county's return of an internal case stands on the city bureau's list, without a last day", () => {
  const internal = [
    say.classify("2026-03-02 10:00", { track: "internal", internalReason: "differs" }),
    say.dispatch("2026-03-03 10:00", at.gulouBureau),
    askBureau("2026-03-04 11:00"),
  ];
  const waiting = play(say.web, internal, { until: "2026-03-20 09:00" });
  expect(waiting.duties.filter((d) => d.owner === at.bureau && d.state === "open")).toMatchObject([
    { rule: "decide-county-return-internal", ownerPost: "dispatcher", due: null },
  ]);
  expect(waiting.breaches).toEqual([]);
  const accepted = play(say.web, [...internal, decideBureau("acceptBureauReturn", "2026-03-20 10:00")]);
  expect(duty(accepted, "decide-county-return-internal").state).toBe("met");
  expect(leg(accepted, at.gulouBureau).stage).toBe("recalled");
});
