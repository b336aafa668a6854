import { createHash, createPublicKey, type Hash, verify } from "node:crypto";

/** Last line of a backup: how many rows, what each table hashes to, and who says so. */
export interface DumpEnd {
  readonly end: number;
  readonly manifest?: Manifest;
  /** PEM of the public key. */
  readonly publicKey?: string;
  /** Hexadecimal. */
  readonly signature?: string;
}

export interface Manifest {
  readonly rows: number;
  /** SHA-256 of the first line. */
  readonly head: string;
  readonly tables: Readonly<Record<string, { readonly rows: number; readonly sha256: string }>>;
}

/** Who signs a backup: the audit key of the house. */
export interface DumpSigner {
  signRoot(bytes: Buffer): Buffer;
  readonly publicKey: string;
}

/** Counts and hashes the lines of a backup as they go by. */
export class Tally {
  readonly #head = createHash("sha256");
  readonly #tables = new Map<string, { rows: number; hash: Hash }>();
  #rows = 0;

  head(line: string): void {
    this.#head.update(line);
  }

  /** Lines of one table, each with its line feed. */
  rows(table: string, lines: string, n: number): void {
    const one = this.#tables.get(table) ?? { rows: 0, hash: createHash("sha256") };
    this.#tables.set(table, one);
    one.hash.update(lines);
    one.rows += n;
    this.#rows += n;
  }

  manifest(): Manifest {
    const tables = [...this.#tables].map(
      ([name, { rows, hash }]) => [name, { rows, sha256: hash.copy().digest("hex") }] as const,
    );
    return { rows: this.#rows, head: this.#head.copy().digest("hex"), tables: Object.fromEntries(tables) };
  }
}

/** The last line, signed. */
export function signedEnd(manifest: Manifest, signer: DumpSigner): DumpEnd {
  const signature = signer.signRoot(toSign(manifest)).toString("hex");
  return { end: manifest.rows, manifest, publicKey: signer.publicKey, signature };
}

/** What differs between what was signed and what has come: names of tables, or the head; null when nothing does. */
export function differing(signed: Manifest, come: Manifest): string | null {
  if (signed.head !== come.head) return "head";
  const names = [...new Set([...Object.keys(signed.tables), ...Object.keys(come.tables)])];
  const wrong = names.filter((name) => {
    const [a, b] = [signed.tables[name], come.tables[name]];
    return a?.rows !== b?.rows || a?.sha256 !== b?.sha256;
  });
  return wrong.length > 0 ? wrong.join(", ") : null;
}

/** Whether a key has signed the manifest. */
export function isSignedBy({ manifest, signature }: DumpEnd, publicKey: string): boolean {
  if (!manifest || !signature) return false;
  return verify(null, toSign(manifest), createPublicKey(publicKey), Buffer.from(signature, "hex"));
}

/** A public key by the first digits of its hash, as the audit check prints it. */
export function printOf(publicKey: string): string {
  const der = createPublicKey(publicKey).export({ type: "spki", format: "der" });
  return createHash("sha256").update(der).digest("hex").slice(0, 16);
}

function toSign(manifest: Manifest): Buffer {
  return createHash("sha256").update("huiyin backup").update(JSON.stringify(manifest)).digest();
}
