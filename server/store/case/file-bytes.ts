import { type Insertable, sql } from "kysely";
import type { Db, Tx } from "../db.ts";
import type { FileContent } from "../schema.gen.ts";

/** Seals the bytes of files and opens them again. */
export interface FileSeal {
  sealBytes(purpose: "file", bytes: Buffer): Buffer;
  openBytes(purpose: "file", sealed: Buffer): Buffer;
}

/** The bytes of a file as they lie in the database. */
export interface StoredBytes {
  readonly bytes: Buffer;
  /** False for bytes that came in before files were sealed and have not been sealed since. */
  readonly sealed: boolean;
}

/** Keeps bytes once for each hash, sealed. The hash is that of the plain bytes. Those that were to be deleted are kept anew. */
export async function keepBytes(
  tx: Tx,
  seal: FileSeal,
  files: readonly (Pick<Insertable<FileContent>, "region_id" | "sha256" | "kept_at"> & { readonly bytes: Buffer })[],
): Promise<void> {
  await tx
    .insertInto("file_content")
    .values(files.map((file) => ({ ...file, bytes: seal.sealBytes("file", file.bytes), sealed: true })))
    .onConflict((oc) =>
      oc.columns(["region_id", "sha256"]).doUpdateSet((eb) => ({ kept_at: eb.ref("excluded.kept_at") })),
    )
    .execute();
}

/** The plain bytes. Throws when they were changed, or sealed with a key that is not there. */
export function plainBytes(seal: FileSeal, { bytes, sealed }: StoredBytes): Buffer {
  return sealed ? seal.openBytes("file", bytes) : bytes;
}

/** The plain bytes behind a hash. */
export async function bytesOf(db: Db, seal: FileSeal, region: string, sha256: Buffer): Promise<Buffer> {
  const row = await db
    .selectFrom("file_content")
    .select(["bytes", "sealed"])
    .where("region_id", "=", region)
    .where("sha256", "=", sha256)
    .executeTakeFirstOrThrow();
  return plainBytes(seal, row);
}

/** All bytes of a region, a few at a time: no more than these lie in memory. */
export async function* storedBytes(db: Db, region: string): AsyncGenerator<StoredBytes & { readonly sha256: Buffer }> {
  let after = Buffer.alloc(0);
  for (;;) {
    const { rows } = await sql<StoredBytes & { sha256: Buffer }>`
      select sha256, bytes, sealed from file_content where region_id = ${region} and sha256 > ${after}
      order by sha256 limit 8`.execute(db);
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    after = Buffer.from(last.sha256);
  }
}
