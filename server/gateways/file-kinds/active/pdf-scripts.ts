import { inflateSync } from "node:zlib";
import { chargeFailed, type Room } from "../zip.ts";

/** All objects that are unpacked to be looked at, together. */
const longestUnpacked = 64 * 1024 * 1024;
const longestDictionary = 4000;
/** The dictionaries of all streams together: where marks stand close to each other, what stands before them is read again. */
const allDictionaries = 16_000_000;
const mostStreams = 50_000;
const mostAttachments = 20;

/** Between two parts of a dictionary: blanks and comments, as many as a writer would put there. */
const gap = String.raw`(?:[\s\0]|%[^\r\n]{0,80}[\r\n]){0,8}`;
/** An action by its kind, and the tree of scripts that run when the file opens. */
const acts = new RegExp(String.raw`/S${gap}/(?:JavaScript|Launch|ImportData)(?![A-Za-z0-9])`);
const scriptTree = new RegExp(String.raw`/JavaScript${gap}(?:\d|<<)`);
const media = new RegExp(String.raw`/Subtype${gap}/(?:RichMedia|3D)(?![A-Za-z0-9])`);
const renditionScript = new RegExp(String.raw`/S${gap}/Rendition(?![A-Za-z0-9])`);
const attached = new RegExp(String.raw`/EF${gap}(?=\d|<<)`, "g");
const attachedFile = /^(?:(\d{1,9})\s{1,9}\d{1,9}\s{1,9}R|<<([^>]{0,400})>>)/;
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
  const file = { text, bytes, room: { left: longestUnpacked }, locked: text.includes("/Encrypt") };
  const streams = streamsOf(text);
  const packed = streams && packedObjects(file, streams);
  if (streams === null || packed === null) return true;
  const all = plainNames(`${text}\n${packed}`);
  if (acts.test(all) || scriptTree.test(all) || media.test(all)) return true;
  if (renditionScript.test(all) && /\/JS(?![A-Za-z0-9])/.test(all)) return true;
  return (forms.test(all) && formScripts(file, streams)) || carriesPrograms(file, all, allowed);
}

/** A PDF that is looked at. */
interface File {
  readonly text: string;
  readonly bytes: Buffer;
  readonly room: Room;
  /** Encrypted, as a whole or in part: what cannot be unpacked then is not meant to be. */
  readonly locked: boolean;
}

/** Whether one of the attachments is neither data nor what could be sent by itself. */
function carriesPrograms(file: File, all: string, allowed: (attachment: Buffer) => boolean): boolean {
  let n = 0;
  for (const { index, 0: mark } of all.matchAll(attached)) {
    const [whole, direct, inside = ""] = attachedFile.exec(all.slice(index + mark.length, index + 500)) ?? [];
    const words = inside.replaceAll("/", " ").split(/\s+/);
    const inner = words.flatMap((word, at) => (word === "R" ? [words[at - 2] ?? ""] : []));
    const numbers = direct === undefined ? inner.slice(0, mostAttachments) : [direct];
    n += 1;
    if (whole === undefined || n > mostAttachments || numbers.length === 0) return true;
    if (!numbers.every((number) => isHarmless(attachment(file, number), allowed))) return true;
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

/** The streams of a file; null where there are more, or more is written before them, than any program writes. */
function streamsOf(text: string): readonly Stream[] | null {
  const streams: Stream[] = [];
  let end = 0;
  let read = 0;
  for (const { index, 0: mark } of text.matchAll(/(?<!end)stream\r?\n/g)) {
    if (end >= 0 && end < index) end = text.indexOf("endstream", index);
    const before = text.slice(Math.max(0, index - longestDictionary), index);
    const written = before.slice(Math.max(0, before.lastIndexOf("obj")));
    const from = index + mark.length;
    read += written.length;
    if (streams.length >= mostStreams || read > allDictionaries) return null;
    streams.push({ dictionary: plainNames(written), from, to: end < 0 ? text.length : end });
  }
  return streams;
}

/** The bytes of a stream; null where it is packed in a way that nothing here can undo. */
function unpacked({ bytes, room }: File, { dictionary, from, to }: Stream): Buffer | null {
  const packed = bytes.subarray(from, to);
  if (room.left <= 0) return null;
  if (!/\/Filter(?![A-Za-z])/.test(dictionary)) {
    room.left -= packed.length;
    return packed;
  }
  if (!/\/Filter\s{0,9}\[?\s{0,9}\/(?:FlateDecode|Fl)\s{0,9}[\]/>]/.test(dictionary)) return null;
  try {
    const plain = inflateSync(packed, { maxOutputLength: room.left, finishFlush: 2 });
    room.left -= plain.length;
    return plain;
  } catch {
    chargeFailed(room, packed);
    return null;
  }
}

/** The text of all packed objects; null where some cannot be read though the file has no password. */
function packedObjects(file: File, streams: readonly Stream[]): string | null {
  const found: string[] = [];
  for (const stream of streams) {
    if (!stream.dictionary.includes("ObjStm") || !objectStream.test(stream.dictionary)) continue;
    const plain = unpacked(file, stream);
    if (plain !== null) found.push(plain.toString("latin1"));
    else if (!file.locked) return null;
  }
  return found.join("\n");
}

/** Forms in XML may hold scripts of their own; where not all streams could be looked at, they may. */
function formScripts(file: File, streams: readonly Stream[]): boolean {
  for (const stream of streams) {
    const plain = unpacked(file, stream);
    if (plain !== null && /<(?:\w{1,40}:)?script[\s>]/.test(plain.toString("latin1"))) return true;
  }
  return file.room.left <= 0 && !file.locked;
}

function attachment(file: File, number: string): Buffer | null {
  const { text } = file;
  const start = text.search(new RegExp(String.raw`(?<!\d)${Number(number)}\s{1,9}\d{1,9}\s{1,9}obj(?![a-z])`));
  if (start < 0) return null;
  const [next] = streamsOf(text.slice(start, start + longestDictionary)) ?? [];
  if (!next) return null;
  const to = text.indexOf("endstream", start);
  return unpacked(file, { ...next, from: start + next.from, to: to < 0 ? text.length : to });
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
