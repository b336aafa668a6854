import { createHash } from "node:crypto";
import { dayOf } from "../../../domain/calendar/plain-date.ts";
import type { House } from "../../house.ts";
import { readLog } from "../../store/oversight/log.ts";
import { signedDays } from "../../store/oversight/roots.ts";
import { filesOf } from "../../store/trust/acts.ts";
import { presentRows } from "../../store/trust/compare.ts";
import { readings } from "../../store/trust/readings.ts";
import { openSnapshot } from "../../store/trust/snapshot.ts";
import { vouchedParts } from "../../store/trust/parts.ts";
import { sm2KeyText } from "../../store/trust/sm2-key.ts";
import { checkpointsAfter, cosignaturesOf } from "../../store/trust/tree.ts";
import { type StoredVoucher, vouchersByLeaf, vouchersWithoutLeaf } from "../../store/trust/vouchers.ts";
import { openedFile } from "../../record/trust/opened-file.ts";
import { logKey } from "../../record/trust/head.ts";
import { openedFacts } from "../../record/trust/opened-facts.ts";

/**
 * Everything that the stand-alone checker needs, line by line: the key, the events, the signed days, the vouchers with the
 * heads that were signed over them, the hashes of files, the readings, the hashes of all other rows, and a signature over all these lines,
 * without which the end could be cut off unseen.
 */
export async function* exportLog(house: House, region: string): AsyncGenerator<object> {
  const snapshot = await openSnapshot(house.db);
  try {
    yield* exportIn({ ...house, db: snapshot.db }, region);
  } finally {
    await snapshot.close();
  }
}

/** The same of a database that nobody else writes to. */
export async function* exportIn(house: House, region: string): AsyncGenerator<object> {
  const whole = createHash("sha256");
  for await (const row of exportedRows(house, region)) {
    whole.update(`${JSON.stringify(row)}\n`);
    yield row;
  }
  const toSign = createHash("sha256").update("huiyin audit export").update(whole.digest()).digest();
  yield { kind: "end", signature: house.keys.signRoot(toSign).toString("hex") };
}

async function* exportedRows(house: House, region: string): AsyncGenerator<object> {
  const { publicKey } = house.keys;
  const parts = [...(await vouchedParts(house.db, region)).keys()];
  const origin = logKey(house, region).name;
  yield { kind: "log", region, publicKey, on: dayOf(house.now()), origin, parts };
  const sm2Key = await sm2KeyText(house.db, region);
  if (sm2Key) yield { kind: "sm2Key", ...sm2Key };
  for await (const batch of readLog(house.db, openedFacts(house), region)) {
    for (const { previousHash, hash, countedOn, ...event } of batch) {
      const hashes = { previousHash: previousHash.toString("hex"), hash: hash.toString("hex") };
      yield { kind: "event", ...event, ...(countedOn === null ? {} : { countedOn }), ...hashes };
    }
  }
  for (const row of await signedDays(house.db, region)) {
    yield {
      kind: "day",
      day: row.day,
      events: row.events,
      root: row.root.toString("hex"),
      previousRoot: row.previous_root.toString("hex"),
      signature: row.signature.toString("hex"),
      ...sm2Field(row.sm2_signature),
    };
  }
  yield* exportedTree(house, region);
  for (const { name, expected, found } of await filesOf(house.db, region, openedFile(house), false)) {
    yield { kind: "file", name, sha256: expected, found };
  }
  for await (const batch of readings(house.db, region)) {
    for (const reading of batch) yield { kind: "reading", ...reading };
  }
  for await (const batch of presentRows(house.db, region)) {
    for (const [table, key, hash] of batch) if (!told.has(table)) yield { kind: "row", table, key, hash };
  }
}

/** Rows that an export carries in words. */
const told: ReadonlySet<string> = new Set(["case_event", "office_event", "access_log", "sm2_key"]);

/** The signature under SM2, where there is one. */
function sm2Field(signature: Buffer | null): { readonly sm2Signature?: string } {
  return signature ? { sm2Signature: signature.toString("hex") } : {};
}

/** The vouchers in the order of the tree, each head behind the last voucher that it covers. */
async function* exportedTree(house: House, region: string): AsyncGenerator<object> {
  const heads = exportedHeads(house, region);
  let next = await heads.next();
  for await (const batch of vouchersByLeaf(house.db, region)) {
    for (const voucher of batch) {
      yield exportedVoucher(voucher);
      for (; !next.done && next.value.size <= (voucher.leaf ?? 0) + 1; next = await heads.next()) {
        yield* next.value.lines;
      }
    }
  }
  for (; !next.done; next = await heads.next()) yield* next.value.lines;
  for await (const batch of vouchersWithoutLeaf(house.db, region)) yield* batch.map(exportedVoucher);
}

function exportedVoucher({ entry: { n, at, rows }, leaf, signature }: StoredVoucher): object {
  return { kind: "voucher", leaf, n, at, rows, signature: signature.toString("hex") };
}

async function* exportedHeads(
  house: House,
  region: string,
): AsyncGenerator<{ readonly size: number; readonly lines: readonly object[] }> {
  let after = 0;
  for (;;) {
    const rows = await checkpointsAfter(house.db, region, after, 500);
    const last = rows.at(-1);
    if (!last) return;
    const signed = await cosignaturesOf(house.db, region, after + 1, last.size);
    for (const { size, note, at, sm2_signature } of rows) {
      const own = signed.filter((row) => row.size === size).map(({ line }) => line);
      yield { size, lines: [{ kind: "checkpoint", at, note, cosignatures: own, ...sm2Field(sm2_signature) }] };
    }
    after = last.size;
  }
}
