import type { HistoryFault } from "./head.ts";

/** What is wrong, as a code. */
export type FaultCode =
  | "eventChanged"
  | "chainBroken"
  | "eventsMissing"
  | "dayChanged"
  | "signatureWrong"
  | "dayMissing"
  | "sm2SignatureMissing"
  | "sm2SignatureWrong"
  | "rowChanged"
  | "rowMissing"
  | "rowAdded"
  | "wordsChanged"
  | "caseDiffers"
  | "fileChanged"
  | "fileMissing"
  | "paperDiffers"
  | "breachDiffers"
  | "publicationDiffers"
  | "voucherChanged"
  | "voucherMissing"
  | "headChanged"
  | "cosignatureWrong"
  | "rightsWidened"
  | "triggerAdded"
  | HistoryFault;

/** A place where the log, or something that it vouches for, is not what it was. */
export interface LogFault {
  readonly what: FaultCode;
  /** Where: a stream, a day, or table/key of a row. */
  readonly stream: string;
  readonly seq: number | null;
  readonly expected: string | null;
  readonly found: string | null;
}

/** Takes what was found. */
export type Tell = (fault: LogFault) => void;

export function fault(
  what: FaultCode,
  stream: string,
  facts: { readonly seq?: number; readonly expected?: unknown; readonly found?: unknown } = {},
): LogFault {
  return { what, stream, seq: facts.seq ?? null, expected: written(facts.expected), found: written(facts.found) };
}

function written(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (Buffer.isBuffer(value)) return value.toString("hex");
  return typeof value === "string" ? value : JSON.stringify(value);
}
