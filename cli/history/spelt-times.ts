const digits = "零一二三四五六七八九";
const numeral = /[〇○零一二三四五六七八九十]{1,4}(?=[年月日号时点分秒])/g;
const apart = /^(\d{8}) (\d{2}):?(\d{2})(?::?(\d{2}))?$/;

/** A time with everything that people write out put in digits: 二〇二六年十一月二号晚八点半 → 2026年11月2日晚上8点30. */
export function inDigits(text: string): string {
  const close = apart.exec(text);
  if (close) return close.slice(1).join("");
  return (text.includes("年") ? text.replace(numeral, (word) => `${numberOf(word)}`) : text)
    .replace(/(\d)号/, "$1日")
    .replace(/([点时])半$/, "$130")
    .replace(/([点时])一刻$/, "$115")
    .replace(/([点时])三刻$/, "$145")
    .replace(/晚(?=\s{0,4}\d)/, "晚上")
    .replace(/早(?=\s{0,4}\d)/, "早上");
}

/** 二〇二六 → 2026, 十 → 10, 十一 → 11, 二十 → 20, 二十三 → 23. */
function numberOf(word: string): number {
  const plain = word.replace(/[〇○]/g, "零");
  if (!plain.includes("十")) return Number([...plain].map((one) => digits.indexOf(one)).join(""));
  const [tens = "", ones = ""] = plain.split("十");
  return (tens === "" ? 1 : digits.indexOf(tens)) * 10 + (ones === "" ? 0 : digits.indexOf(ones));
}
