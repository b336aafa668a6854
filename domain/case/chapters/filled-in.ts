import { dayOf, type PlainDate, plainDate } from "../../calendar/plain-date.ts";
import { inOffice, organsAbove, orgOf } from "../../office/office.ts";
import { levels, type OrgId, type PersonId } from "../../office/org.ts";
import type { Formality, FormalityField, Values } from "../../rules/formality.ts";
import { type Refusal, refuse } from "../../rules/refusal.ts";
import type { Case, Leg } from "../case.ts";
import { type Context, today } from "../context.ts";
import { bodyOf } from "../bodies.ts";
import { factOf, isOneOf } from "../facts.ts";

type Value = Values[string];

/** The values as they are kept: the fields of the formality only, trimmed, without the empty ones. */
export function kept({ fields }: Formality, given: Values): Values {
  return Object.fromEntries(
    fields.flatMap(({ name }) => {
      const value = trimmed(given[name]);
      return value === null ? [] : [[name, value]];
    }),
  );
}

/** The values as they are kept, or what is wrong with them. */
export function filledIn(
  formality: Formality,
  given: Values,
  kase: Case,
  leg: Leg | null,
  ctx: Context,
): { readonly values: Values } | { readonly refused: Refusal } {
  const values: Record<string, Value> = { ...kept(formality, { ...given, ...stated(formality, kase, leg) }) };
  for (const field of formality.fields) {
    const clause = field.clause ?? formality.clause;
    if (field.staffOnly && ctx.actor.kind === "petitioner") {
      delete values[field.name];
      continue;
    }
    const found = field.found ? organFound(formality, field.found, { kase, leg }, ctx) : null;
    if (found && values[field.name] === undefined && found.length > 0) values[field.name] = found[0] as OrgId;
    if (found?.length === 0 && values[field.name] === undefined && ctx.actor.kind === "petitioner")
      return { refused: refuse("formality.noneAbove", clause, { field: field.label }) };
    const value = values[field.name];
    const needed =
      field.required || (field.requiredWhen && isOneOf(values[field.requiredWhen.field], field.requiredWhen.oneOf));
    if (value === undefined) {
      if (needed) return { refused: refuse("formality.fieldMissing", clause, { field: field.label }) };
      continue;
    }
    const wrong = found
      ? notAbove(field, value, found, { kase, leg }, ctx)
      : refusalOf(field, value, { kase, leg }, ctx);
    if (wrong) return { refused: { ...wrong, clause } };
  }
  return { values };
}

/**
 * The organs one level above the body that decided, the usual one first, without those that have had a part in the
 * case: the body that holds the leg, and whoever a step of this kind has named before.
 */
export function organFound(
  formality: Formality,
  { above }: NonNullable<FormalityField["found"]>,
  { kase, leg }: Place,
  ctx: Context,
): readonly OrgId[] {
  const decided = bodyOf(above, kase, leg?.id ?? null, ctx);
  if (decided === null) return [];
  const others = ctx.pack.formalities
    .filter((one) => one.id !== formality.id)
    .flatMap((one) => one.fields.flatMap((field) => (field.found ? [field.name] : [])))
    .map((name) => factOf(kase, name, leg?.id ?? null));
  const taken = new Set<unknown>([decided, leg?.orgId, ...others]);
  return organsAbove(ctx.office, decided).filter((org) => !taken.has(org));
}

/** A named organ has to be one of those found; where the tree knows none, one that stands above the leg's own. */
function notAbove(
  field: FormalityField,
  value: Value,
  found: readonly OrgId[],
  { leg }: Place,
  ctx: Context,
): Refusal | null {
  const org = typeof value === "string" ? ctx.office.orgs.get(value as OrgId) : undefined;
  if (found.some((one) => one === value)) return null;
  if (
    found.length === 0 &&
    org &&
    leg &&
    levels.indexOf(org.level) < levels.indexOf(orgOf(ctx.office, leg.orgId).level)
  )
    return null;
  const organs = found.map((one) => orgOf(ctx.office, one).name);
  return refuse("formality.notAbove", null, { field: field.label, organs });
}

/** What nobody fills in because it was stated before. */
function stated({ fields }: Formality, kase: Case, leg: Leg | null): Values {
  return Object.fromEntries(
    fields.flatMap(({ name, sameAs }) => {
      const value = sameAs === undefined ? null : factOf(kase, sameAs, leg?.id ?? null);
      return value === null ? [] : [[name, value]];
    }),
  );
}

function trimmed(value: Value | undefined): Value | null {
  if (value === undefined) return null;
  if (typeof value === "string") return value.trim() || null;
  const all = [...new Set(value.map((one) => one.trim()).filter((one) => one !== ""))];
  return all.length > 0 ? all : null;
}

interface Place {
  readonly kase: Case;
  readonly leg: Leg | null;
}

function refusalOf(field: FormalityField, value: Value, { kase, leg }: Place, ctx: Context): Refusal | null {
  const wrong = refuse("formality.fieldWrong", null, { field: field.label });
  const one = typeof value === "string" ? value : null;
  switch (field.kind) {
    case "text":
      return one === null ? wrong : null;
    case "yesNo":
      return one === "yes" || one === "no" ? null : wrong;
    case "choice":
      return one !== null && field.choices?.some((c) => c.value === one) ? null : wrong;
    case "choices": {
      const all = one === null ? (value as readonly string[]) : [one];
      return all.every((v) => field.choices?.some((c) => c.value === v)) ? null : wrong;
    }
    case "date":
      return one !== null && isDay(one) ? outOfTime(field, one, kase, ctx) : wrong;
    case "number":
      return one !== null && /^\d{1,6}$/.test(one) ? within(field, Number(one)) : wrong;
    case "people":
      return within(field, one === null ? value.length : 1);
    case "person":
      return one !== null && isColleague(one as PersonId, field, leg, ctx) ? null : wrong;
    case "org":
      return one !== null && ctx.office.orgs.has(one as OrgId) ? null : wrong;
  }
}

/** Nobody can have done tomorrow what they write down today, nor plan for yesterday. */
function outOfTime({ label, when }: FormalityField, day: PlainDate, kase: Case, ctx: Context): Refusal | null {
  const now = today(ctx);
  if (when === "coming") return day < now ? refuse("formality.dayOver", null, { field: label, today: now }) : null;
  if (when !== undefined && day > now) return refuse("formality.dayToCome", null, { field: label, today: now });
  const filed = dayOf(kase.receivedAt);
  if (when === "sinceFiling" && day < filed) return refuse("formality.dayTooEarly", null, { field: label, filed });
  return null;
}

function isDay(text: string): text is PlainDate {
  try {
    return plainDate(text) === text;
  } catch {
    return false;
  }
}

function within({ label, kind, least, most }: FormalityField, n: number): Refusal | null {
  if (least !== undefined && n < least) {
    return refuse(kind === "people" ? "formality.tooFewPeople" : "formality.tooLittle", null, {
      field: label,
      least,
      given: n,
    });
  }
  if (most !== undefined && n > most) return refuse("formality.tooMuch", null, { field: label, most, given: n });
  return null;
}

/** Somebody who holds one of the posts on the day, in the organisation that has the leg or in the actor's own. */
function isColleague(person: PersonId, field: FormalityField, leg: Leg | null, ctx: Context): boolean {
  const own = ctx.actor.kind === "staff" ? [ctx.actor.orgId] : [];
  return [...own, ...(leg ? [leg.orgId] : [])].some((org) =>
    inOffice(ctx.office, org, today(ctx)).some(
      (h) => h.personId === person && (field.posts === undefined || field.posts.includes(h.post)),
    ),
  );
}
