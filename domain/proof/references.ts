import type { Formality, FormalityField } from "../rules/formality.ts";
import type { Entry } from "../rules/entry.ts";
import type { Pack } from "../rules/pack.ts";

/** What an entry of a pack may call by its name. */
export type Named = "formality" | "notice" | "duty" | "field" | "value";

/** A name that an entry calls and nothing in the pack bears: what hangs on it would never come. */
export interface Dangling {
  readonly part: string;
  readonly names: Named;
  readonly name: string;
}

type Call = readonly [names: Named, name: string];
type Shape = Readonly<Record<string, unknown>>;

/** Under these keys an entry calls others by their ids, whatever shape it stands in. */
const calledBy: Readonly<Record<string, Named>> = {
  formality: "formality",
  anyOf: "formality",
  carriedOutBy: "formality",
  after: "formality",
  duty: "duty",
  duties: "duty",
  inside: "duty",
  byField: "field",
  countFrom: "field",
  field: "field",
  sameAs: "field",
  lastDay: "field",
  ledger: "field",
};

/** Guards and effects that call fields under keys which mean something else elsewhere. */
const fieldsOf: Readonly<Record<string, readonly string[]>> = {
  factGiven: ["names"],
  differentPersons: ["fields"],
  pairedOrNoted: ["fields", "note"],
  namedOnlyAfter: ["name"],
  extend: ["days"],
  answer: ["text"],
  subject: ["accused"],
  recuse: ["person"],
};

/** What the moment calls that begins with this and goes on with an id. */
const momentsOf: Readonly<Record<string, Named>> = { done: "formality", told: "notice", over: "duty", end: "duty" };

/** An example tells a story of its own, and an id is a name, not a call. */
const notCalls = new Set(["example", "id"]);

/**
 * Every name that these entries and the settings of a pack call and nothing in it bears. What stands beneath is proven
 * there: a city's pack may do without what its province's goes on asking for.
 */
export function danglingNames(pack: Pack, own: Readonly<Record<string, readonly Entry[]>>): readonly Dangling[] {
  const fields = pack.formalities.flatMap((formality) => formality.fields);
  const known: Readonly<Record<Exclude<Named, "value">, ReadonlySet<string>>> = {
    formality: new Set(pack.formalities.map(({ id }) => id)),
    notice: new Set(pack.notices.map(({ id }) => id)),
    duty: new Set(pack.duties.map(({ id }) => id)),
    field: new Set(fields.map(({ name }) => name)),
  };
  const values = valuesOf(fields);
  const parts: readonly (readonly [part: string, entry: unknown])[] = [
    ...Object.entries(own).flatMap(([kind, list]) => list.map((entry) => [`${kind} ${entry.id}`, entry] as const)),
    ...Object.entries(pack.settings).map(([name, setting]) => [`setting ${name}`, setting] as const),
  ];
  return parts.flatMap(([part, entry]) =>
    callsIn(entry, values)
      .filter(([names, name]) => names === "value" || !known[names].has(name))
      .map(([names, name]): Dangling => ({ part, names, name })),
  );
}

/** What may be chosen under a name; null where some form lets anything be filled in. */
function valuesOf(fields: readonly FormalityField[]): ReadonlyMap<string, ReadonlySet<string> | null> {
  const values = new Map<string, ReadonlySet<string> | null>();
  for (const field of fields) {
    const before = values.get(field.name);
    const own = choicesOf(field);
    values.set(field.name, before === null || own === null ? null : new Set([...(before ?? []), ...own]));
  }
  return values;
}

function choicesOf({ kind, choices = [], proposal }: Formality["fields"][number]): readonly string[] | null {
  if (kind === "yesNo") return ["yes", "no"];
  if (kind !== "choice" && kind !== "choices") return null;
  return [...choices.map(({ value }) => value), ...(proposal ? [proposal.others, proposal.none] : [])];
}

function callsIn(node: unknown, values: ReturnType<typeof valuesOf>): readonly Call[] {
  if (typeof node === "string") return momentCalls(node);
  if (Array.isArray(node)) return node.flatMap((one) => callsIn(one, values));
  if (typeof node !== "object" || node === null) return [];
  const shape = node as Shape;
  const deeper = Object.entries(shape).flatMap(([key, value]) =>
    notCalls.has(key) ? [] : [...keyCalls(key, value), ...callsIn(value, values)],
  );
  return [...deeper, ...shapeCalls(shape), ...factCalls(shape, values)];
}

/** `done.visit` names a formality, `told.reply` a notice, `over.rating` a duty that is a window. */
function momentCalls(text: string): readonly Call[] {
  const [, moment, name] = /^(done|told|over|end)\.([\w-]+)$/.exec(text) ?? [];
  const names = momentsOf[moment ?? ""];
  return name === undefined || names === undefined ? [] : [[names, name]];
}

function keyCalls(key: string, value: unknown): readonly Call[] {
  const names = calledBy[key];
  return names === undefined ? [] : strings(value).map((name): Call => [names, name]);
}

function shapeCalls(shape: Shape): readonly Call[] {
  if (shape["is"] === "told") return strings(shape["notice"]).map((name): Call => ["notice", name]);
  const keys = typeof shape["is"] === "string" ? (fieldsOf[shape["is"]] ?? []) : [];
  return keys.flatMap((key) => strings(shape[key]).map((name): Call => ["field", name]));
}

/** A fact with the values that are asked of it; what a happening states of itself may be no field at all. */
function factCalls(shape: Shape, values: ReturnType<typeof valuesOf>): readonly Call[] {
  const name = shape["name"] ?? shape["field"];
  if (typeof name !== "string" || !Array.isArray(shape["oneOf"])) return [];
  const may = values.get(name);
  const strange = may ? strings(shape["oneOf"]).filter((value) => !may.has(value)) : [];
  const called: readonly Call[] = shape["is"] === "value" ? [] : [["field", name]];
  return [...called, ...strange.map((value): Call => ["value", `${name} = ${value}`])];
}

function strings(value: unknown): readonly string[] {
  return [value].flat().filter((one) => typeof one === "string");
}
