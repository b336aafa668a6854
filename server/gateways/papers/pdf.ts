import pdfmake from "pdfmake";
import type { Paper } from "../../../domain/papers/paper.ts";
import { fontFiles } from "./fonts.ts";
import { printable } from "./glyphs.ts";
import { page } from "./measures.ts";
import { formMargins, formPage, noticePage, officialPage, pageNumber } from "./pdf-pages.ts";
import { printWords } from "./words.ts";

const allowed: readonly string[] = Object.values(fontFiles).flatMap((font) => Object.values(font));
pdfmake.setFonts(fontFiles);
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => allowed.includes(path));

/** A paper as PDF. The same paper gives the same bytes: nothing in it comes from the clock. */
export function paperPdf(given: Paper): Promise<Buffer> {
  const paper = printable(given);
  const form = paper.layout === "table";
  const definition = {
    pageSize: "A4",
    pageOrientation: paper.across ? "landscape" : "portrait",
    pageMargins: form ? formMargins : [page.left, page.top, page.right, page.bottom],
    content: form ? formPage(paper) : paper.layout === "official" ? officialPage(paper) : noticePage(paper),
    footer: pageNumber(paper.layout === "official"),
    pageBreakBefore: headingAtTheFoot,
    defaultStyle: { font: "song" },
    language: "zh-CN",
    version: "1.7",
    displayTitle: true,
    info: {
      title: paper.title,
      author: paper.organ,
      creator: printWords.creator,
      producer: printWords.creator,
      creationDate: new Date(`${paper.date}T00:00:00Z`),
    },
  };
  return pdfmake.createPdf(definition).getBuffer();
}

interface Placed {
  readonly headlineLevel?: number;
}

/** The page number at the foot counts as a node that follows. */
const footers = 1;

/** A heading goes over to the page on which its text begins. */
function headingAtTheFoot(node: Placed, { getFollowingNodesOnPage }: { getFollowingNodesOnPage(): readonly Placed[] }) {
  return node.headlineLevel === 1 && getFollowingNodesOnPage().length <= footers;
}
