import { afterAll, beforeAll, expect, it } from "vitest";
import { routes } from "../../../contract/routes.ts";
import { type City, citizen, openCity } from "../../city.ts";
import { at, file, refusal, send } from "../../steps.ts";

let city: City;
beforeAll(async () => {
  city = await openCity({ ways: { email: true, sms: true } });
});
afterAll(() => city.close());

const order = { identity: "calledBack", reason: "来件人丢失查询码", way: "say" } as const;

const follow = (number: string, code: string) => city.call(routes.publicDoors.follow, { body: { number, code } });

it("the desk gives a new query code after a check of identity; it opens, the old one does not, and both reasons stand in the record", async () => {
  city.at("2026-03-02 09:00");
  const { id, number, code } = await file(city);
  const operator = await at(city, "centre.operator");
  const renew = (once: string) => operator.call(routes.queryCodes.renew, { params: { id }, body: order }, { once });
  const given = await renew("first");
  expect(given.number).toBe(number);
  expect(given.code).toMatch(/^\d{10}$/);
  expect(await renew("first")).toEqual(given);
  await expect(follow(number, code)).rejects.toMatchObject(refusal(404, "follow.mismatch"));
  expect((await follow(number, given.code ?? "")).number).toBe(number);
  const { reads } = await operator.open(id);
  expect(reads.filter(({ what }) => what === "newCode")).toMatchObject([{ reason: "calledBack：来件人丢失查询码" }]);
  city.at("2026-03-02 09:10");
  await expect(renew("first")).rejects.toMatchObject(refusal(409, "keyReused"));
  const next = await renew("second");
  expect(next.code).not.toBe(given.code);
  await expect(follow(number, given.code ?? "")).rejects.toMatchObject(refusal(404, "follow.mismatch"));
});

it("by SMS the code goes to the telephone of the case and to no screen; without a telephone it is refused in words", async () => {
  city.at("2026-03-03 09:00");
  const { id, number, code } = await file(city);
  const operator = await at(city, "centre.operator");
  const body = { ...order, way: "sms" } as const;
  expect(await operator.call(routes.queryCodes.renew, { params: { id }, body })).toEqual({ number, code: null });
  const { messages } = await operator.open(id);
  const [message] = messages.filter(({ notice }) => notice === "newCode");
  expect(message).toMatchObject({ channel: "sms", recipient: "139****2222", state: "waiting" });
  expect(message?.body).toContain("••••••••••");
  const row = await city.house.db
    .selectFrom("outbox")
    .select("body_sealed")
    .where("id", "=", message?.id ?? "")
    .executeTakeFirstOrThrow();
  const sent = row.body_sealed ? city.house.keys.open("message", row.body_sealed) : "";
  const fresh = /查询码是(\d{10})/.exec(sent)?.[1] ?? "";
  expect((await follow(number, fresh)).number).toBe(number);
  await expect(follow(number, code)).rejects.toMatchObject(refusal(404, "follow.mismatch"));

  const letter = await operator.call(routes.cases.register, {
    body: {
      channel: "letter",
      content: "来信反映楼道堆放杂物，请清理。",
      petitioner: { ...citizen, phone: null, replyBy: "web" },
    },
  });
  const refused = operator.call(routes.queryCodes.renew, { params: { id: letter.id }, body });
  await expect(refused).rejects.toMatchObject(refusal(422, "code.noPhone"));
});

it("who may not see whom a case is from gives no code, and without a reason nobody does", async () => {
  city.at("2026-03-04 09:00");
  const { id } = await file(city);
  await send(city, id, "urban");
  const office = await at(city, "bureau.auditor");
  const asked = office.call(routes.queryCodes.renew, { params: { id }, body: order });
  await expect(asked).rejects.toMatchObject(refusal(403, "right.missing"));
  const operator = await at(city, "centre.operator");
  const silent = operator.call(routes.queryCodes.renew, { params: { id }, body: { ...order, reason: "" } });
  await expect(silent).rejects.toMatchObject(refusal(400, "request.invalid"));
});
