import { expect, it } from "vitest";
import type { Pack } from "../../domain/rules/pack.ts";
import { nationalYears } from "../../packs/holidays/national.gen.ts";
import { packs } from "../../packs/index.ts";
import { exitCodes } from "../exit.ts";
import { speak } from "../words.ts";
import { refusedPacks } from "./gate.ts";

const { words: chinese } = speak([], "zh");
const { words: english } = speak([], "en");

it("what ships may be served", () => expect(refusedPacks(packs, nationalYears, chinese)).toBe(null));

it("a pack that the check refuses is not served: the reason names the file and the place", () => {
  const [first] = packs;
  if (!first) throw new Error("no pack");
  const powers = first.powers.filter(({ act }) => act !== "note");
  const duties = first.duties.map((duty) => (duty.id === "reply" ? { ...duty, words: "答复。" } : duty));
  const wrong: Pack = { ...first, powers, duties };
  const refused = refusedPacks([wrong], nationalYears, chinese);
  expect(refused?.code).toBe(exitCodes.environment);
  expect(refused?.message).toContain("packs/fuzhou-2007/powers.ts: 没有人可以做：note");
  expect(refused?.message).toContain("packs/fuzhou-2007/duties.ts: duty reply 的文字没有写出 10");
  expect(refusedPacks([wrong], nationalYears, english)?.message).toContain("nobody may do this: note");
});
