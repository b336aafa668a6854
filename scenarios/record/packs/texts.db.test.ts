import { afterAll, beforeAll, expect, it } from "vitest";
import { amendPack, keepTexts } from "../../../server/actions/regulations/keep-texts.ts";
import { PackChanged } from "../../../server/record/pack-text.ts";
import { readEvents } from "../../../server/store/case/load.ts";
import { bindingTexts } from "../../../server/store/regulations/texts.ts";
import { type FreshHouse, freshHouse } from "../../fresh-house.ts";
import { file } from "../life.ts";

let house: FreshHouse;
beforeAll(async () => {
  house = await freshHouse();
});
afterAll(() => house.close());

/** The house with another text of its regulations, which come from outside the program or with it. */
const textOf = (sha256: string, from: "outside" | "program" = "outside") => {
  const packs = house.packs.map((pack) => ({
    ...pack,
    sha256,
    ...(from === "outside" ? { outside: true as const } : {}),
  }));
  return { ...house, packs };
};

it("a regulation may be changed until its first case; from then on it has to be amended, with the reason in the log", async () => {
  await keepTexts(textOf("a"));
  await keepTexts(textOf("b"));
  const { caseId } = await file(textOf("b"));
  const [received] = await readEvents(house.db, house.keys, house.region, caseId);
  expect(received?.data).toMatchObject({ packId: "fuzhou-2007", packSha256: "b" });
  await keepTexts(textOf("b"));
  await expect(keepTexts(textOf("c"))).rejects.toMatchObject({ pack: "fuzhou-2007", region: house.region });
  await expect(keepTexts(textOf("c"))).rejects.toBeInstanceOf(PackChanged);
  await expect(file(textOf("c"), { content: "改过的规定还不能约束新的来件。" })).rejects.toBeInstanceOf(PackChanged);
  const changed = textOf("c");
  const [pack] = changed.packs;
  if (!pack) throw new Error("no pack");
  expect(await amendPack(changed, house.region, pack, "更正第八条")).toEqual({ from: "b", to: "c" });
  expect(await amendPack(changed, house.region, pack, "再来一次")).toBeNull();
  await keepTexts(changed);
  const rows = await house.db
    .selectFrom("office_event")
    .select(["type", "data"])
    .where("stream", "=", "regulation")
    .orderBy("seq")
    .execute();
  expect(rows).toEqual([{ type: "packAmended", data: { pack: "fuzhou-2007", sha256: "c", reason: "更正第八条" } }]);
});

it("what comes with a new release of the program is written down by itself", async () => {
  await Promise.all([1, 2, 3].map(() => keepTexts(textOf("d", "program"))));
  const events = await house.db.selectFrom("office_event").select("type").where("stream", "=", "regulation").execute();
  expect(events.map(({ type }) => type)).toEqual(["packAmended", "packReleased"]);
  expect((await bindingTexts(house.db, house.region)).get("fuzhou-2007")).toBe("d");
});

it("many first cases at once fix one text", async () => {
  const other = await freshHouse();
  const whole = { ...other, packs: other.packs.map((pack) => ({ ...pack, sha256: "e" })) };
  await Promise.all(
    Array.from({ length: 6 }, (_, n) => file(whole, { content: `第${n}件：路灯不亮，请派人来修一修。` })),
  );
  const rows = await other.db.selectFrom("pack_text").select(["n", "sha256", "how"]).execute();
  expect(rows).toEqual([{ n: 1, sha256: "e", how: "first" }]);
  await other.close();
});
