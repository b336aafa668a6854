import { afterAll, beforeAll, expect, it } from "vitest";
import type { Route } from "../../contract/route.ts";
import { allRoutes, routes } from "../../contract/routes.ts";
import { yintaiDemo } from "../../demo/yintai/city.ts";
import { type City, openCity } from "../city.ts";
import { testPassword } from "../fresh-house.ts";
import { appoint, at, file, noticesTo, personIn, refusal, register } from "../steps.ts";
import { pressedTwice } from "./pressed-twice.ts";
import { appraisal } from "./writes/in-appraisal.ts";
import { calendars, decided, leaders, oversight } from "./writes/in-oversight.ts";
import { cases } from "./writes/on-cases.ts";
import { accounts, registry } from "./writes/on-the-office.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

it("a token asked for twice with one key is one token, and the database never holds it in the clear", async () => {
  const admin = await at(city, "admin");
  const { personId } = await city.house.db
    .selectFrom("holding")
    .select("person_id as personId")
    .where("org_id", "=", "urban")
    .executeTakeFirstOrThrow();
  const body = { name: "省平台", personId: personId as never, orgId: "urban" as never, days: 30 };
  const ask = (key: string) => admin.call(routes.tokens.create, { body }, { once: key });
  const [asked, again] = await Promise.all([ask("one-press"), ask("one-press")]);
  expect(again).toEqual(asked);
  expect((await ask("another")).waits?.change).not.toBe(asked.waits?.change);
  const { call } = await at(city, "security");
  const params = { id: asked.waits?.change ?? "" };
  const say = () => call(routes.changes.decide, { params, body: { agree: true } }, { once: "one-press" });
  const [first, second] = await Promise.all([say(), say()]);
  expect(second).toEqual(first);
  expect((await admin.call(routes.tokens.list, {})).rows).toHaveLength(1);
  const kept = await city.house.db.selectFrom("once_only").selectAll().execute();
  expect(JSON.stringify(kept)).not.toContain(first.secret);
});

it("a correction sent twice with one key is written down once", async () => {
  const { id } = await register(city);
  const operator = await at(city, "centre.operator");
  const correct = () =>
    operator.call(
      routes.cases.correct,
      { params: { id: id as never }, body: { field: "place", value: "五一中路3号" } },
      { once: "one-press" },
    );
  await correct();
  await correct();
  const corrections = (await operator.open(id)).timeline.filter((row) => row.text.includes("五一中路3号"));
  expect(corrections).toHaveLength(1);
});

const onceMore = { once: "pressed-twice" };

async function noted(type: string): Promise<number> {
  const rows = await city.house.db.selectFrom("office_event").select("seq").where("type", "=", type).execute();
  return rows.length;
}

it("a key used for one write is refused for another", async () => {
  const { call } = await at(city, "admin");
  const { id } = await personIn(call, "urban", "clerk");
  const set = (active: boolean) =>
    call(routes.office.setActive, { params: { id: id as never }, body: { active } }, { once: "one-or-other" });
  await set(true);
  await expect(set(false)).rejects.toMatchObject(refusal(409, "keyReused"));
});

it("the registry writes every change down once for its key, however often it comes", async () => {
  const admin = await at(city, "admin");
  const { holding, id: personId } = await personIn(admin.call, "urban", "clerk");
  const successor = { personId: personId as never, post: "clerk" as const, from: "2026-03-02" };
  await appoint(city, "urban", successor);
  const told = (await noticesTo(city, "bureau.dispatcher")).length;
  const params = { id: "urban" as never, holding };
  const end = () => admin.call(routes.office.endHolding, { params, body: { to: "2026-03-02" } }, { once: "ended" });
  const [first, second] = await Promise.all([end(), end()]);
  expect(second).toEqual(first);
  expect((await noticesTo(city, "bureau.dispatcher")).length).toBe(told + 1);

  const member = { params: { id: "urban" as never }, body: { joinedOn: "2026-01-01" } };
  const join = () => admin.call(routes.office.setMembership, member, { once: "joined" });
  const joined = await noted("membershipChanged");
  await Promise.all([join(), join()]);
  expect(await noted("membershipChanged")).toBe(joined + 1);

  const away = { params: { id: personId as never }, body: { active: true } };
  const restored = await noted("personRestored");
  for (const _ of [1, 2]) await admin.call(routes.office.setActive, away, { once: "restored" });
  expect(await noted("personRestored")).toBe(restored + 1);

  const dispatcher = await at(city, "bureau.dispatcher");
  const [notice] = await noticesTo(city, "bureau.dispatcher");
  const read = { params: { id: notice?.id ?? "" } };
  for (const _ of [1, 2]) await dispatcher.call(routes.office.readNotice, read, onceMore);
  await expect(dispatcher.call(routes.office.readNotice, read, { once: "later" })).rejects.toMatchObject(
    refusal(404, "notFound"),
  );
});

it("a token taken back twice with one key is taken back once", async () => {
  const { call } = await at(city, "admin");
  const [row] = (await call(routes.tokens.list, {})).rows;
  for (const _ of [1, 2]) await call(routes.tokens.revoke, { params: { id: row?.id ?? "" } }, onceMore);
  expect(await noted("tokenRevoked")).toBe(1);
});

it("a contact opened twice with one key is one line in the log, and an old key opens nothing", async () => {
  const { id } = await register(city);
  const { call } = await at(city, "centre.operator");
  const look = () =>
    call(routes.cases.reveal, { params: { id: id as never }, body: { reason: "callBack" } }, { once: "one-look" });
  expect((await look()).phone).toBe("13900002222");
  expect((await look()).phone).toBe("13900002222");
  const lines = () =>
    city.house.db
      .selectFrom("access_log")
      .select("id")
      .where("what", "=", "reveal")
      .where("case_id", "=", id)
      .execute();
  expect(await lines()).toHaveLength(1);
  city.at("2026-03-02 09:06");
  await expect(look()).rejects.toMatchObject(refusal(409, "keyReused"));
  expect(await lines()).toHaveLength(1);
  const kept = await city.house.db.selectFrom("once_only").select("reply").execute();
  expect(JSON.stringify(kept)).not.toContain("13900002222");
});

it("a message sent again with one key answers alike, and the key sends it by no other way", async () => {
  const { id } = await file(city, {
    petitioner: { kind: "person", name: "温若谷", phone: "13900003333", replyBy: "sms" },
  });
  const { call, open } = await at(city, "centre.operator");
  const message = (await open(id)).messages[0]?.id ?? "";
  const send = (channel: "phone" | null) =>
    call(routes.messages.resend, { params: { id: message }, body: { channel } }, { once: "sent-again" });
  expect(await send("phone")).toEqual({ state: "toDo" });
  expect(await send("phone")).toEqual({ state: "toDo" });
  await expect(send(null)).rejects.toMatchObject(refusal(409, "keyReused"));
});

it("files sent twice with one key are kept once, and the key takes no others", async () => {
  const { id } = await register(city);
  const operator = await at(city, "centre.operator");
  const { csrf } = await operator.call(routes.session.whoAmI, {});
  const send = async (name: string) => {
    const body = new FormData();
    body.append("files", new Blob([new Uint8Array(Buffer.from("%PDF-1.7\n1 0 obj\n"))]), name);
    const headers = { cookie: operator.cookie, "x-csrf-token": csrf, "idempotency-key": "one-file" };
    return (await fetch(`${city.url}/api/cases/${id}/files`, { method: "POST", headers, body })).status;
  };
  expect(await Promise.all([send("通知.pdf"), send("通知.pdf")])).toEqual([201, 201]);
  expect(await send("另一份.pdf")).toBe(409);
  expect((await operator.open(id)).files.map(({ name }) => name)).toEqual(["通知.pdf"]);
});

it("a password changed twice with one key is changed once; the key vouches for no other password", async () => {
  const desk = await city.as("housing.clerk");
  const change = (next: string) =>
    desk.call(
      routes.session.changePassword,
      { body: { login: "housing.clerk", current: testPassword, next } },
      { once: "new-password" },
    );
  await change("Other-Pass-2026");
  await change("Other-Pass-2026");
  expect(await noted("passwordChanged")).toBe(1);
  await expect(change("Third-Pass-2026")).rejects.toMatchObject(refusal(409, "keyReused"));
});

/** Asks by POST, or changes nothing but the session that it comes with: there is nothing to do twice. */
const keyless: readonly Route[] = [
  routes.session.signIn,
  routes.session.signInCode,
  routes.session.choosePlace,
  routes.session.signOut,
  routes.session.offerSecondFactor,
  routes.cases.callers,
  routes.cases.previewDispatch,
  routes.cases.previewRefusal,
  routes.cases.previewReply,
  routes.papers.preview,
  routes.calendars.preview,
  routes.publicDoors.follow,
];

it("every write of the API takes a key", () => {
  const without = allRoutes.filter((route) => route.method !== "GET" && !route.once);
  expect(without.map(({ path }) => path)).toEqual(keyless.map(({ path }) => path));
});

it("whatever is written, a repetition with its key is answered alike and does nothing, and another request is refused", async () => {
  const own = await openCity();
  const pressed = pressedTwice(own);
  for (const story of [cases, registry, accounts, leaders, oversight, calendars]) await story(pressed.city);
  await appraisal(pressed.city, own);
  await own.close();
  // Two writes are open under this regulation and not under Fuzhou's.
  const district = await openCity({ city: yintaiDemo });
  const there = pressedTwice(district);
  const watcher = await there.city.as("centre.operator");
  await watcher.call(routes.sources.check, { body: { source: "otherNet", found: 2 } });
  await decided(there.city);
  await district.close();
  // The acts have one door between them; files are sent as a form, and twice in a story of their own.
  const acts = Object.values<Route>(routes.acts);
  const rest = allRoutes.filter((route) => route.once && !acts.includes(route) && route !== routes.cases.attach);
  expect(rest.filter((route) => !pressed.stood.has(route) && !there.stood.has(route)).map(({ path }) => path)).toEqual(
    [],
  );
  expect(acts.filter((route) => pressed.stood.has(route)).length).toBeGreaterThan(10);
});
