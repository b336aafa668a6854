import { createHash } from "node:crypto";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { routes } from "../../contract/routes.ts";
import { dropForgottenFiles } from "../../server/actions/oversight/drop-files.ts";
import { fileReferences } from "../../server/store/once/forgotten-files.ts";
import { closest, similarCases } from "../../server/store/case/related.ts";
import { tidyUp } from "../../server/actions/oversight/tidy-up.ts";
import { type Came, Citizen, formOf } from "../acceptance/portal/citizen.ts";
import { type City, citizen, openCity } from "../city.ts";
import { at, register } from "../steps.ts";

let city: City;
beforeAll(async () => {
  city = await openCity({}, { DRAFTS_PER_ADDRESS: "40", UPLOAD_MB_PER_ADDRESS: "12", REQUEST_SECONDS: "1" });
});
afterAll(() => city.close());

const matter = { content: "温泉支路路口的护栏倒了，挡住了行人。", kind: "ordinary", area: "gulou" };
const contact = { name: "温若谷", phone: "13900002222", publicity: "public", replyBy: "web" };

/** A picture that is like no other. */
function picture(n: number, bytes = 100): Buffer {
  const head = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
  return Buffer.concat([head, Buffer.alloc(bytes, n)]);
}

async function told(who: Citizen, words: Readonly<Record<string, string>> = {}): Promise<Came> {
  return who.send(await who.open("/submit"), { ...matter, ...words });
}

/** Sends a form with files as a browser would, and gives the page that comes of it. */
async function upload(who: Citizen, page: Came, files: readonly Buffer[], more: Readonly<Record<string, string>> = {}) {
  const form = formOf(page.html, "/submit");
  const body = new FormData();
  for (const [name, value] of Object.entries({ ...form.fields, ...matter, ...more })) body.set(name, value);
  for (const [n, bytes] of files.entries()) body.append("files", new Blob([new Uint8Array(bytes)]), `图${n}.png`);
  return who.open(form.action, { method: "POST", body, headers: { origin: city.url } });
}

async function countOf(table: "case" | "attachment" | "file_content"): Promise<number> {
  const row = await city.house.db
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  return row.n;
}

async function codeOf(reply: Response): Promise<string> {
  return ((await reply.json()) as { error: { code: string } }).error.code;
}

function file(body: string, key: string | null, type = "application/json"): Promise<Response> {
  const headers = { "content-type": type, ...(key === null ? {} : { "idempotency-key": key }) };
  return fetch(`${city.url}/api/public/cases`, { method: "POST", headers, body });
}

describe("what comes in is bounded at the door", () => {
  it("JSON with parts in parts without end is refused as such", async () => {
    for (const deep of [`${'{"a":'.repeat(5000)}1${"}".repeat(5000)}`, `${"[".repeat(5000)}${"]".repeat(5000)}`]) {
      const reply = await file(deep, "deep");
      expect([reply.status, await codeOf(reply)]).toEqual([400, "request.tooDeep"]);
    }
  });

  it("a form that is cut off, or names no boundary, is the sender's mistake", async () => {
    const { id } = await register(city);
    const desk = await at(city, "centre.operator");
    const { csrf } = await desk.call(routes.session.whoAmI, {});
    const staff = { cookie: desk.cookie, "x-csrf-token": csrf, "idempotency-key": "cut" };
    for (const path of ["/submit", `/api/cases/${id}/files`]) {
      for (const [type, body] of [
        ["multipart/form-data", "x"],
        ["multipart/form-data; boundary=b", '--b\r\ncontent-disposition: form-data; name="a"\r\n\r\nx'],
        [
          "multipart/form-data; boundary=b",
          '--b\r\ncontent-disposition: form-data; name="f"; filename="a.png"\r\n\r\nx',
        ],
      ] as const) {
        const headers = { ...staff, "content-type": type };
        const reply = await fetch(`${city.url}${path}`, { method: "POST", headers, body });
        expect([path, type, body.slice(-6), reply.status]).toEqual([path, type, body.slice(-6), 400]);
      }
    }
  });

  it("a request that never comes whole is ended", async () => {
    const { port } = new URL(city.url);
    const said = await new Promise<string>((done) => {
      const socket = connect(Number(port), "127.0.0.1");
      let text = "";
      socket.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
      socket.on("close", () => done(text));
      socket.write("POST /api/public/cases HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n");
      socket.write("content-length: 1000\r\n\r\n{");
    });
    expect(said).toMatch(/^HTTP\/1\.1 408 /);
  });

  it("fields of the portal take as much as those of the API, say by how much it is too much, and lose nothing", async () => {
    const who = new Citizen(city.url);
    const place = "路".repeat(203);
    const first = await told(who, { place });
    expect(first.words).toContain("多了 3 个字，请删短一些");
    expect(first.html).toContain(place);
    const second = await told(who);
    const long = {
      petitionerKind: "legalPerson",
      organisation: "单".repeat(101),
      onBehalf: "other",
      behalfName: "名".repeat(52),
      behalfRelation: "系".repeat(53),
      behalfConsent: "yes",
      email: `${"a@"}${".".repeat(19_990)} x`,
    };
    const again = await who.send(second, { ...contact, ...long });
    expect(again.url.pathname).toBe("/submit/contact");
    for (const n of [1, 2, 3]) expect(again.words).toContain(`多了 ${n} 个字，请删短一些`);
    expect(again.words).toContain("邮箱太长了，请核对");
    for (const typed of [long.organisation, long.behalfName, long.email]) expect(again.html).toContain(typed);
    const huge = await who.send(again, { name: "名".repeat(80_000) });
    expect([huge.status, huge.words.includes("内容太大，没有收下")]).toEqual([413, true]);
  });
});

describe("a key makes a write happen once", () => {
  const body = (phone: string = citizen.phone, content = "井盖松动，车子一过就响。") =>
    JSON.stringify({ content, petitioner: { ...citizen, phone } });

  it("whatever its length", async () => {
    const key = "k".repeat(900);
    const numbers = [];
    for (let n = 0; n < 2; n += 1)
      numbers.push(((await (await file(body(), key)).json()) as { number: string }).number);
    expect(numbers[0]).toMatch(/\d/);
    expect(numbers[1]).toBe(numbers[0]);
  });

  it("of each person alone, though many come from one address", async () => {
    const [one, other] = await Promise.all([file(body(), "1"), file(body("13900003333"), "1")]);
    expect([one.status, other.status]).toEqual([201, 201]);
    const [mine, theirs] = (await Promise.all([one.json(), other.json()])) as { number: string }[];
    expect(mine?.number).not.toBe(theirs?.number);
  });

  it("and without one the very same words are not filed twice within minutes", async () => {
    const before = await countOf("case");
    const words = body(citizen.phone, "公交站牌倒了，等车的人看不见线路。");
    const same = await Promise.all([file(words, null), file(words, null), file(words, null)]);
    const numbers = await Promise.all(same.map(async (reply) => ((await reply.json()) as { number: string }).number));
    expect(new Set(numbers).size).toBe(1);
    await file(body(citizen.phone, "公交站牌又倒了一块。"), null);
    expect((await countOf("case")) - before).toBe(2);
  });
});

describe("at the same moment", () => {
  it("fifty uploads to one draft keep five files", async () => {
    const who = new Citizen(city.url);
    const page = await who.open("/submit");
    await upload(who, page, []);
    const before = await countOf("attachment");
    const pages = await Promise.all(Array.from({ length: 50 }, (_, n) => upload(who, page, [picture(n)])));
    expect(new Set(pages.map(({ status }) => status))).toEqual(new Set([200, 422]));
    expect((await countOf("attachment")) - before).toBe(5);
  });

  it("one draft that is sent under fifty marks is one case", async () => {
    const who = new Citizen(city.url);
    const check = await who.send(await told(who), contact);
    expect(check.url.pathname).toBe("/submit/check");
    const before = await countOf("case");
    const sent = await Promise.all(Array.from({ length: 50 }, (_, n) => who.send(check, { once: `mark-${n}` })));
    expect((await countOf("case")) - before).toBe(1);
    expect(sent.filter(({ status }) => status >= 500)).toEqual([]);
  });
});

describe("files of strangers", () => {
  it("are deleted with their bytes when they are dropped, and when their draft is over", async () => {
    const who = new Citizen(city.url);
    const page = await who.open("/submit");
    await upload(who, page, [picture(201)]);
    const look = await who.open(page.url.href);
    const dropped = /name="drop" value="([^"]+)"/.exec(look.html)?.[1] ?? "";
    await upload(who, look, [], { drop: dropped });
    const other = new Citizen(city.url);
    await upload(other, await other.open("/submit"), [picture(202)]);
    const kept = await city.house.db.selectFrom("attachment").select("id").where("case_id", "is not", null).execute();
    city.at("2026-03-02 10:30");
    expect(await dropForgottenFiles(city.house)).toBe(1);
    city.at("2026-03-03 10:30");
    await tidyUp(city.house);
    await dropForgottenFiles(city.house);
    expect(await countOf("file_content")).toBe(new Set(kept).size);
    expect(await countOf("attachment")).toBe(kept.length);
  });

  it("are told from those that a case, a paper or a periodic work refers to, by whatever column", async () => {
    const columns = (await fileReferences(city.house.db)).map(({ table, column }) => `${table}.${column}`);
    expect(columns).toEqual(
      expect.arrayContaining([
        "attachment.sha256",
        "case_paper.docx_sha256",
        "case_paper.pdf_sha256",
        "periodic_work.pdf_sha256",
      ]),
    );
    const { id } = await register(city);
    const bytes = picture(203);
    const hash = createHash("sha256").update(bytes).digest();
    const region_id = city.house.region;
    await city.house.db
      .insertInto("file_content")
      .values([
        { region_id, sha256: hash, bytes, kept_at: "2026-01-01T00:00:00Z" },
        { region_id, sha256: Buffer.alloc(32, 1), bytes, kept_at: "2026-01-01T00:00:00Z" },
      ])
      .execute();
    await city.house.db
      .insertInto("attachment")
      .values({
        region_id,
        id: city.house.newId(),
        case_id: id,
        draft_hash: null,
        purpose: "record",
        name: "a.png",
        type: "image/png",
        size: bytes.length,
        sha256: hash,
        uploaded_at: city.house.now(),
        uploaded_by: "{}",
      })
      .execute();
    expect(await dropForgottenFiles(city.house)).toBe(1);
    const left = await city.house.db.selectFrom("file_content").select("sha256").execute();
    expect(left.some(({ sha256 }) => sha256.equals(hash))).toBe(true);
  });

  it("are no more than one address may bring on a day; a form that is not ours brings none", async () => {
    const who = new Citizen(city.url);
    const page = await who.open("/submit");
    const big = 5 * 1024 * 1024;
    const full = await upload(who, page, [picture(1, big), picture(2, big), picture(3, big)]);
    expect(full.words).toContain("今天从您这里传来的文件已经太多，“图2.png”没有添加。可以先提交，明天再补充");
    expect(full.html).toContain(matter.content);
    const before = await countOf("attachment");
    const strange = new Citizen(city.url);
    await upload(strange, await strange.open("/submit"), [picture(4)], { _csrf: "not ours" });
    expect(await countOf("attachment")).toBe(before);
  });

  it("new drafts end at the limit of a day, and those that are there go on", async () => {
    const first = new Citizen(city.url);
    const page = await told(first);
    const statuses = [];
    for (let n = 0; n < 45; n += 1) statuses.push((await told(new Citizen(city.url))).status);
    expect(statuses.at(-1)).toBe(429);
    expect((await first.send(page, contact)).url.pathname).toBe("/submit/check");
  });
});

it("letters alike, however long, are found by the index of their pairs: none is taken apart again", async () => {
  const words = "路灯水管井盖噪声垃圾停车电梯物业公交医院学校工资社保养老补贴拆迁绿化公园";
  for (let n = 0; n < 12; n += 1) await register(city, { content: `${words.repeat(100)}${n}`, title: `来信${n}` });
  const reader = { region: city.house.region, orgId: "centre", posts: ["operator"] } as const;
  const none = "01900000-0000-7000-8000-000000000000";
  const [plan] = (await closest(city.house.db, reader, none, ["路灯", "水管"], 5).explain(
    "json",
  )) as readonly unknown[];
  const said = JSON.stringify(plan);
  expect(said).toContain('"case_search_by_words"');
  expect(said).not.toMatch(/"Filter":"[^"]*bigrams/);
  expect(await similarCases(city.house.db, reader, none, ["路灯", "水管"], 5)).toHaveLength(5);
});
