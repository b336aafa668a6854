import { Document, ExternalHyperlink, Packer, Paragraph, TextRun } from "docx";
import { strToU8, zipSync } from "fflate";
import { deflateSync } from "node:zlib";
import pdfmake from "pdfmake";
import { describe, expect, it } from "vitest";
import { inspectFile } from "../../file-kind.ts";
import "../../papers/pdf.ts";

const kindOf = (bytes: Buffer | Uint8Array) => {
  const kind = inspectFile(Buffer.from(bytes));
  return typeof kind === "string" ? kind : kind.ending;
};

const types = (main: string, more = "") =>
  `<Types><Override PartName="/main.xml" ContentType="application/vnd.openxmlformats-officedocument.${main}.main+xml"/>${more}</Types>`;
const word = types("wordprocessingml.document");
const book = types("spreadsheetml.sheet");
const relation = (type: string, target: string, mode = ' TargetMode="External"') =>
  `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${mode}/></Relationships>`;

function office(main: string, parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const all = { "[Content_Types].xml": main, ...parts };
  return zipSync(
    Object.fromEntries(
      Object.entries(all).map(([name, text]) => [name, typeof text === "string" ? strToU8(text) : text]),
    ),
  );
}

const withMacros = office(word, { "word/vbaProject.bin": "x" });

describe("Office documents that do something by themselves", () => {
  it.each([
    ["macros", "VBA", withMacros],
    ["macros", "VBA under another name", office(word, { "word/vbaProject1.bin": "x" })],
    [
      "macros",
      "VBA by its type alone",
      office(
        types(
          "wordprocessingml.document",
          '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>',
        ),
        {},
      ),
    ],
    ["macros", "a sheet of macros of Excel 4", office(book, { "xl/macrosheets/sheet1.xml": "<x/>" })],
    ["macros", "a control", office(word, { "word/activeX/activeX1.bin": "x" })],
    ["macros", "a document with macros in a document", office(word, { "word/embeddings/a.docx": withMacros })],
    [
      "scripts",
      "a program in a document",
      office(word, { "word/embeddings/oleObject1.bin": "C:\\temp\\photo.exe\0MZ" }),
    ],
    [
      "outside",
      "a template from elsewhere",
      office(word, { "word/_rels/settings.xml.rels": relation("attachedTemplate", "https://a.example/t.dotm") }),
    ],
    [
      "outside",
      "an object from elsewhere",
      office(word, { "word/_rels/document.xml.rels": relation("oleObject", "mhtml:https://a.example/x!x") }),
    ],
    [
      "outside",
      "a frame on another machine",
      office(word, { "word/_rels/webSettings.xml.rels": relation("frame", "\\\\a.example\\share\\x.html") }),
    ],
    [
      "outside",
      "a picture on another machine",
      office(word, { "word/_rels/document.xml.rels": relation("image", "file://a.example/share/x.png") }),
    ],
    [
      "outside",
      "DDE in a field",
      office(word, { "word/document.xml": "<w:instrText>DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe</w:instrText>" }),
    ],
    [
      "outside",
      "DDE over several runs",
      office(word, {
        "word/footer1.xml":
          "<w:instrText>D</w:instrText><w:instrText xml:space='preserve'>DE</w:instrText><w:instrText> cmd</w:instrText>",
      }),
    ],
    ["outside", "DDE in a simple field", office(word, { "word/document.xml": '<w:fldSimple w:instr=" dde cmd x"/>' })],
    [
      "outside",
      "DDE in a workbook",
      office(book, {
        "xl/externalLinks/externalLink1.xml": '<externalLink><ddeLink ddeService="cmd"/></externalLink>',
      }),
    ],
  ])("%s: %s", (fault, _, bytes) => expect(kindOf(bytes)).toBe(fault));

  it.each([
    ["docx", "links", office(word, { "word/_rels/document.xml.rels": relation("hyperlink", "https://a.example/") })],
    [
      "docx",
      "a template on the writer's own disk",
      office(word, {
        "word/_rels/settings.xml.rels": relation("attachedTemplate", "file:///C:\\Users\\x\\Normal.dotm"),
      }),
    ],
    [
      "docx",
      "pictures within",
      office(word, { "word/_rels/document.xml.rels": relation("image", "media/image1.png", "") }),
    ],
    [
      "docx",
      "the letters in words",
      office(word, {
        "word/document.xml":
          "<w:t>DDE 是什么</w:t><w:instrText>PAGE</w:instrText><w:instrText> TOC \\o ADDEND</w:instrText>",
      }),
    ],
    [
      "docx",
      "a workbook behind a chart",
      office(word, { "word/embeddings/Microsoft_Excel_Sheet1.xlsx": office(book, {}) }),
    ],
    [
      "xlsx",
      "values of another workbook",
      office(book, {
        "xl/externalLinks/externalLink1.xml": "<externalLink><externalBook/></externalLink>",
        "xl/externalLinks/_rels/externalLink1.xml.rels": relation(
          "externalLinkPath",
          "file:///\\\\server\\share\\book.xlsx",
        ),
      }),
    ],
  ])("%s is taken with %s", (kind, _, bytes) => expect(kindOf(bytes)).toBe(kind));

  it("what a word processor writes, with a link in it, is taken", async () => {
    const link = new ExternalHyperlink({ link: "https://a.example/", children: [new TextRun("网页")] });
    const document = new Document({ sections: [{ children: [new Paragraph({ children: [link] })] }] });
    expect(kindOf(await Packer.toBuffer(document))).toBe("docx");
  });
});

/** An OLE file: its directory with these names, and of one of them the bytes. */
function ole(names: readonly string[], stream: Buffer = Buffer.alloc(0)): Buffer {
  const sectors = Math.ceil(stream.length / 512);
  const bytes = Buffer.alloc(512 * (3 + sectors));
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(bytes);
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt32LE(1, 48);
  bytes.writeUInt32LE(0, 76);
  bytes.writeUInt32LE(0xfffffffe, 512 + 4);
  for (let i = 0; i < sectors; i++) bytes.writeUInt32LE(i + 1 === sectors ? 0xfffffffe : i + 3, 512 + (i + 2) * 4);
  for (const [i, name] of names.entries()) {
    const at = 1024 + i * 128;
    bytes.write(name, at, "utf16le");
    bytes.writeUInt16LE(name.length * 2 + 2, at + 64);
    if (i === 0) bytes.writeUInt32LE(2, at + 116);
    if (i === 0) bytes.writeUInt32LE(stream.length, at + 120);
  }
  stream.copy(bytes, 1536);
  return bytes;
}

/** A workbook whose list of sheets has one of a kind: 0 cells, 1 macros. */
function workbook(kind: number): Buffer {
  const stream = Buffer.alloc(4096);
  Buffer.from("0908040000060500", "hex").copy(stream);
  Buffer.from("85000800", "hex").copy(stream, 8);
  stream[8 + 4 + 5] = kind;
  Buffer.from("0a000000", "hex").copy(stream, 20);
  return ole(["Workbook"], stream);
}

/** Slides that say whether they have macros. */
function slides(macros: number): Buffer {
  const said = Buffer.from("0f00ff0314000000020000040c000000000000000000000002000000", "hex");
  said.writeUInt32LE(macros, 20);
  return Buffer.concat([ole(["PowerPoint Document"]), said]);
}

describe("documents of the older form that do something by themselves", () => {
  it.each([
    ["macros", ole(["WordDocument", "Macros", "VBA"])],
    ["macros", ole(["Workbook", "_vba_project_cur"])],
    ["macros", workbook(1)],
    ["macros", slides(1)],
    ["scripts", Buffer.concat([ole(["WordDocument", "\u0001Ole10Native"]), Buffer.from("rechnung.vbs\0")])],
    ["xls", workbook(0)],
    ["ppt", slides(0)],
    ["doc", Buffer.concat([ole(["WordDocument", "\u0001Ole10Native"]), Buffer.from("picture.bmp\0")])],
  ])("%s", (kind, bytes) => expect(kindOf(bytes)).toBe(kind));
});

/** A PDF of these objects; streams are given with their bytes. */
function pdf(...objects: (string | readonly [dictionary: string, bytes: Buffer])[]): Buffer {
  const parts = objects.flatMap((object, i) => {
    if (typeof object === "string") return [Buffer.from(`${i + 1} 0 obj\n${object}\nendobj\n`, "latin1")];
    const [dictionary, bytes] = object;
    return [
      Buffer.from(`${i + 1} 0 obj\n${dictionary}\nstream\n`, "latin1"),
      bytes,
      Buffer.from("\nendstream\nendobj\n"),
    ];
  });
  return Buffer.concat([
    Buffer.from("%PDF-1.7\n"),
    ...parts,
    Buffer.from("trailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF"),
  ]);
}

const packed = (text: string) =>
  ["<</Type/ObjStm/N 1/First 4/Filter/FlateDecode>>", deflateSync(Buffer.from(text))] as const;
const file = (name: string) => `<</Type/Filespec/F(${name})/EF<</F 2 0 R>>>>`;

describe("PDFs that do something by themselves", () => {
  it.each([
    ["a script", pdf("<</OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>")],
    ["a script under a name in codes", pdf("<</OpenAction<</S /J#61vaScr#69pt/JS 3 0 R>>>>")],
    ["a script behind a comment", pdf("<</AA<</O<</S % note\n/JavaScript/JS 3 0 R>>>>>>")],
    ["scripts in the tree of names", pdf("<</Names<</JavaScript 5 0 R>>>>")],
    ["a script in a packed object", pdf("<</Type/Catalog>>", packed("1 0 <</S/JavaScript/JS(x)>>"))],
    [
      "packed objects that cannot be read",
      pdf(["<</Type/ObjStm/N 1/Filter[/ASCIIHexDecode/FlateDecode]>>", Buffer.from("00")]),
    ],
    ["a program to start", pdf("<</OpenAction<</S/Launch/F(cmd.exe)>>>>")],
    ["a player", pdf("<</Type/Annot/Subtype/RichMedia>>")],
    [
      "a form with scripts",
      pdf("<</AcroForm<</XFA 2 0 R>>>>", [
        "<</Filter/FlateDecode>>",
        deflateSync(Buffer.from("<script contentType='x'>1</script>")),
      ]),
    ],
    ["an attached program", pdf(file("a.exe"), ["<</Type/EmbeddedFile>>", Buffer.from("MZ\u0090")])],
    ["an attached page", pdf(file("a.html"), ["<<>>", Buffer.from("<html><script>1</script></html>")])],
    ["an attachment that is not there", pdf("<</EF<</F 9 0 R>>>>")],
  ])("%s", (_, bytes) => expect(kindOf(bytes)).toBe("scripts"));

  it.each([
    ["a page to be opened at", pdf("<</OpenAction[3 0 R/XYZ null null null]>>")],
    ["an action that goes to a page", pdf("<</OpenAction<</S/GoTo/D[3 0 R/Fit]>>>>")],
    ["links, also such as have the words in them", pdf("<</A<</S/URI/URI(https://a.example/JavaScript/Launch)>>>>")],
    ["packed objects", pdf("<</Type/Catalog>>", packed("1 0 <</Type/Page>>"))],
    [
      "a form without scripts",
      pdf("<</AcroForm<</Fields[]/XFA 2 0 R>>>>", ["<</Filter/FlateDecode>>", deflateSync(Buffer.from("<xdp:xdp/>"))]),
    ],
    [
      "the data of an electronic invoice",
      pdf(file("invoice.xml"), [
        "<</Type/EmbeddedFile/Filter/FlateDecode>>",
        deflateSync(Buffer.from("<?xml version='1.0'?><Invoice/>")),
      ]),
    ],
    [
      "words about scripts on its pages",
      pdf(["<<>>", Buffer.from("BT (JavaScript /Launch /JavaScript \\(1\\)) Tj ET")]),
    ],
  ])("%s is taken", (_, bytes) => expect(kindOf(bytes)).toBe("pdf"));

  it.each(["1.3", "1.7"])("what we write ourselves is taken, version %s", async (version) => {
    const definition = {
      content: [{ text: "答复", link: "https://a.example/" }, { qr: "https://a.example/" }],
      defaultStyle: { font: "song" },
      version,
    };
    expect(kindOf(await pdfmake.createPdf(definition as never).getBuffer())).toBe("pdf");
  });
});
