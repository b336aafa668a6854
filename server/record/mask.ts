import { isFault } from "../../domain/fields/fault.ts";
import { readTelephone } from "../../domain/fields/telephone.ts";

/** How personal data are shown: enough to recognise, too little to use (experience brief §1.2). */

const stars = (n: number) => "*".repeat(Math.max(n, 1));

/** 林晓峰 → 林**. */
export function maskName(name: string): string {
  const letters = [...name.trim()];
  return letters.length < 2 ? letters.join("") + stars(1) : (letters[0] ?? "") + stars(letters.length - 1);
}

/** 13800005678 → 138****5678; short numbers keep their last four digits. */
export function maskPhone(phone: string): string {
  const read = readTelephone(phone);
  const digits = isFault(read) ? phone.normalize("NFKC").replace(/\D/g, "") : read.text.replace(/\D/g, "");
  if (digits.length < 5) return stars(digits.length);
  const head = digits.length >= 11 ? 3 : 0;
  return digits.slice(0, head) + stars(digits.length - head - 4) + digits.slice(-4);
}

/** lin@example.cn → l***@example.cn. */
export function maskEmail(email: string): string {
  const at = email.indexOf("@");
  return at < 1 ? stars(3) : `${[...email][0]}***${email.slice(at)}`;
}

/** 110101199001011234 → 110***********1234. */
export function maskIdNumber(id: string): string {
  return id.length < 8 ? stars(id.length) : id.slice(0, 3) + stars(id.length - 7) + id.slice(-4);
}

/** An address down to its street. */
export function maskAddress(address: string): string {
  const street = /^.*?(街道|镇|乡|路|街)/.exec(address);
  return (street?.[0] ?? [...address].slice(0, 3).join("")) + stars(4);
}

const bar = "▇▇";

const patterns: readonly RegExp[] = [
  // 18-digit identity number, also in groups
  /(?<!\d)[1-9]\d{5}[- .]?(?:19|20)\d{2}[- .]?(?:0[1-9]|1[0-2])[- .]?(?:[0-2]\d|3[01])[- .]?\d{3}[\dXx](?!\d)/g,
  // mobile: its first three figures together, whatever stands between the others; not a measure of so many metres or yuan
  /(?<!\d)(?:\+?86[- .]?)?1[3-9]\d(?:[- .·—–]?\d){8}(?!\d)(?!\s?(?:平方|平米|立方|公斤|[元吨米]))/g,
  // mobile, figure by figure
  /(?<!\d)1([- .·])[3-9](?:\1\d){9}(?!\d)/g,
  // fixed line with area code, also in brackets
  /(?<!\d)\(?0\d{2,3}\)?[- .—–]?\d{3,4}[- .]?\d{4}(?!\d)/g,
  // mail
  /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
  // number plate
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][· ]?[A-Z0-9]{5,6}/g,
  // bank card
  /(?<!\d)\d{16,19}(?!\d)/g,
  // QQ and WeChat names after their label
  /(?<=(?:微信|QQ|qq)号?[:：]?\s?)[\w-]{5,20}/g,
  // house and room of a dwelling
  /(?<!\d)\d+(?:号楼|号院|号|幢|栋|座|楼)(?:[A-Za-z]?\d{0,4}(?:座|幢|栋|单元|门|梯)){0,4}\s?[A-Za-z]?\d{2,4}(?:室|房(?![屋子产管价东租]))/g,
];

/** The same text with full-width signs and blanks half as wide, sign for sign, so that places stay the same. */
function halfWidth(text: string): string {
  const half = (sign: string) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0);
  return text.replace(/[\uff01-\uff5e]/g, half).replace(/[\u3000\u00a0]/g, " ");
}

/** A text for the public: what identifies a person is barred, visibly (experience brief §1.2, C-09). */
export function redact(text: string, names: readonly string[] = []): string {
  let out = text;
  for (const pattern of patterns) out = barred(out, pattern);
  for (const name of names.filter((n) => [...n.trim()].length >= 2)) out = out.replaceAll(name.trim(), bar);
  return out;
}

function barred(text: string, pattern: RegExp): string {
  const found = [...halfWidth(text).matchAll(pattern)];
  return found.reduceRight(
    (out, { index, 0: hit }) => `${out.slice(0, index)}${bar}${out.slice(index + hit.length)}`,
    text,
  );
}

/** Text as search compares it: one width, one case, no blanks. */
export function searchable(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
}
