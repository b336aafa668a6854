// The second half of audit-check.mjs: vouchers, the tree over them, the heads that were signed, and the rows that the
// vouchers speak of. Plain JavaScript for any node from 20 on, nothing of the project.
//
// A voucher lists table, key and SHA-256 of each row that one transaction wrote, and is signed. The vouchers are the
// leaves of a Merkle tree (RFC 6962); its heads are C2SP checkpoints (c2sp.org/tlog-checkpoint), some of them signed by
// a witness as well (c2sp.org/tlog-cosignature).
import { createHash, createPublicKey, verify } from "node:crypto";

const derPrefix = Buffer.from("302a300506032b6570032100", "hex");
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest();
const rawKey = (key) => key.export({ format: "der", type: "spki" }).subarray(derPrefix.length);
const keyId = (name, type, raw) => sha256(`${name}\n`, Buffer.of(type), raw).subarray(0, 4);

/** A verifier key of c2sp.org/signed-note. */
export function readVerifierKey(text) {
  const [name, id, ...rest] = text.trim().split("+");
  const bytes = Buffer.from(rest.join("+"), "base64");
  const raw = bytes.subarray(1);
  if (!name || raw.length !== 32 || keyId(name, bytes[0], raw).toString("hex") !== id) throw new Error(text);
  return { name, type: bytes[0], raw };
}

/** The head in a note that the key has signed; null where it has not. */
export function readHead(note, origin, key) {
  const at = note.lastIndexOf("\n\n");
  const text = note.slice(0, at + 1);
  const [named, size, root] = text.split("\n");
  const own = { name: origin, type: 1, raw: rawKey(key) };
  const fine = at > 0 && named === origin && /^(0|[1-9]\d*)$/.test(size) && isSigned(text, note.slice(at + 2), own);
  return fine ? { text, size: Number(size), root } : null;
}

/** Whether one of the lines is a signature of this key. */
function isSigned(text, lines, { name, type, raw }) {
  const key = createPublicKey({ key: Buffer.concat([derPrefix, raw]), format: "der", type: "spki" });
  return lines.split("\n").some((line) => {
    const [mark, who, base64] = line.split(" ");
    const bytes = Buffer.from(base64 ?? "", "base64");
    if (mark !== "\u2014" || who !== name || !bytes.subarray(0, 4).equals(keyId(name, type, raw))) return false;
    if (type === 1) return verify(null, Buffer.from(text), key, bytes.subarray(4));
    if (bytes.length !== 76) return false;
    const words = `cosignature/v1\ntime ${bytes.readBigUInt64BE(4)}\n${text}`;
    return verify(null, Buffer.from(words), key, bytes.subarray(12));
  });
}

/** Leaves one by one; it holds one hash for each level. */
class Tree {
  size = 0;
  full = [];
  add(leaf) {
    let hash = leaf;
    let level = 0;
    for (; this.full[level]; level += 1) {
      hash = sha256(Buffer.of(1), this.full[level], hash);
      this.full[level] = null;
    }
    this.full[level] = hash;
    this.size += 1;
  }
  root() {
    const parts = this.full.filter((hash) => hash);
    if (parts.length === 0) return sha256();
    return parts.reduce((right, left) => sha256(Buffer.of(1), left, right));
  }
}

/** Whether a line is a voucher, a head, a file, a reading or a row. */
export function fitsTree(row) {
  const { kind, n, rows, signature, leaf, key, text, table, hash, cosignatures, sm2Signature } = row;
  const all = (...values) => values.every((value) => typeof value === "string");
  if (kind === "voucher")
    return (
      Number.isInteger(n) &&
      (leaf === null || Number.isInteger(leaf)) &&
      all(signature) &&
      Array.isArray(rows) &&
      rows.every((one) => Array.isArray(one) && all(...one))
    );
  if (kind === "checkpoint")
    return all(row.note, sm2Signature ?? "") && Array.isArray(cosignatures) && all(...cosignatures);
  if (kind === "file") return all(row.name, row.sha256) && (row.found === null || all(row.found));
  return kind === "reading" || kind === "sm2Key" ? all(key, text) : kind === "row" && all(table, key, hash);
}

const isCase = (stream) => /^[0-9a-f]{8}-[0-9a-f]{4}-/.test(stream);

/** What a file of `audit export` says of vouchers, heads and rows, in its order. */
export class Vouched {
  constructor({ header, key, signed, fault, heads, witness, second }) {
    Object.assign(this, { header, key, signed, fault, witness, heads, second });
    this.tree = new Tree();
    this.said = new Map();
    this.events = new Map();
    this.known = new Set();
    // Tables of which every row has a voucher; rows of others may be from before there were vouchers.
    this.parts = new Set(Array.isArray(header.parts) ? header.parts : []);
    this.days = new Set();
    this.broken = false;
    this.counts = { vouchers: 0, checkpoints: 0, cosigned: 0, readings: 0 };
    this.coveredUntil = null;
  }

  /** An event is a row as well; its hash is made of its own hash and, where it is late, of the day that counts it. */
  event({ stream, seq, hash, countedOn }) {
    const late = countedOn === undefined ? "" : `, "counted_on": ${JSON.stringify(countedOn)}`;
    const table = isCase(stream) ? "case_event" : "office_event";
    this.events.set(`${table}/${stream}/${seq}`, sha256(`{"hash": "\\\\x${hash}"${late}}`).toString("hex"));
  }

  /** The key of the second signatures: its row is compared with its voucher when all are read. */
  sm2Key({ key, text }) {
    this.events.set(`sm2_key/${key}`, sha256(text).toString("hex"));
    this.second.begin(text);
  }

  voucher({ leaf, n, at, rows, signature }) {
    const { region } = this.header;
    const hash = sha256(Buffer.of(0), JSON.stringify({ region, n, at, rows }));
    if (!this.signed(sha256("huiyin voucher", hash), signature)) this.fault("voucherChanged", `voucher/${n}`);
    for (const [table, key, said] of rows) this.say(`${table}/${key}`, n, said);
    this.counts.vouchers += 1;
    if (leaf === null) return;
    if (leaf !== this.tree.size) this.gap(`voucher/${n}`, leaf);
    this.tree.add(hash);
    for (const head of this.heads.filter(({ size }) => size === this.tree.size)) this.compare(head, "headGiven");
  }

  say(row, n, hash) {
    const before = this.said.get(row);
    if (!before || before.n < n) this.said.set(row, { n, hash });
  }

  gap(where, found) {
    this.fault("voucherMissing", where, null, `${this.tree.size} / ${found}`);
    this.broken = true;
  }

  checkpoint({ note, at, cosignatures, sm2Signature }) {
    const head = readHead(String(note), this.header.origin, this.key);
    this.counts.checkpoints += 1;
    if (head === null) return this.fault("headChanged", `checkpoint/${this.tree.size}`);
    this.coveredUntil = at;
    this.second.head(head.size, head.text, sm2Signature);
    if (head.size > this.tree.size && !this.broken) {
      this.fault("historyRewound", `checkpoint/${head.size}`, null, `${head.size} / ${this.tree.size}`);
      this.broken = true;
    }
    this.compare(head, `checkpoint/${head.size}`);
    for (const line of cosignatures) this.cosignature(head, line);
  }

  compare({ size, root }, where) {
    const found = this.tree.root().toString("base64");
    if (this.broken || size !== this.tree.size || root === found) return;
    this.fault("historyDiffers", where, null, `${size}: ${root} / ${found}`);
    this.broken = true;
  }

  cosignature({ text, size }, line) {
    if (!this.witness || !line.startsWith(`\u2014 ${this.witness.name} `)) return;
    if (isSigned(text, line, this.witness)) this.counts.cosigned += 1;
    else this.fault("cosignatureWrong", `checkpoint/${size}`);
  }

  /** The hash that a row says, and that of the bytes that lie there. */
  file({ name, sha256: said, found }) {
    if (found !== said) this.fault(found === null ? "fileMissing" : "fileChanged", name);
  }

  reading({ key, text }) {
    this.counts.readings += 1;
    this.row({ table: "access_log", key, hash: sha256(text).toString("hex") });
  }

  row({ table, key, hash }) {
    if (table === "day_root" && !this.days.has(key)) this.fault("dayMissing", key);
    this.present(`${table}/${key}`, hash);
  }

  present(row, hash) {
    const said = this.said.get(row);
    this.said.delete(row);
    if (said?.hash === hash) return;
    const known = said && said.hash !== "-";
    if (!known && !this.parts.has(row.split("/")[0])) return;
    this.tell(known ? "rowChanged" : "rowAdded", row);
  }

  /** Events and days that their own chain has named are not named twice. */
  tell(what, row) {
    const place = row.replace(/^(case_event|office_event|day_root)\//, "");
    if (this.known.has(place)) return;
    const isDay = what === "rowMissing" && row.startsWith("day_root/");
    this.fault(isDay ? "dayMissing" : what, isDay ? place : row);
  }

  end() {
    for (const [row, hash] of this.events) this.present(row, hash);
    for (const [row, { hash }] of this.said) if (hash !== "-") this.tell("rowMissing", row);
    for (const { size } of this.heads) {
      if (size > this.tree.size) this.fault("historyRewound", "headGiven", null, `${size} / ${this.tree.size}`);
    }
  }
}

/** JSON with sorted keys: the bytes that an event's hash covers. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null";
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
}

/** What is left of a case's events, as one hash: an erasure names it in the log of the office. */
export function digestOf(rows) {
  const left = [...rows]
    .sort((a, b) => a.seq - b.seq)
    .map(({ seq, type, at, actor, data }) => ({ seq, type, at, actor, data }));
  return createHash("sha256").update(canonical(left)).digest("hex");
}

/** The words of a case were deleted by decision: its events stand as the log of the office says. */
export function vouchErased({ type, data }, erased) {
  if (type === "caseErased" && erased.get(data?.case)?.digest === data.digest) erased.delete(data.case);
}
