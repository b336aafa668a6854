import {
  AlignmentType,
  Document,
  DocumentGridType,
  Footer,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from "docx";
import type { Paper } from "../../../domain/papers/paper.ts";
import { coreProperties, fontTable } from "./docx-parts.ts";
import { formChildren, noticeChildren, officialChildren } from "./docx-pages.ts";
import { formMargin, linePitch, mm, page, size } from "./measures.ts";
import { printWords } from "./words.ts";
import { withoutTimes } from "./zip-times.ts";

const twips = (points: number) => Math.round(points * 20);
const { fonts, latin } = printWords;

/** A paper for a word processor. The same paper gives the same bytes: nothing in it comes from the clock. */
export async function paperDocx(paper: Paper): Promise<Buffer> {
  const form = paper.layout === "table";
  const official = paper.layout === "official";
  const children = form ? formChildren(paper) : official ? officialChildren(paper) : noticeChildren(paper);
  const document = new Document({
    title: paper.title,
    evenAndOddHeaderAndFooters: official,
    styles: {
      default: { document: { run: { size: size.three * 2, font: bodyFont, language: { eastAsia: "zh-CN" } } } },
    },
    sections: [
      {
        properties: {
          page: { size: paper.across ? across : upright, margin: form ? formSheet : sheet },
          ...(form ? {} : { grid }),
        },
        footers: {
          default: footer(official ? AlignmentType.RIGHT : AlignmentType.CENTER),
          ...(official ? { even: footer(AlignmentType.LEFT) } : {}),
        },
        children: [...children],
      },
    ],
  });
  const parts = [
    { path: "docProps/core.xml", data: coreProperties(paper) },
    { path: "word/fontTable.xml", data: fontTable() },
  ];
  return withoutTimes(await Packer.toBuffer(document, undefined, parts));
}

const bodyFont = { ascii: latin, hAnsi: latin, cs: latin, eastAsia: fonts.body.name };

const upright = { width: twips(page.width), height: twips(page.height) };
const across = { ...upright, orientation: PageOrientation.LANDSCAPE };

const sheet = {
  top: twips(page.top),
  bottom: twips(page.bottom),
  left: twips(page.left),
  right: twips(page.right),
  footer: twips(page.bottom - mm(7) - size.four),
};

const formSheet = {
  top: twips(formMargin.top),
  bottom: twips(formMargin.bottom),
  left: twips(formMargin.side),
  right: twips(formMargin.side),
  footer: twips(mm(9)),
};

/** 22 lines to the page; the runs themselves see to the 28 characters of a line. */
const grid = { type: DocumentGridType.LINES, linePitch: twips(linePitch) };

function footer(alignment: (typeof AlignmentType)[keyof typeof AlignmentType]): Footer {
  const [before = "", after = ""] = printWords.page.split("{page}");
  const number = new TextRun({
    children: [before, PageNumber.CURRENT, after],
    size: size.four * 2,
    font: { ascii: fonts.page.name, hAnsi: fonts.page.name, eastAsia: fonts.page.name },
  });
  return new Footer({
    children: [
      new Paragraph({ children: [number], alignment, indent: { left: twips(size.four), right: twips(size.four) } }),
    ],
  });
}
