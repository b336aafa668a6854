import type { ClauseId } from "../../domain/rules/clause.ts";
import type { Pack } from "../../domain/rules/pack.ts";

/** A part of a pack, the clauses that it serves, and the properties that only a decision reads. */
export interface Watched {
  readonly part: object;
  readonly clauses: readonly ClauseId[];
  readonly keys: readonly string[];
  /** The list of all rules that the desk shows counts as use: the clause asks for nothing but to be shown. */
  readonly shown?: true;
}

/**
 * The properties by which a part is known to have decided something. What a search through all parts of a kind reads
 * (`id`, `act`, `on`, `start`) is not among them.
 */
const decisive = {
  ground: ["by", "reason"],
  power: ["guards"],
  sight: ["posts"],
  duty: ["when", "owner", "limit"],
  notice: ["when", "template"],
  formality: ["fields", "effects"],
  paper: ["parts"],
} as const;

/** What a measure says besides its kind is read only where it is applied. */
const everywhere = new Set(["id", "is", "clause", "serves", "words", "example", "reconstructed"]);

/** Every part of a pack that serves a clause, as the recorder watches it. */
export function watchedParts(pack: Pack): readonly Watched[] {
  const entries = (["ground", "power", "sight", "duty", "notice", "formality", "paper"] as const).flatMap((kind) =>
    listOf(pack, kind).map((part) => ({ part, clauses: [part.clause, ...(part.serves ?? [])], keys: decisive[kind] })),
  );
  const measures = pack.measures.map((part) => ({
    part,
    clauses: [part.clause, ...(part.serves ?? [])],
    keys: Object.keys(part).filter((key) => !everywhere.has(key)),
  }));
  const guards = [...pack.powers, ...pack.formalities].flatMap(({ guards: own }) =>
    own.map((part) => ({ part, clauses: [part.clause], keys: ["clause"] })),
  );
  const breaches = pack.duties.flatMap(({ breach }) =>
    breach ? [{ part: breach, clauses: [breach.clause], keys: ["kind"] }] : [],
  );
  const fields = pack.formalities.flatMap((formality) =>
    formality.fields.flatMap((part) => (part.clause ? [{ part, clauses: [part.clause], keys: ["required"] }] : [])),
  );
  const settings = Object.values(pack.settings).map((part) => ({
    part,
    clauses: [part.clause, ...(part.serves ?? [])],
    keys: ["value"],
  }));
  const posts = pack.settings.requiredPosts.value.map((part) => ({ part, clauses: [part.clause], keys: ["post"] }));
  const bases = (pack.bases ?? []).map((part) => ({ part, clauses: [part.clause], keys: ["title"] }));
  const clauses = pack.clauses.map((part) => ({
    part,
    clauses: [part.id],
    keys: ["article", "text"],
    shown: true as const,
  }));
  return [...entries, ...measures, ...guards, ...breaches, ...fields, ...settings, ...posts, ...bases, ...clauses];
}

/** A regulation itself, as it is written and as it stands on others: whether it is in force is asked of its first day. */
export function inForce(pack: Pick<Pack, "inForceBy">): Watched {
  return { part: pack, clauses: [pack.inForceBy], keys: ["effectiveFrom"] };
}

function listOf(pack: Pack, kind: keyof typeof decisive) {
  switch (kind) {
    case "ground":
      return pack.grounds;
    case "power":
      return pack.powers;
    case "sight":
      return pack.sights;
    case "duty":
      return pack.duties;
    case "notice":
      return pack.notices;
    case "formality":
      return pack.formalities;
    case "paper":
      return pack.papers;
  }
}
