import { createHash, createPrivateKey, createPublicKey, randomBytes, sign } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseCheckpoint } from "./checkpoint.ts";
import { emptyRoot, isConsistent } from "./merkle.ts";
import {
  cosigned,
  formatNote,
  keyId,
  NotANote,
  type NoteSignature,
  parseNote,
  rawPublicKey,
  signatureLine,
  signatureOf,
  type VerifierKey,
} from "./note.ts";

/** What a witness remembers of a log: the newest head that it has signed. */
interface Head {
  readonly size: number;
  /** Base64. */
  readonly root: string;
  readonly note: string;
}

export interface WitnessReply {
  readonly status: number;
  readonly body: string;
  readonly type?: string;
}

/** A witness (c2sp.org/tlog-witness): one step after the other, each kept on disk before it is answered. */
export interface WitnessBook {
  readonly key: VerifierKey;
  addCheckpoint(body: string): WitnessReply;
  latest(originHash: string): WitnessReply;
}

const pkcs8 = Buffer.from("302e020100300506032b657004220420", "hex");

/** Opens the book of a witness in a folder; its key is made once and stays there. */
export function openWitnessBook(
  folder: string,
  name: string,
  logs: readonly VerifierKey[],
  seconds: () => number,
): WitnessBook {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const privateKey = createPrivateKey({
    key: Buffer.concat([pkcs8, seedOf(join(folder, "witness-key"))]),
    format: "der",
    type: "pkcs8",
  });
  const pem = createPublicKey(privateKey).export({ type: "spki", format: "pem" }).toString();
  const key: VerifierKey = { name, type: "cosignature", key: rawPublicKey(pem) };
  const file = join(folder, "heads.json");
  const heads = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Record<string, Head>) : {};
  const keep = (origin: string, head: Head) => {
    writeFileSync(`${file}.new`, JSON.stringify({ ...heads, [origin]: head }), { mode: 0o600, flush: true });
    renameSync(`${file}.new`, file);
    heads[origin] = head;
  };
  const cosign = (text: string): NoteSignature => {
    const time = Buffer.alloc(8);
    time.writeBigUInt64BE(BigInt(seconds()));
    const made = sign(null, Buffer.from(cosigned(text, time.readBigUInt64BE(0))), privateKey);
    return { name, id: keyId(key), signature: Buffer.concat([time, made]) };
  };
  return {
    key,
    addCheckpoint: (body) => {
      const judged = judge(body, logs, (origin) => heads[origin] ?? null);
      if ("status" in judged) return judged;
      const signature = cosign(judged.text);
      const note = formatNote({ text: judged.text, signatures: [judged.signature, signature] });
      keep(judged.origin, { size: judged.size, root: judged.root.toString("base64"), note });
      return { status: 200, body: signatureLine(signature) };
    },
    latest: (originHash) => {
      const found = Object.entries(heads).find(
        ([origin]) => createHash("sha256").update(origin).digest("hex") === originHash,
      );
      return found ? { status: 200, body: found[1].note } : { status: 404, body: "" };
    },
  };
}

function seedOf(file: string): Buffer {
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" });
  return Buffer.from(readFileSync(file, "utf8").trim(), "hex");
}

interface Accepted {
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
  readonly text: string;
  readonly signature: NoteSignature;
}

const no = (status: number, body = ""): WitnessReply => ({ status, body });

/** The checks of add-checkpoint, in the order of the specification. */
function judge(
  body: string,
  logs: readonly VerifierKey[],
  headOf: (origin: string) => Head | null,
): Accepted | WitnessReply {
  const read = readRequest(body);
  if (read === null) return no(400);
  const { old, proof, note, head } = read;
  const keys = logs.filter(({ name }) => name === head.origin);
  if (keys.length === 0) return no(404);
  const signature = trusted(note, keys);
  if (!signature) return no(403);
  if (old > head.size) return no(400);
  const last = headOf(head.origin);
  if (old !== (last?.size ?? 0)) return { ...no(409, `${last?.size ?? 0}\n`), type: "text/x.tlog.size" };
  if (head.size === 0 && !head.root.equals(emptyRoot)) return no(422);
  const fromRoot = last ? Buffer.from(last.root, "base64") : emptyRoot;
  if (!isConsistent({ from: old, fromRoot, to: head.size, toRoot: head.root }, proof)) return no(422);
  return { ...head, text: note.text, signature };
}

function trusted(note: ReturnType<typeof parseNote>, keys: readonly VerifierKey[]): NoteSignature | null {
  try {
    return keys.map((key) => signatureOf(note, key)).find((found) => found !== null) ?? null;
  } catch (error) {
    if (error instanceof NotANote) return null;
    throw error;
  }
}

const mostProofLines = 63;

function readRequest(body: string) {
  const gap = body.indexOf("\n\n");
  const lines = body.slice(0, Math.max(gap, 0)).split("\n");
  const old = /^old (0|[1-9]\d{0,15})$/.exec(lines[0] ?? "")?.[1];
  const proof = lines.slice(1).map((line) => Buffer.from(line, "base64"));
  if (gap < 0 || old === undefined || proof.length > mostProofLines || proof.some(({ length }) => length !== 32)) {
    return null;
  }
  try {
    const note = parseNote(body.slice(gap + 2));
    return { old: Number(old), proof, note, head: parseCheckpoint(note.text) };
  } catch (error) {
    if (error instanceof NotANote) return null;
    throw error;
  }
}
