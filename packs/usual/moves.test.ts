import { describe, expect, it } from "vitest";
import { calendarAsOf } from "../../domain/calendar/work-calendar.ts";
import { plainDate } from "../../domain/calendar/plain-date.ts";
import type { OrgId, PersonId } from "../../domain/office/org.ts";
import { failures } from "../../domain/proof/example.ts";
import { duty, leg, matter, of, stage } from "../../domain/proof/fixture.ts";
import type { Step } from "../../domain/rules/example.ts";
import type { Pack } from "../../domain/rules/pack.ts";
import { at, holder } from "../fuzhou-2007/example-office.ts";
import * as say from "../fuzhou-2007/stories.ts";
import { nationalYears } from "../holidays/national.gen.ts";
import { packs } from "../index.ts";

const calendar = calendarAsOf(nationalYears, plainDate("2026-11-21"));
const moves = ["recall", "reassign", "change-handler"];

describe.each(packs)("$id: a case moves both ways", (pack) => {
  const steps = pack.formalities.filter((f) => moves.includes(f.id));

  it("has the moves that follow from its power to send, and their examples hold", () => {
    expect(steps.map((f) => f.id)).toEqual(expect.arrayContaining(["reassign", "change-handler"]));
    expect(steps.flatMap((f) => failures(f, pack, calendar))).toEqual([]);
    expect(steps.every((f) => f.reconstructed)).toBe(true);
  });
});

const fuzhou = packs.find((pack) => pack.id === "fuzhou-2007") as Pack;
const { play, stop } = stage(fuzhou, nationalYears);
const sent = [say.classify("2026-03-02 10:00"), say.dispatch("2026-03-02 10:05", at.housing)];
const move = (
  when: string,
  formality: string,
  values: object,
  who: PersonId = say.dispatcher,
  org: OrgId = at.housing,
) => ({ at: when, who, act: "carryOutOnLeg", leg: org, input: { formality, values } }) satisfies Step;
const elsewhere = { reassignTo: at.urban, reassignReason: "属市城管局职责" };

describe("收回 and 改派 under the Fuzhou regulation", () => {
  it("a case that the unit has not opened comes back; it is owed again within one working day", () => {
    const scene = play(say.web, [...sent, move("2026-03-03 09:00", "recall", { recallReason: "转错了" })]);
    expect(leg(scene, at.housing)).toMatchObject({ stage: "recalled", returnRequest: null });
    expect(matter(scene)).toMatchObject({ stage: "unassigned", leadLegId: null });
    expect(duty(scene, "redispatch", at.bureau)).toMatchObject({ state: "open", due: "2026-03-04" });
    expect(duty(scene, "reply", at.housing).state).toBe("cancelled");
    const again = play(say.web, [
      ...sent,
      move("2026-03-03 09:00", "recall", { recallReason: "转错了" }),
      say.dispatch("2026-03-03 09:30", at.urban),
    ]);
    expect(duty(again, "reply", at.urban)).toMatchObject({ state: "open", due: "2026-03-17" });
  });

  it("once opened it is not taken back any more, and never without a reason or by somebody else", () => {
    const opened = [...sent, say.view("2026-03-03 08:00", at.housing)];
    const recall = move("2026-03-03 09:00", "recall", { recallReason: "转错了" });
    expect(stop(say.web, [...opened, recall])).toMatchObject({ code: "act.notAtThisStage" });
    expect(stop(say.web, [...sent, move("2026-03-03 09:00", "recall", {})])).toMatchObject({
      code: "formality.fieldMissing",
    });
    const clerk = holder(at.housing, "clerk");
    expect(stop(say.web, [...sent, move("2026-03-03 09:00", "recall", { recallReason: "x" }, clerk)])).toMatchObject({
      code: "act.notYourPost",
    });
  });

  it("reassigned it goes to the other unit with its own terms, and the first leg stays on record", () => {
    const scene = play(say.web, [
      ...sent,
      say.view("2026-03-03 08:00", at.housing),
      move("2026-03-04 09:00", "reassign", elsewhere),
    ]);
    expect(scene.kase.legs.map((l) => [l.orgId, l.stage])).toEqual([
      [at.housing, "recalled"],
      [at.urban, "dispatched"],
    ]);
    expect(duty(scene, "reply", at.urban)).toMatchObject({ state: "open", due: "2026-03-18" });
    expect(duty(scene, "redispatch", at.bureau).state).toBe("met");
    expect(of(scene.events, "legRecalled")).toMatchObject([{ reason: "属市城管局职责" }]);
  });

  it("what may not be sent to may not be reassigned to either, nor to the unit that has it", () => {
    const to = (org: OrgId) =>
      stop(say.web, [...sent, move("2026-03-04 09:00", "reassign", { ...elsewhere, reassignTo: org })]);
    expect(to(at.gulouUrban)).toMatchObject({ code: "dispatch.throughCountyBureau", clause: "FZ-4-2" });
    expect(to(at.housing)).toMatchObject({ code: "dispatch.sameUnit" });
  });

  it("another handler is named by who signs for the unit, from among its clerks", () => {
    const leader = holder(at.housing, "leaderInCharge");
    const named = (who: PersonId, handler: PersonId) =>
      move("2026-03-04 09:00", "change-handler", { handler, handlerReason: "原经办人调离" }, who);
    const clerk = holder(at.housing, "clerk");
    expect(() => play(say.web, [...sent, named(leader, clerk)])).not.toThrow();
    expect(stop(say.web, [...sent, named(leader, leader)])).toMatchObject({ code: "formality.fieldWrong" });
    expect(stop(say.web, [...sent, named(clerk, clerk)])).toMatchObject({ code: "act.notYourPost" });
  });
});
