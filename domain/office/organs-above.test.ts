import { describe, expect, it } from "vitest";
import { exampleOffice } from "../../packs/national-2022/example-office.ts";
import { office, organsAbove } from "./office.ts";
import type { Org, OrgId } from "./org.ts";

const id = (name: string) => name as OrgId;
const office_: Org = {
  ...(exampleOffice.orgs.find((org) => org.id === "office") as Org),
  id: id("county-office"),
  parentId: id("county"),
  level: "county",
};
const tree = office([...exampleOffice.orgs, office_], []);

describe("the organs one level above", () => {
  it.each([
    ["county-land", ["land", "county-office"]],
    ["land", ["province-land", "office"]],
    ["county-water", ["county-office"]],
    ["county-office", ["office"]],
    ["province-land", []],
    ["office", []],
  ])("of %s: %j", (organ, above) => {
    expect(organsAbove(tree, id(organ))).toEqual(above);
  });
});
