import type { Found } from "../kinds.ts";

/** The sign in the middle, as people write it to hide it from machines. */
const middle =
  /@|[([{<#【「]\s?(?:at|a|艾特|圈a)\s?[)\]}>#】」]|艾特|小老鼠|(?<=[\w.])\s+at\s+(?=\w)|(?<=[A-Za-z0-9])\s?#\s?(?=(?:qq|163|126|gmail|sina|139)\b)/gi;
const dot = "(?:\\.|。|(?:[(\\[{]\\s?(?:dot|点)\\s?[)\\]}])|\\s+dot\\s+|点)";
const domain = new RegExp(`^\\s?[A-Za-z0-9-]{1,63}(?:\\s?${dot}\\s?[A-Za-z0-9-]{1,63}){1,4}`, "i");
const spacedDomain = /^\s?(?:[A-Za-z0-9-]\s){1,63}[.。]\s?(?:[A-Za-z0-9]\s){0,10}[A-Za-z0-9]/;
const name = /[A-Za-z0-9!#$%&'*+/=?^_{|}~.-]{1,64}\s?$/;
const spacedName = /(?:(?<![A-Za-z0-9])[A-Za-z0-9._+-]\s){2,64}$/;
const window = 160;

/** Addresses of mail, in whatever spelling of the sign and the dots. */
export function mailIn(text: string): readonly Found[] {
  const found: Found[] = [];
  let done = 0;
  for (const sign of text.matchAll(middle)) {
    const at = sign.index;
    if (at < done) continue;
    const head = text.slice(Math.max(done, at - window), at);
    const tail = text.slice(at + sign[0].length, at + sign[0].length + window);
    const left = spacedName.exec(head) ?? name.exec(head);
    const right = spacedDomain.exec(tail) ?? domain.exec(tail);
    if (!left || !right || !/[A-Za-z]|\d.*\d/.test(right[0])) continue;
    done = at + sign[0].length + right[0].length;
    found.push({ from: at - left[0].length, to: done, kind: "mail", certain: true });
  }
  return found;
}
