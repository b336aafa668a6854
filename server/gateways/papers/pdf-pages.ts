import type { Paper } from "../../../domain/papers/paper.ts";
import { fill } from "../../../domain/words/fill.ts";
import { paperWords } from "../../../domain/words/papers.ts";
import { charPitch, formMargin, linePitch, mm, page, size } from "./measures.ts";
import { body, formPieces, type Piece, textPieces, type } from "./pdf-blocks.ts";
import { printWords } from "./words.ts";

const red = "#e60012";

/** An official document: red mark and rule, number, title, text, date, who gets a copy (GB/T 9704). */
export function officialPage(paper: Paper): readonly Piece[] {
  const letters = [...paper.organ].length;
  const mark = Math.min(46, (page.print.width / letters) * 0.94);
  const rule = { type: "line", x1: 0, y1: 0, x2: page.print.width, y2: 0, lineWidth: 1.4, lineColor: red };
  return [
    {
      text: paper.organ,
      bold: true,
      color: red,
      alignment: "center",
      ...type(mark, mark * 1.3),
      margin: [0, mm(20), 0, 0],
    },
    { ...numberLine(paper), margin: [0, 2 * linePitch - size.three, 0, 0] },
    { canvas: [rule], margin: [0, mm(4) - 9, 0, 0] },
    { ...title(paper), margin: [0, 2 * linePitch - 6, 0, linePitch] },
    ...addressed(paper),
    ...textPieces(paper.blocks),
    dateline(paper),
    ...noteLine(paper),
    ...endLines(paper),
  ];
}

/** A notice to a citizen: the organ as title line, the kind of paper below, no red and no list of copies at the end. */
export function noticePage(paper: Paper): readonly Piece[] {
  return [
    { text: paper.organ, alignment: "center", bold: true, ...type(size.two, 36) },
    { ...title(paper), margin: [0, 0, 0, 4] },
    ...(paper.number ? [{ text: paper.number, alignment: "center", ...body }] : []),
    { text: " ", ...type(size.three, linePitch / 2) },
    ...addressed(paper),
    ...textPieces(paper.blocks),
    dateline(paper),
    ...noteLine(paper),
    ...(paper.copies ? [{ text: paper.copies, ...type(size.four, 24), margin: [0, linePitch, 0, 0] }] : []),
  ];
}

/** A form: title, number, and ruled rows to the foot of the sheet. */
export function formPage(paper: Paper): readonly Piece[] {
  const small = type(size.five, 18);
  return [
    { text: paper.title, alignment: "center", bold: true, ...type(20, 32), margin: [0, 0, 0, 4] },
    {
      columns: [
        { text: fill(printWords.madeBy, { organ: paper.organ }), ...small },
        { text: paper.number ?? "", alignment: "right", ...small },
      ],
      margin: [0, 0, 0, 3],
    },
    ...formPieces(paper.blocks),
    {
      columns: [
        { text: signature(paper), ...small },
        { text: fill(printWords.dated, { dated: paper.dated }), alignment: "right", ...small },
      ],
      margin: [0, 4, 0, 0],
    },
    ...noteLine(paper),
  ];
}

/** The page number between dashes: at the outer edge, one character in. */
export function pageNumber(outer: boolean): (n: number) => Piece {
  return (n) => ({
    text: fill(paperWords.page, { page: n }),
    fontSize: size.four,
    alignment: outer ? (n % 2 === 1 ? "right" : "left") : "center",
    margin: outer ? [page.left + size.four, mm(7) - 6, page.right + size.four, 0] : [0, mm(7) - 6, 0, 0],
  });
}

/** The page area of forms. */
export const formMargins = [formMargin.side, formMargin.top, formMargin.side, formMargin.bottom];

function title(paper: Paper): Piece {
  return { text: paper.title, alignment: "center", bold: true, ...type(size.two, 36) };
}

function addressed({ addressee }: Paper): readonly Piece[] {
  return addressee === null ? [] : [{ text: addressee, ...body }];
}

/** The number in the middle; where somebody signs, the number left and the name right, one character in. */
function numberLine(paper: Paper): Piece {
  const number = { text: paper.number ?? " ", ...body };
  if (!paper.signer) return { ...number, alignment: "center" };
  return {
    columns: [
      { ...number, margin: [charPitch, 0, 0, 0] },
      { text: signature(paper), ...body, alignment: "right", margin: [0, 0, charPitch, 0] },
    ],
  };
}

function signature({ signer }: Paper): string {
  return signer
    ? fill(printWords.signer, { label: signer.label, name: signer.name ?? paperWords.blank.repeat(4) })
    : "";
}

/** The organ above its date, both centred on each other, four characters from the right edge. */
function dateline(paper: Paper): Piece {
  const wide = Math.max([...paper.organ].length, [...paper.dated].length - 3) * size.three + 8;
  const lines = [paper.organ, paper.dated].map((text) => ({ text, alignment: "center", ...body }));
  return {
    columns: [
      { text: "", width: "*" },
      { stack: lines, width: wide },
      { text: "", width: 4 * charPitch },
    ],
    unbreakable: true,
    margin: [0, 2 * linePitch, 0, 0],
  };
}

function noteLine({ note }: Paper): readonly Piece[] {
  if (note === null) return [];
  return [{ text: fill(printWords.note, { note }), ...type(size.five, 16), color: "#555555", margin: [0, 14, 0, 0] }];
}

/** Copies and issue between rules, at the foot of the last page. */
function endLines(paper: Paper): readonly Piece[] {
  const line = (width: number) => ({
    canvas: [{ type: "line", x1: 0, y1: 0, x2: page.print.width, y2: 0, lineWidth: width }],
  });
  const issued = fill(paperWords.issued, { date: paper.dated });
  const pitch = 24;
  const rows = [
    ...(paper.copies
      ? [line(mm(0.35)), { text: paper.copies, ...type(size.four, pitch), margin: [14, 2, 14, 0] }]
      : []),
    line(paper.copies ? mm(0.25) : mm(0.35)),
    {
      columns: [
        { text: paper.organ, ...type(size.four, pitch), margin: [14, 2, 0, 0] },
        { text: issued, ...type(size.four, pitch), alignment: "right", margin: [0, 2, 14, 0] },
      ],
    },
    line(mm(0.35)),
  ];
  const lines = paper.copies ? 1 + Math.ceil(([...paper.copies].length * size.four) / (page.print.width - 28)) : 1;
  const high = lines * (pitch + 3) + 4;
  return [
    { stack: [{ text: " ", fontSize: 1, margin: [0, high, 0, 0] }], unbreakable: true },
    { stack: rows, absolutePosition: { x: page.left, y: page.height - page.bottom - high } },
  ];
}
