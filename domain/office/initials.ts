/** The first character of each letter in the order of sounds; i, u and v begin no syllable. */
const firsts = Array.from("阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨它穵夕丫帀");
const letters = "abcdefghjklmnopqrstwxyz";
const bySound = new Intl.Collator("zh-CN");
const han = /\p{Script=Han}/u;

/**
 * The first letters of a name's sounds, 「鼓楼区」 → "glq", by the order of sounds that Unicode keeps. A character with
 * several sounds has its usual one here, so a city may give other initials for a name.
 */
export function initialsOf(name: string): string {
  return Array.from(name, (char) => (han.test(char) ? letterOf(char) : char.toLowerCase())).join("");
}

function letterOf(char: string): string {
  const after = firsts.findIndex((first) => bySound.compare(first, char) > 0);
  return letters[after === -1 ? letters.length - 1 : Math.max(0, after - 1)] ?? "";
}
