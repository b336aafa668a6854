/** Rules by which numbers of people are told from other long numbers. */

const provinces = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)/;

/** Whether eight digits are a day between 1850 and 2099. */
export function isBornOn(digits: string): boolean {
  return /^(?:18[5-9]|19\d|20\d)\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(digits);
}

/** Whether fifteen digits can be an identity number of before 1999: a province, and a day of birth without century. */
export function oldIdentity(digits: string): boolean {
  return provinces.test(digits) && isBornOn(`19${digits.slice(6, 12)}`);
}

export const cardLengths: readonly number[] = [16, 17, 18, 19];

/** Whether the digits are those of a bank card: its check digit (ISO/IEC 7812-1), or the prefix of domestic cards. */
export function isCardNumber(digits: string): boolean {
  if (digits.startsWith("62")) return true;
  const sum = [...digits].toReversed().reduce((all, digit, i) => {
    const n = Number(digit) * (i % 2 === 0 ? 1 : 2);
    return all + (n > 9 ? n - 9 : n);
  }, 0);
  return /^[3-6]/.test(digits) && sum % 10 === 0;
}
