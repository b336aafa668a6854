import { describe, expect, it } from "vitest";
import { at } from "../../packs/hangzhou-2016/example-office.ts";
import { hangzhou2016 } from "../../packs/hangzhou-2016/index.ts";
import { zhejiang2017 } from "../../packs/zhejiang-2017/index.ts";
import { standing } from "../rules/layers.ts";
import { formalityWords } from "./formality-words.ts";
import { toldPart } from "./told-fields.ts";

const pack = standing(hangzhou2016, [zhejiang2017]);
const formality = (id: string) => {
  const found = pack.formalities.find((one) => one.id === id);
  if (!found) throw new Error(`no formality ${id}`);
  return found;
};

describe("what the petitioner's page tells of a formality", () => {
  it("[HZ-6.3.1-2] only the fields that its notice speaks of, and nothing of a formality without one", () => {
    const told = toldPart(formality("grantExtension"), pack);
    expect(told?.fields.map((field) => field.name)).toEqual(["extensionDays", "extensionReason"]);
    for (const id of ["askExtension", "urge", "recordVisit", "recordOpinion", "reviewCallBack"]) {
      expect(toldPart(formality(id), pack), id).toBeNull();
    }
    const office = { orgs: new Map(pack.exampleOffice.orgs.map((org) => [org.id, org])) };
    const words =
      told &&
      formalityWords(
        told,
        { extensionDays: "30", extensionReason: "更换电缆", x: at.urban },
        { office, people: new Map() },
      );
    expect(words).toBe("（延长的天数：30；延期理由：更换电缆）");
    const whole = { extensionDays: "需要 30 天。", extensionReason: "更换电缆。" };
    expect(told && formalityWords(told, whole, { office, people: new Map() })).toBe(
      "（延长的天数：需要 30 天。延期理由：更换电缆。）",
    );
  });
});
