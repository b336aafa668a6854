import { BorderStyle, type FileChild, Paragraph, Table, TableCell, TableRow, TabStopType, WidthType } from "docx";
import type { Paper } from "../../../domain/papers/paper.ts";
import { fill } from "../../../domain/words/fill.ts";
import { paperWords } from "../../../domain/words/papers.ts";
import { blockChildren } from "./docx-blocks.ts";
import { line, run } from "./docx-text.ts";
import { formMargin, linePitch, mm, page, size } from "./measures.ts";
import { printWords } from "./words.ts";

const red = "E60012";
const text = { points: size.three, width: page.print.width, pitch: linePitch };
const form = ({ across }: Paper) => ({
  points: size.fourSmall,
  width: (across ? page.height : page.width) - 2 * formMargin.side,
  pitch: 20,
});
const twips = (points: number) => Math.round(points * 20);

/** An official document (GB/T 9704): red mark and rule, number, title, text, date, who gets a copy. */
export function officialChildren(paper: Paper): readonly FileChild[] {
  const mark = Math.floor(Math.min(46, (page.print.width / [...paper.organ].length) * 0.94));
  return [
    line(
      paper.organ,
      { font: "title", points: mark, color: red },
      { align: "CENTER", above: mm(28), pitch: mark * 1.2 },
    ),
    numberLine(paper),
    title(paper, 2 * linePitch, linePitch),
    ...addressed(paper),
    ...blockChildren(paper.blocks, text),
    ...dateline(paper),
    ...noteLine(paper),
    endLines(paper),
  ];
}

/** A notice to a citizen: the organ as title line, no red. */
export function noticeChildren(paper: Paper): readonly FileChild[] {
  return [
    line(paper.organ, { font: "title", points: size.two }, { align: "CENTER", pitch: 36 }),
    title(paper, 0, 0),
    ...(paper.number ? [line(paper.number, {}, { align: "CENTER" })] : []),
    line("", {}, { pitch: linePitch / 2 }),
    ...addressed(paper),
    ...blockChildren(paper.blocks, text),
    ...dateline(paper),
    ...noteLine(paper),
    ...(paper.copies ? [line(paper.copies, { points: size.four }, { above: linePitch, pitch: 24 })] : []),
  ];
}

/** A form: title, number, and ruled rows. */
export function formChildren(paper: Paper): readonly FileChild[] {
  const small = { points: size.five };
  const ends = (left: string, right: string) =>
    new Paragraph({
      children: [run(left, small), run("\t", small), run(right, small)],
      tabStops: [{ type: TabStopType.RIGHT, position: twips(form(paper).width) }],
      spacing: { before: 60, after: 60 },
    });
  return [
    line(paper.title, { font: "title", points: 20 }, { align: "CENTER", pitch: 34 }),
    ends(fill(printWords.madeBy, { organ: paper.organ }), paper.number ?? ""),
    ...blockChildren(paper.blocks, form(paper)),
    ends(signature(paper), fill(printWords.dated, { dated: paper.dated })),
    ...noteLine(paper),
  ];
}

function title(paper: Paper, above: number, below: number): Paragraph {
  return new Paragraph({
    children: [run(paper.title, { font: "title", points: size.two })],
    alignment: "center",
    spacing: { before: twips(above), after: twips(below), line: twips(36) },
  });
}

function addressed({ addressee }: Paper): readonly FileChild[] {
  return addressee === null ? [] : [line(addressee)];
}

/** The number above the red rule; where somebody signs, the number left and the name right. */
function numberLine(paper: Paper): Paragraph {
  const signed = paper.signer !== null;
  const name = signed ? [run("\t"), run(signature(paper))] : [];
  return new Paragraph({
    children: [run(paper.number ?? ""), ...name],
    alignment: signed ? "left" : "center",
    tabStops: [{ type: TabStopType.RIGHT, position: twips(page.print.width - size.three) }],
    indent: signed ? { left: twips(size.three) } : {},
    spacing: { before: twips(linePitch), after: 0, line: twips(linePitch) },
    border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: red, space: 8 } },
  });
}

function signature({ signer }: Paper): string {
  return signer
    ? fill(printWords.signer, { label: signer.label, name: signer.name ?? paperWords.blank.repeat(4) })
    : "";
}

/** The organ above its date, both centred on each other, four characters from the right edge. */
function dateline(paper: Paper): readonly FileChild[] {
  const [organ, dated] = [[...paper.organ].length, [...paper.dated].length - 3];
  const right = (wide: number) => 4 + Math.max(0, (Math.max(organ, dated) - wide) / 2);
  return [
    line(paper.organ, {}, { align: "RIGHT", above: 2 * linePitch, right: right(organ), keepNext: true }),
    line(paper.dated, {}, { align: "RIGHT", right: right(dated) }),
  ];
}

function noteLine({ note }: Paper): readonly FileChild[] {
  if (note === null) return [];
  return [line(fill(printWords.note, { note }), { points: size.five, color: "555555" }, { above: 14, pitch: 16 })];
}

/** Copies and issue between rules. */
function endLines(paper: Paper): Table {
  const thick = { style: BorderStyle.SINGLE, size: 8, color: "000000" };
  const thin = { style: BorderStyle.SINGLE, size: 6, color: "000000" };
  const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
  const stand = { left: 1, right: 1, pitch: 26 };
  const tabbed = new Paragraph({
    children: [
      run(paper.organ, { points: size.four }),
      run("\t", { points: size.four }),
      run(issue(paper), { points: size.four }),
    ],
    indent: { left: twips(size.four), right: twips(size.four) },
    tabStops: [{ type: TabStopType.RIGHT, position: twips(page.print.width - 2 * size.four) }],
  });
  const copies = paper.copies ? [line(paper.copies, { points: size.four }, stand)] : [];
  const rows = [...copies, tabbed].map((child) => new TableRow({ children: [new TableCell({ children: [child] })] }));
  return new Table({
    width: { size: twips(page.print.width), type: WidthType.DXA },
    columnWidths: [twips(page.print.width)],
    borders: { top: thick, bottom: thick, left: none, right: none, insideHorizontal: thin, insideVertical: none },
    rows,
  });
}

function issue(paper: Paper): string {
  return fill(paperWords.issued, { date: paper.dated });
}
