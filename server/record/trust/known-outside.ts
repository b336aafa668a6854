import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import { parseCheckpoint } from "../../gateways/tlog/checkpoint.ts";
import { NotANote, parseNote, signatureOf } from "../../gateways/tlog/note.ts";
import type { House } from "../../house.ts";
import { fault, type LogFault } from "./fault.ts";
import { logKey } from "./head.ts";
import type { KnownHead } from "./verify-vouchers.ts";

/** What is known of the log outside the database. It must be asked before the database is read, which only grows. */
export interface Outside {
  readonly heads: readonly KnownHead[];
  /** The last signed day, as the file of the data folder knows it. */
  readonly lastDay: PlainDate | null;
  readonly witness: "answers" | "silent" | "signedNothing" | null;
  readonly faults: readonly LogFault[];
}

/** Asks the file of the data folder and the witness. */
export async function knownOutside(house: House, region: string): Promise<Outside> {
  const kept = house.anchors?.read(region) ?? null;
  const heads: readonly KnownHead[] = kept
    ? [{ size: kept.size, root: kept.root, what: "historyDiffers", rewound: "historyRewound" }]
    : [];
  const known: Outside = { heads, lastDay: kept?.lastDay ?? null, witness: null, faults: [] };
  const witness = house.anchors?.witness ?? null;
  if (!witness) return known;
  const key = logKey(house, region);
  try {
    const answer = await witness.latest(key.name);
    if (answer === null) return { ...known, witness: "signedNothing" };
    const note = parseNote(answer);
    if (!signatureOf(note, key) || !signatureOf(note, witness.key)) throw new NotANote("signatures");
    const { size, root } = parseCheckpoint(note.text);
    const head: KnownHead = { size, root: root.toString("base64"), what: "witnessDiffers", rewound: "witnessAhead" };
    return { ...known, heads: [...heads, head], witness: "answers" };
  } catch (error) {
    if (!(error instanceof NotANote)) return { ...known, witness: "silent" };
    const wrong = fault("cosignatureWrong", witness.key.name, { found: error.message });
    return { ...known, witness: "answers", faults: [wrong] };
  }
}
