import type { Post } from "../domain/office/org.ts";
import { inventedName } from "./invented.ts";
import { staffing } from "./staffing.ts";
import { orgsOf, type DemoOrg } from "./units.ts";

/** A person of the demo city with the posts held; `login` opens the desk. All of them are invented. */
export interface DemoPerson {
  readonly login: string;
  readonly name: string;
  readonly posts: readonly { readonly orgId: string; readonly post: Post }[];
}

export interface DemoCity {
  readonly region: string;
  readonly name: string;
  readonly jurisdiction: string;
  readonly orgs: readonly DemoOrg[];
  readonly people: readonly DemoPerson[];
}

function peopleOf(orgs: readonly DemoOrg[]): readonly DemoPerson[] {
  const people: DemoPerson[] = [];
  for (const org of orgs) {
    for (const [suffix, posts] of staffing[org.kind] ?? []) {
      people.push({
        login: `${org.id}.${suffix}`,
        name: inventedName(people.length),
        posts: posts.map((post) => ({ orgId: org.id, post })),
      });
    }
  }
  return [
    ...people,
    {
      login: "bureau.final",
      name: inventedName(people.length),
      posts: [{ orgId: "bureau", post: "finalAuditor" }],
    },
    {
      login: "admin",
      name: inventedName(people.length + 1),
      posts: [{ orgId: "info", post: "administrator" }],
    },
  ];
}

const orgs = orgsOf();

/** A city under the Fuzhou pack: one bureau, one service centre, three counties, some twenty units. */
export const fuzhouDemo: DemoCity = {
  region: "fuzhou-demo",
  name: "福州市（演示）",
  jurisdiction: "fuzhou",
  orgs,
  people: peopleOf(orgs),
};

/** The password of every demo account. */
export const demoPassword = "Huiyin-2026";

/** The sign-ins that `npm start` prints, by role. */
export const demoSignIns: readonly (readonly [role: string, login: string])[] = [
  ["话务员（服务中心）", "centre.operator"],
  ["市信访局批转", "bureau.dispatcher"],
  ["市信访局审核", "bureau.auditor"],
  ["市最终审核", "bureau.final"],
  ["鼓楼区信访局批转", "gulou-bureau.dispatcher"],
  ["鼓楼区信访局审核", "gulou-bureau.auditor"],
  ["单位经办（市城管局）", "urban.clerk"],
  ["单位分管领导（市城管局）", "urban.leader"],
  ["市效能办", "efficiency.officer"],
  ["管理员", "admin"],
];
