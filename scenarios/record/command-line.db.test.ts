import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signDays } from "../../server/actions/oversight/sign-days.ts";
import { workbook } from "../../server/gateways/sheets/workbook.ts";
import { type FreshHouse, freshHouse } from "../fresh-house.ts";
import { asOwner, emptyDatabase } from "./empty-database.ts";
import { expectRebuilt } from "./rebuilt.ts";
import { run } from "./terminal.ts";

interface ImportReport {
  readonly total: number;
  readonly imported: number;
  readonly history: number;
  readonly known: number;
  readonly bad: readonly { readonly line: number; readonly reason: string }[];
}

let folder: string;
let house: FreshHouse;
let env: Record<string, string>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "huiyin-files-"));
  house = await freshHouse();
  // The day on which the city was founded is over long before the commands run: the hourly job has signed it.
  house.at("2026-03-03 01:00");
  await signDays(house, house.region);
  env = { DATABASE_URL: house.url, DATA_DIR: folder, HUIYIN_KEY: "11".repeat(32) };
});
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

function written(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function importFile(path: string, ...options: string[]): Promise<ImportReport> {
  const ended = await run(["import", path, "--json", ...options], env);
  expect(ended.sentence).toBeNull();
  return ended.report();
}

/** What an import has left in the house, table by table. */
async function left(): Promise<unknown> {
  return asOwner(house.url, async (client) => {
    const row = await client.query(
      `select (select count(*) from "case") as cases, (select count(*) from case_event) as events,
        (select count(*) from petitioner) as petitioners, (select count(*) from case_content) as contents,
        (select count(*) from duty) as duties, (select max(last) from running_number) as numbers`,
    );
    return row.rows[0];
  });
}

async function bySource(source: string) {
  return house.db
    .selectFrom("case")
    .innerJoin("case_content", "case_content.case_id", "case.id")
    .select(["case.id", "source_id", "stage", "title", "content", "received_at"])
    .where("source", "=", source)
    .orderBy("source_id")
    .execute();
}

describe("import", () => {
  const answeredRow = {
    id: "a-1",
    title: "路灯不亮",
    time: "2019/2/28 11:25:05",
    body: "东街口的路灯不亮，<br>请修理。",
    reply: "已于当日修好。",
    reply_time: "2019/3/14",
    user: "UU001",
  };
  const lines = [
    JSON.stringify(answeredRow),
    "{这一行断了",
    JSON.stringify({ title: "没有编号", time: "2019-03-01", body: "内容" }),
    JSON.stringify({ id: "a-4", time: "2019-03-01", body: " &nbsp; " }),
    JSON.stringify({ id: "a-5", time: "去年春天", body: "内容" }),
    JSON.stringify({ id: "a-6", time: "2019-03-01", body: "内容", reply: "有答复没时间" }),
    JSON.stringify({ id: "a-7", time: "2019-03-02", body: "内容", reply: "早了一天", reply_time: "2019-03-01" }),
    "",
    JSON.stringify({ id: "a-9", time: "2026-02-27 16:00:00", body: "小区停水两天，请尽快恢复。" }),
    JSON.stringify({ ...answeredRow, body: "同一个编号又来一次，内容不同。" }),
    JSON.stringify({ id: "a-11", time: "2001-05-01", body: "那时还没有规定。" }),
  ];

  it("takes the good rows of a jsonl file, and names every bad one by its line and reason", async () => {
    const path = written("old.jsonl", `\ufeff${lines.join("\r\n")}\r\n`);
    const { total, imported, history, known, bad } = await importFile(path);
    expect({ total, imported, history, known }).toEqual({ total: 10, imported: 2, history: 1, known: 0 });
    expect(bad).toEqual([
      { line: 2, reason: "读不懂这一行（引号不成对，或不是完整的一行）" },
      { line: 3, reason: "没有编号" },
      { line: 4, reason: "没有内容" },
      { line: 5, reason: "没有时间，或时间看不懂：去年春天" },
      { line: 6, reason: "有答复，没有答复时间" },
      { line: 7, reason: "答复时间 2019-03-01 早于留言时间 2019-03-02" },
      { line: 10, reason: "和第 1 行编号相同，内容不同" },
      { line: 11, reason: "2001-05-01 还没有可以适用的规定" },
    ]);
    const cases = await bySource("old");
    expect(cases).toMatchObject([
      { source_id: "a-1", stage: "answered", title: "路灯不亮", content: "东街口的路灯不亮，\n请修理。" },
      { source_id: "a-9", stage: "registered", title: "小区停水两天，请尽快恢复" },
    ]);
    expect(cases[0]?.received_at).toBe("2019-02-28T03:25:05.000Z");
    for (const { id } of cases) await expectRebuilt(house, id);
    const owed = await house.db.selectFrom("duty").select("case_id").distinct().execute();
    expect(owed.map((row) => row.case_id)).toEqual([cases[1]?.id]);
  });

  it("makes nothing new of a file that comes a second time", async () => {
    const before = await left();
    const again = await importFile(join(folder, "old.jsonl"));
    expect(again).toMatchObject({ total: 10, imported: 0, history: 0, known: 2, knownLines: [1, 9] });
    expect(again.bad.length).toBe(8);
    expect(await left()).toEqual(before);
  });

  it("says so when a number that is here comes with other words, or with another answer", async () => {
    const rows = [
      { ...answeredRow, body: "换了内容。" },
      {
        id: "a-9",
        time: "2026-02-27 16:00:00",
        body: "小区停水两天，请尽快恢复。",
        reply: "已恢复。",
        reply_time: "2026-03-02",
      },
    ];
    const path = written("later.jsonl", rows.map((row) => JSON.stringify(row)).join("\n"));
    const before = await left();
    const { imported, known, bad } = await importFile(path, "--source", "old");
    expect({ imported, known }).toEqual({ imported: 0, known: 0 });
    expect(bad.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/^编号已经移入（FZ-\d{8}-\d{6}），内容不同$/),
      expect.stringMatching(/^编号已经移入（FZ-\d{8}-\d{6}），答复不同$/),
    ]);
    expect(await left()).toEqual(before);
  });

  it("takes a text of nine thousand characters, and the rows around one that is longer", async () => {
    const row = (id: string, body: string) => JSON.stringify({ id, time: "2026-02-27", body });
    const rows = [row("h-1", "路灯不亮。"), row("h-2", "水".repeat(1_000_000)), row("h-3", "井盖松动。".repeat(1_800))];
    const done = await importFile(written("huge.jsonl", rows.join("\n")));
    expect(done).toMatchObject({ imported: 2, bad: [{ line: 2, reason: "“body”有 1000000 个字，最多 40000 个" }] });
    expect((await bySource("huge")).map((one) => one.source_id)).toEqual(["h-1", "h-3"]);
  });

  it("goes on where an interrupted run stopped", async () => {
    const row = (n: number) => JSON.stringify({ id: n, time: "2026-02-27", body: `第${n}件：公园的长椅坏了。` });
    const rows = Array.from({ length: 150 }, (_, n) => row(n + 1));
    const path = written("long.jsonl", `${rows.slice(0, 70).join("\n")}\n${rows[70]?.slice(0, 20)}`);
    expect(await importFile(path)).toMatchObject({ imported: 70, known: 0, bad: [{ line: 71 }] });
    written("long.jsonl", rows.join("\n"));
    expect(await importFile(path)).toMatchObject({ total: 150, imported: 80, known: 70, bad: [] });
    const cases = await bySource("long");
    expect(new Set(cases.map((one) => one.source_id)).size).toBe(150);
  });

  it("reads a table as Chinese office machines save it: GB18030, own column names, lines within a cell", async () => {
    // 「编号,来信时间,内容 / 7,2018年5月2日,“井盖不见了\n请补上” / 8,坏的,内容」 in GB18030
    const gb = [
      "b1e0bac52cc0b4d0c5cab1bce42cc4dac8dd0d0a",
      "372c32303138c4ea35d4c232c8d52c22beaeb8c7b2bbbcfbc1cb0d0ac7ebb2b9c9cf220d0a",
      "382cbbb5b5c42cc4dac8dd0d0a",
    ];
    const path = written("table.csv", Buffer.from(gb.join(""), "hex"));
    const done = await importFile(path, "--map", "id=编号,receivedAt=来信时间,content=内容", "--source", "旧系统");
    expect(done).toMatchObject({ total: 2, imported: 1, bad: [{ line: 4, reason: "没有时间，或时间看不懂：坏的" }] });
    expect(await bySource("旧系统")).toMatchObject([{ source_id: "7", content: "井盖不见了\n请补上" }]);
  });

  it("reads a workbook with serial dates, and names bad rows as the sheet numbers them", async () => {
    const header = ["留言编号", "留言时间", "留言详情", "答复意见", "答复时间"];
    const rows = [
      ["00123", 43524.5, "公交站没有座椅。", "已安装座椅。", 43530],
      ["00124", 43524, null, null, null],
      ["00125", 43524, "公交站没有雨棚。", null, null],
    ];
    const path = written("book.xlsx", await workbook([{ name: "留言", header, rows }]));
    const done = await importFile(path);
    expect(done).toMatchObject({ total: 3, imported: 2, history: 1, bad: [{ line: 3, reason: "没有内容" }] });
    const cases = await bySource("book");
    expect(cases.map(({ source_id, received_at }) => [source_id, received_at])).toEqual([
      ["00123", "2019-02-28T04:00:00.000Z"],
      ["00125", "2019-02-27T16:00:00.000Z"],
    ]);
  });

  it.each([
    ["is not there", "nowhere.jsonl", null, 2],
    ["is of no kind that it can read", "notes.txt", "words", 2],
    ["lacks a column that it needs", "narrow.csv", "编号,标题\n1,路灯\n", 2],
    ["only calls itself a workbook", "false.xlsx", "编号,标题\n1,路灯\n", 2],
  ])("takes nothing from a file that %s, and says so", async (_, name, content, code) => {
    const before = await left();
    const path = content === null ? join(folder, name) : written(name, content);
    const ended = await run(["import", path], env);
    expect(ended.code).toBe(code);
    expect(ended.sentence).not.toBeNull();
    expect(await left()).toEqual(before);
  });
});

describe("audit verify", () => {
  it("ends with 0 while the log is what it was, and with 1 when somebody changed it", async () => {
    const fine = await run(["audit", "verify", "--json"], env);
    expect(fine).toMatchObject({ code: 0 });
    expect(fine.report()).toMatchObject({ region: house.region, faults: [] });
    const [first] = await bySource("old");
    await asOwner(house.url, (client) =>
      client.query(`update case_event set data = data || '{"answer":"没有修。"}' where case_id = $1`, [first?.id]),
    );
    const broken = await run(["audit", "verify", "--json"], env);
    expect(broken).toMatchObject({ code: 1 });
    expect(broken.report()).toMatchObject({ faults: [{ what: "eventChanged", stream: first?.id, seq: 1 }] });
    await asOwner(house.url, (client) =>
      client.query(`update case_event set data = data || '{"answer":"已于当日修好。"}' where case_id = $1`, [
        first?.id,
      ]),
    );
    expect((await run(["audit", "verify"], env)).code).toBe(0);
  });
});

describe("backup and restore", () => {
  it("carry a city into an empty database, and refuse to write over anything", async () => {
    const path = join(folder, "city.backup");
    const saved = await run(["backup", path, "--json"], env);
    expect(saved.code).toBe(0);
    expect((await run(["backup", path], env)).code).toBe(2);
    const elsewhere = { ...env, DATABASE_URL: await emptyDatabase() };
    const restored = await run(["restore", path, "--json"], elsewhere);
    expect(restored.report()).toMatchObject({ rows: (saved.report() as { rows: number }).rows });
    expect((await run(["audit", "verify"], elsewhere)).code).toBe(0);
    const over = await run(["restore", path], elsewhere);
    expect(over).toMatchObject({ code: 1, sentence: "数据库里已经有数据，只能恢复到空数据库" });
  });
});

describe("replay", () => {
  const past = (id: number, time: string, reply_time: string | null) => JSON.stringify({ id, time, reply_time });
  const years = (rows: readonly string[]) => written("past.jsonl", rows.join("\n"));

  it("[FZ-8.2-1] counts ten working days from the day after, over holidays and worked weekends", async () => {
    const path = years([
      // Ten working days after 27 September 2019: 29 September and 12 October were worked, seven days were off.
      past(1, "2019-09-27", "2019-10-16"),
      past(2, "2019-09-27", "2019-10-17"),
      // An ordinary fortnight.
      past(3, "2019-06-10", "2019-06-24"),
      past(4, "2019-06-10", "2019-06-25"),
      // Received on a day off, answered on a day off within the term.
      past(5, "2020-01-25", "2020-02-02"),
      past(6, "2019-06-10", null),
      past(7, "2019-06-10", "2019-06-09"),
    ]);
    const { report } = await run(["replay", path, "--pack", "fuzhou-2007", "--json"]);
    const result = report() as Record<string, unknown>;
    expect(result).toMatchObject({
      pack: "fuzhou-2007",
      total: 5,
      inTime: 3,
      late: 2,
      limit: 10,
      unit: "workingDay",
      rule: "reply",
      clause: "FZ-8.2-1",
      unanswered: 1,
      bad: [{ line: 7 }],
    });
    expect(result["byYear"]).toEqual([
      { year: "2019", total: 4, inTime: 2, late: 2 },
      { year: "2020", total: 1, inTime: 1, late: 0 },
    ]);
    expect(result["distribution"]).toContainEqual({ days: 10, n: 2 });
    expect(result["distribution"]).toContainEqual({ days: 11, n: 2 });
  });

  it("names the line of an answer that runs into a year without a calendar, and leaves it out of the count", async () => {
    const path = years([past(1, "2019-06-10", "2019-06-12"), past(2, "1998-06-10", "1998-06-12")]);
    const { report } = await run(["replay", path, "--pack", "fuzhou-2007", "--json"]);
    expect(report()).toMatchObject({
      total: 1,
      inTime: 1,
      bad: [{ line: 2, reason: "1998 年的工作日历没有，算不出" }],
    });
  });

  it("knows no regulation that is not there", async () => {
    const ended = await run(["replay", years([]), "--pack", "nowhere-1999"]);
    expect(ended).toMatchObject({ code: 2, sentence: expect.stringContaining("nowhere-1999") });
  });
});

describe("due", () => {
  it("gives the last day and what every day on the way was", async () => {
    const { code, report } = await run(["due", "--from", "2019-09-27", "--term", "10wd", "--json"]);
    const result = report() as { due: string; days: { date: string; counted: number | null; why: string }[] };
    expect({ code, due: result.due }).toEqual({ code: 0, due: "2019-10-16" });
    const day = (date: string) => result.days.find((one) => one.date === date);
    expect(day("2019-09-28")).toMatchObject({ counted: null });
    expect(day("2019-09-29")).toMatchObject({ counted: 1, why: expect.stringContaining("国庆节") });
    expect(day("2019-10-01")).toMatchObject({ counted: null, why: expect.stringContaining("国庆节") });
    expect(day("2019-10-12")).toMatchObject({ counted: 7 });
    expect(result.days.at(-1)).toMatchObject({ date: "2019-10-16", counted: 10 });
  });

  it("counts calendar days whatever they are", async () => {
    const { report } = await run(["due", "--from", "2019-09-27", "--term", "30cd", "--json"]);
    expect(report()).toMatchObject({ due: "2019-10-27" });
  });

  it("refuses a year that is not loaded, and never guesses it", async () => {
    const ended = await run(["due", "--from", "2098-12-30", "--term", "10wd"]);
    expect(ended).toMatchObject({ code: 1, out: "", sentence: "2098 年的工作日历没有录入，算不出。" });
  });

  it.each([
    ["2026-02-30", "10wd"],
    ["2026-02-27", "ten days"],
    ["2026-02-27", "10"],
  ])("does not understand %s with %s", async (from, term) => {
    expect(await run(["due", "--from", from, "--term", term])).toMatchObject({ code: 2, out: "" });
  });
});
