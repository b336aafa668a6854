import { describe, expect, it } from "vitest";
import { at } from "../../packs/fuzhou-2007/example-office.ts";
import { fuzhou2007 } from "../../packs/fuzhou-2007/index.ts";
import * as say from "../../packs/fuzhou-2007/stories.ts";
import { nationalYears } from "../../packs/holidays/national.gen.ts";
import { office } from "../office/office.ts";
import type { Holding, Org, OrgId, PersonId, Post } from "../office/org.ts";
import { stage } from "../proof/fixture.ts";
import { bodiesOf, bodyOf, type World } from "./bodies.ts";

const section = "section" as OrgId;
const { orgs, holdings } = fuzhou2007.exampleOffice;
const parent = orgs.find((org) => org.id === at.office) as Org;
const held = (post: Post): Holding => ({
  ...(holdings[0] as Holding),
  personId: "x" as PersonId,
  orgId: section,
  post,
});
const place = office([...orgs, { ...parent, id: section, parentId: at.office }], [...holdings, held("dispatcher")]);
const { kase } = stage(fuzhou2007, nationalYears).play(say.web, []);
const world: World = { office: place, pack: fuzhou2007 };

describe("the body of a kind beside the top body", () => {
  it("is meant with its own sections", () => {
    expect(bodiesOf("kind:governmentOffice", kase, null, world)).toEqual([at.office, section]);
  });

  it("owes through the section where the post is held, and else itself", () => {
    expect(bodyOf("kind:governmentOffice", kase, null, world, "dispatcher")).toBe(section);
    expect(bodyOf("kind:governmentOffice", kase, null, world, "officeLeader")).toBe(at.office);
    expect(bodyOf("kind:governmentOffice", kase, null, world, "clerk")).toBe(at.office);
    expect(bodyOf("kind:governmentOffice", kase, null, world)).toBe(at.office);
  });

  it("is nobody where the area has none", () => {
    expect(bodyOf("kind:jointConference", kase, null, world)).toBeNull();
  });
});
