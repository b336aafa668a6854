import { createHash, createPublicKey, type KeyObject, verify } from "node:crypto";

/** Signature types of c2sp.org/signed-note: a log's own, and that of a witness over a checkpoint. */
const types = { ed25519: 1, cosignature: 4 } as const;
export type NoteKeyType = keyof typeof types;

/** A key that notes are checked with, as c2sp.org/signed-note writes it: name+id+key. */
export interface VerifierKey {
  readonly name: string;
  readonly type: NoteKeyType;
  /** The 32 bytes of RFC 8032. */
  readonly key: Buffer;
}

/** A note: text and signature lines. */
export interface Note {
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

export interface NoteSignature {
  readonly name: string;
  readonly id: Buffer;
  readonly signature: Buffer;
}

/** What is no note, no key or no checkpoint. */
export class NotANote extends Error {}

const derPrefix = Buffer.from("302a300506032b6570032100", "hex");

/** The 32 bytes of an Ed25519 public key in PEM. */
export function rawPublicKey(pem: string): Buffer {
  return createPublicKey(pem).export({ type: "spki", format: "der" }).subarray(derPrefix.length);
}

export function keyId({ name, type, key }: VerifierKey): Buffer {
  return createHash("sha256").update(`${name}\n`).update(Buffer.of(types[type])).update(key).digest().subarray(0, 4);
}

/** The key in one line, to be handed over. */
export function formatVerifierKey(of: VerifierKey): string {
  return `${of.name}+${keyId(of).toString("hex")}+${Buffer.of(types[of.type], ...of.key).toString("base64")}`;
}

export function parseVerifierKey(text: string): VerifierKey {
  // Base64 may hold a plus itself: name and id hold none.
  const [name, id, ...rest] = text.trim().split("+");
  const bytes = Buffer.from(rest.join("+"), "base64");
  const type = (Object.keys(types) as NoteKeyType[]).find((one) => types[one] === bytes[0]);
  if (!name || !type || bytes.length !== 33) throw new NotANote(text);
  const key: VerifierKey = { name, type, key: bytes.subarray(1) };
  if (keyId(key).toString("hex") !== id) throw new NotANote(text);
  return key;
}

const dash = "\u2014";

export function signatureLine({ name, id, signature }: NoteSignature): string {
  return `${dash} ${name} ${Buffer.concat([id, signature]).toString("base64")}\n`;
}

export function formatNote({ text, signatures }: Note): string {
  return `${text}\n${signatures.map(signatureLine).join("")}`;
}

export function parseNote(whole: string): Note {
  const at = whole.lastIndexOf("\n\n");
  if (at < 0 || !whole.endsWith("\n")) throw new NotANote("no signatures");
  return { text: whole.slice(0, at + 1), signatures: parseSignatures(whole.slice(at + 2)) };
}

/** Signature lines as they stand under a note or come back from a witness. */
export function parseSignatures(lines: string): readonly NoteSignature[] {
  const all = lines.split("\n").slice(0, -1);
  if (all.length === 0 || all.length > 100) throw new NotANote("signatures");
  return all.map((line) => {
    const [mark, name, base64, ...more] = line.split(" ");
    const bytes = Buffer.from(base64 ?? "", "base64");
    if (mark !== dash || !name || more.length > 0 || bytes.length < 5) throw new NotANote(line);
    return { name, id: bytes.subarray(0, 4), signature: bytes.subarray(4) };
  });
}

/** The signature of a known key under a note: null without one; throws where there is one that is wrong. */
export function signatureOf(note: Note, key: VerifierKey): NoteSignature | null {
  const id = keyId(key);
  const found = note.signatures.find((one) => one.name === key.name && one.id.equals(id));
  if (!found) return null;
  if (!isSigned(note.text, found.signature, key)) throw new NotANote("wrong signature");
  return found;
}

function isSigned(text: string, signature: Buffer, { type, key }: VerifierKey): boolean {
  const publicKey = publicKeyOf(key);
  if (type === "ed25519") return verify(null, Buffer.from(text), publicKey, signature);
  if (signature.length !== 72) return false;
  const time = signature.readBigUInt64BE(0);
  return verify(null, Buffer.from(cosigned(text, time)), publicKey, signature.subarray(8));
}

function publicKeyOf(key: Buffer): KeyObject {
  return createPublicKey({ key: Buffer.concat([derPrefix, key]), format: "der", type: "spki" });
}

/** What a witness signs (c2sp.org/tlog-cosignature, cosignature/v1). */
export function cosigned(text: string, time: bigint): string {
  return `cosignature/v1\ntime ${time}\n${text}`;
}

/** When a witness signed, in seconds. */
export function cosignedAt(signature: Buffer): number {
  return Number(signature.readBigUInt64BE(0));
}
