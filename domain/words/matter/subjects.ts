import { plainWords } from "../plain-words.ts";
import { withoutNames, withoutPlaces } from "./place-words.ts";
import { type Subject, subjects } from "./subject-list.ts";

/** What somebody writes about: a heading, empty where there is none, and what is told. */
export interface Matter {
  readonly title: string;
  readonly told: string;
}

/** Signs that stand in every text: words of time, number, degree and grammar, and the ends of names of places. */
const empty =
  /[的了在是不没很都也就又还有太人我你他她它们这那个上下来去和与及把被给让从到对为能会要想吗呢吧啊请一二三四五六七八九十两几多天月年日点]|.[路街巷弄村镇乡区市县号]$/u;

/** Who is there, when and how it feels: said of any matter. */
const circumstance: ReadonlySet<string> = new Set(
  "老人 孩子 小孩 家里 楼下 楼上 隔壁 邻居 晚上 早上 夜里 半夜 凌晨 夜间 白天 每天 天天 经常 长期 连续 走路 出门 危险 安全 担心 方便 师傅 老板 希望 麻烦 安排 尽快 管理 工作 负责".split(
    " ",
  ),
);

/** What a text is about, and what else it speaks of. */
interface Spoken {
  readonly about: ReadonlySet<Subject>;
  readonly besides: ReadonlySet<Subject>;
}

/** The subjects of a text; it is about the faint ones only where it has no other. */
function subjectsOf(text: string): Spoken {
  const found = subjects.filter(({ words }) =>
    words.some((word) => word.split("+").every((part) => text.includes(part))),
  );
  const clear = found.filter(({ faint }) => !faint);
  if (clear.length === 0) return { about: new Set(found), besides: new Set() };
  return { about: new Set(clear), besides: new Set(found.filter(({ faint }) => faint)) };
}

/** The subjects of a matter without the places it names; where only a place is left, that is what it is about. */
function subjectsAt(text: string, known: readonly string[]): Spoken {
  const plain = text.normalize("NFKC");
  const found = subjectsOf(withoutPlaces(plain, known));
  return found.about.size > 0 ? found : subjectsOf(plain);
}

const inBoth = (one: ReadonlySet<Subject>, other: ReadonlySet<Subject>) =>
  [...one].filter((is) => other.has(is)).length;

/** Pairs of neighbouring characters that say something about the matter. */
function tellingPairs(text: string, known: readonly string[]): ReadonlySet<string> {
  const runs = withoutNames(withoutPlaces(text.normalize("NFKC"), known)).match(/\p{Script=Han}{2,}/gu) ?? [];
  const pairs = runs.flatMap((run) => {
    const letters = [...run];
    return letters.slice(1).map((letter, i) => `${letters[i]}${letter}`);
  });
  return new Set(pairs.filter((pair) => !plainWords.has(pair) && !circumstance.has(pair) && !empty.test(pair)));
}

/**
 * Words by which texts on the same matter are sought: those of its subjects, else the first telling pairs. `known`: names of
 * the city's streets and areas.
 */
export function soughtWords({ title, told }: Matter, known: readonly string[] = [], most = 60): readonly string[] {
  const text = `${title}\n${told}`;
  const words = [...subjectsAt(text, known).about].flatMap((subject) =>
    subject.words.flatMap((word) => word.split("+")),
  );
  const sought = [...new Set(words)].filter((word) => [...word].length >= 2);
  return (sought.length > 0 ? sought : [...tellingPairs(text, known)]).slice(0, most);
}

/**
 * How much an answered question is about the matter that is asked; 0: it is not. A matter with known subjects needs one of
 * them in the heading of the other, or in its text where the heading has none; each counts three, what both speak of besides
 * counts two. A matter without any subject needs three telling pairs in common. Where it happened never counts.
 */
export function sameMatter(asked: Matter, answered: Matter, known: readonly string[] = []): number {
  const mine = subjectsAt(`${asked.title}\n${asked.told}`, known);
  const heading = subjectsAt(answered.title, known);
  const theirs = heading.about.size > 0 ? heading : subjectsAt(answered.told, known);
  const said = tellingPairs(`${answered.title}\n${answered.told}`, known);
  const pairs = [...tellingPairs(`${asked.title}\n${asked.told}`, known)].filter((pair) => said.has(pair)).length;
  if (mine.about.size === 0) return pairs >= 3 ? pairs : 0;
  const shared = inBoth(mine.about, theirs.about);
  return shared === 0 ? 0 : 3 * shared + 2 * inBoth(mine.besides, theirs.besides) + pairs;
}
