import { expect, it } from "vitest";
import { packs } from "../../packs/index.ts";
import { exampleOffice } from "../../packs/fuzhou-2007/example-office.ts";
import { postsOffered } from "./posts-offered.ts";

const fuzhou = packs.find((pack) => pack.id === "fuzhou-2007");

it("offers a handling unit the posts of its own work, and no operator, dispatcher or auditor", () => {
  if (!fuzhou) throw new Error("no pack");
  expect(postsOffered("handlingUnit", fuzhou)).toEqual([
    "dutyChecker",
    "clerk",
    "leaderInCharge",
    "principalLeader",
    "administrator",
    "securityOfficer",
    "logAuditor",
  ]);
  expect(postsOffered("serviceCentre", fuzhou)).toContain("operator");
  expect(postsOffered("area", fuzhou)).toEqual([]);
});

it("offers every post that somebody of the example office holds", () => {
  if (!fuzhou) throw new Error("no pack");
  const kinds = new Map(exampleOffice.orgs.map((org) => [org.id, org.kind]));
  const missing = exampleOffice.holdings.filter(({ orgId, post }) => {
    const kind = kinds.get(orgId);
    return kind !== undefined && !postsOffered(kind, fuzhou).includes(post);
  });
  expect(missing).toEqual([]);
});
