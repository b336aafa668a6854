import { inflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Paper } from "../../../domain/papers/paper.ts";
import { plainDate } from "../../../domain/calendar/plain-date.ts";
import { paperDocx } from "./docx.ts";
import { paperPdf } from "./pdf.ts";
import { printWords } from "./words.ts";
import { withoutTimes } from "./zip-times.ts";

const official: Paper = {
  layout: "official",
  organ: "示例市信访局",
  number: "示信督〔2026〕12号",
  signer: null,
  title: "关于路灯长期不亮的督办意见",
  addressee: "示例市城市管理局：",
  blocks: [
    { is: "heading", text: "一、基本情况" },
    { is: "paragraph", text: "路灯自2月26日起不亮，𬭎先生三次反映。<未修复> & “待查”。" },
    { is: "grid", rows: [{ band: "要求" }, { cells: [{ label: "完成时限", text: "2026年3月20日" }] }] },
    { is: "table", header: ["编号", "结果"], widths: [2, 1], rows: [["XX-1", "办结"]] },
  ],
  date: plainDate("2026-03-18"),
  dated: "2026年3月18日",
  copies: "抄送：温若谷。",
  note: "所附样式没有公布。",
};
const layouts = ["official", "notice", "table"] as const;
const many = (n: number): Paper => ({
  ...official,
  blocks: Array.from({ length: n }, () => ({ is: "paragraph", text: "经查，路灯已经修复。".repeat(12) }) as const),
});

/** The contents of a part of a zip archive. */
function partOf(zip: Buffer, name: string): string {
  let place = zip.readUInt32LE(zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06])) + 16);
  while (zip.readUInt32LE(place) === 0x02014b50) {
    const [size, named] = [zip.readUInt32LE(place + 20), zip.readUInt16LE(place + 28)];
    const local = zip.readUInt32LE(place + 42);
    if (zip.toString("utf8", place + 46, place + 46 + named) === name) {
      const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      return inflateRawSync(zip.subarray(start, start + size)).toString("utf8");
    }
    place += 46 + named + zip.readUInt16LE(place + 30) + zip.readUInt16LE(place + 32);
  }
  throw new Error(`no ${name} in the archive`);
}

describe("a paper as PDF", () => {
  it.each(layouts)("%s: the same paper gives the same bytes, with nothing from the clock", async (layout) => {
    const [one, two] = [await paperPdf({ ...official, layout }), await paperPdf({ ...official, layout })];
    expect(one.equals(two)).toBe(true);
    expect(one.toString("latin1", 0, 8)).toBe("%PDF-1.7");
    expect(one.toString("latin1")).toContain("(D:20260318000000Z)");
  });

  it("stands on A4, with its fonts inside, and grows by pages of 22 lines", async () => {
    const short = (await paperPdf(many(1))).toString("latin1");
    expect(short).toMatch(/\/MediaBox \[0 0 595\.28 841\.89\]/);
    expect(short).toMatch(/\/FontFile2/);
    const pages = async (n: number) => Number(/\/Count (\d+)/.exec((await paperPdf(many(n))).toString("latin1"))?.[1]);
    expect(await pages(0)).toBe(1);
    expect(await pages(8)).toBe(3);
  });

  it("another word is another file", async () => {
    expect((await paperPdf({ ...official, number: "示信督〔2026〕13号" })).equals(await paperPdf(official))).toBe(
      false,
    );
  });
});

describe("a paper for a word processor", () => {
  it.each(layouts)("%s: the same paper gives the same bytes", async (layout) => {
    expect((await paperDocx({ ...official, layout })).equals(await paperDocx({ ...official, layout }))).toBe(true);
  });

  it("names the fonts of the standard and what may stand in for them, and holds every word", async () => {
    const file = await paperDocx(official);
    const text = partOf(file, "word/document.xml");
    for (const { name, instead } of Object.values(printWords.fonts)) {
      expect(partOf(file, "word/fontTable.xml")).toContain(
        `<w:font w:name="${name}"><w:altName w:val="${instead.join(",")}"/>`,
      );
    }
    expect(text).toContain(printWords.fonts.body.name);
    const said = text.replace(/<[^>]+>/g, "");
    for (const words of [official.organ, official.number, official.title, official.addressee, official.copies]) {
      expect(said).toContain(words);
    }
    expect(said).toContain("𬭎先生三次反映。&lt;未修复&gt; &amp; “待查”。");
    expect(partOf(file, "docProps/core.xml")).toContain("2026-03-18T00:00:00Z");
  });

  it("is set as the standard asks: A4, margins of 37, 28, 26 and 35 mm, 22 lines", async () => {
    const text = partOf(await paperDocx(official), "word/document.xml");
    expect(text).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(text).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
    expect(text).toMatch(/<w:docGrid w:type="lines" w:linePitch="580"/);
  });
});

describe("times in an archive", () => {
  it("are taken out, and what is no archive is not touched", () => {
    expect(() => withoutTimes(Buffer.from("no archive at all"))).toThrow("not a zip archive");
  });
});
