import { afterAll, beforeAll, expect, it } from "vitest";
import { routes } from "../../contract/routes.ts";
import { type City, citizen, openCity } from "../city.ts";
import { at, file, pass, register, reply, send } from "../steps.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const script = `<script>alert("回音")</script><img src=x onerror=alert(1)>'"&`;

/** A script of our own, from a file: nothing that stands in a page runs. */
const ownScript = /<script src="\/[\w-]+\.js" defer><\/script>/g;

it("what people type is shown as they typed it, and never runs", async () => {
  const filed = await file(city, {
    content: `路灯不亮${script}请修`,
    title: `灯${script.slice(0, 20)}`,
    claim: script,
    place: script,
  });
  await send(city, filed.id, "urban");
  await pass(city, filed.id, await reply(city, filed.id, "urban", `已修${script}`));
  const start = await fetch(`${city.url}/follow`);
  const visit = start.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const _csrf = /name="_csrf" value="([^"]+)"/.exec(await start.text())?.[1] ?? "";
  const opened = await fetch(`${city.url}/follow`, {
    method: "POST",
    headers: { cookie: visit },
    body: new URLSearchParams({ number: filed.number, code: filed.code, _csrf }),
    redirect: "manual",
  });
  const cookie = [visit, ...opened.headers.getSetCookie().map((c) => c.split(";")[0])].join("; ");
  const { rows } = await city.call(routes.publicDoors.answers, { query: { q: "路灯" } });
  const pages = ["/my-case", "/answers", `/answers/${rows[0]?.id}`, `/answers?q=${encodeURIComponent(script)}`, "/"];
  for (const path of pages) {
    const html = await (await fetch(`${city.url}${path}`, { headers: { cookie } })).text();
    expect(html.replaceAll(ownScript, ""), path).not.toMatch(/<script|<img src=x/);
  }
  const mine = await (await fetch(`${city.url}/my-case`, { headers: { cookie } })).text();
  expect(mine).toContain("&lt;script>alert(");
  const desk = await at(city, "bureau.dispatcher");
  const detail = await fetch(`${city.url}/api/cases/${filed.id}`, { headers: { cookie: desk.cookie } });
  expect(detail.headers.get("content-type")).toContain("application/json");
  expect(((await detail.json()) as { content: string }).content).toContain(script);
});

it("a search is a search, whatever stands in it", async () => {
  await register(city, { content: "停车场乱收费100%，请查一查_谢谢。" });
  const desk = await at(city, "centre.operator");
  const find = async (q: string) => (await desk.call(routes.cases.list, { query: { q } })).total;
  const all = await find("");
  expect(await find("乱收费100%")).toBe(1);
  for (const q of [
    "' or '1'='1",
    "%%",
    "__",
    "\\",
    '\'; drop table "case"; --',
    "100%'--",
    "${1}",
    "%' or true --",
    "a\u0000b",
    "\ud800x",
    "((",
    "🙂🙂",
  ]) {
    expect(await find(q), q).toBe(0);
    const answers = await fetch(`${city.url}/answers?q=${encodeURIComponent(q.toWellFormed())}`);
    expect(answers.status, q).toBe(200);
  }
  expect(await find("")).toBe(all);
  const odd = [
    "/answers?page=1e400",
    "/answers?page=-5",
    "/answers?org=%00",
    "/answers?month=2026-99",
    "/answers?q=a&q=b",
    "/q/..%2f..%2fetc",
  ];
  for (const path of odd) expect((await fetch(`${city.url}${path}`)).status, path).toBeLessThan(500);
  const { cookie } = desk;
  const asked = [
    "/api/cases?org='--",
    "/api/worklist?rule=%00",
    "/api/cases?stage=nonsense",
    "/api/cases?page=99999999",
    "/api/orgs/'%3b--",
    "/api/cases/1%20or%201",
  ];
  for (const path of asked)
    expect((await fetch(`${city.url}${path}`, { headers: { cookie } })).status, path).toBeLessThan(500);
});

it("control characters and halves of characters go, everything else stays", async () => {
  const { id } = await register(city, {
    content: "第一行\r\n第二行\u0000\u0007\ud800结束𠮷",
    petitioner: { ...citizen, name: "温\u0000若谷" },
  });
  const detail = await (await at(city, "centre.operator")).open(id);
  expect(detail.content).toBe("第一行\n第二行\ufffd结束𠮷");
});

it("marks that nobody sees and marks that turn the direction of writing go, in titles, words and notes", async () => {
  const unseen = "\u202e\u2066\u200b\ufeff\u200e";
  const { id } = await register(city, {
    title: `路灯${unseen}不亮`,
    content: `三号楼前${unseen}的路灯👨\u200d👩\u200d👧不亮`,
  });
  const operator = await at(city, "centre.operator");
  await operator.act(id, "note", { text: `催${unseen}办` });
  const detail = await operator.open(id);
  expect([detail.title, detail.content]).toEqual(["路灯不亮", "三号楼前的路灯👨\u200d👩\u200d👧不亮"]);
  expect(JSON.stringify(detail)).not.toMatch(/[\u202e\u2066\u200b\ufeff\u200e]/u);
});

it("a date that is none and an area that is not there are refused, not stored and not stumbled over", async () => {
  const { call } = await at(city, "centre.operator");
  const body = { channel: "phone" as const, content: "井盖松动。", petitioner: citizen };
  for (const wrong of [{ receivedAt: "昨天" }, { receivedAt: "2026-02-30T99:00" }, { areaId: "atlantis" }]) {
    await expect(call(routes.cases.register, { body: { ...body, ...wrong } })).rejects.toMatchObject({ status: 400 });
  }
});
