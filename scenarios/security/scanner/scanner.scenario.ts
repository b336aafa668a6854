import { Document, Packer, Paragraph } from "docx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { routes } from "../../../contract/routes.ts";
import type { CaseId } from "../../../domain/case/case.ts";
import { supplementCase } from "../../../server/actions/cases/supplement-case.ts";
import { askFor, openScanner, type Scanner } from "../../../server/gateways/scanning/scanner.ts";
import { openedRows } from "../../../server/store/words/rows/kept-rows.ts";
import { type City, openCity } from "../../city.ts";
import { at, file, register } from "../../steps.ts";
import { type DebianScanner, eicar, freePort, invented, startClamd, startIcap } from "./debian.ts";

let clamd: DebianScanner;
let city: City;
/** Which scanner the city asks now, and its clock in milliseconds. */
let asks: string;
let clock = 0;
const told: unknown[] = [];
const log = { warn: (facts: unknown) => void told.push(facts), error: (facts: unknown) => void told.push(facts) };

beforeAll(async () => {
  clamd = await startClamd();
  asks = clamd.url;
  const ask: ReturnType<typeof askFor> = (bytes, patience) => askFor(asks)(bytes, patience);
  const scanner: Scanner = openScanner(ask, log, { seconds: 10, clock: () => clock });
  city = await openCity({ scanner });
});
afterAll(async () => {
  await city.close();
  await clamd.stop();
});

const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
/** A photo whose camera has noted something: it is not kept, and is looked at all the same. */
const photo = Buffer.concat([
  Buffer.from("ffd8fffe", "hex"),
  Buffer.of(0, invented.length + 2),
  Buffer.from(invented, "latin1"),
  Buffer.from("ffd9", "hex"),
]);

async function letter(words: string): Promise<Buffer> {
  return Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph(words)] }] }));
}

async function attach(id: string, files: readonly (readonly [name: string, bytes: Buffer])[]) {
  const operator = await at(city, "centre.operator");
  const { csrf } = await operator.call(routes.session.whoAmI, {});
  const body = new FormData();
  for (const [name, bytes] of files) body.append("files", new Blob([new Uint8Array(bytes)]), name);
  const headers = { cookie: operator.cookie, "x-csrf-token": csrf };
  const reply = await fetch(`${city.url}/api/cases/${id}/files`, { method: "POST", headers, body });
  const { error } = (await reply.json()) as { error?: { code: string; message: string } };
  return { status: reply.status, code: error?.code, message: error?.message ?? "" };
}

function findings() {
  return city.house.db.selectFrom("access_log").selectAll().where("what", "=", "fileRefused").execute();
}

describe("files that the real clamd of Debian finds harmful", () => {
  it("are refused at the desk with a sentence that names the file, and only the finding is written down", async () => {
    const { id } = await register(city);
    for (const [name, bytes] of [
      ["说明.pdf", Buffer.from(`%PDF-1.7\n${eicar}`)],
      ["现场.jpg", photo],
      ["情况说明.docx", await letter(invented)],
    ] as const) {
      const { status, code, message } = await attach(id, [[name, bytes]]);
      expect([status, code], name).toEqual([422, "file.harmful"]);
      expect(message).toContain(`“${name}”没有收下：检查出有害内容`);
    }
    expect(await attach(id, [["情况说明.docx", await letter("路灯不亮")]])).toMatchObject({ status: 201 });
    const operator = await at(city, "centre.operator");
    expect((await operator.open(id)).files.map(({ name }) => name)).toEqual(["情况说明.docx"]);
    const noted = await findings();
    expect(noted.map(({ case_id, reason }) => `${case_id} ${reason}`).toSorted()).toEqual([
      `${id} Huiyin.Test.Eicar.UNOFFICIAL`,
      `${id} Huiyin.Test.Invented.UNOFFICIAL`,
      `${id} Huiyin.Test.Invented.UNOFFICIAL`,
    ]);
    expect(noted.every((row) => row.person_id !== null)).toBe(true);
    expect(JSON.stringify([noted, told])).not.toMatch(/现场|说明\.pdf|invented harm/);
  });

  it("cost a citizen neither the words nor the other files", async () => {
    const { page, kept } = await submit([
      ["病毒.pdf", Buffer.from(`%PDF-1.7\n${invented}`)],
      ["照片.png", png],
    ]);
    expect(page).toContain("“病毒.pdf”没有添加：检查出有害内容");
    expect(page).toContain("路口的井盖松动");
    expect(kept).toEqual(["照片.png"]);
  });

  it("are left out of a supplement whose words are taken", async () => {
    const { region } = city.house;
    const { id } = await file(city);
    const bytes = Buffer.from(`%PDF-1.7\n${invented}`);
    const sent = [{ name: "补充.pdf", bytes, size: bytes.length }];
    const order = { region, caseId: id as CaseId, text: "补一句。", files: sent };
    const { outcome, troubles } = await supplementCase(city.house, order, null);
    expect(troubles).toMatchObject([{ name: "补充.pdf", fault: "harmful" }]);
    expect(outcome).toHaveProperty("done");
    const { files, timeline } = await (await at(city, "bureau.dispatcher")).open(id);
    expect(files).toEqual([]);
    expect(timeline.filter(({ type }) => type === "supplemented")).toHaveLength(1);
  });
});

it("the real c-icap of Debian finds the same", async () => {
  const icap = await startIcap(clamd);
  asks = icap.url;
  try {
    const { id } = await register(city);
    expect(await attach(id, [["坏.pdf", Buffer.from(`%PDF-1.7\n${invented}`)]])).toMatchObject({
      status: 422,
      code: "file.harmful",
    });
    const large = Buffer.concat([png, Buffer.alloc(9 * 1024 * 1024, 1)]);
    expect(await attach(id, [["大图.png", large]])).toMatchObject({ status: 201 });
  } finally {
    asks = clamd.url;
    await icap.stop();
  }
});

it("while the scanner is away no file comes in, everybody is told, and the words are kept", async () => {
  const { id } = await register(city);
  asks = `clamd://127.0.0.1:${await freePort()}`;
  const refused = await attach(id, [["照片.png", png]]);
  expect(refused).toMatchObject({ status: 503, code: "file.scannerAway" });
  expect(refused.message).toContain("“照片.png”没有收下：文件检查暂时停了");
  const { page, kept } = await submit([["路口.png", png]]);
  expect(page).toContain("“路口.png”没有添加：文件检查暂时停了");
  expect(page).toContain("路口的井盖松动");
  expect(kept).toEqual([]);
  const admin = await at(city, "admin");
  expect((await admin.call(routes.sessions.news, {})).scannerAwaySince).not.toBeNull();
  const operator = await at(city, "centre.operator");
  expect((await operator.call(routes.sessions.news, {})).scannerAwaySince).toBeNull();
  expect(await (await fetch(`${city.url}/readyz`)).json()).toEqual({ ok: true, scanner: "away" });

  asks = clamd.url;
  clock += 6000;
  expect(await (await fetch(`${city.url}/readyz`)).json()).toEqual({ ok: true, scanner: "ok" });
  expect(await attach(id, [["照片.png", png]])).toMatchObject({ status: 201 });
  expect((await admin.call(routes.sessions.news, {})).scannerAwaySince).toBeNull();
});

/** A citizen's first page with files: the page that comes back, and what is kept of the files. */
async function submit(files: readonly (readonly [string, Buffer])[]) {
  const before = new Set((await drafted()).map(({ id }) => id));
  const start = await fetch(`${city.url}/submit`);
  const cookie = start.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const token = /name="_csrf" value="([^"]+)"/.exec(await start.text())?.[1] ?? "";
  const body = new FormData();
  body.set("_csrf", token);
  body.set("content", "路口的井盖松动，车子一过就响。");
  for (const [name, bytes] of files) body.append("files", new Blob([new Uint8Array(bytes)]), name);
  const reply = await fetch(`${city.url}/submit`, { method: "POST", headers: { cookie }, body });
  const page = await reply.text();
  return { page, kept: (await drafted()).filter(({ id }) => !before.has(id)).map(({ name }) => name) };
}

async function drafted() {
  const rows = city.house.db.selectFrom("attachment").select(["id", "name", "words_sealed"]);
  return openedRows(city.house.keys, "attachment", await rows.where("draft_hash", "is not", null).execute());
}
