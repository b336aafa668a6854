import { parseCheckpoint } from "../../gateways/tlog/checkpoint.ts";
import { GrowingTree } from "../../gateways/tlog/merkle.ts";
import { NotANote, parseNote, parseSignatures, signatureOf, type VerifierKey } from "../../gateways/tlog/note.ts";
import type { House } from "../../house.ts";
import { checkpointsAfter, cosignaturesOf, type CheckpointRow } from "../../store/trust/tree.ts";
import { leafHash, voucherToSign } from "../../store/trust/voucher.ts";
import { type StoredVoucher, vouchersByLeaf, vouchersWithoutLeaf } from "../../store/trust/vouchers.ts";
import { fault, type Tell } from "./fault.ts";
import { logKey } from "./head.ts";
import type { Sm2Signatures } from "./sm2-signatures.ts";

export interface TreeReport {
  readonly vouchers: number;
  readonly checkpoints: number;
  /** The moment of the newest head: up to then everything is covered. */
  readonly coveredUntil: string | null;
  readonly cosigned: number;
}

/** A head that the tree must have had. */
export interface KnownHead {
  readonly size: number;
  /** Base64. */
  readonly root: string;
  readonly what: "historyDiffers" | "witnessDiffers";
  readonly rewound: "historyRewound" | "witnessAhead";
}

/** Every voucher, the tree over them, and every head that was signed: here, in the file outside, by the witness. */
export async function verifyVouchers(
  house: House,
  region: string,
  tell: Tell,
  outside: readonly KnownHead[],
  sm2: Sm2Signatures,
): Promise<TreeReport> {
  const tree = new GrowingTree();
  const heads = new Heads(house, region, tell, outside, sm2);
  await heads.fetch();
  for await (const batch of vouchersByLeaf(house.db, region)) {
    for (const voucher of batch) {
      if (voucher.leaf !== tree.size) {
        const place = { expected: tree.size, found: voucher.leaf };
        tell(fault("voucherMissing", `voucher/${voucher.entry.n}`, place));
        heads.stop();
      }
      mustHold(house, voucher, tell);
      tree.add(voucher.hash);
      if (heads.wants(tree.size)) await heads.compare(tree.size, tree.root());
    }
  }
  await heads.end(tree.size);
  let waiting = 0;
  for await (const batch of vouchersWithoutLeaf(house.db, region)) {
    for (const voucher of batch) mustHold(house, voucher, tell);
    waiting += batch.length;
  }
  return {
    vouchers: tree.size + waiting,
    checkpoints: heads.seen,
    coveredUntil: heads.coveredUntil,
    cosigned: heads.cosigned,
  };
}

function mustHold(house: House, { entry, hash, signature }: StoredVoucher, tell: Tell): void {
  const expected = leafHash(entry);
  const fine = expected.equals(hash) && house.keys.verifyRoot(voucherToSign(hash), signature);
  if (!fine) tell(fault("voucherChanged", `voucher/${entry.n}`, { expected: hash, found: expected }));
}

const headsAtOnce = 500;

/** The heads in the order of their sizes, beside the tree that grows. */
class Heads {
  readonly #house: House;
  readonly #region: string;
  readonly #tell: Tell;
  readonly #key: VerifierKey;
  readonly #outside: KnownHead[];
  readonly #sm2: Sm2Signatures;
  #waiting: CheckpointRow[] = [];
  #fetched = 0;
  #stopped = false;
  seen = 0;
  cosigned = 0;
  coveredUntil: string | null = null;

  constructor(house: House, region: string, tell: Tell, outside: readonly KnownHead[], sm2: Sm2Signatures) {
    this.#house = house;
    this.#region = region;
    this.#tell = tell;
    this.#key = logKey(house, region);
    this.#outside = outside.toSorted((a, b) => a.size - b.size);
    this.#sm2 = sm2;
  }

  /** One break is told once: after it no head can fit. */
  stop(): void {
    this.#stopped = true;
  }

  wants(size: number): boolean {
    const [next] = this.#waiting;
    return (next !== undefined && next.size <= size) || this.#outside.some((head) => head.size === size);
  }

  async compare(size: number, root: Buffer): Promise<void> {
    const found = root.toString("base64");
    for (const head of this.#outside.filter((one) => one.size === size)) {
      if (head.root !== found && !this.#stopped) {
        this.#tell(fault(head.what, this.#region, { expected: head.root, found }));
      }
    }
    for (let head = this.#waiting[0]; head && head.size <= size; head = await this.#next()) {
      this.#signed(head);
      if (head.size === size && !head.root.equals(root) && !this.#stopped) {
        this.#tell(fault("historyDiffers", `checkpoint/${size}`, { expected: head.root.toString("base64"), found }));
        this.stop();
      }
    }
  }

  async #next(): Promise<CheckpointRow | undefined> {
    this.#waiting.shift();
    await this.fetch();
    return this.#waiting[0];
  }

  async fetch(): Promise<void> {
    if (this.#waiting.length > 0) return;
    this.#waiting = [...(await checkpointsAfter(this.#house.db, this.#region, this.#fetched, headsAtOnce))];
    const [first, last] = [this.#waiting[0], this.#waiting.at(-1)];
    if (!first || !last) return;
    this.#fetched = last.size;
    await this.#cosignatures(first.size, last.size);
  }

  /** What is left when the tree ends speaks of entries that are not there any more. */
  async end(size: number): Promise<void> {
    for (let head = this.#waiting[0]; head; head = await this.#next()) {
      this.#signed(head);
      if (head.size > size && !this.#stopped) {
        const facts = { expected: head.size, found: size };
        this.#tell(fault("historyRewound", `checkpoint/${head.size}`, facts));
        this.stop();
      }
    }
    for (const head of this.#outside.filter((one) => one.size > size)) {
      this.#tell(fault(head.rewound, this.#region, { expected: head.size, found: size }));
    }
  }

  #signed(head: CheckpointRow): void {
    this.seen += 1;
    this.coveredUntil = head.at;
    const where = `checkpoint/${head.size}`;
    try {
      const note = parseNote(head.note);
      const said = parseCheckpoint(note.text);
      const same = said.size === head.size && said.root.equals(head.root) && said.origin === this.#key.name;
      if (!same || signatureOf(note, this.#key) === null) this.#tell(fault("headChanged", where, { found: note.text }));
      const second = this.#sm2.ofHead(head.size, note.text, head.sm2_signature);
      if (second) this.#tell(second);
    } catch (error) {
      if (!(error instanceof NotANote)) throw error;
      this.#tell(fault("headChanged", where, { found: head.note }));
    }
  }

  async #cosignatures(from: number, to: number): Promise<void> {
    const notes = new Map(this.#waiting.map((head) => [head.size, head.note]));
    const known = this.#house.anchors?.witness?.key ?? null;
    for (const row of await cosignaturesOf(this.#house.db, this.#region, from, to)) {
      this.cosigned += 1;
      const note = notes.get(row.size);
      if (!note || !known || known.name !== row.witness) continue;
      try {
        const fine = signatureOf({ text: parseNote(note).text, signatures: parseSignatures(row.line) }, known);
        if (fine) continue;
      } catch (error) {
        if (!(error instanceof NotANote)) throw error;
      }
      this.#tell(fault("cosignatureWrong", `checkpoint/${row.size}`, { expected: known.name, found: row.line }));
    }
  }
}
