import { AlignmentType, LineRuleType, Paragraph, type ParagraphChild, TextRun } from "docx";
import { charPitch, linePitch, size } from "./measures.ts";
import { printWords } from "./words.ts";

const { fonts, latin } = printWords;
export type FontName = keyof typeof fonts;

/** How a run of text looks; the size in points. */
export interface Look {
  readonly font?: FontName;
  readonly points?: number;
  readonly color?: string;
  readonly bold?: boolean;
}

/** Where a paragraph stands. */
export interface Stand {
  readonly align?: keyof typeof AlignmentType;
  /** Characters of room before the first line, and at both sides. */
  readonly first?: number;
  readonly left?: number;
  readonly right?: number;
  /** Points above, and between the lines. */
  readonly above?: number;
  readonly pitch?: number;
  readonly keepNext?: boolean;
}

/** So much closer (in twentieths of a point) stand characters of 3号, 28 to a line. */
const tightened = Math.floor((charPitch - size.three) * 20);

const twips = (points: number) => Math.round(points * 20);

export function run(text: string, { font = "body", points = size.three, color, bold }: Look = {}): TextRun {
  return new TextRun({
    text,
    size: points * 2,
    font: { ascii: latin, hAnsi: latin, cs: latin, eastAsia: fonts[font].name },
    ...(points === size.three ? { characterSpacing: tightened } : {}),
    ...(color ? { color } : {}),
    ...(bold ? { bold } : {}),
  });
}

export function paragraph(
  children: readonly ParagraphChild[],
  stand: Stand = {},
  points: number = size.three,
): Paragraph {
  const { align = "LEFT", first = 0, left = 0, right = 0, above = 0, pitch = linePitch, keepNext = false } = stand;
  return new Paragraph({
    children: [...children],
    alignment: AlignmentType[align],
    keepNext,
    indent: {
      firstLineChars: first * 100,
      firstLine: twips(first * points),
      left: twips(left * points),
      right: twips(right * points),
    },
    spacing: { before: twips(above), after: 0, line: twips(pitch), lineRule: LineRuleType.EXACT },
  });
}

/** A line of text in one look. */
export function line(text: string, look: Look = {}, stand: Stand = {}): Paragraph {
  return paragraph([run(text, look)], stand, look.points);
}
