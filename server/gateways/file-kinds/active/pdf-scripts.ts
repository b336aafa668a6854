import { inflateSync } from "node:zlib";

/** All objects that are unpacked to be looked at, together. */
const longestUnpacked = 32 * 1024 * 1024;
const longestDictionary = 4000;
const mostStreams = 50_000;
const mostAttachments = 20;

/** Between two parts of a dictionary: blanks and comments, as many as a writer would put there. */
const gap = String.raw`(?:[\s\0]|%[^\r\n]{0,80}[\r\n]){0,8}`;
/** An action by its kind, and the tree of scripts that run when the file opens. */
const acts = new RegExp(String.raw`/S${gap}/(?:JavaScript|Launch|ImportData)(?![A-Za-z0-9])`);
const scriptTree = new RegExp(String.raw`/JavaScript${gap}(?:\d|<<)`);
const media = new RegExp(String.raw`/Subtype${gap}/(?:RichMedia|3D)(?![A-Za-z0-9])`);
const renditionScript = new RegExp(String.raw`/S${gap}/Rendition(?![A-Za-z0-9])`);
const attached = new RegExp(String.raw`/EF${gap}(?:(\d+)\s+\d+\s+R|<<([^>]{0,400})>>)`, "g");
const objectStream = new RegExp(String.raw`/Type${gap}/ObjStm(?![A-Za-z0-9])`);
const forms = /\/XFA(?![A-Za-z0-9])/;

/**
 * Whether a PDF does something by itself or carries files that could: scripts, programs to be started, media players,
 * attachments. Objects in packed streams are unpacked and looked at as well, and names may be written with codes. A
 * destination to be opened at, links and plain forms are ordinary. Attachments that are XML (an electronic invoice has
 * its data so) or that `allowed` takes are ordinary too.
 */
export function runsByItself(bytes: Buffer, allowed: (attachment: Buffer) => boolean): boolean {
  const text = bytes.toString("latin1");
  const room = { left: longestUnpacked };
  const packed = packedObjects(text, bytes, room);
  if (packed === null) return true;
  const all = plainNames(`${text}\n${packed}`);
  if (acts.test(all) || scriptTree.test(all) || media.test(all)) return true;
  if (renditionScript.test(all) && /\/JS(?![A-Za-z0-9])/.test(all)) return true;
  if (forms.test(all) && formScripts(text, bytes, room)) return true;
  for (const [n, [, direct, inside = ""]] of [...all.matchAll(attached)].entries()) {
    const words = inside.replaceAll("/", " ").split(/\s+/);
    const inner = words.flatMap((word, at) => (word === "R" ? [words[at - 2] ?? ""] : []));
    const numbers = direct === undefined ? inner.slice(0, mostAttachments) : [direct];
    const harmless = numbers.map((number) => isHarmless(attachment(number, text, bytes, room), allowed));
    if (n >= mostAttachments || numbers.length === 0 || harmless.includes(false)) return true;
  }
  return false;
}

/** Names as they are meant: `/J#61vaScript` is one of them. */
function plainNames(text: string): string {
  return text.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

interface Stream {
  readonly dictionary: string;
  readonly from: number;
  readonly to: number;
}

/** The streams of a file, as far as they go: of one that has more than any program writes, the first ones. */
function* streams(text: string): Generator<Stream> {
  let end = 0;
  let n = 0;
  for (const { index, 0: mark } of text.matchAll(/(?<!end)stream\r?\n/g)) {
    if (++n > mostStreams) return;
    if (end >= 0 && end < index) end = text.indexOf("endstream", index);
    const before = text.slice(Math.max(0, index - longestDictionary), index);
    const start = before.lastIndexOf("obj");
    const from = index + mark.length;
    yield { dictionary: plainNames(before.slice(Math.max(0, start))), from, to: end < 0 ? text.length : end };
  }
}

interface Room {
  left: number;
}

/** The bytes of a stream; null where it is packed in a way that nothing here can undo. */
function unpacked({ dictionary, from, to }: Stream, bytes: Buffer, room: Room): Buffer | null {
  const packed = bytes.subarray(from, to);
  if (room.left <= 0) return null;
  if (!/\/Filter(?![A-Za-z])/.test(dictionary)) {
    room.left -= packed.length;
    return packed;
  }
  if (!/\/Filter\s{0,9}\[?\s{0,9}\/(?:FlateDecode|Fl)\s{0,9}[\]/>]/.test(dictionary)) return null;
  try {
    const plain = inflateSync(packed, { maxOutputLength: Math.max(1, room.left), finishFlush: 2 });
    room.left -= plain.length;
    return plain;
  } catch {
    return null;
  }
}

/** The text of all packed objects; null where some cannot be read though the file has no password. */
function packedObjects(text: string, bytes: Buffer, room: Room): string | null {
  const locked = text.includes("/Encrypt");
  const found: string[] = [];
  for (const stream of streams(text)) {
    if (!objectStream.test(stream.dictionary)) continue;
    const plain = unpacked(stream, bytes, room);
    if (plain !== null) found.push(plain.toString("latin1"));
    else if (!locked) return null;
  }
  return found.join("\n");
}

/** Forms in XML may hold scripts of their own. */
function formScripts(text: string, bytes: Buffer, room: Room): boolean {
  for (const stream of streams(text)) {
    const plain = unpacked(stream, bytes, room);
    if (plain !== null && /<(?:\w+:)?script[\s>]/.test(plain.toString("latin1"))) return true;
  }
  return false;
}

function attachment(number: string, text: string, bytes: Buffer, room: Room): Buffer | null {
  const start = text.search(new RegExp(String.raw`(?<!\d)${Number(number)}\s+\d+\s+obj(?![a-z])`));
  if (start < 0) return null;
  const next = streams(text.slice(start, start + longestDictionary)).next().value;
  if (!next) return null;
  const to = text.indexOf("endstream", start);
  return unpacked({ dictionary: next.dictionary, from: start + next.from, to: to < 0 ? text.length : to }, bytes, room);
}

function isHarmless(plain: Buffer | null, allowed: (attachment: Buffer) => boolean): boolean {
  if (plain === null) return false;
  const head = plain
    .subarray(0, 200)
    .toString("latin1")
    .replace(/^\u00ef\u00bb\u00bf/, "")
    .trimStart();
  return (head.startsWith("<?xml") && !/<(?:html|svg|script)/i.test(plain.toString("latin1"))) || allowed(plain);
}
