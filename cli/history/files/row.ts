/** A line of a table, before it is known what its columns are; null cells when the line cannot be read. */
export interface Line {
  readonly line: number;
  readonly cells: readonly unknown[] | null;
}

/** One row of a file: its line, and its cells by column; null cells when the line cannot be read. */
export interface Row {
  readonly line: number;
  readonly cells: Readonly<Record<string, unknown>> | null;
  /** So many cells with something in them stand beyond the last column. */
  readonly over?: number;
  /** So many columns have no cell: the line is cut off, or its last cells were left out. */
  readonly under?: number;
}
