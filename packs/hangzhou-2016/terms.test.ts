import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type PlainDate, plainDate } from "../../domain/calendar/plain-date.ts";
import { workingDaysAfter } from "../../domain/calendar/term.ts";
import { dayKind, isGap, isWorked } from "../../domain/calendar/work-calendar.ts";
import { duty, of, stage } from "../../domain/proof/fixture.ts";
import type { Filing, Step } from "../../domain/rules/example.ts";
import { standing } from "../../domain/rules/layers.ts";
import { settableDuties, withRegionTerms } from "../../domain/rules/region-terms.ts";
import type { Channel } from "../../domain/rules/vocabulary.ts";
import { nationalYears } from "../holidays/national.gen.ts";
import { zhejiang2017 } from "../zhejiang-2017/index.ts";
import { at, holder } from "./example-office.ts";
import { hangzhou2016 } from "./index.ts";
import * as say from "./stories.ts";

const pack = standing(hangzhou2016, [zhejiang2017]);
const { play, stop, calendar } = stage(pack, nationalYears);

const filed = (at_: string, channel: Channel): Filing => ({ at: at_, channel });
const told = (when: string, channel: Channel): Step => ({
  at: when,
  who: say.dispatcher,
  act: "recordDelivery",
  input: { notice: "received", legId: null, channel, result: "已发送" },
});
const from = (source: string, day: string) => [say.facts(`${day} 10:00`, { source })];
const acknowledgements = (scene: ReturnType<typeof play>) =>
  scene.duties.filter((d) => d.rule.startsWith("acknowledge-")).map((d) => d.rule);

describe("6.1.1 to 6.1.3: telling the petitioner that it has arrived", () => {
  it.each(["nationalComplaintOffice", "governorMailbox", "peopleDailyMessage"])(
    "[HZ-6.1.1] %s: received Thursday 03-05, due Tuesday 03-10; told on 03-11 it is late and counted",
    (source) => {
      const mail = filed("2026-03-05 09:00", "email");
      const late = play(mail, [...from(source, "2026-03-05"), told("2026-03-11 09:00", "email")]);
      expect(duty(late, "acknowledge-superior", at.bureau)).toMatchObject({ due: "2026-03-10", state: "metLate" });
      expect(late.breaches).toEqual([["late", at.bureau, "2026-03-11"]]);
      const inTime = play(mail, [...from(source, "2026-03-05"), told("2026-03-10 23:59", "email")]);
      expect(inTime.breaches).toEqual([]);
      expect(acknowledgements(inTime)).toEqual(["acknowledge-superior"]);
    },
  );

  it("[HZ-6.1.1] lateness found under the one working day of mail is withdrawn once the source is known to have three", () => {
    const mail = filed("2026-03-05 09:00", "email");
    const before = play(mail, [], { until: "2026-03-09 09:00" });
    expect(before.breaches).toEqual([["late", at.bureau, "2026-03-07"]]);
    const known = play(mail, from("governorMailbox", "2026-03-09"));
    expect(known.breaches).toEqual([["late", at.bureau, "2026-03-07"]]);
    expect(of(known.events, "breachWithdrawn")).toMatchObject([{ rule: "acknowledge-email", reason: "notAsked" }]);
    expect(known.kase.breached).toEqual([]);
    expect(known.duties.filter((d) => d.rule === "urge").map((d) => d.owner)).toEqual([]);
    const late = play(mail, from("governorMailbox", "2026-03-09"), { until: "2026-03-11 09:00" });
    expect(late.kase.breached).toEqual(["acknowledge-superior/case/0"]);
  });

  it("[HZ-6.1.2] mail of Friday 03-06 16:00 is due on Monday 03-09, to its end", () => {
    const mail = filed("2026-03-06 16:00", "email");
    expect(duty(play(mail, []), "acknowledge-email", at.bureau).due).toBe("2026-03-09");
    expect(play(mail, [told("2026-03-09 23:59", "email")]).breaches).toEqual([]);
    expect(play(mail, [], { until: "2026-03-10 00:00" }).breaches).toEqual([["late", at.bureau, "2026-03-10"]]);
  });

  it("[HZ-6.1.3] a short message of Saturday 03-07 is due on Monday 03-09, and is answered by short message", () => {
    const message = filed("2026-03-07 10:00", "sms");
    expect(duty(play(message, []), "acknowledge-sms", at.bureau).due).toBe("2026-03-09");
    expect(duty(play(message, [told("2026-03-09 09:00", "sms")]), "acknowledge-sms").state).toBe("met");
    expect(stop(message, [told("2026-03-09 09:00", "email")])).toMatchObject({
      code: "delivery.otherChannel",
      clause: "HZ-6.1.1",
    });
  });

  it("[HZ-6.1.2 HZ-6.1.3] the page of the web mailbox tells it at once; the specification names no term for it", () => {
    const scene = play(say.web, []);
    expect(duty(scene, "acknowledge-mailbox", at.bureau)).toMatchObject({ due: null, state: "met" });
    expect(acknowledgements(scene)).toEqual(["acknowledge-mailbox"]);
  });

  it("[HZ-6.1.1] what a higher source sends over the web is told at once as well", () => {
    expect(duty(play(say.web, from("governorMailbox", "2026-03-02")), "acknowledge-superior")).toMatchObject({
      due: "2026-03-05",
      state: "met",
    });
  });

  it("[HZ-6.1.1 HZ-6.1.2 HZ-6.1.3] a refusal that was told says that it arrived; the message itself cannot be switched off", () => {
    const refused = [
      say.refusal("ground.5.2.b", { caseAt: "人民法院" }),
      { ...told("2026-03-02 11:00", "sms"), input: { notice: "refused", legId: null, channel: "sms", result: null } },
    ];
    expect(duty(play(say.sms, refused), "acknowledge-sms").state).toBe("met");
    expect(pack.notices.find((n) => n.id === "received")).toMatchObject({ switchable: false, channel: "original" });
  });

  it("[HZ-6.1.1] the unit that has the case does not owe it, and each is told in any order of facts and message", () => {
    const scene = play(say.sms, [told("2026-03-02 09:30", "sms"), ...from("governorMailbox", "2026-03-02")]);
    expect(duty(scene, "acknowledge-superior", at.bureau).state).toBe("met");
  });
});

describe("6.3.1: target three, limit five working days", () => {
  it("[HZ-6.3.1-1] received Monday 03-02: target Thursday 03-05, limit Monday 03-09; on 03-06 it is past the target and in time", () => {
    const scene = play(say.web, say.untilSigned(at.urban, "2026-03-06"));
    expect(duty(scene, "reply", at.urban)).toMatchObject({ target: "2026-03-05", due: "2026-03-09" });
    expect(duty(scene, "reply", at.urban)).toMatchObject({ state: "awaitingVerdict", overdueSince: null });
    const reviewed = play(say.web, say.untilReviewed());
    expect(duty(reviewed, "reply", at.urban)).toMatchObject({ state: "met", endedOn: "2026-03-05" });
    expect(reviewed.breaches).toEqual([]);
  });

  it("[HZ-6.2.2-1 HZ-6.3.2.b-1] an answer that the second review sends back does not meet it: late by the first limit, and urged", () => {
    const failed = [...say.untilSigned(), say.callBack("2026-03-09 09:00"), say.fail("2026-03-09 10:00")];
    expect(duty(play(say.web, failed), "reply", at.urban)).toMatchObject({ due: "2026-03-09", state: "open" });
    expect(stop(say.web, [...failed, say.urge("2026-03-09 11:00")])).toMatchObject({ code: "term.notOverdue" });
    const late = play(say.web, [...failed, say.urge("2026-03-10 09:00")]);
    expect(late.breaches).toEqual([["late", at.urban, "2026-03-10"]]);
    expect(duty(late, "reply", at.urban)).toMatchObject({ state: "open", overdueSince: "2026-03-10" });
    expect(duty(late, "urge")).toMatchObject({ owner: at.bureau, state: "met" });
  });

  it("[HZ-6.3.1-1] to 24:00 of the last day it is in time, from 00:00 of the next it is late, once", () => {
    expect(play(say.web, say.taken(), { until: "2026-03-09 23:59" }).breaches).toEqual([]);
    const late = play(say.web, say.untilSigned(at.urban, "2026-03-10"), { until: "2026-04-20 09:00" });
    expect(late.breaches).toEqual([["late", at.urban, "2026-03-10"]]);
    expect(duty(late, "reply", at.urban)).toMatchObject({ state: "awaitingVerdict", overdueSince: "2026-03-10" });
  });

  it("[HZ-6.3.1-1] only the lead owes the feedback", () => {
    const scene = play(say.web, say.sent([at.urban, at.construction]));
    expect(scene.duties.filter((d) => d.rule === "reply").map((d) => d.owner)).toEqual([at.urban]);
  });

  it("[HZ-6.3.1-1] over the Spring Festival of 2026 and the make-up days around it", () => {
    const before = { at: "2026-02-13 09:00", channel: "web" } as const;
    const day = (step: Step): Step => ({ ...step, at: `2026-02-13 ${step.at.slice(11)}` });
    const scene = play(before, say.sent().map(day));
    expect(duty(scene, "reply", at.urban)).toMatchObject({ target: "2026-02-25", due: "2026-02-27" });
  });

  it("[HZ-6.3.1-1] from any day of 2024 to 2026: the due day is worked, and five worked days lie after the receipt", () => {
    const day = fc.integer({ min: 0, max: 1060 }).map((n) => addDays(plainDate("2024-01-01"), n));
    fc.assert(
      fc.property(day, (on) => {
        const filing = { at: `${on} 09:00`, channel: "web" } as const;
        const scene = play(
          filing,
          say.sent().map((step) => ({ ...step, at: `${on} ${step.at.slice(11)}` })),
        );
        const { due, target } = duty(scene, "reply", at.urban);
        expect(workingDaysAfter(calendar, on, due as PlainDate)).toBe(5);
        expect(workingDaysAfter(calendar, on, target as PlainDate)).toBe(3);
        for (const last of [due, target]) {
          const kind = dayKind(calendar, last as PlainDate);
          expect(isGap(kind) || !isWorked(kind)).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("[HZ-6.3.1-1] without the calendar of the year nothing is sent, for no date could be promised", () => {
    const later = { at: "2031-03-03 09:00", channel: "web" } as const;
    const steps = say.sent().map((step) => ({ ...step, at: `2031-03-03 ${step.at.slice(11)}` }));
    expect(stop(later, steps)).toMatchObject({ code: "term.calendarMissing", clause: "HZ-6.3.1-1" });
  });
});

describe("6.3.1: more time", () => {
  const asked = [...say.taken(), say.askMore("2026-03-06 09:00")];
  const granted = [...asked, say.grantMore("2026-03-06 10:00")];

  it("[HZ-6.3.1-2] thirty calendar days on from the last day: 03-09 becomes 04-08, and the petitioner has the reason", () => {
    const scene = play(say.web, granted);
    expect(duty(scene, "reply", at.urban)).toMatchObject({ due: "2026-04-08", extendedFrom: "2026-03-09" });
    expect(duty(scene, "tell-extension", at.urban).state).toBe("met");
    const notice = pack.notices.find((n) => n.id === "extension");
    expect(notice?.template).toContain("{extensionReason}");
    expect(notice).toMatchObject({ switchable: false, on: "done.grantExtension" });
  });

  it.each([
    ["1", "2026-03-10"],
    ["5", "2026-03-14"],
    ["30", "2026-04-08"],
  ])("[HZ-6.3.1-2] %s days: %s, rest day or not", (days, due) => {
    const steps = [...say.taken(), say.askMore("2026-03-06 09:00", at.urban, days)];
    const scene = play(say.web, [...steps, say.grantMore("2026-03-06 10:00", at.urban, days)]);
    expect(duty(scene, "reply", at.urban).due).toBe(due);
  });

  it.each([
    ["31", "formality.tooMuch"],
    ["0", "formality.tooLittle"],
    ["x", "formality.fieldWrong"],
  ])("[HZ-6.3.1-2] %s days are neither asked nor granted", (days, code) => {
    expect(stop(say.web, [...say.taken(), say.askMore("2026-03-06 09:00", at.urban, days)])).toMatchObject({
      code,
      clause: "HZ-6.3.1-2",
    });
    expect(stop(say.web, [...asked, say.grantMore("2026-03-06 10:00", at.urban, days)])).toMatchObject({ code });
  });

  it("[HZ-6.3.1-2] approved and not told, it has no effect: the old day stands, and the telling is owed", () => {
    const scene = play(say.sms, granted);
    expect(duty(scene, "reply", at.urban)).toMatchObject({ due: "2026-03-09", extendedFrom: null });
    expect(duty(scene, "tell-extension", at.urban)).toMatchObject({ state: "open", due: null });
    const tells: Step = {
      at: "2026-03-06 15:00",
      who: holder(at.urban, "clerk"),
      act: "recordDelivery",
      input: { notice: "extension", legId: "l1", channel: "sms", result: "已发送" },
    };
    expect(duty(play(say.sms, [...granted, tells]), "reply", at.urban).due).toBe("2026-04-08");
  });

  it("[HZ-6.3.1-2] the head of the organ approves: not the leader in charge, not the clerk, not the bureau", () => {
    const grant = say.grantMore("2026-03-06 10:00");
    for (const who of [holder(at.urban, "leaderInCharge"), holder(at.urban, "clerk"), say.head, say.dispatcher]) {
      expect(stop(say.web, [...asked, { ...grant, who }])).toMatchObject({
        code: "act.notYourPost",
        clause: "HZ-6.3.1-2",
      });
    }
  });

  it("[HZ-6.3.1-2] once in all; not without being asked for; not without a reason; not after the last day", () => {
    expect(stop(say.web, [...granted, say.askMore("2026-03-07 09:00")])).toMatchObject({
      code: "formality.alreadyDone",
      clause: "HZ-6.3.1-2",
    });
    expect(stop(say.web, [...granted, say.grantMore("2026-03-07 09:00")])).toMatchObject({
      code: "formality.alreadyDone",
    });
    expect(stop(say.web, [...say.taken(), say.grantMore("2026-03-06 10:00")])).toMatchObject({
      code: "formality.notDone",
    });
    const mute = say.doesOn(
      "2026-03-06 10:00",
      at.urban,
      "grantExtension",
      { extensionDays: "30" },
      holder(at.urban, "principalLeader"),
    );
    expect(stop(say.web, [...asked, mute])).toMatchObject({ code: "formality.fieldMissing" });
    expect(stop(say.web, [...asked, say.grantMore("2026-03-10 09:00")])).toMatchObject({ code: "term.alreadyOver" });
    expect(play(say.web, [...asked, say.grantMore("2026-03-09 23:59")]).breaches).toEqual([]);
  });

  it("[HZ-6.3.1-2] refused, the day stands; it may be asked again, and then granted", () => {
    const refuse = say.doesOn(
      "2026-03-06 10:00",
      at.urban,
      "refuseExtension",
      { extensionRefused: "可以先行修复" },
      holder(at.urban, "principalLeader"),
    );
    expect(duty(play(say.web, [...asked, refuse]), "reply", at.urban).due).toBe("2026-03-09");
    expect(stop(say.web, [...asked, refuse, say.grantMore("2026-03-06 11:00")])).toMatchObject({
      code: "formality.notDone",
    });
    const again = [...asked, refuse, say.askMore("2026-03-07 09:00"), say.grantMore("2026-03-08 09:00")];
    expect(duty(play(say.web, again), "reply", at.urban).due).toBe("2026-04-08");
  });

  it("[HZ-6.3.1-2] whoever asked does not grant, also where one person holds both posts", () => {
    const both = holder(at.urban, "clerk");
    const { office } = play(say.web, []);
    const principal = (office.holdings.get(at.urban) ?? []).find((h) => h.post === "principalLeader");
    if (!principal) throw new Error("nobody heads the unit");
    const holdings = new Map(office.holdings);
    holdings.set(at.urban, [...(office.holdings.get(at.urban) ?? []), { ...principal, personId: both }]);
    const grant = { ...say.grantMore("2026-03-06 10:00"), who: both };
    expect(stop(say.web, [...asked, grant], { office: { ...office, holdings } })).toMatchObject({
      code: "formality.samePerson",
    });
  });
});

describe("6.3.1, second paragraph: another directive sets the term", () => {
  const set = { "reply-governor": { n: 10, unit: "workingDay" } } as const;
  const governor = say.sent([at.urban], { source: "governorMailbox" });

  it("[HZ-6.3.1-3] while nothing is set there is no last day, no lateness, no urging, and no ordinary term instead", () => {
    for (const [source, rule] of [
      ["governorMailbox", "reply-governor"],
      ["peopleDailyMessage", "reply-people-daily"],
    ] as const) {
      const scene = play(say.web, say.sent([at.urban], { source }), { until: "2026-06-01 09:00" });
      expect(duty(scene, rule, at.urban)).toMatchObject({ due: null, state: "open" });
      expect(scene.duties.filter((d) => d.rule === "reply")).toEqual([]);
      expect(scene.breaches).toEqual([]);
      const urging = [...say.sent([at.urban], { source }), say.urge("2026-06-01 09:00")];
      expect(stop(say.web, urging)).toMatchObject({ code: "term.notOverdue" });
    }
  });

  it("[HZ-6.3.1-3] the region sets ten working days for the governor's mailbox: 03-16, for that source alone", () => {
    const region = stage(withRegionTerms(pack, set), nationalYears);
    expect(duty(region.play(say.web, governor), "reply-governor", at.urban).due).toBe("2026-03-16");
    expect(region.play(say.web, governor, { until: "2026-03-17 00:00" }).breaches).toEqual([
      ["late", at.urban, "2026-03-17"],
    ]);
    const daily = say.sent([at.urban], { source: "peopleDailyMessage" });
    expect(duty(region.play(say.web, daily), "reply-people-daily", at.urban).due).toBeNull();
    expect(duty(region.play(say.web, say.sent()), "reply", at.urban).due).toBe("2026-03-09");
  });

  it("[HZ-6.3.1-3] these two and no others can be set; the directive is cited where the term is missing", () => {
    const byDirective = settableDuties(pack).filter((rule) => rule !== "rating-open");
    expect(byDirective).toEqual(["reply-governor", "reply-people-daily"]);
    for (const rule of byDirective) {
      expect(pack.duties.find((d) => d.id === rule)?.words).toContain("浙委办传〔2011〕101号");
    }
  });

  it("[HZ-6.3.1-3] the ordinary paragraph's extension does not reach them", () => {
    const steps = [...say.taken(at.urban, { source: "governorMailbox" }), say.askMore("2026-03-06 09:00")];
    expect(stop(say.web, steps)).toMatchObject({ code: "term.alreadyOver" });
  });
});
