import { z } from "zod";
import { isSeat, seats } from "../domain/office/seats.ts";
import { levels, orgKinds, type OrgKind, posts } from "../domain/office/org.ts";
import { type CaseStage, endedStages, subjects } from "../domain/rules/vocabulary.ts";
import { packs } from "../packs/index.ts";
import { areHours } from "../domain/calendar/sending-hours.ts";
import { parsePlainDate, type PlainDate } from "../domain/calendar/plain-date.ts";

const plainDate = z.string().refine((text): text is PlainDate => parsePlainDate(text) !== null);
const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);
const name = z.string().trim().min(1).max(80);

/** What a region may set for itself. */
export const regionSettings = z.strictObject({
  noticesOff: z.array(z.string().max(60)).optional(),
  secondFactor: z.enum(["required", "optional"]).optional(),
  passwordDays: z.int().min(30).max(730).optional(),
  idleAccountDays: z.int().min(30).max(730).optional(),
  passwordClasses: z.enum(["three", "none"]).optional(),
  phone: z.string().trim().min(3).max(30).optional(),
  hours: z.string().trim().min(1).max(80).optional(),
  address: z.string().trim().min(1).max(80).optional(),
  adminPhone: z.string().trim().min(3).max(30).optional(),
  notices: z
    .array(
      z.object({
        title: z.string().trim().min(1).max(60),
        id: z.string().max(64).optional(),
        on: z.string().refine((text) => parsePlainDate(text) !== null),
        until: z
          .string()
          .refine((text) => parsePlainDate(text) !== null)
          .nullable()
          .optional(),
        text: z.string().trim().min(1).max(2000),
      }),
    )
    .max(50)
    .optional(),
  smsSignature: z
    .string()
    .trim()
    .regex(/^[^【】]{2,16}$/)
    .optional(),
  shortSite: z
    .string()
    .regex(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d+)?$/)
    .max(40)
    .optional(),
  messageHours: z.strictObject({ from: z.string(), until: z.string() }).refine(areHours).optional(),
  footer: z.array(z.string().trim().min(1).max(120)).max(6).optional(),
  weights: z.record(z.string(), z.number().min(0).max(100)).optional(),
  hosts: z
    .array(z.string().regex(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/))
    .max(10)
    .optional(),
  categories: z.array(z.string().trim().min(1).max(30)).max(200).optional(),
  terms: z
    .record(
      z.string().max(60),
      z.strictObject({ n: z.number().int().min(1).max(366), unit: z.enum(["workingDay", "calendarDay"]) }),
    )
    .optional(),
  retention: z
    .strictObject({
      basis: z.string().trim().min(2).max(120),
      classes: z
        .array(
          z.strictObject({
            code: z.string().trim().min(1).max(30),
            label: z.string().trim().min(1).max(60),
            years: z.number().int().min(1).max(100).nullable(),
            subjects: z.array(z.enum(subjects)).min(1).optional(),
            stages: z
              .array(z.enum(endedStages as [CaseStage, ...CaseStage[]]))
              .min(1)
              .optional(),
          }),
        )
        .min(1)
        .max(40),
    })
    .optional(),
  ladder: z.array(z.strictObject({ count: z.number().int().min(1), post: z.enum(posts) })).optional(),
});

const org = z.strictObject({
  id,
  parentId: id.nullable(),
  superiorId: id.nullable().default(null),
  kind: z.enum(orgKinds),
  level: z.enum(levels),
  name,
  shortName: name,
  initials: z.string().max(20).default(""),
  duties: z.string().max(500).default(""),
  phone: z.string().max(30).nullable().default(null),
  joinedOn: plainDate.nullable().default(null),
});

const person = z.strictObject({
  login: z.string().regex(/^[a-z0-9][a-z0-9._-]{1,59}$/),
  name,
  posts: z.array(z.strictObject({ orgId: id, post: z.enum(posts) })).min(1),
});

/** What is wrong with a city beyond the shape of its file. */
export type CityFault =
  | "twice"
  | "unknownOrg"
  | "inCircle"
  | "oneRoot"
  | "bodyMissing"
  | "seatMissing"
  | "seatTwice"
  | "demo";

/** The bodies that the regulation of a jurisdiction cannot do without: where cases come in, and who decides on them. */
function needed(jurisdiction: string): readonly OrgKind[] {
  const places = packs.find((pack) => pack.jurisdiction === jurisdiction)?.settings.places.value;
  return places ? [...new Set([places.top.kind, places.intake.kind])] : [];
}

/** A city as its file describes it. */
export const cityFile = z
  .strictObject({
    region: id.refine((value) => !value.endsWith("-demo"), { params: { fault: "demo" satisfies CityFault } }),
    name,
    jurisdiction: id,
    settings: regionSettings.default({}),
    /** The day from which the people hold their posts; the day of founding where it is not said. */
    from: plainDate.nullable().default(null),
    orgs: z.array(org).min(1),
    people: z.array(person).min(1),
  })
  .superRefine(({ jurisdiction, orgs, people }, ctx) => {
    const say = (path: (string | number)[], fault: CityFault, what = "") =>
      ctx.addIssue({ code: "custom", path, params: { fault, what } });
    const parents = new Map(orgs.map((o) => [o.id, o.parentId]));
    const seen = new Set<string>();
    for (const [n, { id: own, parentId, superiorId }] of orgs.entries()) {
      if (seen.has(own)) say(["orgs", n, "id"], "twice", own);
      seen.add(own);
      if (parentId !== null && !parents.has(parentId)) say(["orgs", n, "parentId"], "unknownOrg", parentId);
      if (superiorId !== null && !parents.has(superiorId)) say(["orgs", n, "superiorId"], "unknownOrg", superiorId);
      const above = new Set<string>([own]);
      for (let up = parentId; up !== null && up !== undefined; up = parents.get(up) ?? null) {
        if (above.has(up)) {
          say(["orgs", n, "parentId"], "inCircle", own);
          break;
        }
        above.add(up);
      }
    }
    const roots = orgs.filter((o) => o.parentId === null);
    if (roots.length !== 1 || roots[0]?.kind !== "area") say(["orgs"], "oneRoot");
    for (const kind of needed(jurisdiction)) {
      const areas = orgs.filter((o) => o.kind === "area").map((o) => o.id);
      if (!orgs.some((o) => o.kind === kind && o.parentId !== null && areas.includes(o.parentId)))
        say(["orgs"], "bodyMissing", kind);
    }
    const logins = new Set<string>();
    for (const [n, { login, posts: held }] of people.entries()) {
      if (logins.has(login)) say(["people", n, "login"], "twice", login);
      logins.add(login);
      for (const [m, { orgId }] of held.entries()) {
        if (!parents.has(orgId)) say(["people", n, "posts", m, "orgId"], "unknownOrg", orgId);
      }
    }
    for (const seat of seats) {
      if (!people.some((p) => p.posts.some((h) => h.post === seat))) say(["people"], "seatMissing", seat);
    }
    for (const [n, { login, posts: held }] of people.entries()) {
      if (new Set(held.map((h) => h.post).filter(isSeat)).size > 1) say(["people", n, "posts"], "seatTwice", login);
    }
  });
export type CityFile = z.output<typeof cityFile>;
