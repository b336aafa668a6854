import { readXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, expect, it } from "vitest";
import { routes } from "../../../contract/routes.ts";
import { type City, citizen, openCity } from "../../city.ts";
import { at, file, pass, refusal, register, reply, send } from "../../steps.ts";

let city: City;
beforeAll(async () => {
  city = await openCity({ ways: { email: true, sms: true } });
});
afterAll(() => city.close());

const lamp = "加洋路12号门前的路灯坏了三天，晚上很黑，请修复。";

it("[AC-49] a dispatch against the first suggestion stands in the list of the month with suggestion, choice and reason", async () => {
  city.at("2026-03-02 09:00");
  const dispatcher = await at(city, "bureau.dispatcher");
  const proposed = async (id: string) =>
    (await dispatcher.call(routes.cases.previewDispatch, { params: { id }, body: { track: "public" } } as never))
      .suggestions[0];
  const taken = await file(city, { content: lamp });
  const first = await proposed(taken.id);
  if (!first) throw new Error("nobody is proposed for a street lamp");
  await send(city, taken.id, first.id);
  const corrected = await file(city, { content: lamp });
  const otherWhy = "这条路归建设单位代管。";
  const other = first.id === "housing" ? "urban" : "housing";
  await dispatcher.act(corrected.id, "dispatch", {
    classification: { track: "public" },
    otherWhy,
    matters: [{ targets: [{ orgId: other, role: "lead" }] }],
  });

  const officer = await at(city, "efficiency.officer");
  const month = (from: string, to: string) => officer.call(routes.suggestions.corrected, { query: { from, to } });
  const march = await month("2026-03-01", "2026-03-31");
  expect(march).toMatchObject({ of: 2, met: 1 });
  expect(march.rows).toMatchObject([{ caseId: corrected.id, suggested: first.name, why: otherWhy }]);
  expect(march.rows[0]?.chosen).not.toBe(first.name);
  expect(march.rows[0]?.suggestedWhy).toContain("路灯");
  expect((await month("2026-04-01", "2026-04-30")).rows).toEqual([]);

  const clerk = await at(city, "urban.clerk");
  const query = { from: "2026-03-01", to: "2026-03-31" };
  await expect(clerk.call(routes.suggestions.corrected, { query })).rejects.toMatchObject(
    refusal(403, "right.missing"),
  );
  const sheet = (purpose: string) =>
    fetch(`${city.url}/api/suggestions/corrected-export?from=2026-03-01&to=2026-03-31&purpose=${purpose}`, {
      headers: { cookie: officer.cookie },
    });
  expect((await sheet("")).status).toBe(400);
  const rows = (await readXlsx(new Uint8Array(await (await sheet("改进建议")).arrayBuffer()))).sheets[0]?.rows;
  expect(rows?.[1]).toEqual(expect.arrayContaining([corrected.number, first.name, otherWhy]));
});

it("[AC-39 partly] a number that is passed in shows its cases with unit and last answer, and of nobody else", async () => {
  city.at("2026-03-03 09:00");
  const petitioner = { ...citizen, phone: "13900007777", replyBy: "phone" as const };
  const answered = await register(city, { content: "井盖松动，车子一过就响。", petitioner });
  const operator = await at(city, "centre.operator");
  await operator.act(answered.id, "handOver", {});
  await send(city, answered.id, "urban");
  const before = await operator.call(routes.cases.callers, { body: { phone: "139-0000-7777" } });
  expect(before.rows).toMatchObject([{ id: answered.id, answer: null }]);
  expect(before.rows[0]?.unit).toContain("城管");
  await pass(city, answered.id, await reply(city, answered.id, "urban", "井盖已于3月3日紧固，请放心。"));
  const open = await register(city, { content: "同一处井盖又松了。", petitioner });
  await register(city, { petitioner: { ...petitioner, phone: "13900008888" } });
  const { rows } = await operator.call(routes.cases.callers, { body: { phone: "+86 13900007777" } });
  expect(rows.map(({ id }) => id).toSorted()).toEqual([answered.id, open.id].toSorted());
  expect(rows.find(({ id }) => id === answered.id)?.answer).toMatchObject({ on: "2026-03-03" });
  expect(rows.find(({ id }) => id === answered.id)?.answer?.text).toContain("井盖已于3月3日紧固");
  expect(rows.find(({ id }) => id === open.id)).toMatchObject({ answer: null });
});
