import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { written } from "../../../packs/index.ts";
import { nationalYears } from "../../../packs/holidays/national.gen.ts";
import type { PackId } from "../../../domain/rules/pack.ts";
import { documentOf } from "../../../domain/words/pack/document.ts";
import { speak } from "../../words.ts";
import { beginning } from "../beginning.ts";
import { refusedPacks } from "../gate.ts";
import { packSha256 } from "./hash.ts";
import { servedFrom } from "./served.ts";
import { withStories } from "./stories.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "huiyin-packs-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const { words } = speak([], "zh");
const yintai = written.find(({ id }) => id === "yintai-2012");
if (!yintai) throw new Error("no pack");
const other = { ...yintai, id: "elsewhere-2031" as PackId, jurisdiction: "elsewhere" };
const put = (name: string, text: string) => writeFileSync(join(folder, name), text);
const refusal = () => {
  const served = servedFrom(folder);
  return refusedPacks(served.packs, nationalYears, words, served)?.message ?? null;
};

describe("regulations from a folder", () => {
  it("are served beside those of the program, be it JSON, YAML or a folder of parts", () => {
    put("one.json", JSON.stringify(other));
    put("two.yaml", stringify({ ...other, id: "two-2031", jurisdiction: "two" }));
    mkdirSync(join(folder, "three"));
    const { clauses, duties, ...head } = { ...other, id: "three-2031", jurisdiction: "three" };
    put("three/pack.yaml", stringify(head));
    put("three/clauses.yaml", stringify({ clauses }));
    put("three/duties.json", JSON.stringify({ duties }));
    put("notes.txt", "nothing");
    const { packs, faults } = servedFrom(folder);
    expect(faults).toEqual([]);
    expect(packs.map(({ id }) => id)).toEqual([
      ...written.map(({ id }) => id),
      "elsewhere-2031",
      "three-2031",
      "two-2031",
    ]);
    expect(refusal()).toBeNull();
  });

  it("have one number for one text, whatever the spelling of the file", () => {
    put("one.json", JSON.stringify(other));
    const json = servedFrom(folder).packs.at(-1)?.sha256;
    rmSync(join(folder, "one.json"));
    put("one.yaml", stringify(Object.fromEntries(Object.entries(other).toReversed())));
    expect(servedFrom(folder).packs.at(-1)?.sha256).toBe(json);
    expect(packSha256({ ...other, title: "另一个" })).not.toBe(packSha256(other));
  });

  it.each([
    ["broken.yaml", "id: [", "broken.yaml: 1:6"],
    ["list.json", "[]", "list.json: 1:1: 文件里应当是一组键和值"],
    ["twice.yaml", "id: a\nid: b\n", "twice.yaml: 2:1"],
    ["unknown.json", JSON.stringify({ ...other, dutys: [] }), "unknown.json"],
    [
      "stage.json",
      JSON.stringify({ ...other, duties: [{ ...other.duties[0], start: "unit.recieved" }] }),
      "duties.0.start",
    ],
    ["known.json", JSON.stringify({ ...other, id: "fuzhou-2007" }), "编号“fuzhou-2007”已经有了"],
    ["base.json", JSON.stringify({ ...other, standsOn: "nowhere-2000" }), "没有它所依据的规定：nowhere-2000"],
  ])("%s is refused with file, place and reason", (name, text, said) => {
    put(name, text);
    expect(refusal()).toContain(said);
    expect(servedFrom(folder).packs).toHaveLength(written.length);
  });

  it("that the check refuses are refused by the name of their file", () => {
    const duties = other.duties.map((duty) => (duty.limit ? { ...duty, words: "没有写数字。" } : duty));
    put("unsound.json", JSON.stringify({ ...other, duties }));
    expect(refusal()).toContain(`${join(folder, "unsound.json")}: duty`);
  });

  it("name stories that examples tell, in every part, and one that is not told is refused", () => {
    const { clauses: _, duties, ...rest } = other;
    const [first] = duties;
    const example = (steps: readonly string[]) => ({ ...first, example: { filing: "web", steps, then: {} } });
    const step = { at: "2026-03-02 09:30", who: "centre.operator", act: "note", input: { text: "x" } };
    const stories = { twice: ["once", "once"], once: [step], loop: ["loop"] };
    const whole = { ...rest, filings: { web: { at: "2026-03-02 09:00", channel: "web" } }, stories };
    const told = withStories({ ...whole, duties: [example(["twice"])] });
    expect(told.unknown).toEqual([]);
    expect(told.told).toMatchObject({ duties: [{ example: { filing: { channel: "web" }, steps: [step, step] } }] });
    put("lost.json", JSON.stringify({ ...other, stories, filings: whole.filings, duties: [example(["loop"])] }));
    expect(refusal()).toContain("没有叫“loop”的故事");
  });

  it("say what they cannot: a gap stands for its clause, and names one that there is", () => {
    const clause = {
      ...other.clauses[0],
      id: "YT-99",
      force: "must",
      article: "第九十九条",
      title: "x",
      text: "不得交由社区。",
    };
    const gap = { clause: "YT-99", words: "社区不在系统里。" };
    const kept = { ...other, clauses: [...other.clauses, clause], gaps: [gap] };
    put("gap.json", JSON.stringify(kept));
    expect(refusal()).toBeNull();
    const pack = servedFrom(folder).packs.at(-1);
    expect(pack && documentOf(pack)).toContain("- 第九十九条（YT-99）：社区不在系统里。");
    put("gap.json", JSON.stringify({ ...kept, gaps: [gap, { ...gap, clause: "YT-98" }] }));
    expect(refusal()).toContain("YT-98");
  });

  it("that are not there are named", () => {
    expect(servedFrom(join(folder, "gone")).faults).toMatchObject([{ reason: { code: "notFolder" } }]);
  });
});

describe("the beginning of a file", () => {
  it("is every article of the text with its number and its words", () => {
    const text =
      "# 月港市来件办理规定\n\n第一条　为了规范来件办理，制定本规定。\n**第二条** 三个工作日内转办。\n逾期的，通报。\n\n第十二条 本规定自2030年1月1日起施行。\n";
    const begun = beginning("moonharbour-2030", "MH", text);
    expect(begun?.articles).toBe(3);
    expect(begun?.yaml).toContain("title: 月港市来件办理规定");
    expect(begun?.yaml).toContain("- id: MH-12");
    expect(begun?.yaml).toContain("text: 三个工作日内转办。逾期的，通报。");
    expect(beginning("x", "X", "没有条文")).toBeNull();
  });
});
