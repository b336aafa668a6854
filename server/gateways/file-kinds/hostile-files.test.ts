import { deflateRawSync, deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { inspectFile } from "../file-kind.ts";
import { plainPicture } from "./metadata/plain-picture.ts";

const megabyte = 1024 * 1024;
const filled = (seed: string, bytes: number) => Buffer.from(seed.repeat(Math.floor(bytes / seed.length)), "latin1");
const pdf = (...parts: readonly Buffer[]) => Buffer.concat([Buffer.from("%PDF-1.7 "), ...parts]);

interface Part {
  readonly name: string;
  readonly packed: Buffer;
  /** Lies where the part before it lies. */
  readonly again?: true;
}

/** A zip whose parts may lie in the same place, as no program writes it. */
function zip(parts: readonly Part[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let [next, at] = [0, 0];
  for (const { name, packed, again } of parts) {
    if (!again) {
      const head = Buffer.alloc(30);
      head.writeUInt32LE(0x04034b50, 0);
      bodies.push(head, packed);
      at = next;
      next += 30 + packed.length;
    }
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    directory.push(entry, Buffer.from(name));
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(next, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}

const word = deflateRawSync(
  '<Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>',
);
const types = { name: "[Content_Types].xml", packed: word };

/** One part of blanks, and many others in the same place. */
function overlapping(name: (n: number) => string, blanks: number, times: number): Buffer {
  const packed = deflateRawSync(Buffer.alloc(blanks, 0x20));
  const others = Array.from({ length: times }, (_, n): Part => ({ name: name(n), packed, again: true }));
  return zip([types, { name: name(times), packed }, ...others]);
}

/** Documents in documents, each twice in the one around it: looked at one by one they would be 2 to the depth. */
function nested(depth: number): Buffer {
  let inner = zip([types]);
  for (let i = 0; i < depth; i += 1) {
    const packed = deflateRawSync(inner);
    const part = { name: "word/embeddings/a.docx", packed };
    inner = zip([types, part, { name: "word/embeddings/b.docx", packed, again: true }]);
  }
  return inner;
}

function bombs(dictionary: string, times: number): Buffer {
  const packed = deflateSync(Buffer.alloc(80 * megabyte));
  const one = Buffer.concat([Buffer.from(`1 0 obj<<${dictionary}>>stream\n`), packed, Buffer.from("\nendstream\n")]);
  return Buffer.concat(Array.from({ length: times }, () => one));
}

/** A TIFF of many directories whose every entry names nearly the whole file. */
function tiff(bytes: number): Buffer {
  const [directories, entries] = [64, 512];
  const file = Buffer.alloc(bytes);
  file.write("II*\0", 0, "latin1");
  let at = bytes - directories * (entries * 12 + 6) - 10;
  file.writeUInt32LE(at, 4);
  for (let n = 1; n <= directories; n += 1) {
    file.writeUInt16LE(entries, at);
    for (let entry = at + 2; entry < at + 2 + entries * 12; entry += 12) {
      file.writeUInt16LE(270, entry);
      file.writeUInt16LE(1, entry + 2);
      file.writeUInt32LE(bytes - 400_000, entry + 4);
      file.writeUInt32LE(8, entry + 8);
    }
    const next = at + 2 + entries * 12;
    file.writeUInt32LE(n === directories ? 0 : next + 4, next);
    at = next + 4;
  }
  return file;
}

const box = (type: string, ...parts: readonly Buffer[]) => {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + body.length);
  head.write(type, 4, "latin1");
  return Buffer.concat([head, body]);
};
const heicWith = (sizes: number, list: Buffer) => {
  const name = Buffer.from("\u0002\0\0\0\0\u0001\0\0Exif\0\0\0\0", "latin1");
  const info = box("iinf", Buffer.alloc(6), box("infe", name));
  const head = Buffer.from([0, 0, 0, 0, sizes >> 8, sizes & 255, 255, 255]);
  return Buffer.concat([
    box("ftyp", Buffer.from("heic\0\0\0\0heicmif1", "latin1")),
    box("meta", Buffer.alloc(4), info, box("iloc", head, list)),
  ]);
};
/** Items of 65 535 pieces each that take no room in the list. */
const heic = (items: number) => heicWith(0, Buffer.from("00010000ffff".repeat(items), "hex"));

const picture = (head: string, seed: string, bytes: number) =>
  Buffer.concat([Buffer.from(head, "hex"), Buffer.from(seed.repeat(Math.floor((2 * bytes) / seed.length / 2)), "hex")]);

describe("a file made to keep the house busy", () => {
  const ten = 10_000_000;
  it.each([
    ["a document whose parts lie in one place", overlapping((n) => `word/b${n}.xml`, 30 * megabyte, 5000)],
    ["a document whose relations lie in one place", overlapping((n) => `word/b${n}.rels`, 2 * megabyte - 9, 9000)],
    ["documents in documents", nested(60)],
    ["a PDF of ends", pdf(Buffer.from("/Encrypt 1 0 R "), filled("trailer ", ten))],
    ["a PDF of references", pdf(Buffer.from("/Encrypt 1 0 R "), filled("/Type/XRef ", ten))],
    ["a PDF of objects that swell", pdf(Buffer.from("/Encrypt "), bombs("/Type/ObjStm/Filter/FlateDecode", 100))],
    ["a form whose streams swell", pdf(Buffer.from("/XFA "), bombs("/Filter/FlateDecode", 100))],
    ["a PDF of streams without objects", pdf(Buffer.from("/XFA obj"), filled("/Type%aaaaaaastream\n", ten))],
    ["a PDF of attachments", pdf(filled("/EF<<", ten))],
    ["a PDF of comments", pdf(filled(`/S%${"a".repeat(79)}`, ten))],
    ["a TIFF", tiff(ten)],
    ["a HEIC", heic(1_000_000)],
    ["a GIF", picture("47494638396100000000000000", "21f900", ten)],
    ["a JPEG", picture("ffd8", "ffe00002", ten)],
    ["a PNG", picture("89504e470d0a1a0a0000000d49484452".padEnd(66, "0"), "000000004944415400000000", ten)],
  ])("costs seconds at most: %s", (_name, bytes) => {
    const start = process.cpuUsage();
    const kind = inspectFile(bytes);
    if (typeof kind !== "string") plainPicture(bytes, kind);
    const { user } = process.cpuUsage(start);
    expect(user / 1000).toBeLessThan(4000);
  });
});

describe("a file that is broken", () => {
  const whole = [
    tiff(420_000),
    heic(3),
    heicWith(0xffff, Buffer.alloc(40)),
    heicWith(0x4444, Buffer.alloc(90, 1)),
    picture("47494638396100000000000000", "21f904000000000000", 90),
    picture("ffd8ffe10010457869660000", "4d4d002a00000008", 90),
    picture("89504e470d0a1a0a0000000d49484452".padEnd(66, "0"), "000000046558496600000000", 90),
    Buffer.from("RIFF\u0040\0\0\0WEBPVP8X\u0004\0\0\0aaaaEXIF\u0008\0\0\0MM\0*\0\0\0\u0008", "latin1"),
    zip([types, { name: "word/a.xml", packed: word }]),
    nested(2),
    Buffer.from(`d0cf11e0a1b11ae1${"00".repeat(22)}0900${"01".repeat(2000)}`, "hex"),
    pdf(Buffer.from("/Encrypt 1 0 R 1 0 obj<</Filter/Standard/R 6/V 5/U(a)/O<6")),
  ];

  it("is taken or refused, and never an error, wherever it is cut off or one byte of it is another", () => {
    const kinds = new Set<string>();
    for (const bytes of whole) {
      const step = Math.max(1, Math.floor(bytes.length / 200));
      for (let at = 0; at < bytes.length; at += step) {
        for (const other of [0, 1, 0x7f, 0xff]) {
          const changed = Buffer.from(bytes.subarray(0, 5000));
          if (at < changed.length) changed[at] = other;
          for (const file of [changed, bytes.subarray(0, at % 5000)]) {
            const kind = inspectFile(file);
            if (typeof kind !== "string") plainPicture(file, kind);
            kinds.add(typeof kind === "string" ? kind : kind.ending);
          }
        }
      }
    }
    expect(kinds.size).toBeGreaterThan(8);
  });
});
