import { afterAll, beforeAll, expect, it } from "vitest";
import { mustHavePacks, PackMissing } from "../../../server/main.ts";
import { type FreshHouse, freshHouse } from "../../fresh-house.ts";
import { file } from "../life.ts";

let house: FreshHouse;
beforeAll(async () => {
  house = await freshHouse();
});
afterAll(() => house.close());

it("a regulation that was taken out while cases run under it: the server says which, and of how many cases", async () => {
  await mustHavePacks({ ...house, packs: [] });
  await file(house);
  await file(house, { content: "小区门口的垃圾桶满了三天没有人清运。" });
  const without = house.packs.filter(({ id }) => id !== "fuzhou-2007");
  await expect(mustHavePacks({ ...house, packs: without })).rejects.toMatchObject({ pack: "fuzhou-2007", cases: 2 });
  await expect(mustHavePacks({ ...house, packs: without })).rejects.toBeInstanceOf(PackMissing);
  await mustHavePacks(house);
});
