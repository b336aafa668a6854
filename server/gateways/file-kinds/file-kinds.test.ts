import { Document, Packer, Paragraph } from "docx";
import pdfmake from "pdfmake";
import { describe, expect, it } from "vitest";
import { inspectFile } from "../file-kind.ts";
import { safeName } from "../file-name.ts";
import "../papers/pdf.ts";

const kindOf = (bytes: Buffer) => {
  const kind = inspectFile(bytes);
  return typeof kind === "string" ? kind : kind.ending;
};
const ascii = (text: string) => Buffer.from(text, "latin1");

/** A box of ISO 14496-12 with its brands. */
function box(main: string, ...others: string[]): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(16 + others.length * 4);
  head.write("ftyp", 4, "latin1");
  return Buffer.concat([head, ascii(main), Buffer.alloc(4), ...others.map(ascii), Buffer.alloc(64)]);
}

function bitmap(): Buffer {
  const bytes = Buffer.alloc(58);
  bytes.write("BM", 0, "latin1");
  bytes.writeUInt32LE(58, 2);
  bytes.writeUInt32LE(54, 10);
  bytes.writeUInt32LE(40, 14);
  return bytes;
}

describe("pictures that phones and browsers make", () => {
  it.each([
    ["jpg", Buffer.from("ffd8ffe000104a464946", "hex")],
    ["jpg", Buffer.from("ffd8ffe1001845786966", "hex")],
    ["png", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")],
    ["gif", ascii("GIF89a\u0001\u0000")],
    ["webp", ascii("RIFF\u0024\u0000\u0000\u0000WEBPVP8 ")],
    ["webp", ascii("RIFF\u0024\u0000\u0000\u0000WEBPVP8X")],
    ["tiff", Buffer.concat([Buffer.from("49492a0008000000", "hex"), Buffer.alloc(16)])],
    ["tiff", Buffer.concat([Buffer.from("4d4d002a00000008", "hex"), Buffer.alloc(16)])],
    ["bmp", bitmap()],
    ["heic", box("heic", "mif1", "heic")],
    ["heic", box("mif1", "mif1", "heic", "miaf")],
    ["heic", box("hevc", "msf1", "hevc")],
    ["heic", box("heim", "mif1")],
    ["heic", box("heix")],
    ["avif", box("avif", "mif1", "miaf")],
    ["avif", box("mif1", "avif", "miaf")],
  ])("%s", (ending, bytes) => expect(kindOf(bytes)).toBe(ending));

  it.each([
    ["a film", box("isom", "mp41")],
    ["a program", ascii("MZ\u0090\u0000 This program cannot be run in DOS mode.")],
    ["a page", ascii("<html><script>alert(1)</script></html>")],
    ["the two letters of a bitmap", ascii("BMW gehört dem Nachbarn, sagt er, und so weiter und so fort.")],
    ["the start of a picture alone", Buffer.from("ffd8ff00", "hex")],
    ["a box without end", Buffer.from("ffffffff6674797068656963", "hex")],
  ])("%s is none", (_, bytes) => expect(kindOf(bytes)).toBe("unknownKind"));
});

/** A zip with these files, stored as they are. */
function zip(files: Readonly<Record<string, string>>): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50);
    head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50);
    entry.writeUInt32LE(text.length, 20);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    const stored = Buffer.concat([head, ascii(name), ascii(text)]);
    at += stored.length;
    local.push(stored);
    directory.push(entry, ascii(name));
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...local, ...directory, end]);
}

/** An OLE file whose directory holds these names. */
function ole(...names: string[]): Buffer {
  const bytes = Buffer.alloc(512 * 3);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(bytes);
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt32LE(1, 48);
  bytes.writeUInt32LE(0, 76);
  bytes.writeUInt32LE(0xfffffffe, 512 + 4);
  for (const [i, name] of ["Root Entry", ...names].entries()) {
    bytes.write(name, 1024 + i * 128, "utf16le");
    bytes.writeUInt16LE(name.length * 2 + 2, 1024 + i * 128 + 64);
  }
  return bytes;
}

const typesOf = (main: string) => `<Override ContentType="application/vnd.${main}.main+xml"/>`;
const office = "openxmlformats-officedocument";

describe("documents by their parts", () => {
  it.each([
    ["docx", zip({ "[Content_Types].xml": typesOf(`${office}.wordprocessingml.document`), "word/document.xml": "" })],
    ["xlsx", zip({ "[Content_Types].xml": typesOf(`${office}.spreadsheetml.sheet`) })],
    ["pptx", zip({ "[Content_Types].xml": typesOf(`${office}.presentationml.presentation`) })],
    ["macros", zip({ "[Content_Types].xml": typesOf("ms-word.document.macroEnabled") })],
    [
      "macros",
      zip({ "[Content_Types].xml": typesOf(`${office}.wordprocessingml.document`), "word/vbaProject.bin": "" }),
    ],
    ["unknownKind", zip({ "word/notes.txt": "no document" })],
    ["unknownKind", ascii("PK\u0003\u0004 word/ and no directory at the end")],
    ["doc", ole("WordDocument", "1Table")],
    ["xls", ole("Workbook")],
    ["xls", ole("Book")],
    ["ppt", ole("PowerPoint Document")],
    ["macros", ole("WordDocument", "Macros")],
    ["macros", ole("Workbook", "_VBA_PROJECT_CUR")],
    ["locked", ole("EncryptedPackage")],
    ["unknownKind", ole("__substg1.0_0037001F")],
  ])("%s", (kind, bytes) => expect(kindOf(bytes)).toBe(kind));

  it("what a word processor writes is taken", async () => {
    const document = new Document({ sections: [{ children: [new Paragraph("证明")] }] });
    expect(kindOf(await Packer.toBuffer(document))).toBe("docx");
  });
});

/** A PDF as a program writes it, with a password to open it, or only to change it. */
async function pdf(protection: object, version: string): Promise<Buffer> {
  const definition = { content: ["Encrypt"], defaultStyle: { font: "song" }, version, ...protection };
  return pdfmake.createPdf(definition).getBuffer();
}

describe("a PDF is locked only where it needs a password to open", () => {
  it.each(["1.3", "1.5", "1.7", "1.7ext3"])("encrypted as in version %s", async (version) => {
    const onlyOwner = { ownerPassword: "owner", permissions: { printing: false } };
    expect(kindOf(await pdf({}, version))).toBe("pdf");
    expect(kindOf(await pdf(onlyOwner, version))).toBe("pdf");
    expect(kindOf(await pdf({ ...onlyOwner, userPassword: "secret" }, version))).toBe("locked");
  });

  it.each([
    [
      "pdf",
      "%PDF-1.4\n1 0 obj<</URI(http://a.example/Encryption)>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF",
    ],
    ["pdf", "%PDF-1.4\n(/Encrypt 5 0 R)\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF"],
    ["pdf", "%PDF-1.7\n1 0 obj\n"],
    ["pdf", "\n\n%PDF-1.4\n"],
    ["locked", "%PDF-1.4\n5 0 obj<</Filter/Adobe.PubSec/V 4>>endobj\ntrailer<</Encrypt 5 0 R>>\nstartxref\n9\n%%EOF"],
    [
      "locked",
      "%PDF-1.5\n9 0 obj<</Type/XRef/Encrypt 5 0 R/ID[<00><00>]>>stream\n5 0 obj<</Filter/Standard/V 2/R 3/O(a)/U(b)/P -4>>endobj",
    ],
  ])("%s: %s", (kind, text) => expect(kindOf(ascii(text))).toBe(kind));
});

describe("the name that a file is kept under", () => {
  const png = { type: "image/png", ending: "png" };
  it.each([
    ["照片.PNG", "照片.png"],
    ["清单.doc.exe", "清单.doc.png"],
    ["“引号”&.png", "“引号”&.png"],
    ["a\r\nx: y.png", "ax y.png"],
    ["", "文件.png"],
    [".png", "文件.png"],
    ["../../etc/passwd", "passwd.png"],
    ["..\\C:\\照片.jpeg", "照片.png"],
    [`${"𠮷".repeat(200)}.png`, `${"𠮷".repeat(80)}.png`],
  ])("%j", (name, kept) => expect(safeName(name, png)).toBe(kept));
});
