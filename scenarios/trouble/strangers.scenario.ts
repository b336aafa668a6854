import { afterAll, beforeAll, expect, it } from "vitest";
import { Citizen } from "../acceptance/portal/citizen.ts";
import { type City, openCity } from "../city.ts";
import { file } from "../steps.ts";

let city: City;
beforeAll(async () => {
  city = await openCity({}, { RATE_LIMITS: "on", MONITOR_TOKEN: "of-the-operator" });
});
afterAll(() => city.close());

it("how the house is doing is told to the machine itself and to whoever has the token", async () => {
  for (const path of ["/metrics", "/readyz"]) {
    const status = async (headers: Record<string, string>) => (await fetch(`${city.url}${path}`, { headers })).status;
    expect(await status({})).toBe(200);
    // What a proxy passes on comes from somewhere else, whatever it says of itself.
    for (const header of [{ "x-forwarded-for": "127.0.0.1" }, { forwarded: "for=127.0.0.1" }]) {
      expect(await status(header)).toBe(404);
      expect(await status({ ...header, authorization: "Bearer guessed" })).toBe(404);
      expect(await status({ ...header, authorization: "Bearer of-the-operator" })).toBe(200);
    }
  }
});

it("退出查看 ends on the server what the browser had opened: a copy of its cookies opens nothing", async () => {
  const { number, code } = await file(city);
  const who = new Citizen(city.url);
  const opened = await who.send(await who.open("/follow"), { number, code });
  expect([opened.url.pathname, opened.words.includes(number)]).toEqual(["/my-case", true]);
  const older = new Map(who.jar);
  city.at("2026-03-02 09:05");
  const again = await who.send(await who.open("/follow"), { number, code });
  const copy = new Map(who.jar);
  expect(copy.get("huiyin_case")).not.toBe(older.get("huiyin_case"));
  await who.send(again, {}, "/my-case/leave");
  expect(who.jar.has("huiyin_case")).toBe(false);
  for (const jar of [copy, older]) {
    const thief = new Citizen(city.url);
    for (const [name, value] of jar) thief.jar.set(name, value);
    expect((await thief.open("/my-case")).url.pathname).toBe("/follow");
  }
  const back = await who.send(await who.open("/follow"), { number, code });
  expect(back.url.pathname).toBe("/my-case");
});

it("the mark of our forms is another in every page, so that nothing is learned from how well a page is compressed", async () => {
  const { number, code } = await file(city);
  const who = new Citizen(city.url);
  const [one, other] = [await who.open("/follow"), await who.open("/follow")];
  const mark = (html: string) => /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? "";
  expect(mark(one.html)).not.toBe(mark(other.html));
  const wrong = `${mark(one.html).startsWith("A") ? "B" : "A"}${mark(one.html).slice(1)}`;
  expect((await who.send(one, { number, code, _csrf: wrong })).url.pathname).toBe("/follow");
  expect((await who.send(one, { number, code })).url.pathname).toBe("/my-case");
});

it("over TLS a browser takes our cookies from this host alone", async () => {
  const secure = await openCity({}, { PUBLIC_URL: "https://12345.example.cn" });
  const { number, code } = await file(secure);
  const who = new Citizen(secure.url);
  const opened = await who.send(await who.open("/follow"), { number, code });
  expect(opened.words).toContain(number);
  expect([...who.jar.keys()].toSorted()).toEqual(["__Host-huiyin_visit", "__Secure-huiyin_case"]);
  const slipped = new Citizen(secure.url);
  for (const [name, value] of who.jar) slipped.jar.set(name.replace(/^__\w+-/, ""), value);
  expect((await slipped.open("/my-case")).url.pathname).toBe("/follow");
  await who.send(opened, {}, "/my-case/leave");
  expect([...who.jar.keys()]).toEqual(["__Host-huiyin_visit"]);
  const { headers } = await fetch(`${secure.url}/follow`);
  for (const line of headers.getSetCookie()) expect(line).toMatch(/^__Host-.*; Path=\/;.*HttpOnly; Secure/);
  await secure.close();
});

it("whoever guesses addresses is told to wait, on pages and at the API", async () => {
  for (const start of ["/no-page-", "/api/no-door-"]) {
    const asked = Array.from({ length: 130 }, async (_, n) => (await fetch(`${city.url}${start}${n}`)).status);
    const statuses = await Promise.all(asked);
    expect(statuses.filter((status) => status === 404).length).toBeLessThanOrEqual(120);
    expect(statuses).toContain(429);
  }
  expect((await fetch(`${city.url}/`)).status).toBe(200);
});
