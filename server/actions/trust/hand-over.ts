import { instant, type Instant } from "../../../domain/calendar/plain-date.ts";
import { consistencyProof } from "../../gateways/tlog/merkle.ts";
import { cosignedAt, parseNote, parseSignatures, signatureLine, signatureOf } from "../../gateways/tlog/note.ts";
import type { Witness } from "../../gateways/tlog/witness-client.ts";
import type { House } from "../../house.ts";
import { addCosignature, type CheckpointRow, lastCheckpoint, lastCosignature } from "../../store/trust/tree.ts";
import { HistoryDiffers, subtreesOf } from "../../record/trust/head.ts";

/** The witness has answered with something that is no signature. */
export class WitnessRefused extends Error {}

/** Hands the newest head to a witness, with the proof that it continues the last one; gives the size that is signed. */
export async function handOver(house: House, region: string, witness: Witness): Promise<number | null> {
  const head = await lastCheckpoint(house.db, region);
  if (!head) return null;
  const signed = await lastCosignature(house.db, region, witness.key.name);
  // Asked also where nothing is new: a database that was only rewound is behind what the witness knows.
  let old = signed?.size ?? 0;
  for (let tries = 0; tries < 3; tries++) {
    const answer = await witness.addCheckpoint(await request(house, region, head, old));
    if ("signed" in answer) return take(house, region, head, witness, answer.signed);
    if ("otherHistory" in answer) {
      throw new HistoryDiffers("witnessDiffers", region, { expected: witness.key.name, found: `${head.size}` });
    }
    if ("refused" in answer) throw new WitnessRefused(`${witness.url}: ${answer.refused}`);
    if (answer.knows > head.size) {
      throw new HistoryDiffers("witnessAhead", region, { expected: `${answer.knows}`, found: `${head.size}` });
    }
    old = answer.knows;
  }
  throw new WitnessRefused(`${witness.url}: 409`);
}

/** A body of add-checkpoint (c2sp.org/tlog-witness). */
async function request(house: House, region: string, head: CheckpointRow, old: number): Promise<string> {
  const proof = await consistencyProof(old, head.size, subtreesOf(house.db, region));
  const lines = proof.map((hash) => `${hash.toString("base64")}\n`).join("");
  return `old ${old}\n${lines}\n${head.note}`;
}

async function take(
  house: House,
  region: string,
  head: CheckpointRow,
  witness: Witness,
  lines: string,
): Promise<number> {
  const note = { text: parseNote(head.note).text, signatures: parseSignatures(lines) };
  const signature = signatureOf(note, witness.key);
  if (!signature) throw new WitnessRefused(`${witness.url}: no signature of ${witness.key.name}`);
  const at: Instant = instant(new Date(cosignedAt(signature.signature) * 1000).toISOString());
  const row = { size: head.size, witness: witness.key.name, line: signatureLine(signature), at };
  await addCosignature(house.db, region, row);
  return head.size;
}
