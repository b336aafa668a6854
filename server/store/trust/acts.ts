import { createHash } from "node:crypto";
import { sql } from "kysely";
import { type StoredBytes, storedBytes } from "../case/file-bytes.ts";
import type { Db } from "../db.ts";

/** Something that is not what an event of the office says. */
export interface ActFault {
  readonly id: string;
  readonly seq: number;
  readonly expected: string;
  readonly found: string | null;
}

/** Papers whose row or number is not what was written down when they were made. */
export async function papersThatDiffer(db: Db, region: string): Promise<readonly ActFault[]> {
  const { rows } = await sql<ActFault>`
    with made as (
      select seq, data->>'paper' as id, concat_ws(' ', data->>'case', data->>'number', data->>'docxHash', data->>'pdfHash')
        as expected from office_event where region_id = ${region} and stream = 'papers' and type = 'paperMade'
        and not exists (select from office_event x where x.region_id = ${region} and x.stream = 'retention'
          and x.type = 'caseErased' and x.data->>'case' = office_event.data->>'case')
    ), there as (
      select id::text as id, concat_ws(' ', case_id, number, encode(docx_sha256, 'hex'), encode(pdf_sha256, 'hex')) as found
      from case_paper where region_id = ${region}
    )
    select coalesce(m.id, t.id) as id, coalesce(m.seq, 0) as seq, coalesce(m.expected, '') as expected, t.found
    from made m full join there t on t.id = m.id where m.expected is distinct from t.found order by 1`.execute(db);
  return rows;
}

/** Breaches whose cause is not what was decided, or has one that nobody decided. */
export async function causesThatDiffer(db: Db, region: string): Promise<readonly ActFault[]> {
  const { rows } = await sql<ActFault>`
    with decided as (
      select distinct on (data->>'breach') seq, data->>'breach' as id,
        concat_ws(' ', data->>'cause', data->>'note') as expected
      from office_event where region_id = ${region} and stream = 'accountability' and type = 'causeDecided'
      order by data->>'breach', seq desc
    ), there as (
      select id::text as id, concat_ws(' ', cause, cause_note) as found from breach
      where region_id = ${region} and cause is not null
    )
    select coalesce(d.id, t.id) as id, coalesce(d.seq, 0) as seq, coalesce(d.expected, '') as expected, t.found
    from decided d full join there t on t.id = d.id where d.expected is distinct from t.found order by 1`.execute(db);
  return rows;
}

/** A file, paper or work by its row; the hash that the row says, and that of its bytes, null where there are none. */
export interface NamedFile {
  readonly name: string;
  readonly expected: string;
  readonly found: string | null;
}

/** Every file with the hash of its plain bytes; `differing`: only those whose bytes are not what their row says. */
export async function filesOf(
  db: Db,
  region: string,
  opened: (stored: StoredBytes) => Buffer | null,
  differing: boolean,
): Promise<readonly NamedFile[]> {
  const kept = new Map<string, { readonly found: string; readonly size: number }>();
  for await (const { sha256, ...stored } of storedBytes(db, region)) {
    // Bytes that do not open any more were changed: the hash of what lies there says so.
    const plain = opened(stored) ?? stored.bytes;
    kept.set(sha256.toString("hex"), { found: hexOf(plain), size: plain.length });
  }
  const { rows } = await sql<{ name: string; expected: string; size: number | null }>`
    select name, encode(sha256, 'hex') as expected, size::int as size from (
      select 'attachment/' || id as name, sha256, size from attachment where region_id = ${region}
      union all select 'case_paper/' || id, docx_sha256, null from case_paper where region_id = ${region}
      union all select 'case_paper/' || id, pdf_sha256, null from case_paper where region_id = ${region}
      union all select 'case_paper/' || id, masked_docx_sha256, null from case_paper
        where region_id = ${region} and masked_docx_sha256 is not null
      union all select 'case_paper/' || id, masked_pdf_sha256, null from case_paper
        where region_id = ${region} and masked_pdf_sha256 is not null
      union all select 'periodic_work/' || id, docx_sha256, null from periodic_work where region_id = ${region}
      union all select 'periodic_work/' || id, pdf_sha256, null from periodic_work where region_id = ${region}
    ) named order by 1`.execute(db);
  return rows.flatMap(({ name, expected, size }) => {
    const there = kept.get(expected);
    const right = there?.found === expected && (size === null || size === there.size);
    return differing && right ? [] : [{ name, expected, found: there?.found ?? null }];
  });
}

function hexOf(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}
