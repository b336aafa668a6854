import { afterAll, beforeAll, expect, it } from "vitest";
import type { CaseId } from "../../domain/case/case.ts";
import { type City, openCity } from "../city.ts";
import { at, file, register } from "../steps.ts";

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const refused = { error: { code: "repeat.notAnEarlierCase" } };

it("[FZ-8.5-2] the earlier case is another one, is there, came first, and is one that its linker may read", async () => {
  city.at("2026-03-02 09:00");
  const first = await file(city);
  city.at("2026-03-03 09:00");
  const second = await file(city);
  const dispatcher = await at(city, "bureau.dispatcher");
  const link = (id: string, previous: string) => dispatcher.act(id, "linkRepeat", { previous: previous as CaseId });
  await expect(link(second.id, second.id)).rejects.toMatchObject(refused);
  await expect(link(second.id, "01900000-0000-7000-8000-000000000000")).rejects.toMatchObject(refused);
  await expect(link(first.id, second.id)).rejects.toMatchObject(refused);
  const operator = await at(city, "centre.operator");
  const byPhone = await register(city);
  await expect(operator.act(byPhone.id, "linkRepeat", { previous: await unreadable() })).rejects.toMatchObject(refused);
  await link(second.id, first.id);
  expect(await chainOf(second.id)).toEqual([first.number, second.number].toSorted());
});

it("[FZ-8.5-2] linking the head of a chain to an earlier case takes the whole chain along", async () => {
  const numbers: string[] = [];
  const ids: string[] = [];
  for (const day of ["05", "06", "09"]) {
    city.at(`2026-03-${day} 09:00`);
    const filed = await file(city);
    numbers.push(filed.number);
    ids.push(filed.id);
  }
  const [oldest = "", middle = "", newest = ""] = ids;
  const dispatcher = await at(city, "bureau.dispatcher");
  await dispatcher.act(newest, "linkRepeat", { previous: middle as CaseId });
  await dispatcher.act(middle, "linkRepeat", { previous: oldest as CaseId });
  expect(await chainOf(newest)).toEqual(numbers.toSorted());
});

async function chainOf(id: string): Promise<readonly string[]> {
  const { number, repeats } = await (await at(city, "bureau.dispatcher")).open(id);
  return [...new Set([number, ...repeats.chain.map((row) => row.number)])].toSorted();
}

/** A report about officials that the service centre cannot read. */
async function unreadable(): Promise<CaseId> {
  const filed = await file(city, { subject: "discipline", content: "某单位干部收受礼金，请查处。" });
  const dispatcher = await at(city, "bureau.dispatcher");
  await dispatcher.act(filed.id, "refuse", { ground: "ground.3.2", fields: {} });
  return filed.id as CaseId;
}
