import type { PlainDate } from "../../calendar/plain-date.ts";
import { hasJoined, type Office } from "../../office/office.ts";
import type { OrgId } from "../../office/org.ts";
import type { Ground } from "../../rules/pack.ts";
import { type Refusal, refuse } from "../../rules/refusal.ts";

/** Why a ground cannot be given with these fields; null when they are all there and as the ground wants them. */
export function fieldRefusal(
  ground: Ground,
  given: Readonly<Record<string, string>>,
  office: Office,
  on: PlainDate,
): Refusal | null {
  for (const field of ground.fields) {
    const value = given[field.name]?.trim() ?? "";
    const chosen = !value || !field.choices || field.choices.some((choice) => choice.value === value);
    if (!chosen || (field.required && !value)) {
      return refuse("ground.fieldMissing", ground.clause, { field: field.label, ground: ground.code });
    }
    if (!field.mustBeUnjoined || !value) continue;
    const org = office.orgs.get(value as OrgId);
    if (!org) return refuse("ground.fieldMissing", ground.clause, { field: field.label, ground: ground.code });
    if (hasJoined(org, on)) return refuse("ground.unitHasJoined", ground.clause, { org: org.id });
  }
  return null;
}
