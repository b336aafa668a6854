import type { CliWords } from "../words.ts";

const zh = {
  command: "在已经公开的答复里再找一遍可能的个人信息，不改动",
  fine: "{region}：{looked} 件公开的答复，没有发现要处理的。",
  doubts: "{region}：{looked} 件公开的答复，{n} 件要处理：",
  certain: "  {number}：一定要隐去的还露着（{kinds}）",
  open: "  {number}：没有人判断过（{kinds}）",
  what: "请审核人员打开案件，用“撤下公开”撤下，改正后重新公开。",
};

const en: typeof zh = {
  command: "look for personal data in answers that are published already; changes nothing",
  fine: "{region}: {looked} published answers, nothing to see to.",
  doubts: "{region}: {looked} published answers, {n} to see to:",
  certain: "  {number}: to be barred and in the open ({kinds})",
  open: "  {number}: decided on by nobody ({kinds})",
  what: "An auditor opens the case, takes the answer down, puts it right and publishes it again.",
};

/** What `huiyin published` says. */
export function publishedWords(language: CliWords["language"]): typeof zh {
  return language === "zh" ? zh : en;
}
