import { expect, it } from "vitest";
import { packs } from "../../packs/index.ts";
import { channelsTaken } from "./look-up.ts";

it("staff take in what the pack lists and leaves room for, and nothing that it does not", () => {
  const taken = Object.fromEntries(packs.map((pack) => [pack.id, channelsTaken(pack).toSorted()]));
  expect(taken).toMatchObject({
    "fuzhou-2007": ["fax", "letter", "phone", "sms", "visit"],
    "hangzhou-2016": ["email", "sms"],
    "national-2022": ["fax", "letter", "phone", "visit"],
    "yintai-2012": ["collected"],
    "zhejiang-2017": ["email", "fax", "letter", "phone", "visit"],
  });
});
