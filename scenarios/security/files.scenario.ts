import { afterAll, beforeAll, expect, it } from "vitest";
import { routes } from "../../contract/routes.ts";
import { openedRow } from "../../server/store/words/rows/kept-rows.ts";
import { type City, type Desk, openCity } from "../city.ts";
import { at, file, pass, register, reply, send } from "../steps.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
const pdf = Buffer.from("%PDF-1.7\n1 0 obj\n");
const html = Buffer.from("<html><script>alert(1)</script></html>");
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');

async function attach(desk: Desk, id: string, files: readonly (readonly [name: string, bytes: Buffer])[]) {
  const { csrf } = await desk.call(routes.session.whoAmI, {});
  const body = new FormData();
  for (const [name, bytes] of files) body.append("files", new Blob([new Uint8Array(bytes)]), name);
  const reply = await fetch(`${city.url}/api/cases/${id}/files`, {
    method: "POST",
    headers: { cookie: desk.cookie, "x-csrf-token": csrf },
    body,
  });
  const answer = (await reply.json()) as {
    files?: { id: string; name: string; type: string }[];
    error?: { code: string; message: string };
  };
  return {
    status: reply.status,
    code: answer.error?.code,
    message: answer.error?.message ?? "",
    files: answer.files ?? [],
  };
}

it("a file is taken for what it is, never for what it is called, and gets a name that is safe to keep", async () => {
  const { id } = await register(city);
  const operator = await at(city, "centre.operator");
  for (const [name, bytes, code] of [
    ["照片.png", html, "file.unknownKind"],
    ["图.svg", svg, "file.unknownKind"],
    ["程序.pdf", Buffer.from("MZ\u0090\u0000"), "file.unknownKind"],
    ["空.png", Buffer.alloc(0), "file.empty"],
    [
      "锁.pdf",
      Buffer.from("%PDF-1.7\n5 0 obj<</Filter/Adobe.PubSec>>endobj\ntrailer<</Encrypt 5 0 R>>\nstartxref\n9\n%%EOF"),
      "file.locked",
    ],
    ["大.png", Buffer.concat([png, Buffer.alloc(10 * 1024 * 1024)]), "file.tooBig"],
  ] as const) {
    expect(await attach(operator, id, [[name, bytes]]), name).toMatchObject({ status: 422, code });
  }
  expect((await operator.open(id)).files).toEqual([]);
  const { files } = await attach(operator, id, [
    ["..\\..\\etc/passwd\u202egnp.html", png],
    ["<b>|:*?.exe", pdf],
    [`${"长".repeat(300)}.pdf`, pdf],
  ]);
  expect(files.map(({ name, type }) => [name, type])).toEqual([
    ["passwdgnp.png", "image/png"],
    ["b.pdf", "application/pdf"],
    [`${"长".repeat(80)}.pdf`, "application/pdf"],
  ]);
});

it("a file is only ever handed out as a download, to those who see the case", async () => {
  const { id } = await register(city);
  const operator = await at(city, "centre.operator");
  const { files } = await attach(operator, id, [['录音"\r\nx: y.png', png]]);
  const address = `${city.url}/api/files/${files[0]?.id}`;
  const handed = await fetch(address, { headers: { cookie: operator.cookie } });
  expect(Buffer.from(await handed.arrayBuffer())).toEqual(png);
  const { headers } = handed;
  expect(headers.get("content-disposition")).toMatch(/^attachment; filename\*=UTF-8''[\w%.-]+$/);
  expect(headers.get("content-type")).toBe("image/png");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("cache-control")).toBe("private, no-store");
  expect(headers.get("content-security-policy")).toContain("script-src 'self'");
  expect(headers.get("x")).toBeNull();
  const clerk = await at(city, "urban.clerk");
  expect((await fetch(address, { headers: { cookie: clerk.cookie } })).status).toBe(404);
  expect((await fetch(address)).status).toBe(401);
});

it("what an operator has attached to a registration stays as it is: nobody can change or remove it", async () => {
  const { id } = await register(city);
  const operator = await at(city, "centre.operator");
  const { files } = await attach(operator, id, [["来电录音.png", png]]);
  expect(files).toMatchObject([{ purpose: "record" }]);
  const { csrf } = await operator.call(routes.session.whoAmI, {});
  const remove = { method: "DELETE", headers: { cookie: operator.cookie, "x-csrf-token": csrf } };
  expect((await fetch(`${city.url}/api/files/${files[0]?.id}`, remove)).status).toBe(405);
  expect((await operator.open(id)).content).toBe("井盖松动，车子一过就响。");
});

it("a citizen's draft takes five files, says of each other one why not, and gives none of them to anybody else", async () => {
  const start = await fetch(`${city.url}/submit`);
  const cookie = start.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const token = /name="_csrf" value="([^"]+)"/.exec(await start.text())?.[1] ?? "";
  const submit = (files: readonly (readonly [string, Buffer])[], fields: Record<string, string> = {}) => {
    const body = new FormData();
    for (const [name, value] of Object.entries({ _csrf: token, content: "短", ...fields })) body.set(name, value);
    for (const [name, bytes] of files) body.append("files", new Blob([new Uint8Array(bytes)]), name);
    return fetch(`${city.url}/submit`, { method: "POST", headers: { cookie }, body, redirect: "manual" });
  };
  const six = [1, 2, 3, 4, 5, 6].map((n) => [`第${n}张.png`, png] as const);
  await submit([...six, ["<img src=x onerror=alert(1)>.html", html]]);
  const page = await (await fetch(`${city.url}/submit?look=1`, { headers: { cookie } })).text();
  for (const [name] of six) expect(page).toContain(name);
  expect(page).toContain("onerror");
  expect(page).not.toContain("<img src=x");
  const kept = await city.house.db
    .selectFrom("attachment")
    .select(["name", "words_sealed"])
    .where("draft_hash", "is not", null)
    .execute();
  // Nobody knows yet what becomes of a draft: the names of its files are sealed.
  expect(kept.map((row) => row.name).join("")).toBe("");
  const names = kept.map((row) => openedRow(city.house.keys, "attachment", row).name);
  expect(names.toSorted()).toEqual([1, 2, 3, 4, 5].map((n) => `第${n}张.png`));
  expect((await submit([], { drop: "not an id" })).status).toBeLessThan(500);
});

it("a file goes to the petitioner only when the unit has ticked it and the audit has passed", async () => {
  const { id, number, code } = await file(city);
  await send(city, id, "urban");
  const clerk = await at(city, "urban.clerk");
  const ticked = (await attach(clerk, id, [["修复后.png", png]])).files[0]?.id ?? "";
  const other =
    (await attach(clerk, id, [["内部记录.pdf", pdf]])).files.find((f) => f.name === "内部记录.pdf")?.id ?? "";
  const page = await fetch(`${city.url}/follow`);
  const visit = page.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const _csrf = /name="_csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? "";
  const follow = await fetch(`${city.url}/follow`, {
    method: "POST",
    headers: { cookie: visit },
    body: new URLSearchParams({ number, code, _csrf }),
    redirect: "manual",
  });
  const mine = follow.headers
    .getSetCookie()
    .map((c) => c.split(";")[0])
    .join("; ");
  const get = async (file: string) =>
    fetch(`${city.url}/my-case/files/${file}`, { headers: { cookie: `${visit}; ${mine}` } });
  const leg = await reply(city, id, "urban");
  await clerk.call(routes.cases.open, { params: { id } });
  expect((await get(ticked)).status).toBe(404);
  await pass(city, id, leg);
  expect((await get(ticked)).status).toBe(404);

  const again = await file(city, { content: "另一件事：路牌歪了，请扶正一下。" });
  await send(city, again.id, "urban");
  await clerk.open(again.id);
  expect((await get(other)).status).toBe(404);
  expect((await get("not-an-id")).status).toBe(404);
  expect((await fetch(`${city.url}/my-case/files/${ticked}`)).status).toBe(404);
});

it("a supplement is one thing: what can be taken is written down with its words, and each file that cannot is named", async () => {
  const { id, number, code } = await file(city);
  const first = await fetch(`${city.url}/follow`);
  const visit = first.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const csrf = /name="_csrf" value="([^"]+)"/.exec(await first.text())?.[1] ?? "";
  const followed = await fetch(`${city.url}/follow`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie: visit, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ _csrf: csrf, number, code }),
  });
  const cookie = [visit, ...followed.headers.getSetCookie().map((text) => text.split(";")[0])].join("; ");
  const supplement = async (text: string, once: string, files: readonly (readonly [string, Buffer])[]) => {
    const body = new FormData();
    for (const [name, value] of Object.entries({ _csrf: csrf, text, once })) body.append(name, value);
    for (const [name, bytes] of files) body.append("files", new Blob([new Uint8Array(bytes)]), name);
    const reply = await fetch(`${city.url}/my-case/supplement`, {
      method: "POST",
      redirect: "manual",
      headers: { cookie },
      body,
    });
    return { status: reply.status, page: await reply.text() };
  };
  const kept = async () => {
    const { files, timeline } = await (await at(city, "bureau.dispatcher")).open(id);
    return [files.map(({ name }) => name), timeline.filter((row) => row.type === "supplemented").length];
  };
  const none = await supplement("", "a", [["坏.png", html]]);
  expect([none.status, await kept()]).toEqual([422, [[], 0]]);
  expect(none.page).not.toContain("已收到您的补充");
  const files = [["好.png", png] as const, ["坏.png", html] as const];
  for (let press = 0; press < 2; press++) {
    const { status, page } = await supplement("灯还是不亮。", "b", files);
    expect(status).toBe(422);
    expect(page).toContain("坏.png");
    expect(page).toContain("已收到您的补充");
    expect(page).not.toMatch(/<textarea[^>]*>灯还是不亮/);
    expect(await kept()).toEqual([["好.png"], 1]);
  }
  await (await at(city, "bureau.dispatcher")).act(id, "refuse", {
    ground: "ground.3.8",
    fields: { referral: "110" },
  });
  const late = await supplement("再补一句。", "c", [["再.png", png]]);
  expect(late.status).toBe(422);
  expect(late.page).toContain("再补一句。");
  expect(await kept()).toEqual([["好.png"], 1]);
});

it("[FZ-9-3] with an answer go exactly the files of its last draft, and only the unit's own", async () => {
  const { id } = await file(city);
  await send(city, id, "urban");
  const clerk = await at(city, "urban.clerk");
  const leg = (await clerk.open(id)).legs[0]?.id ?? "";
  await clerk.act(id, "submitToLeader", {}, leg);
  const attached = await attach(clerk, id, [
    ["初稿.png", png],
    ["终稿.pdf", pdf],
  ]);
  const [first = "", second = ""] = attached.files.map((one) => one.id);
  const dispatcher = await at(city, "bureau.dispatcher");
  const other = await attach(dispatcher, id, [["内部.png", Buffer.concat([png, png])]]);
  const foreign = other.files.find((one) => one.name.startsWith("内部"))?.id ?? "";
  const draft = (files: string[]) =>
    clerk.act(id, "draftReply", { text: "已修复路灯，3月5日起恢复照明。", files }, leg);
  await draft([first]);
  await (await at(city, "urban.leader")).act(id, "rejectDraft", { reason: "换成终稿照片" }, leg);
  await draft([second, foreign]);
  const { files } = await clerk.open(id);
  expect(files.filter((one) => one.forPetitioner).map((one) => one.id)).toEqual([second]);
});

it("of several files every one that was not taken is named with its reason, and the others are kept", async () => {
  const { id } = await register(city);
  const operator = await at(city, "centre.operator");
  const some = await attach(operator, id, [
    ["网页.png", html],
    ["好.png", png],
    ["空.png", Buffer.alloc(0)],
  ]);
  expect(some).toMatchObject({ status: 422, code: "file.someTaken" });
  for (const name of ["“网页.png”打不开", "“空.png”是空的", "其余文件已收下"]) expect(some.message).toContain(name);
  expect(some.message).not.toContain("好.png");
  expect((await operator.open(id)).files.map(({ name }) => name)).toEqual(["好.png"]);
  const none = await attach(operator, id, [
    ["网页.png", html],
    ["空.png", Buffer.alloc(0)],
  ]);
  expect(none).toMatchObject({ status: 422, code: "file.noneTaken" });
  expect(none.message).not.toContain("已收下");
});
