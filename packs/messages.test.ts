import { describe, expect, it } from "vitest";
import { ownMessages } from "../domain/words/own-messages.ts";
import { fillShort, firstClause, oneMessage, withoutSite } from "../domain/words/short-text.ts";
import { packs } from "./index.ts";

const signature = "【示例12345】";
/** `/c/` and eight signs, for a link that rates. */
const link = 11;

/** The longest values that are to be expected. */
const longest: Readonly<Record<string, string>> = {
  number: "FZ-20260305-000127",
  tail: "000127",
  code: "4827059316",
  site: "12345.example.cn",
  phone: "0591-87654321",
  unit: "市住房和城乡建设局",
  due: "12月31日",
  dueBegun: "12月31日",
  extensionDays: "30",
  documentKind: "《会议纪要》",
  materialWanted: "与单位签的劳动合同",
  materialBy: "12月31日",
  ratingUntil: "12月31日",
  callFrom: "12月28日",
  callUntil: "12月31日",
  place: "12月31日9:00，市信访局二楼",
};

const short = (template: string, room: number) =>
  `${signature}${fillShort(template, (name) => longest[name] ?? `{${name}}`, room - signature.length)}`;

describe.each(packs.map((pack) => [pack.id, pack] as const))("%s", (_, { notices }) => {
  // The answer itself goes back whole to who wrote by SMS, and a clause's own fixed words are never cut (FZ-6-5, FZ-9-3).
  const texts = notices
    .filter(({ feedback }) => !feedback)
    .flatMap(({ id, on, template, alert, again }) => {
      const rates = on === "reply.passed" || on === "reply.submitted";
      return [alert ?? template, again ?? ""].map((text) => ({ id, text, room: oneMessage - (rates ? link : 0) }));
    })
    .filter(({ text }) => text !== "");

  it("every text is one short message, names no person and no matter, and has a way to act", () => {
    for (const { id, text, room } of texts) {
      const sent = short(text, room);
      expect([...sent].length, `${id}: ${sent}`).toBeLessThanOrEqual(room);
      expect(sent, id).not.toMatch(/[⟨⟩]|\{\w+\}/);
      const ways = [longest["site"] ?? "", longest["phone"] ?? ""];
      if (!text.endsWith("内部办理"))
        expect(
          ways.some((way) => sent.includes(way)),
          `${id}: ${sent}`,
        ).toBe(true);
    }
  });

  it("words to be read out hold no web address", () => {
    for (const { template, spoken } of notices) {
      const read = spoken ?? withoutSite(template);
      expect(read).not.toMatch(/\{site\}|http/);
      expect(read.length).toBeGreaterThan(5);
    }
  });
});

it("the product's own messages are one short message each", () => {
  for (const { text } of Object.values(ownMessages)) {
    expect([...short(text, oneMessage)].length, text).toBeLessThanOrEqual(oneMessage);
  }
});

describe("a text of a limited length", () => {
  const template = "来件{tail}有答复了：{site}⟨。也可以拨打{phone}⟩⟨，请话务员念给您听⟩。";
  const value = (name: string) => longest[name] ?? "";

  it("drops the last part first, and only as much as it must", () => {
    expect(fillShort(template, value, null)).toContain("请话务员念给您听。");
    expect(fillShort(template, value, 54)).toBe("来件000127有答复了：12345.example.cn。也可以拨打0591-87654321。");
    expect(fillShort(template, value, 40)).toBe("来件000127有答复了：12345.example.cn。");
  });

  it("leaves out a part that has nothing to say", () => {
    expect(fillShort("来件已转某局⟨，最晚{due}答复⟩。", () => "", null)).toBe("来件已转某局。");
  });

  it("a subject is the first clause", () => {
    expect(firstClause("来件000127未予受理。原因：…")).toBe("来件000127未予受理");
  });
});
