/** Why a file cannot be read at all, as a word of the catalogue with what it names. */
export type FileFault =
  | "columns"
  | "unknownColumn"
  | "twoColumns"
  | "emptyFile"
  | "encoding"
  | "folder"
  | "file"
  | "kind"
  | "brokenSheet"
  | "lockedSheet"
  | "bigSheet"
  | "longLine"
  | "noSheet"
  | "noSuchRow";

/** A file of which nothing can be taken; thrown before anything of it is. */
export class BadFile extends Error {
  readonly fault: FileFault;
  readonly facts: Readonly<Record<string, unknown>>;
  constructor(fault: FileFault, facts: Readonly<Record<string, unknown>> = {}) {
    super(fault);
    this.fault = fault;
    this.facts = facts;
  }
}
