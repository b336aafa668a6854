import type { ClauseId } from "../rules/clause.ts";
import type { Chapter, Difference, Side } from "../rules/diff.ts";
import { dutyValue, formalityValue, powerValue } from "./entry-words.ts";
import { articleOf } from "../rules/look-up.ts";
import type { Pack } from "../rules/pack.ts";
import { fill } from "./fill.ts";

/** How a comparison of two regulations is put, in simplified Chinese. */
export const diffWords = {
  title: "《{before}》与《{after}》对照",
  none: "两项规定没有差别。",
  columns: { chapter: "部分", kind: "变化" },
  kinds: { changed: "改动", added: "新增", dropped: "不再规定" },
  sheet: "对照",
  chapters: {
    names: "一、名称",
    grounds: "二、不予受理",
    powers: "三、谁可以办什么",
    duties: "四、期限",
    measures: "五、监督与问责",
    sights: "六、谁可以看",
    notices: "七、告知",
    formalities: "八、办理手续",
    papers: "九、文书",
    settings: "十、其他",
  } satisfies Record<Chapter, string>,
  names: {
    platform: "平台",
    petitioner: "来件人",
    case: "来件",
    bureau: "主管机关",
    handlingUnit: "办理单位",
    dispatch: "交办",
    reply: "答复",
    supervision: "监督",
    circular: "通报",
    citation: "引用",
    numberPrefix: "编号字头",
  } satisfies Record<keyof Pack["terms"], string>,
  changed: "原为：{before}\n  改为：{after}",
  added: "新增：{after}",
  dropped: "不再规定：{before}",
  name: "{name}：“{before}”改称“{after}”",
  rule: "{words}（{article}）",
  ruleWithTerm: "{words}〔{term}〕（{article}）",
} as const;

/** One chapter of the comparison, with its sentences. */
export interface DiffChapter {
  readonly chapter: Chapter;
  readonly title: string;
  readonly lines: readonly string[];
}

/** A rule on both sides in words; null where that side has none. */
export interface SaidSides {
  readonly before: string | null;
  readonly after: string | null;
}

/** One chapter of the comparison, with both sides of every rule apart. */
export interface SidesChapter {
  readonly chapter: Chapter;
  readonly title: string;
  readonly rows: readonly SaidSides[];
}

/** What changes as two columns, for reading side by side. */
export function sideBySide(list: readonly Difference[], before: Pack, after: Pack): readonly SidesChapter[] {
  return [...Map.groupBy(list, ({ chapter }) => chapter)].map(([chapter, own]) => ({
    chapter,
    title: diffWords.chapters[chapter],
    rows: own.map(({ before: was, after: is }) => ({
      before: was.length === 0 ? null : saidSides(chapter, was, before),
      after: is.length === 0 ? null : saidSides(chapter, is, after),
    })),
  }));
}

function saidSides(chapter: Chapter, list: readonly Side[], pack: Pack): string {
  if (chapter !== "names") return sides(chapter, list, pack);
  return list.map(({ id, words }) => `${diffWords.names[id as keyof Pack["terms"]]}：${words}`).join("；");
}

/** Says what changes, chapter by chapter; chapters without a change are left out. */
export function sayDifferences(list: readonly Difference[], before: Pack, after: Pack): readonly DiffChapter[] {
  const groups = Map.groupBy(list, ({ chapter }) => chapter);
  return [...groups].map(([chapter, own]) => ({
    chapter,
    title: diffWords.chapters[chapter],
    lines: own.map((difference) => line(difference, before, after)),
  }));
}

function line({ chapter, before: was, after: is }: Difference, before: Pack, after: Pack): string {
  if (chapter === "names") return nameLine(was, is);
  const facts = { before: sides(chapter, was, before), after: sides(chapter, is, after) };
  return fill(is.length === 0 ? diffWords.dropped : was.length === 0 ? diffWords.added : diffWords.changed, facts);
}

function nameLine([was]: readonly Side[], [is]: readonly Side[]): string {
  const id = (was ?? is)?.id as keyof Pack["terms"];
  return fill(diffWords.name, { name: diffWords.names[id], before: was?.words, after: is?.words });
}

function sides(chapter: Chapter, list: readonly Side[], pack: Pack): string {
  return list.map((side) => sideWords(chapter, side, pack)).join("；");
}

function sideWords(chapter: Chapter, { id, clause, words }: Side, pack: Pack): string {
  const article = articleOf(pack, clause as ClauseId);
  const term = valueOf(chapter, id, pack);
  const said = words.replace(/。$/u, "");
  return fill(term === null ? diffWords.rule : diffWords.ruleWithTerm, { words: said, term, article });
}

/** What stands behind a rule in brackets; ids are only unique within a chapter. */
function valueOf(chapter: Chapter, id: string, pack: Pack): string | null {
  if (chapter === "duties") {
    const duty = pack.duties.find((rule) => rule.id === id);
    return duty ? dutyValue(duty, pack) : null;
  }
  if (chapter === "powers") {
    const power = pack.powers.find((rule) => rule.id === id);
    return power ? powerValue(power, pack) : null;
  }
  const formality = chapter === "formalities" ? pack.formalities.find((rule) => rule.id === id) : undefined;
  return formality ? formalityValue(formality, pack) : null;
}
