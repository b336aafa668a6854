import type { House } from "../../house.ts";
import type { Tx } from "../../store/db.ts";
import { lastSignedDay } from "../../store/oversight/roots.ts";
import {
  addCheckpoint,
  addNodes,
  type CheckpointRow,
  growTree,
  keptRow,
  lastCheckpoint,
  lockTree,
  tileLevels,
  tileWidth,
  treeSize,
} from "../../store/trust/tree.ts";
import { beginSm2 } from "../../record/trust/begin-sm2.ts";
import { HistoryDiffers, rootAt, rootOver, signedHead } from "../../record/trust/head.ts";

const leavesAtOnce = 5000;

/** Puts everything that was written since into the tree and signs its head; gives the newest head, null for an empty log. */
export async function writeCheckpoint(house: House, region: string): Promise<CheckpointRow | null> {
  const sm2 = await beginSm2(house, region);
  const row = await house.db.transaction().execute(async (tx) => {
    await lockTree(tx, region);
    const last = await lastCheckpoint(tx, region);
    const before = await treeSize(tx, region);
    await mustContinue(tx, house, region, before, last);
    const size = await grow(tx, region, before);
    if (size === (last?.size ?? 0)) return last;
    const root = await rootAt(tx, region, size);
    const { note, text } = signedHead(house, region, { size, root });
    const fresh: CheckpointRow = {
      size,
      root,
      at: house.now(),
      note,
      last_day: await lastSignedDay(tx, region),
      sm2_signature: sm2 ? house.keys.sm2.sign(Buffer.from(text)) : null,
    };
    await addCheckpoint(tx, region, fresh);
    return fresh;
  });
  if (row && house.anchors) {
    const { size, root, note, last_day: lastDay, sm2_signature } = row;
    const second = sm2_signature ? { sm2Signature: sm2_signature.toString("hex") } : {};
    house.anchors.write(region, { size, root: root.toString("base64"), note, lastDay, ...second });
  }
  return row;
}

/** A head that does not continue what was signed before is never signed. */
async function mustContinue(
  tx: Tx,
  house: House,
  region: string,
  size: number,
  last: CheckpointRow | null,
): Promise<void> {
  const kept = house.anchors?.read(region) ?? null;
  const known = [
    ...(last ? [{ size: last.size, root: last.root.toString("base64") }] : []),
    ...(kept ? [{ size: kept.size, root: kept.root }] : []),
  ];
  for (const head of known) {
    if (size < head.size) {
      throw new HistoryDiffers("historyRewound", region, { expected: `${head.size}`, found: `${size}` });
    }
    const root = (await rootAt(tx, region, head.size)).toString("base64");
    if (root !== head.root) throw new HistoryDiffers("historyDiffers", region, { expected: head.root, found: root });
  }
}

/** Gives every new voucher its place, and keeps the roots of the tiles that became full. */
async function grow(tx: Tx, region: string, before: number): Promise<number> {
  let size = before;
  for (;;) {
    const fresh = await growTree(tx, region, size, leavesAtOnce);
    if (fresh.length === 0) return size;
    const after = size + fresh.length;
    for (let level = tileLevels; 2 ** level <= after; level += tileLevels) await fill(tx, region, level, size, after);
    size = after;
  }
}

async function fill(tx: Tx, region: string, level: number, before: number, after: number): Promise<void> {
  const nodes = [];
  for (let place = Math.floor(before / 2 ** level); place < Math.floor(after / 2 ** level); place++) {
    const row = await keptRow(tx, region, level - 1, place * 2);
    const next = await keptRow(tx, region, level - 1, place * 2 + 1);
    const hashes = [...row.hashes, ...next.hashes];
    if (hashes.length !== tileWidth) {
      throw new HistoryDiffers("treeDamaged", region, { expected: `${tileWidth}`, found: `${hashes.length}` });
    }
    nodes.push({ level, place, hash: rootOver(hashes) });
  }
  await addNodes(tx, region, nodes);
}
