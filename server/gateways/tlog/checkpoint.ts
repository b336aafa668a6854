import { NotANote } from "./note.ts";

/** The head of a log's tree (c2sp.org/tlog-checkpoint). */
export interface Checkpoint {
  /** Which log. */
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
}

export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${root.toString("base64")}\n`;
}

export function parseCheckpoint(text: string): Checkpoint {
  const [origin, size, base64] = text.split("\n");
  const root = Buffer.from(base64 ?? "", "base64");
  if (!origin || !size || !/^(0|[1-9]\d{0,15})$/.test(size) || root.length !== 32) throw new NotANote("checkpoint");
  return { origin, size: Number(size), root };
}
