import { barredKindWords } from "../../domain/barring/words.ts";
import type { PublicField } from "../../domain/barring/decisions.ts";

const fields: Readonly<Record<PublicField, string>> = { title: "标题", question: "诉求", answer: "答复" };

/** What is barred before an answer goes before the public. */
export const barringWords = {
  heading: "公开前隐去个人信息",
  note: "划线的会隐去；黄底的请您逐处选。选好才能公开，选了哪些会记下来。",
  none: "没有发现需要您判断的地方。",
  open: "还有{n}处要选",
  allChosen: "都选好了",
  bar: "隐去",
  leave: "保留",
  place: "{kind}：{text}",
  more: "还要隐去的字",
  moreHint: "在上面选中，或者在这里写，再按“隐去”。写的字在标题、诉求和答复里出现几处就隐去几处。",
  moreNone: "上面没有这几个字。",
  undo: "取消隐去“{text}”",
  kinds: barredKindWords,
  fields,
};
