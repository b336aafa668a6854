import { afterAll, beforeAll, expect, it } from "vitest";
import { routes } from "../../contract/routes.ts";
import { type City, openCity } from "../city.ts";
import { at, file, legAt, send } from "../steps.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const march = { from: "2026-03-01", to: "2026-03-31" };

it("a shorter term is tried on what was lived: by unit, and nothing is written", async () => {
  city.at("2026-03-02 09:00");
  const filed = await file(city);
  await send(city, filed.id, "urban");
  city.at("2026-03-12 09:00");
  const clerk = await at(city, "urban.clerk");
  const leg = await legAt(clerk, filed.id, "urban");
  await clerk.act(filed.id, "submitToLeader", {}, leg);
  await clerk.act(filed.id, "draftReply", { text: "3月12日已修复，联系电话0591-00001008。" }, leg);
  await (await at(city, "urban.leader")).act(filed.id, "approveReply", {}, leg);
  const officer = await at(city, "efficiency.officer");
  const tried = (n: number) => officer.call(routes.whatIf.term, { query: { ...march, n, unit: "workingDay" } });
  const before = await clerk.open(filed.id);
  const org = { id: "urban", name: "市城管局" };
  expect(await tried(5)).toMatchObject({ rows: [{ org, total: 1, late: 0, wouldBeLate: 1 }], gap: null });
  expect(await tried(8)).toMatchObject({ rows: [{ org, total: 1, late: 0, wouldBeLate: 0 }] });
  expect((await tried(5)).inForce?.article).toBe("《办法》第八条（二）");
  expect(await clerk.open(filed.id)).toEqual(before);
});

it("only the efficiency office tries terms", async () => {
  const clerk = await at(city, "urban.clerk");
  const query = { ...march, n: 5, unit: "workingDay" } as const;
  await expect(clerk.call(routes.whatIf.term, { query })).rejects.toMatchObject({ error: { code: "right.missing" } });
});
