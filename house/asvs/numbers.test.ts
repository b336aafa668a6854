import { expect, it } from "vitest";
import { z } from "zod";
import { acts } from "../../contract/case/acts.ts";
import type { Route } from "../../contract/route.ts";
import { routes } from "../../contract/routes.ts";

/** Every route of the contract, the acts among them. */
const all: readonly Route[] = [
  ...Object.values(routes).flatMap((group) => Object.values(group)),
  ...Object.values(acts),
];

/** Where a schema takes a number that has no least or no greatest value. */
function unbounded(schema: unknown, at: string): readonly string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const { type, minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema as Readonly<Record<string, unknown>>;
  const isNumber = type === "integer" || type === "number";
  const isBounded = (minimum ?? exclusiveMinimum) !== undefined && (maximum ?? exclusiveMaximum) !== undefined;
  const inside = Object.entries(schema).flatMap(([name, part]) => unbounded(part, `${at}/${name}`));
  return isNumber && !isBounded ? [at, ...inside] : inside;
}

it("every number that a route takes has a least and a greatest value, within what is counted exactly", () => {
  let numbers = 0;
  const open = all.flatMap((route) =>
    (["params", "query", "body"] as const).flatMap((part) => {
      const schema = route[part];
      if (!schema) return [];
      const json = z.toJSONSchema(schema, { io: "output", unrepresentable: "any" });
      numbers += (JSON.stringify(json).match(/"type":"(?:integer|number)"/g) ?? []).length;
      return unbounded(json, `${route.method} ${route.path} ${part}`);
    }),
  );
  expect(all.length).toBeGreaterThan(100);
  expect(numbers).toBeGreaterThan(10);
  expect(open).toEqual([]);
});

it("what has no bound is found", () => {
  const open = z.toJSONSchema(
    z.object({ a: z.number(), b: z.array(z.number().min(1)), c: z.int(), d: z.number().min(0).max(9) }),
  );
  expect(unbounded(open, "x")).toEqual(["x/properties/a", "x/properties/b/items"]);
});
