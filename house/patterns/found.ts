import { parseSync, Visitor } from "vite";
import { isProof, type Source } from "../sources.ts";

/** A regular expression as it stands in the source. */
export interface Pattern {
  readonly source: string;
  readonly flags: string;
  readonly path: string;
}

/** Where a regular expression is put together when the program runs: nobody can check it beforehand. */
export interface Made {
  readonly path: string;
  readonly text: string;
}

const rooms = /^(domain|server|portal|contract|packs|cli|desk|demo)\//;

/** Files whose patterns are tried on what other people write. */
export function isTried(source: Source): boolean {
  return rooms.test(source.path) && !isProof(source) && !source.path.endsWith(".gen.ts");
}

/** Every regular expression that stands in these files, and every place that makes one. */
export function patternsIn(files: readonly Source[]): {
  readonly patterns: readonly Pattern[];
  readonly made: readonly Made[];
} {
  const patterns: Pattern[] = [];
  const made: Made[] = [];
  for (const { path, text } of files) {
    const take = (node: { readonly callee: object; readonly start: number; readonly end: number }) => {
      if ("name" in node.callee && node.callee.name === "RegExp") {
        made.push({ path, text: text.slice(node.start, node.end) });
      }
    };
    const { program } = parseSync(path, text, { lang: path.endsWith("x") ? "tsx" : "ts" });
    new Visitor({
      Literal: (node) => {
        if ("regex" in node) patterns.push({ source: node.regex.pattern, flags: node.regex.flags, path });
      },
      NewExpression: take,
      CallExpression: take,
    }).visit(program);
  }
  return { patterns, made };
}

/** How a pattern stands in the list of those that were proven. */
export function lineOf({ source, flags }: Pick<Pattern, "source" | "flags">): string {
  return `/${source}/${flags}`;
}
