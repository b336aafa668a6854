import { addDays, dayOf } from "../../../domain/calendar/plain-date.ts";
import { factOf } from "../../../domain/case/facts.ts";
import { hasJoined, inOffice } from "../../../domain/office/office.ts";
import type { OrgId, Post } from "../../../domain/office/org.ts";
import { inventedName } from "../../invented.ts";
import { type Scene, unitsFor } from "../scene.ts";
import { likelyChoice, likelyYes, seldomFilled } from "../words/likely.ts";
import { textFor } from "./texts.ts";

/** A field that a regulation declares, wherever it does. */
export interface DeclaredField {
  readonly name: string;
  readonly label: string;
  readonly kind: "text" | "choice" | "choices" | "date" | "number" | "yesNo" | "person" | "people" | "org";
  readonly required: boolean;
  readonly choices?: readonly { readonly value: string }[];
  readonly requiredWhen?: { readonly field: string; readonly oneOf: readonly string[] };
  readonly least?: number;
  readonly most?: number;
  readonly when?: "past" | "sinceFiling" | "coming";
  readonly posts?: readonly Post[];
  readonly mustBeUnjoined?: true;
  readonly found?: object;
  /** The field of an earlier step whose answer this one repeats. */
  readonly sameAs?: string;
}

type Value = string | readonly string[];
export type Filled = Readonly<Record<string, Value>>;

/** Fills declared fields in, as their shapes ask; null when one that is needed cannot be filled here. */
export function fillFields(fields: readonly DeclaredField[], scene: Scene): Filled | null {
  const filled: Record<string, Value> = {};
  for (const field of fields) {
    const said = field.requiredWhen ? filled[field.requiredWhen.field] : undefined;
    const values = typeof said === "string" ? [said] : (said ?? []);
    const needed =
      (field.required && !field.found) || values.some((value) => field.requiredWhen?.oneOf.includes(value));
    if (!needed && (leftEmpty(field) || !scene.luck.yes(0.4))) continue;
    const value = valueFor(field, scene, filled);
    if (value === null && needed) return null;
    if (value !== null) filled[field.name] = value;
  }
  return filled;
}

/** A form is not filled with what nobody knows: other bodies, other days, further boxes. */
function leftEmpty({ name, kind }: DeclaredField): boolean {
  if (kind === "org") return name !== "proposedUnit";
  return kind === "date" || kind === "choices" || seldomFilled.has(name);
}

function valueFor(field: DeclaredField, scene: Scene, before: Filled): Value | null {
  const { luck, ctx } = scene;
  const today = dayOf(ctx.now);
  switch (field.kind) {
    case "text":
      return textFor(field.label, scene, gradeIn(before));
    case "choice":
      return chosen(field, scene);
    case "choices": {
      const one = chosen(field, scene);
      return one === null ? null : [one];
    }
    case "date":
      return field.when === "coming" ? addDays(today, luck.below(3)) : today;
    case "number":
      return String(numberFor(field, scene));
    case "yesNo":
      // Of a case such questions ask for what is unusual, of somebody's work for what was to be done.
      return luck.yes(likelyYes(field.name, scene.story) ?? (scene.leg ? 0.75 : 0.12)) ? "yes" : "no";
    case "person":
      return colleague(field, scene);
    case "people":
      return names(field, scene);
    case "org":
      return field.found ? null : orgFor(field, scene);
  }
}

/** What fits the story; else regulations name the usual thing first. */
function chosen({ name, choices = [], sameAs }: DeclaredField, { luck, story, kase, leg }: Scene): string | null {
  const values = choices.map(({ value }) => value);
  const same = sameAs === undefined ? null : factOf(kase, sameAs, leg?.id ?? null);
  if (typeof same === "string" && values.includes(same)) return same;
  const weights = likelyChoice(name, values, story);
  return luck.weighed(values.map((value, n) => [value, weights ? (weights[value] ?? 0) : n === 0 ? 4 : 1] as const));
}

/** The grade that was chosen beside a text. */
function gradeIn(before: Filled): string | null {
  const grade = before["satisfied"] ?? before["opinionGrade"] ?? before["bureauGrade"];
  return typeof grade === "string" ? grade : null;
}

function numberFor({ least = 1, most = least + 9 }: DeclaredField, { luck }: Scene): number {
  return least + luck.below(Math.max(1, Math.min(most - least + 1, 10)));
}

/** Somebody of the acting organisation, or of the one that has the leg. */
function colleague({ posts }: DeclaredField, { ctx, leg, luck }: Scene): string | null {
  const held = [ctx.actor.orgId, ...(leg ? [leg.orgId] : [])].flatMap((org) =>
    inOffice(ctx.office, org, dayOf(ctx.now)).filter(({ post }) => posts?.includes(post) ?? true),
  );
  const others = held.filter(({ personId }) => personId !== ctx.actor.personId);
  const [first = null] = others.length > 0 ? [luck.of(others)] : held;
  return first?.personId ?? null;
}

function names({ least = 1 }: DeclaredField, { luck }: Scene): readonly string[] {
  const from = luck.below(180);
  return Array.from({ length: Math.max(1, least) }, (_, n) => inventedName(from + n));
}

function orgFor({ name, mustBeUnjoined }: DeclaredField, scene: Scene): OrgId | null {
  const { ctx, kase, leg, luck } = scene;
  const answerable = leg ?? kase.legs.find(({ role }) => role === "lead");
  if (name === "answerableUnit" && answerable) return answerable.orgId;
  const today = dayOf(ctx.now);
  const fits = [...ctx.office.orgs.values()]
    .filter((org) => org.kind === "handlingUnit" && hasJoined(org, today) === (mustBeUnjoined === undefined))
    .toSorted((a, b) => a.id.localeCompare(b.id));
  if (fits.length === 0) return null;
  const [fitting] = mustBeUnjoined ? [] : unitsFor(scene, null);
  // A review goes to another body than the one whose duties fit, so others are tried as well.
  return fitting && (name === "proposedUnit" || luck.yes(0.6)) ? fitting.id : luck.of(fits).id;
}
