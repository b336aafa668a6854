import { z } from "zod";

type Shape = Readonly<Record<string, unknown>>;

/** What stands for a value, by the name of its field; everything else is made from its form. */
export type Named = Readonly<Record<string, unknown>>;

/** Something that a form of the contract takes, with every field, or with those alone that it must have; null: nothing found. */
export function sampleOf(form: z.ZodType, named: Named): unknown {
  const shape = z.toJSONSchema(form, { io: "input", unrepresentable: "any" }) as Shape;
  const made = [sample(shape, named, "", true), sample(shape, named, "", false)];
  return made.find((value) => form.safeParse(value).success) ?? null;
}

function sample(shape: Shape, named: Named, name: string, whole: boolean): unknown {
  if (name in named && fits(shape, named[name])) return named[name];
  const [option] = ((shape["anyOf"] ?? []) as Shape[]).filter(({ type }) => type !== "null");
  if (option) return sample(option, named, name, whole);
  const [first] = (shape["enum"] ?? []) as unknown[];
  if (first !== undefined) return first;
  if ("const" in shape) return shape["const"];
  const type = Array.isArray(shape["type"]) ? shape["type"][0] : shape["type"];
  if (type === "boolean") return true;
  if (type === "integer" || type === "number") return shape["minimum"] ?? 1;
  if (type === "array") return shape["minItems"] || whole ? [sample(shape["items"] as Shape, named, "", whole)] : [];
  if (type === "object") return fields(shape, named, whole);
  return type === "string" ? text(shape) : {};
}

function fields(shape: Shape, named: Named, whole: boolean): unknown {
  const required = (shape["required"] ?? []) as readonly string[];
  const all = Object.entries((shape["properties"] ?? {}) as Readonly<Record<string, Shape>>);
  const taken = all.filter(([name]) => whole || required.includes(name));
  return Object.fromEntries(taken.map(([name, field]) => [name, sample(field, named, name, whole)]));
}

function text(shape: Shape): string {
  if (shape["format"] === "uuid") return "019cabe0-0000-7000-8000-000000000000";
  if (shape["format"] === "date-time") return "2026-03-10T01:00:00.000Z";
  return "请核对一下有关情况".slice(0, Number(shape["maxLength"] ?? 9));
}

/** Whether a value is of the kind that a field takes: one name may stand for a day here and for yes or no there. */
function fits(shape: Shape, value: unknown): boolean {
  const kinds = [shape, ...((shape["anyOf"] ?? []) as Shape[])].flatMap(({ type }) => type);
  return kinds.includes(value === null ? "null" : Array.isArray(value) ? "array" : typeof value);
}
