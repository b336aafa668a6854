import { afterAll, beforeAll, expect, it } from "vitest";
import { routes } from "../../../contract/routes.ts";
import type { TellingWay } from "../../../domain/telling/staff.ts";
import { remindOfToday } from "../../../server/actions/own/remind.ts";
import { changeSetting } from "../../../server/actions/office/change-setting.ts";
import type { Gateways } from "../../../server/gateways/gateways.ts";
import { tellStaff } from "../../../server/jobs/tell-staff.ts";
import { type City, type Desk, openCity } from "../../city.ts";
import { at, fail, file, refusal, reply, send } from "../../steps.ts";

let city: City;
beforeAll(async () => {
  city = await openCity({ ways: { sms: true, email: true } });
});
afterAll(() => city.close());

const lamp = "加洋路12号门前的路灯坏了三天，晚上很黑，请修复。";

it("[AC-41] category and place are corrected before dispatch from the region's lists, with the old value in the timeline", async () => {
  await changeSetting(city.house, city.house.region, "categories", ["市政设施", "市容环境"]);
  const dispatcher = await at(city, "bureau.dispatcher");
  const { id } = await file(city, { content: lamp });
  const correct = (field: "category" | "area" | "place", value: string) =>
    dispatcher.call(routes.cases.correct, { params: { id }, body: { field, value } });
  const { categories, areas } = await dispatcher.call(routes.cases.choices, {});
  expect(categories).toEqual(["市政设施", "市容环境"]);
  await correct("category", "市容环境");
  await correct("category", "市政设施");
  const [first, second] = areas;
  await correct("area", first?.id ?? "");
  await correct("area", second?.id ?? "");
  await correct("place", "加洋路12号");
  const seen = await dispatcher.open(id);
  expect(seen).toMatchObject({
    stage: "registered",
    category: "市政设施",
    area: { id: second?.id },
    place: "加洋路12号",
  });
  const told = seen.timeline.filter(({ type }) => type === "corrected").map(({ text }) => text);
  const lines = ["（无） → 市容环境", "市容环境 → 市政设施", `${first?.name} → ${second?.name}`, "（无） → 加洋路12号"];
  for (const line of lines) expect(told.some((text) => text.includes(line))).toBe(true);
  await expect(correct("category", "没有这一类")).rejects.toMatchObject(refusal(422, "correction.category"));
  await expect(correct("area", "nowhere")).rejects.toMatchObject({ status: 400 });
  expect((await dispatcher.open(id)).category).toBe("市政设施");
  const counted = { from: "2026-01-01", to: "2026-12-31", by: "category" };
  const figures = await (await at(city, "bureau.head")).call(routes.statistics.figures, { query: counted as never });
  expect(figures.groups.some(({ name }) => name === "市政设施")).toBe(true);
});

interface Sent {
  readonly way: "sms" | "email";
  readonly to: string;
  readonly text: string;
}

/** Hands out what waits for the ways out, as the worker does. */
async function sendAll(): Promise<readonly Sent[]> {
  const sent: Sent[] = [];
  const gateways: Gateways = {
    sms: {
      send: ({ to, text }) => {
        sent.push({ way: "sms", to, text });
        return Promise.resolve({ result: "sent", detail: "" });
      },
      close: () => undefined,
    },
    mail: {
      send: ({ to, text }) => {
        sent.push({ way: "email", to, text });
        return Promise.resolve({ result: "sent", detail: "" });
      },
      close: () => undefined,
    },
  };
  const { db, region } = city.house;
  const rows = await db.selectFrom("staff_notice").select("id").where("state", "=", "waiting").execute();
  for (const { id } of rows) await tellStaff(city.house, gateways, { region, notice: id }, 1);
  // A second wake-up of the same job sends nothing again.
  for (const { id } of rows) await tellStaff(city.house, gateways, { region, notice: id }, 2);
  return sent;
}

it("[AC-80] each person sets which assignments notify by bell, short message or mail, and is told by exactly those", async () => {
  city.at("2026-03-04 09:00");
  const clerk = await at(city, "urban.clerk");
  const reach = { phone: "139 0000 7777", email: "clerk@example.cn" };
  const wish = (ways: TellingWay[], more: object = {}) =>
    clerk.call(routes.telling.change, { body: { ...reach, kinds: [{ kind: "assignment", ways }], ...more } });
  const combinations: TellingWay[][] = [
    ["bell"],
    ["sms"],
    ["email"],
    [],
    ["bell", "sms"],
    ["bell", "email"],
    ["sms", "email"],
    ["bell", "sms", "email"],
  ];
  for (const ways of combinations) {
    await wish(ways);
    await sendAll();
    const { id, number } = await file(city, { content: `${lamp}第${ways.join("")}次。` });
    await send(city, id, "urban");
    const bell = (await clerk.call(routes.telling.bell, {})).rows.filter((row) => row.caseId === id);
    expect([ways, bell.length > 0]).toEqual([ways, ways.includes("bell")]);
    const mine = (await sendAll()).filter(({ to }) => to.includes("7777") || to === reach.email);
    for (const way of ["sms", "email"] as const) {
      const texts = mine.filter((one) => one.way === way).map(({ text }) => text);
      expect([ways, way, texts.length > 0]).toEqual([ways, way, ways.includes(way)]);
      for (const text of texts) {
        expect(text).toContain(number.slice(-6));
        expect(text).not.toMatch(/路灯|温若谷|13900002222/);
      }
    }
  }
  expect((await clerk.call(routes.telling.settings, {})).kinds.find(({ kind }) => kind === "assignment")?.ways).toEqual(
    ["bell", "sms", "email"],
  );
  await expect(wish(["sms"], { phone: null })).rejects.toMatchObject(refusal(422, "telling.phone"));
  await expect(wish(["sms"], { phone: "0591-88881234" })).rejects.toMatchObject(refusal(422, "telling.phone"));
  await expect(wish(["email"], { email: "没有信箱" })).rejects.toMatchObject({ status: 422 });
});

it("[AC-80] what the regulation orders is told whatever was wished; requests and reminders follow their own wishes", async () => {
  city.at("2026-03-04 10:00");
  const clerk = await at(city, "urban.clerk");
  const leader = await at(city, "urban.leader");
  const silent = { phone: null, email: null };
  const none = (["assignment", "request", "reminder"] as const).map((kind) => ({ kind, ways: [] }));
  const refused = clerk.call(routes.telling.change, { body: { ...silent, kinds: [{ kind: "order", ways: ["sms"] }] } });
  await expect(refused).rejects.toMatchObject(refusal(422, "telling.fixed"));
  await clerk.call(routes.telling.change, { body: { ...silent, kinds: none } });
  await leader.call(routes.telling.change, {
    body: { ...silent, kinds: none.filter(({ kind }) => kind !== "request") },
  });
  const { id } = await file(city, { content: lamp });
  await send(city, id, "urban");
  const leg = await reply(city, id, "urban");
  const told = async (desk: Desk) =>
    (await desk.call(routes.telling.bell, {})).rows.filter(({ caseId }) => caseId === id).map(({ kind }) => kind);
  expect(await told(clerk)).toEqual([]);
  const auditor = await at(city, "bureau.auditor");
  expect(await told(auditor)).toContain("request");
  await fail(city, id, leg);
  expect(await told(clerk)).toEqual(["order"]);
  const [back] = (await clerk.call(routes.telling.bell, {})).rows.filter(({ caseId }) => caseId === id);
  // It names the body that has sent the answer back, not the unit that it came back to.
  expect(back?.text).toMatch(/^市信访局：退回重办，.*前$/u);
  const { duties } = await clerk.open(id);
  const due = duties.find(({ kind, state }) => kind === "duty" && state === "open")?.due ?? "";
  const ids = (await auditor.call(routes.telling.bell, {})).rows.map((row) => row.id);
  await auditor.call(routes.telling.readBell, { body: { ids } });
  expect((await auditor.call(routes.telling.bell, {})).unread).toBe(0);
  await clerk.call(routes.telling.change, { body: { ...silent, kinds: [{ kind: "reminder", ways: ["bell"] }] } });
  city.at(`${due} 09:00`);
  await remindOfToday(city.house, city.house.region);
  await remindOfToday(city.house, city.house.region);
  expect((await told(clerk)).toSorted()).toEqual(["order", "reminder"]);
  const other = await at(city, "water.clerk");
  expect(await told(other)).toEqual([]);
});

it("an announcement is written, shown from its day, gone after its last one, withdrawn at once, and tells of no person", async () => {
  city.at("2026-03-04 11:00");
  const admin = await at(city, "admin");
  const shown = async () =>
    (await (await fetch(`${city.url}/notices`)).text()) + (await (await fetch(city.url)).text());
  const write = (title: string, on: string, until: string | null, more: object = {}) =>
    admin.call(routes.announcements.write, {
      body: { title, text: "接访室临时搬到二楼。", on: on as never, until: until as never, ...more },
    });
  const { id } = await write("临时通知甲", "2026-03-05", "2026-03-06");
  const other = await write("一直有效", "2026-03-04", null);
  expect(await shown()).not.toContain("临时通知甲");
  city.at("2026-03-06 23:59");
  expect(await shown()).toContain("临时通知甲");
  city.at("2026-03-07 00:01");
  expect(await shown()).not.toContain("临时通知甲");
  expect((await admin.call(routes.announcements.list, {})).rows.find((row) => row.id === id)?.state).toBe("over");
  expect(await shown()).toContain("一直有效");
  const withdraw = { params: { id: other.id }, body: { reason: "已经搬回" } };
  await admin.call(routes.announcements.withdraw, withdraw);
  expect(await shown()).not.toContain("一直有效");
  await expect(admin.call(routes.announcements.withdraw, withdraw)).rejects.toMatchObject({ status: 404 });
  const named = { text: "身份证号110101199003078515的市民请来领材料。" };
  await expect(write("领材料", "2026-03-07", null, named)).rejects.toMatchObject(refusal(422, "announcement.personal"));
  const office = { text: "请联系13900002222领取。" };
  await expect(write("电话", "2026-03-07", null, office)).rejects.toMatchObject({ status: 422 });
  await expect(write("日子", "2026-03-07", "2026-03-06")).rejects.toMatchObject(refusal(422, "announcement.days"));
  const clerk = await at(city, "urban.clerk");
  const body = { title: "不行", text: "不行", on: "2026-03-07" as never };
  await expect(clerk.call(routes.announcements.write, { body })).rejects.toMatchObject({ status: 403 });
  expect((await clerk.call(routes.announcements.list, {})).mayWrite).toBe(false);
  const { db, region } = city.house;
  const events = await db.selectFrom("office_event").select("type").where("region_id", "=", region).execute();
  const types = events.map(({ type }) => type).filter((type) => type.startsWith("announce"));
  expect(types.toSorted()).toEqual(["announced", "announced", "announcementWithdrawn"]);
});
