import type { Insertable } from "kysely";
import type { Db, Tx } from "../db.ts";
import type { CasePaper, PaperService } from "../schema.gen.ts";
import { keptRow, openedRow, openedRows, sealFor } from "../words/rows/kept-rows.ts";
import type { RowSeal } from "../words/rows/row-places.ts";
import { type FileSeal, keepBytes } from "./file-bytes.ts";

/** A printed file and what it is known by. */
export interface PrintedFile {
  readonly sha256: Buffer;
  readonly bytes: Buffer;
}

/** Keeps the bytes of what was printed, once for each hash: a paper that names nobody is the same masked and whole. */
export async function addContents(
  tx: Tx,
  seal: FileSeal,
  region_id: string,
  files: readonly PrintedFile[],
): Promise<void> {
  const once = new Map(files.map((file) => [file.sha256.toString("hex"), file]));
  const contents = [...once.values()].map(({ sha256, bytes }) => ({ region_id, sha256, bytes }));
  await keepBytes(tx, seal, contents);
}

/** Keeps a paper and the bytes of its files; neither is ever changed. */
export async function addPaper(
  tx: Tx,
  seal: FileSeal & RowSeal,
  row: Insertable<CasePaper>,
  files: readonly PrintedFile[],
): Promise<void> {
  await addContents(tx, seal, row.region_id, files);
  const own = await sealFor(tx, seal, row.region_id, [row.case_id]);
  await tx
    .insertInto("case_paper")
    .values(keptRow(own, "case_paper", row))
    .execute();
}

/** The papers of a case, oldest first. */
export async function papersOfCase(db: Db | Tx, seal: RowSeal, region: string, caseId: string) {
  const rows = await db
    .selectFrom("case_paper")
    .selectAll()
    .where("region_id", "=", region)
    .where("case_id", "=", caseId)
    .orderBy("made_at")
    .orderBy("id")
    .execute();
  return openedRows(seal, "case_paper", rows);
}

/** One paper of a case; null when the case has none of this id. */
export async function paperOfCase(db: Db | Tx, seal: RowSeal, region: string, caseId: string, id: string) {
  const row = await db
    .selectFrom("case_paper")
    .selectAll()
    .where("region_id", "=", region)
    .where("case_id", "=", caseId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row ? openedRow(seal, "case_paper", row) : null;
}

/** How the papers of a case were served, in the order in which it was written down. */
export async function servicesOfCase(db: Db | Tx, seal: RowSeal, region: string, caseId: string) {
  const rows = await db
    .selectFrom("paper_service")
    .innerJoin("case_paper", (join) =>
      join
        .onRef("case_paper.region_id", "=", "paper_service.region_id")
        .onRef("case_paper.id", "=", "paper_service.paper_id"),
    )
    .selectAll("paper_service")
    .where("paper_service.region_id", "=", region)
    .where("case_paper.case_id", "=", caseId)
    .orderBy("paper_service.paper_id")
    .orderBy("paper_service.seq")
    .execute();
  return openedRows(seal, "paper_service", rows);
}

/** Writes down one more service of a paper. The caller holds the region's log, so places are taken one by one. */
export async function addService(
  tx: Tx,
  seal: RowSeal,
  caseId: string,
  row: Omit<Insertable<PaperService>, "seq">,
): Promise<void> {
  const own = await sealFor(tx, seal, row.region_id, [caseId]);
  const last = await tx
    .selectFrom("paper_service")
    .select((eb) => eb.fn.max("seq").as("seq"))
    .where("region_id", "=", row.region_id)
    .where("paper_id", "=", row.paper_id)
    .executeTakeFirst();
  await tx
    .insertInto("paper_service")
    .values(keptRow(own, "paper_service", { ...row, seq: (last?.seq ?? 0) + 1 }))
    .execute();
}
