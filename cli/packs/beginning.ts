import { stringify } from "yaml";

const article = /^第[一二三四五六七八九十百零〇\d]{1,8}条/;
const marks = new Set(" \t　#*>");
const numerals = "零一二三四五六七八九";

/** A line without the marks of headings, emphasis and quotation before it. */
function bare(line: string): string {
  let from = 0;
  while (marks.has(line[from] ?? "")) from += 1;
  return line.slice(from).trim();
}

/** The number that stands in 「第十二条」. */
export function articleNumber(name: string): number {
  const digits = name.slice(1, -1);
  if (/^\d+$/.test(digits)) return Number(digits);
  let [total, last] = [0, 0];
  for (const sign of digits.replaceAll("〇", "零")) {
    const weight = sign === "百" ? 100 : sign === "十" ? 10 : 0;
    if (weight === 0) last = numerals.indexOf(sign);
    else {
      total += (last || 1) * weight;
      last = 0;
    }
  }
  return total + last;
}

/**
 * A file of a regulation as far as its text alone gives it: every article a clause with its id and words. Whether it
 * binds, and everything else, is for whoever goes on to say. Null where the text has no articles.
 */
export function beginning(id: string, prefix: string, text: string): { yaml: string; articles: number } | null {
  const clauses: { id: string; force: string; article: string; title: string; text: string }[] = [];
  for (const line of text.split(/\r?\n/)) {
    const plain = bare(line);
    const [name] = article.exec(plain) ?? [];
    const last = clauses.at(-1);
    if (name !== undefined) {
      const clause = `${prefix}-${articleNumber(name)}`;
      clauses.push({ id: clause, force: "must", article: name, title: name, text: bare(plain.slice(name.length)) });
    } else if (last && plain !== "" && !line.trim().startsWith("#")) {
      last.text = `${last.text}${plain}`;
    }
  }
  if (clauses.length === 0) return null;
  const heading =
    text
      .split("\n")
      .map(bare)
      .find((line) => line !== "") ?? id;
  const skeleton = {
    id,
    jurisdiction: "",
    standsOn: null,
    title: heading,
    documentNumber: null,
    effectiveFrom: "",
    effectiveTo: null,
    provisional: false,
    inForceBy: clauses.at(-1)?.id ?? "",
    terms: {},
    clauses,
    settings: {},
    grounds: [],
    powers: [],
    sights: [],
    duties: [],
    measures: [],
    notices: [],
    formalities: [],
    papers: [],
    exampleOffice: { orgs: [], holdings: [] },
  };
  return { yaml: stringify(skeleton, { lineWidth: 120 }), articles: clauses.length };
}
