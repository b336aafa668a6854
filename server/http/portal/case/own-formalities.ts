import { organFound } from "../../../../domain/case/chapters/filled-in.ts";
import { type Context, noChain } from "../../../../domain/case/context.ts";
import type { Case } from "../../../../domain/case/case.ts";
import { lawfulFormalities } from "../../../../domain/case/lawful.ts";
import { legOf } from "../../../../domain/case/legs.ts";
import type { Instant } from "../../../../domain/calendar/plain-date.ts";
import { articleOf } from "../../../../domain/rules/look-up.ts";
import { orgOf } from "../../../../domain/office/office.ts";
import type { Formality, FormalityField } from "../../../../domain/rules/formality.ts";
import type { Pack } from "../../../../domain/rules/pack.ts";
import type { OwnFormality } from "../../../../portal/pages/case/case-view.ts";
import type { World } from "../../../store/world.ts";

/** The steps of the regulation that the petitioner may take on this case now. */
export function ownFormalities(kase: Case, pack: Pack, world: World, now: Instant): readonly OwnFormality[] {
  const actor = { kind: "petitioner" } as const;
  const ctx = { now, actor, office: world.office, pack, calendar: world.calendar(now), chain: noChain };
  return lawfulFormalities(kase, ctx).flatMap(({ formality, legId, closed }) => {
    const known = pack.formalities.find((one) => one.id === formality);
    if (!known || closed !== null) return [];
    const { id, label, words, fields, clause } = known;
    const found = fields.flatMap((field) => organs(known, field, kase, legId, ctx));
    const asked = fields.filter((field) => !field.staffOnly && !field.found).map((field) => named(field, world));
    return [
      {
        id,
        legId,
        label,
        words: known.forPetitioner?.ask ?? words,
        found,
        fields: asked,
        article: articleOf(pack, clause),
      },
    ];
  });
}

/** The organ that the system finds for a field, as the petitioner reads it. */
function organs(
  formality: Formality,
  { label, found }: FormalityField,
  kase: Case,
  legId: string | null,
  ctx: Context,
): readonly { readonly label: string; readonly organ: string }[] {
  const [organ] = found ? organFound(formality, found, { kase, leg: legOf(kase, legId) }, ctx) : [];
  return organ ? [{ label, organ: orgOf(ctx.office, organ).name }] : [];
}

/** Nobody knows an organisation by its id: the petitioner chooses among those that there are. */
function named(field: FormalityField, { office }: World): FormalityField {
  if (field.kind !== "org") return field;
  const orgs = [...office.orgs.values()].filter((org) => org.kind !== "area");
  return { ...field, kind: "choice", choices: orgs.map((org) => ({ value: org.id, label: org.name })) };
}
