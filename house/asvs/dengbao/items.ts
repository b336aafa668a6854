/** The items of GB/T 22239-2019, third level, 8.1.4 安全计算环境, by section and letter; a section of one item has no letter. */
const letters: Readonly<Record<string, string>> = {
  "8.1.4.1": "abcd",
  "8.1.4.2": "abcdefg",
  "8.1.4.3": "abcd",
  "8.1.4.4": "abcdef",
  "8.1.4.5": "",
  "8.1.4.6": "",
  "8.1.4.7": "ab",
  "8.1.4.8": "ab",
  "8.1.4.9": "abc",
  "8.1.4.10": "ab",
  "8.1.4.11": "ab",
};

export const dengbaoItems: readonly string[] = Object.entries(letters).flatMap(([section, own]) =>
  own === "" ? [section] : [...own].map((letter) => `${section}${letter}`),
);
