import { afterAll, beforeAll, expect, it } from "vitest";
import { routes } from "../../contract/routes.ts";
import { type City, citizen, openCity } from "../city.ts";
import { at, file, refusal, register, send } from "../steps.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const byPhone = { ...citizen, replyBy: "phone" as const };
const bySms = { ...citizen, replyBy: "sms" as const };

async function rowsOf(login: string, caseId: string) {
  const { call } = await at(city, login);
  const list = await call(routes.messages.list, { query: { state: "all", size: 100 } });
  return list.rows.filter((row) => row.caseId === caseId);
}

async function countOf(login: string): Promise<number> {
  return (await (await at(city, login)).call(routes.worklist.counts, {})).messages;
}

it("messages of a case are listed to those who may read the case, by body and post, and to nobody else", async () => {
  const { id } = await register(city, { petitioner: bySms });
  await (await at(city, "centre.operator")).act(id, "handOver");
  await send(city, id, "gulou-bureau");
  for (const login of ["centre.operator", "bureau.dispatcher", "gulou-bureau.dispatcher"]) {
    expect((await rowsOf(login, id)).length, login).toBeGreaterThan(0);
  }
  for (const login of ["taijiang-bureau.dispatcher", "taijiang-bureau.head"]) {
    expect(await rowsOf(login, id), login).toEqual([]);
    expect(await countOf(login), login).toBe(0);
  }
  const { call } = await at(city, "urban.clerk");
  await expect(call(routes.messages.list, {})).rejects.toMatchObject(refusal(403, "right.missing"));
});

it("[FZ-3.2] a refusal that operators may not read is called in by the head of the bureau, who alone sees it", async () => {
  const { id } = await register(city, { petitioner: byPhone, content: "一段煽动性的话。" });
  await (await at(city, "centre.operator")).act(id, "handOver");
  const before = { operator: await countOf("centre.operator"), head: await countOf("bureau.head") };
  await (await at(city, "bureau.dispatcher")).act(id, "refuse", { ground: "ground.3.2", fields: {} });
  for (const login of ["centre.operator", "bureau.dispatcher"]) expect(await rowsOf(login, id), login).toEqual([]);
  expect(await countOf("centre.operator")).toBeLessThanOrEqual(before.operator);
  const [task] = (await rowsOf("bureau.head", id)).filter((row) => row.state === "toDo" && row.channel === "phone");
  if (!task) throw new Error("no call to make");
  expect(await countOf("bureau.head")).toBeGreaterThan(before.head);
  const complete = async (login: string) =>
    (await at(city, login)).call(routes.messages.complete, {
      params: { id: task.id },
      body: { reached: true, note: "本人接听" },
    });
  for (const login of ["centre.operator", "bureau.dispatcher", "taijiang-bureau.head"]) {
    await expect(complete(login), login).rejects.toMatchObject(refusal(404, "notFound"));
  }
  await expect(complete("urban.clerk")).rejects.toMatchObject(refusal(403, "right.missing"));
  expect(await complete("bureau.head")).toEqual({ done: true });
  const told = (await (await at(city, "bureau.head")).open(id)).timeline.filter((row) => row.type === "delivered");
  expect(told).toHaveLength(1);
});

it("an administrator sees how messages go, and neither case, addressee nor words", async () => {
  const { id, number } = await register(city, { petitioner: bySms, content: "围墙开裂。" });
  const { call } = await at(city, "admin");
  const { total, rows } = await call(routes.messages.list, { query: { state: "all", size: 100 } });
  expect(total).toBeGreaterThan(0);
  for (const row of rows) {
    expect(row).toMatchObject({ caseId: null, number: null, recipient: "", body: "", notice: "" });
    expect(["phone", "sms", "email", "letter", "web"]).toContain(row.channel);
  }
  expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${id}|${number}|${citizen.phone.slice(-4)}`));
  const [task] = await rowsOf("centre.operator", id);
  const complete = call(routes.messages.complete, { params: { id: task?.id ?? "" }, body: { reached: true } });
  await expect(complete).rejects.toMatchObject(refusal(403, "right.missing"));
});

it("how often a matter was raised counts only the cases that the reader may see", async () => {
  const first = await file(city, { content: "地铁站口电梯停运。" });
  await send(city, first.id, "urban");
  const dispatcher = await at(city, "bureau.dispatcher");
  const second = await file(city, { content: "地铁站口电梯又停运了。" });
  await dispatcher.act(second.id, "linkRepeat", { previous: first.id });
  const repeats = async (login: string) => {
    const { call } = await at(city, login);
    const { rows } = await call(routes.cases.list, { query: { q: "地铁站口电梯" } });
    return rows.map((row) => row.repeats);
  };
  expect(await repeats("bureau.dispatcher")).toEqual([2, 2]);
  expect(await repeats("urban.clerk")).toEqual([1]);
});
