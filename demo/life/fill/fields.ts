import { addDays, dayOf } from "../../../domain/calendar/plain-date.ts";
import { hasJoined, inOffice } from "../../../domain/office/office.ts";
import type { OrgId, Post } from "../../../domain/office/org.ts";
import { inventedName } from "../../invented.ts";
import type { Scene } from "../scene.ts";
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
    if (!needed && !scene.luck.yes(0.4)) continue;
    const value = valueFor(field, scene);
    if (value === null && needed) return null;
    if (value !== null) filled[field.name] = value;
  }
  return filled;
}

function valueFor(field: DeclaredField, scene: Scene): Value | null {
  const { luck, ctx } = scene;
  const today = dayOf(ctx.now);
  switch (field.kind) {
    case "text":
      return textFor(field.label, scene);
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
      return luck.yes(scene.leg ? 0.75 : 0.12) ? "yes" : "no";
    case "person":
      return colleague(field, scene);
    case "people":
      return names(field, scene);
    case "org":
      return field.found ? null : orgFor(field, scene);
  }
}

/** Regulations name the usual thing first. */
function chosen({ choices = [] }: DeclaredField, { luck }: Scene): string | null {
  return luck.weighed(choices.map(({ value }, n) => [value, n === 0 ? 4 : 1] as const));
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

function orgFor({ mustBeUnjoined }: DeclaredField, { ctx, luck }: Scene): OrgId | null {
  const today = dayOf(ctx.now);
  const fits = [...ctx.office.orgs.values()]
    .filter((org) => org.kind === "handlingUnit" && hasJoined(org, today) === (mustBeUnjoined === undefined))
    .toSorted((a, b) => a.id.localeCompare(b.id));
  return fits.length > 0 ? luck.of(fits).id : null;
}
