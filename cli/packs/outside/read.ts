import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { isAlias, LineCounter, parseDocument, visit } from "yaml";
import { z } from "zod";
import { type PackFile, packFile } from "../../../contract/pack/pack-file.ts";
import type { LayeredPack } from "../../../domain/rules/layers.ts";
import type { PackWords } from "../words.ts";
import { withStories } from "./stories.ts";

/** What is wrong with a file of a regulation: which file, where in it, and why. */
export interface FileFault {
  readonly file: string;
  /** A line, or the way to the value: `duties.3.limit.unit`. */
  readonly place: string;
  /** What the reader of the file says, or a code with its facts for the words of this program. */
  readonly reason: string | { readonly code: FileFaultCode; readonly facts: Readonly<Record<string, string>> };
}

export type FileFaultCode = keyof PackWords["file"];

/** A regulation that was read from outside the code, and the file or folder that it stands in. */
export interface OutsidePack {
  readonly pack: LayeredPack;
  readonly file: string;
}

export interface Outside {
  readonly packs: readonly OutsidePack[];
  readonly faults: readonly FileFault[];
}

const kinds = new Set([".json", ".yaml", ".yml"]);
const mostBytes = 8_000_000;
const reasons = z.locales.zhCN().localeError;

/**
 * The regulations of a folder: each file is one, and so is each folder in it, whose files are parts of one regulation
 * with their keys side by side. What cannot be read is named; nothing of it is taken.
 */
export function readOutside(folder: string): Outside {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    return { packs: [], faults: [{ file: folder, place: "", reason: code("notFolder") }] };
  }
  const names = readdirSync(folder)
    .filter((name) => !name.startsWith("."))
    .toSorted();
  const read = names.flatMap((name): readonly Outside[] => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return [packIn(path, partsOf(path))];
    return kinds.has(extname(name)) ? [packIn(path, [path])] : [];
  });
  return { packs: read.flatMap(({ packs }) => packs), faults: read.flatMap(({ faults }) => faults) };
}

/** One regulation, or several: a file, a folder whose files are parts of one, or a folder of regulations. */
export function readGiven(path: string): Outside {
  if (!existsSync(path)) return { packs: [], faults: [{ file: path, place: "", reason: code("notFolder") }] };
  if (!statSync(path).isDirectory()) return packIn(path, [path]);
  const parts = partsOf(path);
  return parts.some((file) => basename(file, extname(file)) === "pack") ? packIn(path, parts) : readOutside(path);
}

function partsOf(folder: string): readonly string[] {
  const names = readdirSync(folder).filter((name) => kinds.has(extname(name)) && !name.startsWith("."));
  return names.toSorted().map((name) => join(folder, name));
}

function packIn(path: string, files: readonly string[]): Outside {
  const none = (faults: readonly FileFault[]): Outside => ({ packs: [], faults });
  if (files.length === 0) return { packs: [], faults: [] };
  const parts = files.map((file) => parsed(file));
  const unread = parts.flatMap((part) => ("fault" in part ? [part.fault] : []));
  if (unread.length > 0) return none(unread);
  const whole: Record<string, unknown> = {};
  const from = new Map<string, string>();
  const twice: FileFault[] = [];
  for (const [i, part] of parts.entries()) {
    const file = files[i] ?? path;
    for (const [key, value] of Object.entries("value" in part ? part.value : {})) {
      if (from.has(key))
        twice.push({ file, place: key, reason: code("twice", { key, other: basename(from.get(key) ?? "") }) });
      whole[key] = value;
      from.set(key, file);
    }
  }
  if (twice.length > 0) return none(twice);
  const { told, unknown } = withStories(whole);
  if (unknown.length > 0) {
    return none(unknown.map(({ place, name }) => ({ file: path, place, reason: code("noStory", { name }) })));
  }
  const checked = packFile.safeParse(told, { error: reasons });
  if (checked.success) return { packs: [{ pack: asPack(checked.data), file: path }], faults: [] };
  return none(
    checked.error.issues.map((issue) => ({
      file: from.get(String(issue.path[0] ?? "")) ?? path,
      place: issue.path.join("."),
      reason: issue.message,
    })),
  );
}

export function code(name: FileFaultCode, facts: Readonly<Record<string, string>> = {}): FileFault["reason"] {
  return { code: name, facts };
}

function asPack({ $schema: _, filings: __, stories: ___, ...pack }: PackFile): LayeredPack {
  return pack as unknown as LayeredPack;
}

type Parsed = { readonly value: Readonly<Record<string, unknown>> } | { readonly fault: FileFault };

function parsed(file: string): Parsed {
  const { size } = statSync(file);
  if (size > mostBytes) return { fault: { file, place: "", reason: code("tooLarge") } };
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, "utf8"), { lineCounter: lines, uniqueKeys: true, merge: true });
  const [error] = document.errors;
  if (error) {
    const { line, col } = lines.linePos(error.pos[0]);
    return { fault: { file, place: `${line}:${col}`, reason: error.message.split("\n")[0] ?? error.code } };
  }
  const aliased = countAliases(document) > 1_000;
  if (aliased) return { fault: { file, place: "", reason: code("manyAliases") } };
  const value: unknown = document.toJS({ maxAliasCount: 1_000 });
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { fault: { file, place: "1:1", reason: code("noObject") } };
  }
  return { value: value as Record<string, unknown> };
}

function countAliases(document: Parameters<typeof visit>[0]): number {
  let n = 0;
  visit(document, (_key, node) => {
    if (isAlias(node)) n += 1;
  });
  return n;
}
