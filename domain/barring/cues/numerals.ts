/** Chinese numerals from zero to nine; the first two are both zero. */
export const numerals = "零〇一二三四五六七八九";
/** Other signs that stand for digits: those of banks, the one of telephones, the round zero. */
export const alike: Readonly<Record<string, string>> = {
  壹: "1",
  贰: "2",
  叁: "3",
  肆: "4",
  伍: "5",
  陆: "6",
  柒: "7",
  捌: "8",
  玖: "9",
  幺: "1",
  "○": "0",
  "◯": "0",
};
