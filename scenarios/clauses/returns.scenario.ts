import { afterAll, beforeAll, expect, it } from "vitest";
import { sweep } from "../../server/jobs/sweep.ts";
import { routes } from "../../contract/routes.ts";
import { type City, openCity } from "../city.ts";
import { at, file, legAt, noticesTo, send, sendOn } from "../steps.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

/** A county bureau asks to give a case back on Wednesday 4 March. */
async function asked(): Promise<{ id: string; number: string; leg: string }> {
  city.at("2026-03-04 08:30");
  const { id, number } = await file(city);
  await send(city, id, "gulou-bureau");
  const county = await at(city, "gulou-bureau.dispatcher");
  const leg = await legAt(county, id, "gulou-bureau");
  city.at("2026-03-04 10:00");
  await county.act(id, "askBureauReturn", { reason: "属市城管局职责。", suggested: "urban" }, leg);
  return { id, number, leg };
}

const stateOf = async (id: string) => (await (await at(city, "bureau.dispatcher")).open(id)).legs.at(-1);

it("[FZ-8.3-5] silence to the end of the next working day refuses a county's return, and both bureaux are told", async () => {
  const { id, number, leg } = await asked();
  city.at("2026-03-05 23:59");
  await sweep(city.house);
  expect(await stateOf(id)).toMatchObject({ stage: "bureauReturnAsked" });
  expect((await noticesTo(city, "gulou-bureau.dispatcher")).map((n) => n.topic)).toEqual([]);
  city.at("2026-03-06 00:00");
  await sweep(city.house);
  await sweep(city.house);
  expect(await stateOf(id)).toMatchObject({ stage: "atBureau", returnRequest: { state: "deemedRefused" } });
  const text = `${number}：2026-03-05期限内没有接受退回，视为不同意，仍由鼓楼区信访局办理。`;
  for (const login of ["gulou-bureau.dispatcher", "bureau.dispatcher"]) {
    expect(await noticesTo(city, login), login).toMatchObject([{ topic: "returnDeemedRefused", text, readAt: null }]);
  }
  expect((await noticesTo(city, "taijiang-bureau.dispatcher")).map((n) => n.topic)).toEqual([]);
  const dispatcher = await at(city, "bureau.dispatcher");
  const late = dispatcher.act(id, "acceptBureauReturn", {}, leg);
  await expect(late).rejects.toMatchObject({ status: 422 });
  const { timeline } = await dispatcher.open(id);
  expect(timeline.find((row) => row.type === "returnRefused")).toMatchObject({ who: "系统" });
  const county = await at(city, "gulou-bureau.dispatcher");
  const again = county.act(id, "askBureauReturn", { reason: "还是不归我们。", suggested: "urban" }, leg);
  await expect(again).rejects.toMatchObject({
    status: 422,
    error: { rule: { id: expect.stringMatching(/^FZ-8\.3/) } },
  });
  await sendOn(city, id, "gulou-bureau", "gulou-urban");
  const [notice] = await noticesTo(city, "gulou-bureau.dispatcher");
  await county.call(routes.office.readNotice, { params: { id: notice?.id ?? "" } });
  expect((await noticesTo(city, "gulou-bureau.dispatcher"))[0]?.readAt).not.toBeNull();
});

it("[FZ-8.3-5] whoever comes too late is told so even before the sweep has run, and the notices go out then", async () => {
  const { id, number, leg } = await asked();
  city.at("2026-03-06 00:01");
  const dispatcher = await at(city, "bureau.dispatcher");
  await expect(dispatcher.act(id, "acceptBureauReturn", {}, leg)).rejects.toMatchObject({ status: 422 });
  expect((await stateOf(id))?.returnRequest?.state).toBe("deemedRefused");
  await sweep(city.house);
  const told = (await noticesTo(city, "bureau.dispatcher")).filter((n) => n.text.startsWith(number));
  expect(told).toHaveLength(1);
});

it("[FZ-8.3-5] an answer in time is an answer: nothing is deemed, nobody is told of silence", async () => {
  const { id, number, leg } = await asked();
  const dispatcher = await at(city, "bureau.dispatcher");
  city.at("2026-03-05 23:50");
  await dispatcher.act(id, "acceptBureauReturn", { note: "同意。" }, leg);
  city.at("2026-03-06 09:00");
  await sweep(city.house);
  expect(await noticesTo(city, "bureau.dispatcher")).not.toContainEqual(
    expect.objectContaining({ text: expect.stringContaining(number) }),
  );
  await send(city, id, "urban");
  expect((await (await at(city, "urban.clerk")).open(id)).legs.at(-1)).toMatchObject({ org: { id: "urban" } });
});
