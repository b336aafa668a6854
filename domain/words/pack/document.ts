import type { Clause } from "../../rules/clause.ts";
import type { Entry } from "../../rules/entry.ts";
import type { Pack } from "../../rules/pack.ts";
import { dutyValue, formalityValue, measureValue, powerValue } from "../entry-words.ts";
import { fill } from "../fill.ts";

const w = {
  title: "# {title}",
  number: "文号：{number}　施行：{from} 起{to}",
  until: "，{to} 止",
  open: "",
  standsOn: "以《{title}》为基础；下面只列本规定自己的条文。",
  provisional: "**试行**",
  article: "## {article}（{id}）",
  quoted: "> {text}",
  entry: "- 〔{kind}〕{words}{value}{mark}",
  value: "（{value}）",
  reconstructed: " 【补拟（原文未公布）】",
  also: "- 又见：{articles}",
  gapHere: "- 〔缺口〕{words}",
  nothing: "- 系统没有对应的做法。",
  informs: "- 说明性条文，不要求办理。",
  noted: "- 系统在这里注意到它：{noted}",
  gaps: "## 没有做到的条文",
  noGaps: "没有：每一条有约束力的条文都有对应的做法。",
  gap: "- {article}（{id}）：{text}",
  named: "- {article}（{id}）：{words}",
  kinds: {
    grounds: "不予受理",
    powers: "谁可以办",
    sights: "谁可以看",
    duties: "期限",
    measures: "监督",
    notices: "告知",
    formalities: "手续",
    papers: "文书",
    settings: "设定",
  },
} as const;

type Kind = keyof typeof w.kinds;

interface Told {
  readonly kind: Kind;
  readonly entry: Pick<Entry, "id" | "clause" | "serves" | "words" | "reconstructed">;
  readonly value: string;
}

/** A regulation as a document for a jurist, in Markdown: every article with what the system makes of it, and its gaps. */
export function documentOf(pack: Pack, below: Pack | null = null): readonly string[] {
  const { title, documentNumber, effectiveFrom, effectiveTo } = pack;
  const to = effectiveTo === null ? w.open : fill(w.until, { to: effectiveTo });
  const own = pack.clauses.filter(({ citedFrom }) => citedFrom === undefined);
  const told = allOf(pack);
  const named = (pack.gaps ?? []).map(({ clause, words }) =>
    fill(w.named, { article: own.find(({ id }) => id === clause)?.article ?? "", id: clause, words }),
  );
  const gaps = own.filter((clause) => isGap(clause, pack, told));
  return [
    fill(w.title, { title }),
    fill(w.number, { number: documentNumber ?? "—", from: effectiveFrom, to }),
    ...(below ? [fill(w.standsOn, { title: below.title })] : []),
    ...(pack.provisional ? [w.provisional] : []),
    ...own.flatMap((clause) => ["", ...articleLines(clause, pack, told)]),
    "",
    w.gaps,
    ...(gaps.length + named.length === 0 ? [w.noGaps] : named),
    ...(gaps.length === 0 ? [] : gaps.map(({ article, id, text }) => fill(w.gap, { article, id, text }))),
  ];
}

function articleLines(clause: Clause, pack: Pack, told: readonly Told[]): readonly string[] {
  const { article, id, text, force, noted } = clause;
  const here = told.filter(({ entry }) => entry.clause === id);
  const serving = told.filter(({ entry }) => entry.clause !== id && entry.serves?.includes(id));
  const from = [...new Set(serving.map(({ entry }) => pack.clauses.find((c) => c.id === entry.clause)?.article ?? ""))];
  const gaps = (pack.gaps ?? []).filter((gap) => gap.clause === id);
  const nothing = here.length + serving.length + gaps.length === 0;
  return [
    fill(w.article, { article, id }),
    fill(w.quoted, { text }),
    ...here.map(({ kind, entry, value }) =>
      fill(w.entry, {
        kind: w.kinds[kind],
        words: entry.words,
        value: value === "" ? "" : fill(w.value, { value }),
        mark: entry.reconstructed ? w.reconstructed : "",
      }),
    ),
    ...(from.length > 0 ? [fill(w.also, { articles: from.join("、") })] : []),
    ...gaps.map((gap) => fill(w.gapHere, { words: gap.words })),
    ...(nothing && force === "inform" ? [w.informs] : []),
    ...(nothing && noted ? [fill(w.noted, { noted })] : []),
    ...(nothing && force !== "inform" && !noted && id !== pack.inForceBy ? [w.nothing] : []),
  ];
}

function isGap({ id, force, noted }: Clause, pack: Pack, told: readonly Told[]): boolean {
  if (pack.gaps?.some(({ clause }) => clause === id)) return false;
  if (force === "inform" || noted !== undefined || id === pack.inForceBy) return false;
  return !told.some(({ entry }) => entry.clause === id || entry.serves?.includes(id));
}

function allOf(pack: Pack): readonly Told[] {
  const of = <E extends Told["entry"]>(
    kind: Kind,
    entries: readonly E[],
    value: (entry: E) => string,
  ): readonly Told[] => entries.map((entry) => ({ kind, entry, value: value(entry) }));
  return [
    ...of("grounds", pack.grounds, () => ""),
    ...of("powers", pack.powers, (power) => powerValue(power, pack)),
    ...of("duties", pack.duties, (rule) => dutyValue(rule, pack)),
    ...of("formalities", pack.formalities, (formality) => formalityValue(formality, pack)),
    ...of("notices", pack.notices, ({ template }) => template),
    ...of("papers", pack.papers, ({ title }) => title),
    ...of("measures", pack.measures, measureValue),
    ...of("sights", pack.sights, () => ""),
    ...of(
      "settings",
      Object.entries(pack.settings).map(([id, setting]) => ({ id, ...setting })),
      () => "",
    ),
  ];
}
