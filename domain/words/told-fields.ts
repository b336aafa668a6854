import type { Formality } from "../rules/formality.ts";
import type { Pack } from "../rules/pack.ts";

/** The formality with the fields only that its own notice to the petitioner speaks of; null where it has no notice. */
export function toldPart(formality: Formality, pack: Pick<Pack, "notices">): Formality | null {
  const notices = pack.notices.filter((notice) => notice.on === `done.${formality.id}`);
  if (notices.length === 0) return null;
  const fields = formality.fields.filter(({ name }) =>
    notices.some((n) => `${n.template}${n.spoken ?? ""}`.includes(`{${name}}`)),
  );
  return { ...formality, fields };
}
