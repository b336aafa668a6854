import { expect, it } from "vitest";
import { noChain } from "../../domain/case/context.ts";
import { mayRegister } from "../../domain/case/lawful.ts";
import { office } from "../../domain/office/office.ts";
import type { OrgId, Post } from "../../domain/office/org.ts";
import { stage } from "../../domain/proof/fixture.ts";
import { chinaTime } from "../../domain/proof/story.ts";
import { nationalYears } from "../holidays/national.gen.ts";
import { at, holder } from "./example-office.ts";
import { zhejiang2017 } from "./index.ts";

const { pack, calendar } = stage(zhejiang2017, nationalYears);
const place = office(pack.exampleOffice.orgs, pack.exampleOffice.holdings);

function registers(orgId: OrgId, post: Post): boolean {
  const actor = { kind: "staff", personId: holder(orgId, post), orgId, posts: [post] } as const;
  return mayRegister({ now: chinaTime("2026-03-02 09:00"), actor, office: place, pack, calendar, chain: noChain });
}

it("[ZJ-3.1-1] a bureau's dispatcher and an organ's clerk find the page of registration, at every level; others do not", () => {
  for (const org of [at.provinceBureau, at.bureau, at.countyBureau]) expect(registers(org, "dispatcher")).toBe(true);
  for (const org of [at.labour, at.labourSection, at.countyLand]) expect(registers(org, "clerk")).toBe(true);
  expect(registers(at.bureau, "auditor")).toBe(false);
  expect(registers(at.labour, "leaderInCharge")).toBe(false);
  expect(registers(at.discipline, "clerk")).toBe(false);
});
