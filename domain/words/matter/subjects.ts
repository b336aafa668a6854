import { plainWords } from "../plain-words.ts";

/**
 * What people write to a city about, each with the words that mean it. Help for finding, never a decision: a text may have
 * several subjects or none. Places such as 学校 or 小区 are no subject, since anything may happen there.
 */
const subjects: readonly (readonly string[])[] = [
  ["路灯", "灯不亮", "照明"],
  ["井盖", "窨井"],
  ["出租车", "打车", "的士", "网约车", "打表", "拒载", "绕路"],
  ["公交", "站牌", "班车"],
  ["停车", "车位", "乱停", "禁停", "停满车"],
  ["噪声", "噪音", "太吵", "吵得", "扰民", "广场舞", "KTV", "音响", "音乐放"],
  ["油烟", "异味", "臭味"],
  ["垃圾", "清运", "脏乱"],
  ["违建", "违章建筑", "违法建设", "私搭"],
  ["占道", "摆摊", "流动摊"],
  ["停水", "供水", "自来水", "水压"],
  ["漏水", "水管", "渗水"],
  ["排水", "积水", "下水道", "污水", "内涝"],
  ["停电", "供电", "电线"],
  ["电梯"],
  ["物业"],
  ["工地", "施工", "扬尘", "渣土"],
  ["路面", "坑洼", "人行道", "盲道", "护栏"],
  ["红绿灯", "信号灯", "斑马线"],
  ["树枝", "绿化", "修剪"],
  ["公厕", "厕所"],
  ["公园", "健身器材", "秋千"],
  ["入学", "招生", "学区", "学位", "转学"],
  ["补课", "培训机构", "培训班", "退费"],
  ["幼儿园", "托育"],
  ["食堂", "餐饮", "食品", "过期"],
  ["社保", "养老金", "养老保险", "退休"],
  ["医保", "医院", "挂号", "报销"],
  ["工资", "欠薪", "拖欠"],
  ["低保", "救助", "补贴"],
  ["养老院", "敬老院"],
  ["征地", "拆迁", "补偿款", "安置"],
  ["宅基地", "危房", "建房"],
  ["房产证", "不动产", "公积金"],
  ["户口", "身份证", "居住证"],
  ["河道", "河水", "黑臭"],
  ["宠物", "养狗", "流浪狗", "遛狗"],
  ["乱收费", "多收", "价格", "收费牌"],
  ["消费", "退款", "退货", "假货"],
  ["小广告", "乱张贴"],
  ["燃气", "煤气", "天然气", "暖气", "供暖"],
];

/** Signs that stand in every text: words of time, number, degree and grammar, and the ends of names of places. */
const empty =
  /[的了在是不没很都也就又还有太人我你他她它们这那个上下来去和与及把被给让从到对为能会要想吗呢吧啊请一二三四五六七八九十两几多天月年日点]|.[路街巷弄村镇乡区市县号]$/u;

/** The subjects of a text, by their place in the list. */
function subjectsOf(text: string): ReadonlySet<number> {
  return new Set(subjects.flatMap((words, n) => (words.some((word) => text.includes(word)) ? [n] : [])));
}

/** Pairs of neighbouring characters that say something about the matter. */
function tellingPairs(text: string): ReadonlySet<string> {
  const runs = text.match(/\p{Script=Han}{2,}/gu) ?? [];
  const pairs = runs.flatMap((run) => {
    const letters = [...run];
    return letters.slice(1).map((letter, i) => `${letters[i]}${letter}`);
  });
  return new Set(pairs.filter((pair) => !plainWords.has(pair) && !empty.test(pair)));
}

/** Words by which texts on the same matter are sought: those of its subjects, else the first telling pairs. */
export function soughtWords(text: string, most = 24): readonly string[] {
  const plain = text.normalize("NFKC");
  const known = [...subjectsOf(plain)].flatMap((n) => subjects[n] ?? []);
  return (known.length > 0 ? known : [...tellingPairs(plain)]).slice(0, most);
}

/**
 * How much two questions are about the same matter; 0: they are not. With known subjects one has to be common, and each
 * counts three; without any, three telling pairs have to be common.
 */
export function sameMatter(a: string, b: string): number {
  const [one, other] = [a.normalize("NFKC"), b.normalize("NFKC")];
  const [mine, theirs] = [subjectsOf(one), subjectsOf(other)];
  const subjectsShared = [...mine].filter((n) => theirs.has(n)).length;
  const said = tellingPairs(other);
  const pairs = [...tellingPairs(one)].filter((pair) => said.has(pair)).length;
  if (mine.size > 0) return subjectsShared === 0 ? 0 : 3 * subjectsShared + pairs;
  return pairs >= 3 ? pairs : 0;
}
