import type { ClauseId } from "./clause.ts";
import type { Pack } from "./pack.ts";

/** A clause, and the part of the pack that cites it: `duty reply`, `guard oneLead of dispatch`. */
export type Citation = readonly [clause: ClauseId, part: string];

/** Every clause that something in the pack cites, with what cites it. */
export function citations(pack: Pack): readonly Citation[] {
  const kinds = {
    ground: pack.grounds,
    power: pack.powers,
    sight: pack.sights,
    duty: pack.duties,
    measure: pack.measures,
    notice: pack.notices,
    formality: pack.formalities,
    paper: pack.papers,
  };
  const entries = Object.entries(kinds).flatMap(([kind, list]) =>
    list.flatMap((e) => [e.clause, ...(e.serves ?? [])].map((clause): Citation => [clause, `${kind} ${e.id}`])),
  );
  const guards = [...pack.powers, ...pack.formalities].flatMap((p) =>
    p.guards.map((g): Citation => [g.clause, `guard ${g.is} of ${p.id}`]),
  );
  const breaches = pack.duties.flatMap((d): Citation[] => (d.breach ? [[d.breach.clause, `breach of ${d.id}`]] : []));
  const settings = Object.entries(pack.settings).flatMap(([name, s]) =>
    [s.clause, ...(s.serves ?? [])].map((clause): Citation => [clause, `setting ${name}`]),
  );
  const posts = pack.settings.requiredPosts.value.map((p): Citation => [p.clause, `required post ${p.post}`]);
  const fields = pack.formalities.flatMap((f) =>
    f.fields.flatMap((field): Citation[] => (field.clause ? [[field.clause, `field ${field.name} of ${f.id}`]] : [])),
  );
  const bases = (pack.bases ?? []).map((base): Citation => [base.clause, `basis ${base.title}`]);
  const force: Citation = [pack.inForceBy, "in force"];
  return [force, ...bases, ...entries, ...guards, ...breaches, ...settings, ...posts, ...fields];
}
