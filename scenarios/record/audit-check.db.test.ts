import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signDays } from "../../server/actions/oversight/sign-days.ts";
import { exportLog } from "../../server/actions/trust/export-log.ts";
import { openKeys } from "../../server/gateways/keys/keys.ts";
import { type FreshHouse, freshHouse } from "../fresh-house.ts";
import { dispatch, file } from "./life.ts";

interface Row {
  kind: string;
  stream?: string;
  seq?: number;
  day?: string;
  publicKey?: string;
  data?: unknown;
  [field: string]: unknown;
}
interface Fault {
  readonly what: string;
  readonly stream: string;
  readonly seq: number | null;
}

const folder = mkdtempSync(join(tmpdir(), "huiyin-audit-"));
const script = join(import.meta.dirname, "..", "..", "bin", "audit-check.mjs");
let house: FreshHouse;
let log: readonly Row[];
let first: string;
let second: string;

beforeAll(async () => {
  house = await freshHouse();
  house.at("2026-03-02 09:00");
  first = (await file(house, { content: "路灯坏了。\u2028请修复。" })).caseId;
  await dispatch(house, first);
  house.at("2026-03-03 10:00");
  second = (await file(house, { content: "井盖松了，请处理。" })).caseId;
  await dispatch(house, second);
  house.at("2026-03-05 09:00");
  await signDays(house, house.region);
  await file(house, { content: "今天的事，还没有签名。" });
  log = await exported();
});
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("an export that nobody touched", () => {
  it("is clean, with its own key and with the key known beforehand in every shape", () => {
    const { publicKey } = house.keys;
    const pem = join(folder, "key.pem");
    writeFileSync(pem, publicKey);
    const hex = Buffer.from(publicKey.split("\n")[1] ?? "", "base64").toString("hex");
    for (const key of [[], ["--key", publicKey], ["--key", pem], ["--key", hex], ["--key", hex.slice(-64)]]) {
      const { code, faults, report } = check(log, ...key);
      expect(faults).toEqual([]);
      expect(code).toBe(0);
      expect(report).toMatchObject({ region: house.region, days: 3, events: rows("event").length });
    }
  });

  it("tells people so in a sentence", () => {
    const { stdout } = run(written(log));
    expect(stdout).toContain("日志完整");
  });
});

describe("an export that somebody edited", () => {
  it("names an event whose words were changed", () => {
    const edited = log.map((row) => (isAt(row, first, 2) ? { ...row, type: "refused" } : row));
    const { code, faults } = check(edited);
    expect(code).toBe(1);
    expect(faults).toEqual(expect.arrayContaining(faulty("eventChanged", first, 2)));
  });

  it("names the break behind an event whose hash was made to fit", () => {
    const edited = log.map((row) => (isAt(row, first, 1) ? { ...row, hash: "ab".repeat(32) } : row));
    const { faults } = check(edited);
    expect(faults).toEqual(expect.arrayContaining(faulty("chainBroken", first, 2)));
    expect(faults).toEqual(expect.arrayContaining(faulty("dayChanged", "2026-03-02", null)));
  });

  it("names an event that was taken out of the middle, and the day that it is missing from", () => {
    const { code, faults } = check(log.filter((row) => !isAt(row, first, 2)));
    expect(code).toBe(1);
    expect(faults).toEqual(expect.arrayContaining(faulty("eventsMissing", first, 2)));
    expect(faults).toEqual(expect.arrayContaining(faulty("dayChanged", "2026-03-02", null)));
  });

  it("finds the last event of a case gone, though no later one points to it", () => {
    const last = Math.max(...rows("event").map((row) => (row.stream === second ? (row.seq ?? 0) : 0)));
    const { faults } = check(log.filter((row) => !isAt(row, second, last)));
    expect(faults).toEqual(expect.arrayContaining(faulty("dayChanged", "2026-03-03", null)));
  });

  it("finds a whole case gone", () => {
    const { faults } = check(log.filter((row) => row.stream !== second));
    expect(faults).toEqual(expect.arrayContaining(faulty("dayChanged", "2026-03-03", null)));
  });

  it("finds an event of an unsigned day gone by the signature under the file", () => {
    const kept = rows("event").filter((row) => String(row["at"]) < "2026-03-05");
    const { code, faults } = check(log.filter((row) => row.kind !== "event" || kept.includes(row)));
    expect(code).toBe(1);
    expect(faults).toEqual(expect.arrayContaining(faulty("endChanged", house.region, null)));
    // Since every row is vouched for, each event that is gone is named as well.
    const gone = rows("event").filter((row) => !kept.includes(row));
    expect(faults.filter(({ what }) => what === "rowMissing").length).toBe(gone.length);
    expect(faults.length).toBe(gone.length + 1);
  });

  it("names an event that changed places with its neighbour", () => {
    const at = log.findIndex((row) => isAt(row, first, 1));
    const edited = swapped(log, at, at + 1);
    expect(check(edited).faults).toEqual(expect.arrayContaining(faulty("eventMoved", first, 1)));
  });

  it("names an event that was put into another case, and the gap that it left", () => {
    const others = rows("event").filter((row) => row.stream === second);
    const end = others.at(-1);
    const taken = log.find((row) => isAt(row, first, 2));
    const put = { ...taken, stream: second, seq: others.length + 1, previousHash: end?.["hash"] } as Row;
    const { faults } = check(log.filter((row) => row !== taken).flatMap((row) => (row === end ? [row, put] : [row])));
    expect(faults).toEqual(expect.arrayContaining(faulty("eventsMissing", first, 2)));
    expect(faults).toEqual(expect.arrayContaining(faulty("eventChanged", second, others.length + 1)));
  });

  it("names an event that stands there twice", () => {
    const doubled = log.flatMap((row) => (isAt(row, first, 2) ? [row, row] : [row]));
    expect(check(doubled).faults).toEqual(expect.arrayContaining(faulty("eventMoved", first, 2)));
  });

  it("names a field that no hash covers", () => {
    const edited = log.map((row) => (isAt(row, first, 2) ? { ...row, note: "补记" } : row));
    expect(check(edited).faults).toEqual(expect.arrayContaining(faulty("eventChanged", first, 2)));
  });

  it("names a line that says a field twice, or is no JSON", () => {
    const at = log.findIndex((row) => isAt(row, first, 2));
    const line = JSON.stringify(log[at]);
    const twice = line.replace("{", '{"type":"refused",');
    for (const broken of [twice, line.slice(0, -5)]) {
      const { code, faults } = check(log.map((row, i) => (i === at ? broken : row)));
      expect(code).toBe(1);
      expect(faults).toEqual(expect.arrayContaining(faulty("lineBroken", `#${at + 1}`, null)));
    }
  });

  it("names a signed day that is gone, first, middle or last", () => {
    const without = (day: string) => check(log.filter((row) => row.day !== day)).faults;
    const middle = without("2026-03-03");
    expect(middle).toEqual(expect.arrayContaining(faulty("dayMissing", "2026-03-03", null)));
    expect(middle).toEqual(expect.arrayContaining(faulty("signatureWrong", "2026-03-04", null)));
    expect(without("2026-03-02")).toEqual(expect.arrayContaining(faulty("dayMissing", "2026-03-02", null)));
    expect(without("2026-03-04")).toEqual([
      ...faulty("dayMissing", "2026-03-04", null),
      ...faulty("endChanged", house.region, null),
    ]);
  });

  it("names days that changed places", () => {
    const at = log.findIndex((row) => row.day === "2026-03-03");
    expect(check(swapped(log, at, at + 1)).faults).toEqual(
      expect.arrayContaining(faulty("dayMoved", "2026-03-03", null)),
    );
  });

  it("names a day whose count, root or signature was changed", () => {
    const edit = (change: Row) =>
      check(log.map((row) => (row.day === "2026-03-03" ? { ...row, ...change } : row))).faults;
    expect(edit({ kind: "day", events: 99 })).toEqual(expect.arrayContaining(faulty("dayChanged", "2026-03-03", null)));
    const root = edit({ kind: "day", root: "00".repeat(32) });
    expect(root).toEqual(expect.arrayContaining(faulty("dayChanged", "2026-03-03", null)));
    expect(root).toEqual(expect.arrayContaining(faulty("signatureWrong", "2026-03-03", null)));
    expect(edit({ kind: "day", signature: "00" })).toEqual(
      expect.arrayContaining(faulty("signatureWrong", "2026-03-03", null)),
    );
  });

  it("finds the end cut off", () => {
    expect(check(log.filter((row) => row.kind !== "end")).faults).toEqual(faulty("endMissing", house.region, null));
  });
});

describe("a log that somebody else signed", () => {
  it("is clean by its own word, and refused by the key known beforehand", async () => {
    const forger = openKeys({ masterKey: "22".repeat(32), dataDir: "unused" });
    const forged = await exported({ ...house, keys: forger });
    const days = forged.filter((row) => row.kind === "day").map((row) => row.day);
    const found = check(forged).faults.filter(({ what }) => what === "signatureWrong");
    expect(found.map(({ stream }) => stream)).toEqual(days);
    const { code, faults } = check(log, "--key", forger.publicKey);
    expect(code).toBe(1);
    expect(faults).toEqual(expect.arrayContaining(faulty("keyDiffers", house.region, null)));
    expect(faults).toEqual(expect.arrayContaining(faulty("endChanged", house.region, null)));
  });
});

describe("what is no export", () => {
  it("cannot be read: nothing there, another file, another key, wrong words", () => {
    const other = join(folder, "other.txt");
    writeFileSync(other, "hello\n");
    const empty = join(folder, "empty.txt");
    writeFileSync(empty, "");
    for (const words of [[join(folder, "nowhere")], [folder], [other], [empty], [], ["--wrong"]]) {
      expect(run(...words).status).toBe(2);
    }
    expect(run(written(log), "--key", "1234").status).toBe(2);
  });
});

async function exported(from: Parameters<typeof exportLog>[0] = house): Promise<readonly Row[]> {
  const lines: Row[] = [];
  for await (const row of exportLog(from, house.region)) lines.push(JSON.parse(JSON.stringify(row)) as Row);
  return lines;
}

function rows(kind: string): readonly Row[] {
  return log.filter((row) => row.kind === kind);
}

function isAt(row: Row, stream: string, seq: number): boolean {
  return row.stream === stream && row.seq === seq;
}

function swapped(of: readonly Row[], a: number, b: number): readonly Row[] {
  return of.map((row, i) => (i === a ? of[b] : i === b ? of[a] : row) as Row);
}

function faulty(what: string, stream: string, seq: number | null) {
  return [expect.objectContaining({ what, stream, seq })];
}

let files = 0;

function written(lines: readonly (Row | string)[]): string {
  const file = join(folder, `log-${files++}.jsonl`);
  writeFileSync(file, lines.map((row) => `${typeof row === "string" ? row : JSON.stringify(row)}\n`).join(""));
  return file;
}

function run(...words: readonly string[]) {
  return spawnSync(process.execPath, [script, ...words], { encoding: "utf8", env: {} });
}

function check(lines: readonly (Row | string)[], ...words: readonly string[]) {
  const { status, stdout } = run(written(lines), "--json", ...words);
  const report = JSON.parse(stdout) as { readonly faults: readonly Fault[] };
  return { code: status, faults: report.faults, report };
}
