import { parseCheckpoint } from "../../gateways/tlog/checkpoint.ts";
import { NotANote, parseNote, signatureOf } from "../../gateways/tlog/note.ts";
import type { House } from "../../house.ts";
import { fault, type Tell } from "./fault.ts";
import { logKey } from "./head.ts";
import type { KnownHead } from "./verify-vouchers.ts";

/** What is known of the log outside the database: the file of the data folder, and the witness, who is asked. */
export async function knownOutside(
  house: House,
  region: string,
  tell: Tell,
): Promise<{ readonly heads: readonly KnownHead[]; readonly witness: "answers" | "silent" | "signedNothing" | null }> {
  const kept = house.anchors?.read(region) ?? null;
  const heads: KnownHead[] = kept
    ? [{ size: kept.size, root: kept.root, what: "historyDiffers", rewound: "historyRewound" }]
    : [];
  const witness = house.anchors?.witness ?? null;
  if (!witness) return { heads, witness: null };
  const key = logKey(house, region);
  try {
    const answer = await witness.latest(key.name);
    if (answer === null) return { heads, witness: "signedNothing" };
    const note = parseNote(answer);
    if (!signatureOf(note, key) || !signatureOf(note, witness.key)) throw new NotANote("signatures");
    const { size, root } = parseCheckpoint(note.text);
    const head = { size, root: root.toString("base64") };
    return { heads: [...heads, { ...head, what: "witnessDiffers", rewound: "witnessAhead" }], witness: "answers" };
  } catch (error) {
    if (!(error instanceof NotANote)) return { heads, witness: "silent" };
    tell(fault("cosignatureWrong", witness.key.name, { found: error.message }));
    return { heads, witness: "answers" };
  }
}
