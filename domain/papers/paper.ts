import type { PlainDate } from "../calendar/plain-date.ts";
import type { PaperLayout } from "../rules/paper.ts";

/** A labelled answer in a form; `text` null: room to write by hand. */
export interface Cell {
  readonly label: string;
  readonly text: string | null;
}

/** A line of a form: a strip across, or labelled answers. `half`: one answer that leaves room for a second. */
export type GridRow = { readonly band: string } | { readonly cells: readonly Cell[]; readonly half?: true };

/** What stands in a paper, from top to bottom. */
export type Block =
  | { readonly is: "heading"; readonly text: string }
  | { readonly is: "paragraph"; readonly text: string }
  /** Words that a scanner reads too. */
  | { readonly is: "code"; readonly text: string }
  | { readonly is: "grid"; readonly rows: readonly GridRow[] }
  | {
      readonly is: "table";
      readonly header: readonly string[];
      /** Shares of the width, one for each column. */
      readonly widths: readonly number[];
      readonly rows: readonly (readonly string[])[];
    };

/** A paper as it will be printed, before anybody decides on paper size and fonts. */
export interface Paper {
  readonly layout: PaperLayout;
  /** A form on a sheet that lies across. */
  readonly across?: true;
  /** The organ whose name stands at the head, in full. */
  readonly organ: string;
  readonly number: string | null;
  /** The label and name of who signs; null where nobody signs by name. */
  readonly signer: { readonly label: string; readonly name: string | null } | null;
  readonly title: string;
  readonly addressee: string | null;
  readonly blocks: readonly Block[];
  readonly date: PlainDate;
  /** The date as it is printed. */
  readonly dated: string;
  readonly copies: string | null;
  /** What the reader must know about the form itself: the text of its appendix is missing. */
  readonly note: string | null;
}

/** A part that must be filled and is not; `written` names what whoever makes the paper can write into it. */
export interface Missing {
  readonly label: string;
  readonly written: string | null;
}

/** A paper together with what still keeps it from being made. */
export interface Composed {
  readonly paper: Paper;
  readonly missing: readonly Missing[];
}
