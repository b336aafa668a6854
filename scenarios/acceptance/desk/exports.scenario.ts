import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Entry, entryReader } from "../../../cli/history/entry.ts";
import { isBad, openHistory } from "../../../cli/history/open.ts";
import { speak } from "../../../cli/words.ts";
import { instant } from "../../../domain/calendar/plain-date.ts";
import { importCase } from "../../../server/actions/cases/import-case.ts";
import { type City, citizen, openCity } from "../../city.ts";
import { at, file, pass, reply, send } from "../../steps.ts";

let city: City;
let folder: string;
let caseId: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "huiyin-exports-"));
  city = await openCity();
  city.at("2026-03-02 09:00");
  const petitioner = { ...citizen, name: "林晓峰", phone: "13900005678" };
  const filed = await file(city, {
    title: "-5度没暖气",
    content: "我是林晓峰，电话13900005678，家里没有暖气。",
    petitioner,
  });
  caseId = filed.id;
  await send(city, caseId, "urban");
  await pass(city, caseId, await reply(city, caseId, "urban", "已恢复供暖，感谢林晓峰来信。"));
  await send(city, (await file(city, { content: "东街口路灯不亮，请修理。", petitioner })).id, "urban");
  city.at("2026-03-17 10:00");
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await city.close();
});

async function taken(path: string, login = "bureau.dispatcher") {
  const answer = await fetch(`${city.url}${path}`, { headers: { cookie: (await at(city, login)).cookie } });
  const name = decodeURIComponent(
    /filename\*=UTF-8''(.+)$/.exec(answer.headers.get("content-disposition") ?? "")?.[1] ?? "",
  );
  return { status: answer.status, name, bytes: Buffer.from(await answer.arrayBuffer()) };
}

/** The words of a document for a word processor. */
function wordsOf(docx: Buffer): string {
  let place = docx.readUInt32LE(docx.lastIndexOf(Buffer.from("PK\u0005\u0006", "latin1")) + 16);
  for (; docx.readUInt32LE(place) === 0x02014b50; ) {
    const [size, named] = [docx.readUInt32LE(place + 20), docx.readUInt16LE(place + 28)];
    const local = docx.readUInt32LE(place + 42);
    if (docx.toString("utf8", place + 46, place + 46 + named) === "word/document.xml") {
      const start = local + 30 + docx.readUInt16LE(local + 26) + docx.readUInt16LE(local + 28);
      return inflateRawSync(docx.subarray(start, start + size))
        .toString("utf8")
        .replace(/<[^>]+>/g, "");
    }
    place += 46 + named + docx.readUInt16LE(place + 30) + docx.readUInt16LE(place + 32);
  }
  return "";
}

it("[AC-115] a list is taken along as xlsx: words as they are, dates as dates, a frozen header, a sheet of meanings", async () => {
  const { name, bytes } = await taken("/api/cases/export?purpose=核对");
  expect(name).toBe("案件清单-2026-03-17.xlsx");
  const { sheets } = await readXlsx(bytes, { readStyles: true });
  expect(sheets.map((sheet) => sheet.name)).toEqual(["案件", "字段说明"]);
  const [list, legend] = sheets;
  expect(list?.freezePane?.rows).toBe(1);
  const titles = list?.rows.map((row) => row[1]);
  expect(titles).toContain("-5度没暖气");
  expect(list?.rows[1]?.at(-1)).toBeInstanceOf(Date);
  expect(legend?.rows.map((row) => row[0])).toEqual(expect.arrayContaining(["导出", "规则版本", "最晚日期"]));
});

it("[AC-115] the same as CSV opens in WPS: marked as UTF-8, words and leading zeros kept, nothing runs as a formula", async () => {
  const { name, bytes } = await taken("/api/cases/export?as=csv&purpose=核对");
  expect(name).toBe("案件清单-2026-03-17.csv");
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  expect(bytes.toString("utf8")).toContain('"=""-5度没暖气"""');
  expect(bytes.toString("utf8")).not.toMatch(/(^|,)"?[-+@]/m);
});

it.each(["xlsx", "csv"])("a list that the desk has written as %s is read by the import", async (as) => {
  const { bytes } = await taken(`/api/cases/export?as=${as}&purpose=移交`);
  const path = join(folder, `list.${as}`);
  writeFileSync(path, bytes);
  const { words } = speak(["node", "huiyin"], "zh");
  const reading = {
    needed: [["id"], ["content", "title"], ["receivedAt"]],
    read: entryReader(instant("2026-03-17T04:00:00Z")),
  } as const;
  const found = await openHistory<Entry>(path, {}, reading, words);
  const entries = [];
  for await (const entry of found.entries) entries.push(entry);
  expect(entries.filter(isBad)).toEqual([]);
  expect(entries).toEqual(expect.arrayContaining([expect.objectContaining({ title: "-5度没暖气" })]));
  expect(entries).toHaveLength(2);
});

it("the statistics have shares and days that can be reckoned with", async () => {
  const { bytes } = await taken(
    "/api/statistics/export?by=unit&each=month&from=2026-03-01&to=2026-03-31&purpose=月报",
    "efficiency.officer",
  );
  const { sheets } = await readXlsx(bytes);
  const rows = sheets.flatMap((sheet) => sheet.rows.slice(1));
  expect(rows.flat().filter((cell) => typeof cell === "string" && /^\d+(\.\d+)?%$/.test(cell))).toEqual([]);
  expect(rows.flat().some((cell) => cell instanceof Date)).toBe(true);
});

it("[AC-78] a case is taken along as PDF with its timeline, number and who printed it, without personal data", async () => {
  const pdf = await taken(`/api/cases/${caseId}/sheet?purpose=存档`);
  expect(pdf.status).toBe(200);
  expect(pdf.name).toMatch(/^案件FZ-\d{8}-\d{6}-2026-03-17\.pdf$/);
  expect(pdf.bytes.toString("latin1", 0, 8)).toBe("%PDF-1.7");
  const { bytes } = await taken(`/api/cases/${caseId}/sheet?as=docx&purpose=存档`);
  const said = wordsOf(bytes);
  const number = /FZ-\d{8}-\d{6}/.exec(pdf.name)?.[0] ?? "?";
  for (const words of [number, "办理经过", "已恢复供暖", "没有暖气", "林**", "打印，用途：存档", "市城管局"]) {
    expect(said, words).toContain(words);
  }
  for (const words of ["13900005678", "林晓峰"]) expect(said).not.toContain(words);
  const logged = await city.house.db
    .selectFrom("access_log")
    .selectAll()
    .where("case_id", "=", caseId)
    .where("what", "=", "export")
    .execute();
  expect(logged.map((row) => row.reason)).toEqual(["存档", "存档"]);
  expect((await taken(`/api/cases/${caseId}/sheet`)).status).toBe(400);
  expect((await taken(`/api/cases/${caseId}/sheet?purpose=看看`, "water.clerk")).status).toBe(404);
});

it("[AC-125] the worklist is printed whole, and without colour its shapes tell what is urgent", async () => {
  const { bytes, name } = await taken("/api/worklist/export?as=docx&purpose=晨会", "urban.clerk");
  expect(name).toBe("我的待办-2026-03-17.docx");
  const said = wordsOf(bytes);
  expect(said).toMatch(/■ 超期 \d+ 个工作日 · 应于 /);
  expect((await taken("/api/worklist/export?as=pdf&purpose=晨会", "urban.clerk")).bytes.toString("latin1", 0, 5)).toBe(
    "%PDF-",
  );
});

it("an open case of another system shows where it came from, and is found by its number there", async () => {
  const person = { kind: "person", name: "温某", organisation: null, phone: null, email: null, address: null } as const;
  const outcome = await importCase(city.house, {
    filing: {
      region: city.house.region,
      channel: "web",
      receivedAt: instant("2026-03-10T01:00:00Z"),
      subject: "ordinary",
      choice: "public",
      title: null,
      content: "公园的长椅坏了。",
      claim: null,
      areaId: null,
      place: null,
      urgent: false,
      petitioner: { ...person, onBehalf: null, people: 1, representatives: [], replyBy: "web" },
      draft: null,
      source: { name: "旧信箱", id: "XX2026031000777" },
    },
    answer: null,
  });
  expect(outcome.is).toBe("imported");
  const desk = await at(city, "bureau.dispatcher");
  const answer = await fetch(`${city.url}/api/cases?q=XX2026031000777`, { headers: { cookie: desk.cookie } });
  const { rows } = (await answer.json()) as { rows: { id: string }[] };
  expect(rows).toHaveLength(1);
  expect(await desk.open(rows[0]?.id ?? "")).toMatchObject({
    source: { source: "旧信箱", sourceId: "XX2026031000777" },
  });
});
