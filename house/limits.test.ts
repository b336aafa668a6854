import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Route } from "../contract/route.ts";
import { allRoutes, routes } from "../contract/routes.ts";
import { words } from "../contract/fields.ts";
import { isProof, sources, withoutComments } from "./sources.ts";

const screens = sources()
  .filter((source) => /^(desk|portal)\//.test(source.path) && !isProof(source))
  .map(({ path, text }) => ({ path, text: withoutComments(text) }));

/** Fields of many lines that are read line by line, not kept as one text. */
const readByLine = new Set(["desk/office/load-calendar-dialog.tsx", "desk/office/paste-notice.tsx"]);

/** Every longest length that a schema names, wherever it stands in it. */
function limitsIn(json: unknown): readonly number[] {
  if (typeof json !== "object" || json === null) return [];
  return Object.entries(json).flatMap(([key, value]) =>
    key === "maxLength" && typeof value === "number" ? [value] : limitsIn(value),
  );
}

const parts: Readonly<Record<string, Readonly<Record<string, Route>>>> = routes;

function limitsOf({ body, query }: Route): readonly number[] {
  return [body, query].flatMap((type) =>
    type ? limitsIn(z.toJSONSchema(type, { io: "input", unrepresentable: "any" })) : [],
  );
}

describe("no field cuts what is typed or pasted into it", () => {
  it("no screen gives a field an attribute by which browsers cut without a word", () => {
    const cutting = screens.filter(({ text }) => /max-?length=/i.test(text)).map(({ path }) => path);
    expect(cutting).toEqual([]);
  });

  it("words of several lines say on the desk how much too long they are", () => {
    const silent = screens
      .filter(
        ({ path, text }) => path !== "desk/kit/counted.tsx" && !readByLine.has(path) && text.includes("Input.TextArea"),
      )
      .map(({ path }) => path);
    expect(silent).toEqual([]);
  });

  it("every length that a screen of the desk tells is the one that its route takes", () => {
    const all = new Set(allRoutes.flatMap(limitsOf));
    const told = screens.flatMap(({ path, text }) => {
      const named = [...text.matchAll(/routes\.(\w+)\.(\w+)/g)].flatMap(([, part = "", name = ""]) => {
        const route = parts[part]?.[name];
        return route ? limitsOf(route) : [];
      });
      // Acts on a case go through one route with a body for each; their files name the act, and other routes that help.
      const taken = named.length > 0 && !path.startsWith("desk/case/acts/") ? new Set(named) : all;
      return [...text.matchAll(/most=\{([\d_]+)\}/g)].map(([, n]) => {
        const most = Number(n?.replaceAll("_", ""));
        return { path, most, taken: taken.has(most) };
      });
    });
    expect(told.length).toBeGreaterThan(40);
    expect(told.filter(({ taken }) => !taken)).toEqual([]);
  });

  it("the contract takes the longest, refuses one character more, and says by how much", () => {
    const schema = words(60, 1);
    expect(schema.safeParse("字".repeat(60)).success).toBe(true);
    expect(schema.safeParse("𠮷".repeat(60)).success).toBe(true);
    const { error } = schema.safeParse("字".repeat(63));
    expect(error?.issues[0]?.message).toContain("3");
  });
});
