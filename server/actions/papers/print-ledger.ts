import { dayOf } from "../../../domain/calendar/plain-date.ts";
import type { Actor } from "../../../domain/case/case.ts";
import type { Paper } from "../../../domain/papers/paper.ts";
import { paperDate, paperWords } from "../../../domain/words/papers.ts";
import { zh } from "../../../domain/words/zh.ts";
import { paperDocx } from "../../gateways/papers/docx.ts";
import { paperPdf } from "../../gateways/papers/pdf.ts";
import type { House } from "../../house.ts";
import { type CaseExport, listCases } from "../../record/papers/listed-cases.ts";
import type { World } from "../../store/world.ts";

/** So many cases go onto paper: setting more would keep the server from answering others. */
export const printedAtMost = 500;

/** Shares of the width for the columns of a list of cases. */
const widths = [14, 17, 8, 8, 9, 17, 6, 9, 10];

/** The register of cases (台账) as a printed table across the sheet, without personal data. */
export async function printLedger(
  house: House,
  world: World,
  actor: Extract<Actor, { kind: "staff" }>,
  listed: CaseExport,
  as: "docx" | "pdf",
): Promise<Buffer> {
  const { printed, count, taken } = await listCases(house, world, actor, listed);
  const date = dayOf(house.now());
  const paper: Paper = {
    layout: "table",
    across: true,
    organ: world.office.orgs.get(actor.orgId)?.name ?? "",
    number: null,
    signer: null,
    title: paperWords.ledger,
    addressee: null,
    blocks: [
      { is: "paragraph", text: count },
      {
        is: "table",
        header: zh.sheets.ledgerColumns,
        widths,
        rows: printed,
      },
    ],
    date,
    dated: paperDate(date),
    copies: null,
    note: taken,
  };
  return as === "docx" ? paperDocx(paper) : paperPdf(paper);
}
