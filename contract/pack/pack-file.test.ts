import { describe, expect, it } from "vitest";
import { written } from "../../packs/index.ts";
import { packFile } from "./pack-file.ts";

const asFile = (pack: unknown) => JSON.parse(JSON.stringify(pack)) as Record<string, unknown>;

describe("a regulation as a file", () => {
  it.each(written.map((pack) => [pack.id, pack] as const))("%s is one, and loses nothing", (_id, pack) => {
    const read = packFile.safeParse(asFile(pack));
    expect(read.error?.issues.slice(0, 5) ?? []).toEqual([]);
    expect(read.data).toEqual(asFile(pack));
  });

  it.each([
    ["a key that is not known", { dutys: [] }],
    ["a stage that does not exist", { grounds: [{ ...asFile(written[0]?.grounds[0]), from: ["recieved"] }] }],
    ["a moment that does not exist", { duties: [{ ...asFile(written[0]?.duties[0]), start: "unit.recieved" }] }],
    ["a term without a length", { duties: [{ ...asFile(written[0]?.duties[0]), limit: { n: 0, unit: "hour" } }] }],
    [
      "a month that does not say how it ends",
      { duties: [{ ...asFile(written[0]?.duties[0]), limit: { n: 6, unit: "month" } }] },
    ],
  ])("is refused with %s", (_what, wrong) => {
    expect(packFile.safeParse({ ...asFile(written[0]), ...wrong }).success).toBe(false);
  });
});
