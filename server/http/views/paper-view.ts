import type { PaperChoice, PaperPreview, PaperRow } from "../../../contract/case/papers.ts";
import { asksOf } from "../../../domain/papers/asks.ts";
import type { LawfulPaper } from "../../../domain/papers/lawful.ts";
import type { Block, Composed } from "../../../domain/papers/paper.ts";
import { articleOf } from "../../../domain/rules/look-up.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import type { papersOfCase, servicesOfCase } from "../../store/case/papers.ts";
import type { World } from "../../store/world.ts";
import { orgName } from "./duty-view.ts";
import { personName } from "./timeline-view.ts";

type Kept = Awaited<ReturnType<typeof papersOfCase>>[number];
type Served = Awaited<ReturnType<typeof servicesOfCase>>[number];

/** What somebody may do with a paper. */
interface May {
  readonly serve: boolean;
  readonly takeWhole: boolean;
}

/** A paper as it is kept, with everything that is known of its service. */
export function paperRow(paper: Kept, services: readonly Served[], world: World, may: May): PaperRow {
  return {
    id: paper.id,
    kind: paper.kind,
    title: paper.title,
    number: paper.number,
    organ: { id: paper.organ_id, name: orgName(world, paper.organ_id) },
    madeAt: paper.made_at,
    madeBy: personName(world, paper.made_by),
    caseVersion: paper.case_version,
    docxHash: paper.docx_sha256.toString("hex"),
    pdfHash: paper.pdf_sha256.toString("hex"),
    masked: paper.masked_pdf_sha256 !== null,
    mayServe: may.serve,
    mayTakeWhole: may.takeWhole,
    services: services.filter((own) => own.paper_id === paper.id).map((own) => serviceRow(own, world)),
  };
}

function serviceRow(row: Served, world: World): PaperRow["services"][number] {
  return {
    recipient: row.recipient,
    mode: row.mode as PaperRow["services"][number]["mode"],
    onDay: row.on_day,
    result: row.result as PaperRow["services"][number]["result"],
    takenBy: row.taken_by,
    mailNumber: row.mail_number,
    note: row.note,
    recordedBy: personName(world, row.recorded_by),
    recordedAt: row.recorded_at,
  };
}

/** A paper that may be made, with what its maker has to write. */
export function paperChoice({ kind, leg }: LawfulPaper, pack: Pack, world: World): PaperChoice {
  return {
    kind: kind.id,
    legId: leg?.id ?? null,
    org: leg ? { id: leg.orgId, name: orgName(world, leg.orgId) } : null,
    code: kind.code,
    title: kind.title,
    words: kind.words,
    article: articleOf(pack, kind.clause),
    supplied: kind.supplied,
    reconstructed: kind.reconstructed === true,
    asks: [...asksOf(kind)],
  };
}

/** What will be printed, as the screen shows it. */
export function paperPreview({ paper, missing }: Composed, lacking: readonly string[]): PaperPreview {
  return {
    layout: paper.layout,
    organ: paper.organ,
    title: paper.title,
    signer: paper.signer,
    addressee: paper.addressee,
    blocks: paper.blocks.map(blockView),
    dated: paper.dated,
    copies: paper.copies,
    note: paper.note,
    missing: [...missing],
    unprintable: [...lacking],
  };
}

function blockView(block: Block): PaperPreview["blocks"][number] {
  switch (block.is) {
    case "heading":
    case "code":
      return { is: "paragraph", text: block.text };
    case "paragraph":
      return block;
    case "grid":
      return {
        is: "grid",
        rows: block.rows.map((row) => ("band" in row ? row : { cells: row.cells.map((cell) => ({ ...cell })) })),
      };
    case "table":
      return { is: "table", header: [...block.header], rows: block.rows.map((row) => [...row]) };
  }
}
