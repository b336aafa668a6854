import type { FileFault, FileKind } from "../../file-kind.ts";
import { type Entry, type Room, zipBytes } from "../zip.ts";

const longestPart = 32 * 1024 * 1024;

/** Parts that run or that are handed to another program; a picture or a workbook behind a chart is none. */
const macroParts = /(^|\/)(vbaProject[^/]*\.bin|vbaData\.xml|macrosheets\/[^/]+\.xml|activeX\/[^/]+)$/i;
const macroTypes = /macroEnabled|vbaProject|macrosheet|activeX/i;
/** Relations that are ordinary however far they lead: somebody has to press a link, a workbook keeps the values it had. */
const pressed: readonly string[] = ["hyperlink", "externalLinkPath", "xlPathMissing", "externalLink"];
const programs = /\.(exe|com|scr|pif|bat|cmd|ps1|js|jse|vbs|vbe|wsf|wsh|hta|lnk|msi|jar|reg|dll)\0/i;

interface Parts {
  readonly entries: readonly Entry[];
  /** What the document says of the types of its parts. */
  readonly types: string;
  readonly room: Room;
}

/**
 * What a document in a zip would do by itself: `macros` for those of its suite, `scripts` for programs put into it,
 * `outside` for what it fetches from elsewhere or asks of other programs (templates, frames, DDE).
 */
export function officeScripts(
  bytes: Buffer,
  { entries, types, room }: Parts,
  inside: (document: Buffer) => FileKind | FileFault | null,
): FileFault | null {
  if (macroTypes.test(types) || entries.some(({ name }) => macroParts.test(name))) return "macros";
  for (const entry of entries) {
    const { name } = entry;
    if (name.endsWith(".rels")) {
      const relations = zipBytes(bytes, entry, longestPart, room);
      // What cannot be read here may well be read by the program that opens it.
      if (relations === null) return "unknownKind";
      if (fetches(relations.toString("utf8"))) return "outside";
    }
    if (/(^|\/)embeddings\/[^/]+$/.test(name)) {
      const plain = zipBytes(bytes, entry, longestPart, room);
      if (plain === null || programs.test(plain.toString("latin1"))) return "scripts";
      const found = inside(plain);
      if (found === "macros" || found === "scripts" || found === "unknownKind") return found;
    }
    if (/^word\/[^/]+\.xml$/.test(name) || /^xl\/externalLinks\/[^/]+\.xml$/.test(name)) {
      const text = zipBytes(bytes, entry, longestPart, room)?.toString("utf8");
      if (text === undefined) return "unknownKind";
      if (asksPrograms(text)) return "outside";
    }
  }
  return null;
}

/** Whether a relation leads out of the document and is followed without anybody pressing it. */
function fetches(relations: string): boolean {
  for (const relation of tags(relations, "Relationship")) {
    if (!/TargetMode\s*=\s*["']External["']/i.test(relation)) continue;
    const type = /\sType\s*=\s*["']([^"']+)["']/.exec(relation)?.[1] ?? "";
    const target = /\sTarget\s*=\s*["']([^"']*)["']/.exec(relation)?.[1] ?? "";
    if (!pressed.includes(type.split("/").at(-1) ?? "") && isElsewhere(target)) return true;
  }
  return false;
}

/** Another machine; a path on the writer's own disk, as templates leave it, leads nowhere. */
function isElsewhere(target: string): boolean {
  const plain = target.trim().replaceAll("\\", "/");
  if (/^file:\/*[a-z]:/i.test(plain) || /^[a-z]:\//i.test(plain)) return false;
  return /^(?:[a-z][a-z0-9+.-]{1,20}:|\/\/)/i.test(plain);
}

/** DDE asks another program for its data, and so starts it. In a letter it is a field, which may be spread over runs. */
function asksPrograms(xml: string): boolean {
  if (tags(xml, "ddeLink").length > 0) return true;
  const fields = tags(xml, "instrText")
    .map((tag) => tag.slice(tag.indexOf(">") + 1))
    .join("");
  const simple = [...xml.matchAll(/:instr="([^"]{0,2000})"/g)].map((found) => found[1] ?? "").join("\n");
  return /(?:^|[^A-Za-z])DDE(?:AUTO)?(?![A-Za-z])/i.test(`${fields}\n${simple}`);
}

/** Every tag of this name in whatever namespace, from its name to the next tag. */
function tags(xml: string, name: string): readonly string[] {
  return xml
    .split("<")
    .filter((part) => part.startsWith(name) || part.slice(part.indexOf(":") + 1).startsWith(name))
    .filter((part) => /^(?:\w{1,40}:)?\w+[\s/>]/.test(part));
}
