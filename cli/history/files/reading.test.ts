import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { afterAll, expect, it } from "vitest";
import { instant } from "../../../domain/calendar/plain-date.ts";
import { workbook } from "../../../server/gateways/sheets/workbook.ts";
import { Exit } from "../../exit.ts";
import { speak } from "../../words.ts";
import { type BadRow, type Entry, entryReader } from "../entry.ts";
import { isBad, openHistory, type HistoryOptions } from "../open.ts";
import { fill } from "../../../domain/words/fill.ts";

const { words } = speak(["node", "huiyin"], "zh");
const folder = mkdtempSync(join(tmpdir(), "huiyin-reading-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const needed = [["id"], ["content", "title"], ["receivedAt"]] as const;
const now = instant("2026-11-28T04:00:00Z");

/** What a file gives: its entries, and the sentences about its bad rows. */
async function read(name: string, content: string | Buffer, options: HistoryOptions = {}) {
  const path = join(folder, name);
  writeFileSync(path, content);
  const file = await openHistory<Entry>(path, options, { needed, read: entryReader(now) }, words);
  const good: Entry[] = [];
  const bad: BadRow[] = [];
  for await (const entry of file.entries) {
    if (isBad(entry)) bad.push(entry);
    else good.push(entry);
  }
  return {
    good: good.map(({ id, content: text, received }) => [id, text, received.at]),
    bad: bad.map(({ line, reason, facts }) => `${line} ${fill(words.rows[reason], facts)}`),
    entries: good,
  };
}

async function refusal(name: string, content: string | Buffer, options: HistoryOptions = {}): Promise<string> {
  const error: unknown = await read(name, content, options).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(Exit);
  expect((error as Exit).code).toBe(2);
  return (error as Exit).message;
}

/** 「编号,内容,时间 / 1,路灯不亮请修理,2026-11-02」 in GB18030 with a separator of choice. */
function gb(separator: string): Buffer {
  const hex = (text: string) => Buffer.from(text, "hex");
  const between = Buffer.from(separator);
  const header = [hex("b1e0bac5"), between, hex("c4dac8dd"), between, hex("cab1bce4"), Buffer.from("\r\n")];
  const row = [Buffer.from("1"), between, hex("c2b7b5c6b2bbc1c1c7ebd0deC0ed"), between, Buffer.from("2026-11-02\r\n")];
  return Buffer.concat([...header, ...row]);
}

const table = "编号,内容,时间\n1,路灯不亮请修理,2026-11-02\n";
const expected = [["1", "路灯不亮请修理", "2026-11-01T16:00:00.000Z"]];

it.each([
  ["UTF-8", "u.csv", Buffer.from(table)],
  ["UTF-8 with its mark", "b.csv", Buffer.from(`\ufeff${table}`)],
  ["UTF-16 with its mark", "l.csv", Buffer.from(`\ufeff${table}`, "utf16le")],
  ["UTF-16 of the other order", "r.csv", Buffer.from(`\ufeff${table}`, "utf16le").swap16()],
  ["UTF-16 without a mark", "n.csv", Buffer.from(table, "utf16le")],
  ["GB18030", "g.csv", gb(",")],
  ["GB18030 with tabs", "t.csv", gb("\t")],
  ["line ends of old Macs", "m.csv", Buffer.from(table.replaceAll("\n", "\r"))],
  ["semicolons", "s.csv", Buffer.from(table.replaceAll(",", ";"))],
  ["upright lines", "p.csv", Buffer.from(table.replaceAll(",", "|"))],
  ["full-width commas", "f.csv", Buffer.from(table.replaceAll(",", "，"))],
  ["full-width semicolons", "w.csv", Buffer.from(table.replaceAll(",", "；"))],
  ["tabs in a tsv", "x.tsv", Buffer.from(table.replaceAll(",", "\t"))],
  ["a line that says its separator", "q.csv", Buffer.from(`sep=;\n${table.replaceAll(",", ";")}`)],
  [
    "columns with nothing in them behind",
    "e.csv",
    Buffer.from("编号,内容,时间,,\n1,路灯不亮请修理,2026-11-02,,\n,,,,\n"),
  ],
  ["a title, an empty line and a unit above", "a.csv", Buffer.from(`某市工单明细表,,\n\n单位：某局,,\n${table}`)],
])("reads a table in %s", async (_, name, content) => {
  const { good, bad } = await read(name, content);
  expect({ good, bad }).toEqual({ good: expected, bad: [] });
});

it("reads JSON lines in GB18030, and never takes in rubbish", async () => {
  const head = Buffer.from('{"id":"G-1","receivedAt":"2026-11-02","content":"');
  const line = Buffer.concat([head, Buffer.from("c2b7b5c6b2bbc1c1c7ebd0dec0ed", "hex"), Buffer.from('"}\n')]);
  expect((await read("g.jsonl", line)).good).toEqual([["G-1", "路灯不亮请修理", "2026-11-01T16:00:00.000Z"]]);
  // A text in Big5: the characters that it would give as GB18030 are hardly ever written.
  const big5 = Buffer.concat([
    head,
    Buffer.from("b8f4bf4fa4a3ab47bdd0add7b27aa4e8a6aca8ecb6c0", "hex"),
    Buffer.from('"}\n'),
  ]);
  expect(await refusal("big5.jsonl", big5)).toContain("看不出文件的编码");
});

it("names a row with damaged characters instead of storing them", async () => {
  const good = '{"id":"1","receivedAt":"2026-11-02","content":"路灯不亮请修理"}\n';
  const cut = Buffer.concat([
    Buffer.from('{"id":"2","receivedAt":"2026-11-02","content":"路灯'),
    Buffer.from([0xe4, 0xb8]),
    Buffer.from('"}\n'),
  ]);
  const found = await read("cut.jsonl", Buffer.concat([Buffer.from(good), cut, Buffer.from(good.replace("1", "3"))]));
  expect(found.good.map(([id]) => id)).toEqual(["1", "3"]);
  expect(found.bad).toEqual(["2 “content”里有认不出的字（�），请从原系统重新导出"]);
});

it("lists a row with a stray quotation mark as bad and goes on with the next line", async () => {
  const rows = [
    "编号,内容,时间",
    "1,第一件路灯不亮,2026-11-02",
    '2,说好"八点"来水，没有来,2026-11-03',
    '3,"第三件\n路灯不亮",2026-11-02',
    '4,"没有收尾的引号,2026-11-03',
    "5,第五件路灯不亮,2026-11-02",
    '6,"第六件，说“""好""了”",2026-11-02',
  ];
  const found = await read("poison.csv", rows.join("\n"));
  expect(found.good.map(([id]) => id)).toEqual(["1", "3", "5", "6"]);
  expect(found.good[3]?.[1]).toBe('第六件，说“"好"了”');
  expect(found.bad.map((text) => text.split(" ")[0])).toEqual(["3", "6"]);
});

it("never cuts words: a row that is longer than the header, or goes on without marks, is a bad one", async () => {
  const rows = [
    "编号,时间,内容",
    "1,2026-11-02,门口的路灯不亮,已经三天了,老人看不清路",
    "2,2026-11-02,门口的路灯",
    "不亮了",
    "3,2026-11-02,路灯不亮。",
    "合计：3 件",
  ];
  const found = await read("wide.csv", rows.join("\n"));
  expect(found.good.map(([id]) => id)).toEqual(["3"]);
  expect(found.bad).toEqual([
    "2 比表头多 2 列：内容里有分隔符，请给内容加上引号",
    "3 内容可能被换行截断，接着看第 4 行：请给内容加上引号",
    "4 比表头少 2 列",
    "6 比表头少 2 列",
  ]);
});

it("keeps numbers exact, or says that they are not", async () => {
  const lines =
    '{"id":20261102000012345,"receivedAt":"2026-11-02","content":"甲"}\n{"id":20261102000012346,"receivedAt":"2026-11-02","content":"乙"}';
  expect((await read("long.jsonl", lines)).good.map(([id]) => id)).toEqual(["20261102000012345", "20261102000012346"]);
  const book = await workbook([
    {
      name: "件",
      header: ["编号", "内容", "时间"],
      rows: [
        [20261102000012344, "甲", 46328],
        ["00123", "乙", 46328],
      ],
    },
  ]);
  const found = await read("long.xlsx", book);
  expect(found.good.map(([id]) => id)).toEqual(["00123"]);
  expect(found.bad[0]).toMatch(/^2 “编号”是数字，位数太多/);
});

it("a number that a spreadsheet has rounded before it wrote the text is a bad row; marks without width are no part of a number", async () => {
  const found = await read(
    "rounded.csv",
    "编号,内容,时间\n2.02611E+16,路灯不亮,2026-11-02\n7\u200b,\u200b井盖松动\ufeff,2026-11-02\n",
  );
  expect(found.bad[0]).toMatch(/^2 “编号”是数字，位数太多/);
  expect(found.good.map(([id, text]) => [id, text])).toEqual([["7", "井盖松动"]]);
});

it("takes what spreadsheets write where there is nothing as nothing", async () => {
  const rows = [
    "编号,内容,时间,姓名,电话",
    "1,#N/A,2026-11-02,,",
    "#REF!,路灯不亮,2026-11-02,,",
    "3,路灯不亮,2026-11-02,null,NULL",
  ];
  const found = await read("nothing.csv", rows.join("\n"));
  expect(found.bad).toEqual(["2 没有内容", "3 没有编号"]);
  expect(found.entries[0]).toMatchObject({ id: "3", name: "", phone: null });
});

it("reads words out of a web page", async () => {
  const content = "<p>网页里的<b>路灯</b>不亮</p><p>A&lt;B&nbsp;&amp;&#12290;</p>";
  const found = await read("web.jsonl", JSON.stringify({ id: 1, receivedAt: "2026-11-02", content }));
  expect(found.good[0]?.[1]).toBe("网页里的路灯不亮\nA<B &。");
});

it("names a row from the future, and one whose key is missing, and takes the others", async () => {
  const row = (more: object) =>
    JSON.stringify({ content: "路灯不亮请修理。", receivedAt: "2026-11-02 09:10", ...more });
  const found = await read(
    "keys.jsonl",
    [row({}), row({ id: 2 }), row({ id: 3, receivedAt: "2062-11-02 09:10" })].join("\n"),
  );
  expect(found.good.map(([id]) => id)).toEqual(["2"]);
  expect(found.bad).toEqual(["1 没有编号", "3 2062-11-02 还没有到"]);
});

const sheets = async () => {
  const rows = [
    ["某市工单明细表", null, null, null, null],
    ["编号", "来件", null, "诉求人", null],
    [null, "反映时间", "反映内容", "姓名", "手机"],
    ["1", "2026-11-02", "路灯不亮", "林某", "13900001111"],
  ];
  const [header = [], ...rest] = rows;
  return workbook([{ name: "工单", header: header.map((cell) => cell ?? ""), rows: rest }]);
};

it("finds a header of two rows under a title", async () => {
  const found = await read("two.xlsx", await sheets());
  expect(found.entries).toMatchObject([{ id: "1", content: "路灯不亮", name: "林某", phone: "13900001111" }]);
});

it.each([
  ["a sheet that is not there", "s.xlsx", sheets, { sheet: "不存在" }, "没有“不存在”这张工作表。有：工单"],
  ["a text that calls itself a workbook", "t.xlsx", async () => Buffer.from(table), {}, "这个 xlsx 打不开"],
  ["an empty file", "none.csv", async () => Buffer.alloc(0), {}, "文件是空的"],
  [
    "a column that was named wrongly",
    "m.csv",
    async () => Buffer.from("单号,手机,反映时间,反映内容\n1,139,2026-11-02,路灯"),
    { map: "phone=手机号码1" },
    "文件里没有“手机号码1”这一列。文件里有：单号、手机、反映时间、反映内容",
  ],
  [
    "two columns of one name",
    "d.csv",
    async () => Buffer.from("编号,内容,时间,内容\n1,甲,2026-11-02,乙"),
    {},
    "表头里有不止一个“内容”",
  ],
  [
    "no column of the time",
    "c.csv",
    async () => Buffer.from("编号,内容\n1,路灯"),
    {},
    "找不到“receivedAt”在哪一列。文件里有：编号、内容",
  ],
])("refuses %s with one sentence", async (_, name, content, options, sentence) => {
  expect(await refusal(name, await content(), options)).toContain(sentence);
});

it("refuses a folder", async () => {
  const opened = openHistory<Entry>(folder, {}, { needed, read: entryReader(now) }, words);
  await expect(opened).rejects.toThrow(/文件夹/);
});

it("takes nothing from a file of only a header, and has no fault to find", async () => {
  expect(await read("only.csv", "编号,内容,时间\n")).toMatchObject({ good: [], bad: [] });
});

it("a line beyond measure is refused with a sentence, and lines are the same wherever the pieces end", async () => {
  const row = (id: string, text: string) => `${JSON.stringify({ id, content: text, receivedAt: "2026-11-02" })}\n`;
  // A file is read in pieces of 64 kB: the first line ends before, in and after the end of one.
  const head = "编号,内容,时间,备注";
  const before = Buffer.byteLength(`${head}\n1,路灯不亮请修理,2026-11-02,`);
  for (const end of ["\r\n", "\r", "\n"]) {
    for (let over = -3; over <= 3; over += 1) {
      const note = "x".repeat(65_536 - before + over);
      const lines = [head, `1,路灯不亮请修理,2026-11-02,${note}`, "2,井盖松动请修理,2026-11-02,", ""];
      expect([end, over, (await read("ends.csv", lines.join(end))).good.length]).toEqual([end, over, 2]);
    }
  }
  const endless = row("1", "路灯不亮请修理") + row("2", "灯".repeat(5_000_000));
  expect(await refusal("endless.jsonl", endless)).toContain("第 2 行超过 400 万字，读不了");
});

it("a workbook that is small and unpacks to gigabytes is refused before anything of it is read", async () => {
  const rows = [
    ["编号", "内容", "时间"],
    ["1", "路灯不亮请修理", "2026-11-02"],
  ] as const;
  const fine = await workbook([{ name: "a", header: rows[0], rows: [rows[1]] }]);
  expect((await read("fine.xlsx", fine)).good).toHaveLength(1);
  for (const [name, size] of [
    ["bomb.xlsx", null],
    ["liar.xlsx", 1000],
  ] as const) {
    expect(await refusal(name, bomb(size))).toContain("这个表格解开后超过 256 MB，读不了");
  }
});

/** A zip with one part of 300 MB of blanks; its directory says so, or that it has `said` bytes. */
function bomb(said: number | null): Buffer {
  const size = 300 * 1024 * 1024;
  const packed = deflateRawSync(Buffer.alloc(size, 0x20));
  const name = Buffer.from("xl/sharedStrings.xml");
  const local = Buffer.alloc(30);
  local.write("PK\u0003\u0004", "latin1");
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.write("PK\u0001\u0002", "latin1");
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(said ?? size, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", "latin1");
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([local, name, packed, entry, name, end]);
}
