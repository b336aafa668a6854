import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

/** A source file of the project and what it imports. */
export interface Source {
  readonly path: string;
  readonly text: string;
  /** Paths of project files, from the root. */
  readonly files: readonly string[];
  /** Names of packages; what node brings is left out. */
  readonly packages: readonly string[];
}

const elsewhere = /^(node_modules|dist|data|\.tmp)\//;

/** Every source file of the project, by path. */
export function sources(): readonly Source[] {
  return globSync("**/*.{ts,tsx,mjs}", { exclude: (name) => elsewhere.test(`${name}/`) })
    .filter((path) => !elsewhere.test(path))
    .toSorted()
    .map(readSource);
}

function readSource(path: string): Source {
  const text = readFileSync(path, "utf8");
  const named = importedNames(text);
  const outside = named.filter((name) => !name.startsWith(".") && !name.startsWith("node:"));
  return {
    path,
    text,
    files: named.filter((name) => name.startsWith(".")).map((name) => normalize(join(dirname(path), name))),
    packages: outside.map((name) => name.split("/", name.startsWith("@") ? 2 : 1).join("/")),
  };
}

function importedNames(text: string): readonly string[] {
  const statements = /^(?:import |(?:import|export)\b[^;"=]*? from )"([^"]+)";$/gm;
  const calls = /\bimport\("([^"]+)"\)/g;
  return [statements, calls].flatMap((shape) => [...text.matchAll(shape)].map((found) => found[1] ?? ""));
}

export function isProof({ path }: Source): boolean {
  return /\.(test|scenario)\.tsx?$/.test(path) || path.startsWith("scenarios/");
}

/** The room a file stands in: `domain/case`, `server/http`, `desk`, or the file itself at a root. */
export function roomOf(path: string): string {
  const [top = "", next = "", ...deeper] = path.split("/");
  const divided = ["domain", "server", "packs"].includes(top);
  if (!divided) return next === "" ? path : top;
  return deeper.length > 0 ? `${top}/${next}` : path;
}

/** Code without its comments: what is left can reach a reader or the machine. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "$1");
}

/** Code without comments and without what stands between quotes: titles and sentences of a regulation are data. */
export function codeOf(text: string): string {
  return withoutComments(text).replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, '""');
}
