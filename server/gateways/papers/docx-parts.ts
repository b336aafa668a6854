import type { Paper } from "../../../domain/papers/paper.ts";
import { printWords } from "./words.ts";

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const xml = (text: string) =>
  text.replace(/[<>&"]/g, (sign) => ({ "<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;" })[sign] ?? sign);

/** The fonts that the paper asks for, each with those that may stand in for it. */
export function fontTable(): string {
  const fonts = Object.values(printWords.fonts).map(
    ({ name, instead }) =>
      `<w:font w:name="${xml(name)}"><w:altName w:val="${xml(instead.join(","))}"/><w:charset w:val="86"/></w:font>`,
  );
  const space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  return `${head}<w:fonts xmlns:w="${space}">${fonts.join("")}</w:fonts>`;
}

/** Who made the document and when, with the day of the paper instead of the clock. */
export function coreProperties(paper: Paper): string {
  const day = `<dcterms:created xsi:type="dcterms:W3CDTF">${paper.date}T00:00:00Z</dcterms:created>`;
  const spaces = [
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    'xmlns:dcterms="http://purl.org/dc/terms/"',
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  ].join(" ");
  const title = `<dc:title>${xml(paper.title)}</dc:title><dc:creator>${xml(paper.organ)}</dc:creator>`;
  return `${head}<cp:coreProperties ${spaces}>${title}${day}</cp:coreProperties>`;
}
