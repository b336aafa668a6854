import { describe, expect, it } from "vitest";
import { stage } from "../../domain/proof/fixture.ts";
import type { PersonId } from "../../domain/office/org.ts";
import type { Step } from "../../domain/rules/example.ts";
import type { Pack } from "../../domain/rules/pack.ts";
import { ownMessages } from "../../domain/words/own-messages.ts";
import { fillShort, oneMessage } from "../../domain/words/short-text.ts";
import { at, holder } from "../fuzhou-2007/example-office.ts";
import * as say from "../fuzhou-2007/stories.ts";
import { nationalYears } from "../holidays/national.gen.ts";
import { packs } from "../index.ts";
import * as hz from "../hangzhou-2016/stories.ts";
import { at as hzAt } from "../hangzhou-2016/example-office.ts";

const packOf = (id: string) => packs.find((pack) => pack.id === id) as Pack;
const signature = "【示例12345】";
const real: Readonly<Record<string, string>> = {
  tail: "000127",
  site: "12345.example.cn",
  phone: "12345",
  materialBy: "3月20日",
  ratingUntil: "4月16日",
  callFrom: "3月18日",
  callUntil: "3月20日",
  place: "4月10日9:00，市信访局二楼",
};

function sent(pack: string, notice: string, values: Readonly<Record<string, string>> = real): string {
  const found = packOf(pack).notices.find(({ id }) => id === notice);
  const template = found?.alert ?? found?.template ?? "";
  return signature + fillShort(template, (name) => values[name] ?? "", oneMessage - signature.length);
}

describe("the messages of the table, word for word, each one part", () => {
  it.each([
    ["M5", "material-asked", "办理来件000127还需要您补充材料，请在3月20日前提交：12345.example.cn，也可以拨打12345。"],
    ["M12", "rating-asked", "请评价来件000127的办理，4月16日前有效：12345.example.cn。不评价不影响您的权利。"],
    ["M13", "call-back-announced", "我们将在3月18日至3月20日用12345打给您，回访来件000127。"],
    ["M17", "hearing", "000127听证会：4月10日9:00，市信访局二楼。请带身份证。不能到会请拨打12345。"],
  ])("%s %s", (_id, notice, words) => {
    const pack = { "call-back-announced": "hangzhou-2016", "rating-asked": "fuzhou-2007" }[notice] ?? "national-2022";
    const text = sent(pack, notice);
    expect(text).toBe(signature + words);
    expect([...text].length).toBeLessThanOrEqual(70);
  });

  it("what is not known falls away: no last day, no end of rating, one day only", () => {
    const { materialBy: _m, ratingUntil: _r, callUntil: _c, ...few } = real;
    expect(sent("fuzhou-2007", "material-asked", few)).toContain("补充材料，请提交：12345.example.cn");
    expect(sent("fuzhou-2007", "rating-asked", few)).toContain("请评价来件000127的办理：12345.example.cn。");
    expect(sent("hangzhou-2016", "call-back-announced", few)).toContain("将在3月18日用12345打给您");
  });

  it("a hearing whose place is long says where to read it instead of being cut", () => {
    const place = "2026年4月10日上午9:00，市人民来访接待中心三楼第二听证室（请从东门进入并出示本通知）";
    const text = sent("national-2022", "hearing", { ...real, place });
    expect(text).toContain("000127听证会的时间和地点：12345.example.cn。请带身份证。");
    expect([...text].length).toBeLessThanOrEqual(70);
  });

  it("a wish to withdraw is confirmed in one part, with a way to act", () => {
    const text = signature + fillShort(ownMessages.withdrawn.text, (name) => real[name] ?? "", 70 - signature.length);
    expect(text).toBe(
      `${signature}已收到您撤回来件000127的请求，由经办单位处理。查进展：12345.example.cn，也可以拨打12345。`,
    );
    expect([...text].length).toBeLessThanOrEqual(70);
  });

  it("who asks for no rating, or makes no call back, has no such message", () => {
    const has = (pack: string, id: string) => packOf(pack).notices.some((notice) => notice.id === id);
    expect(has("yintai-2012", "rating-asked")).toBe(packOf("yintai-2012").settings.ratings.value !== null);
    expect([has("fuzhou-2007", "call-back-announced"), has("yintai-2012", "call-back-announced")]).toEqual([
      false,
      true,
    ]);
    expect(packs.every((pack) => has(pack.id, "material-asked"))).toBe(true);
  });
});

describe("asking the petitioner under the Fuzhou regulation", () => {
  const { play, stop } = stage(packOf("fuzhou-2007"), nationalYears);
  const dispatched = [say.classify("2026-03-02 10:00"), say.dispatch("2026-03-02 10:05", at.housing)];
  const ask = (values: object, who: PersonId = holder(at.housing, "clerk")) =>
    ({
      at: "2026-03-04 09:00",
      who,
      act: "carryOutOnLeg",
      leg: at.housing,
      input: { formality: "ask-material", values },
    }) satisfies Step;
  const wanted = { materialWanted: "购房合同", materialBy: "2026-03-09" };

  it("the unit or whoever sent the case asks; the petitioner is told and the term runs on", () => {
    for (const who of [holder(at.housing, "clerk"), say.dispatcher]) {
      const scene = play(say.web, [...dispatched, say.view("2026-03-03 08:00", at.housing), ask(wanted, who)]);
      expect(scene.notices).toContain("material-asked");
      expect(scene.duties.find((d) => d.rule === "reply")).toMatchObject({ state: "open", due: "2026-03-16" });
    }
  });

  it("not by others, not without saying what, not for a day that is over", () => {
    const viewed = [...dispatched, say.view("2026-03-03 08:00", at.housing)];
    expect(stop(say.web, [...viewed, ask(wanted, holder(at.urban, "clerk"))])?.code).toMatch(/^act\./);
    expect(stop(say.web, [...viewed, ask({})])).toMatchObject({ code: "formality.fieldMissing" });
    expect(stop(say.web, [...viewed, ask({ ...wanted, materialBy: "2026-03-01" })])?.code).toMatch(/^formality\./);
  });

  it("a rating is asked for once the answer is there, by who sends, and no more when it was given", () => {
    const rating = (when: string): Step => ({
      at: when,
      who: say.dispatcher,
      act: "carryOut",
      input: { formality: "ask-rating", values: {} },
    });
    const answered = [...say.untilAudit(at.housing), say.passAudit("2026-03-17 15:00", at.housing)];
    expect(play(say.web, [...answered, rating("2026-03-20 09:00")]).notices).toContain("rating-asked");
    const rated: Step = {
      at: "2026-03-19 09:00",
      who: "petitioner",
      act: "rate",
      input: { grade: "satisfied", comment: null },
    };
    expect(stop(say.web, [...answered, rated, rating("2026-03-20 09:00")])).toMatchObject({
      code: "rating.alreadyGiven",
    });
    expect(stop(say.web, [...dispatched, rating("2026-03-20 09:00")])).toMatchObject({ code: "act.notAtThisStage" });
  });
});

it("a call back in Hangzhou is announced by who makes it, and is not the call itself", () => {
  const { play } = stage(packOf("hangzhou-2016"), nationalYears);
  const announced: Step = {
    at: "2026-03-06 15:00",
    who: hz.auditor,
    act: "carryOutOnLeg",
    leg: hzAt.urban,
    input: { formality: "announce-call-back", values: { callFrom: "2026-03-09", callUntil: "2026-03-10" } },
  };
  const scene = play(hz.sms, [...hz.untilSigned(), announced]);
  expect(scene.notices).toContain("call-back-announced");
  expect(scene.kase.happenings.some(({ moment }) => moment === "done.reviewCallBack")).toBe(false);
});
