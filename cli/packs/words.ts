import type { CliWords } from "../words.ts";

const zh = {
  commands: {
    amend: "确认一项规定改过的文本从现在起约束来件，写明理由；记入日志",
    schema: "输出规定文件的 JSON Schema",
    show: "把一项规定写成一份文档：逐条列出原文和系统怎样办，末尾是没有办法做到的",
    trial: "把一项写在文件里的规定试一试：用它例子里的机构建一座临时城市，保存文件即检查并换上，停下即清除",
    begin: "从规定的原文（Markdown 或纯文本）写出一个规定文件的开头：逐条编号，待填其余部分",
  },
  options: {
    port: "端口",
    reason: "为什么改",
    text: "规定的原文",
    id: "规定的编号，如 moonharbour-2030",
    prefix: "条文编号的前缀，如 MH",
    out: "写到这个文件（不写则输出到屏幕）",
  },
  errors: {
    packChanged:
      "规定 {pack} 的文本改过了，而 {region} 有来件受原来的文本约束，没有启动。确认改动后执行：npm run huiyin -- pack amend {pack} --region {region} --reason 理由",
    noArticles: "没有找到“第一条”这样的条文：{file}",
  },
  said: {
    trying: "正在检查……",
    tried: "试用 {title}（{pack}）：市民门户 {url}　工作台 {url}/desk",
    triedSignIns: "账号（密码都是 {password}）",
    triedAgain: "已换上改过的规定。",
    triedSame: "文件保存了，规定没有变化。",
    triedFaults: "有 {n} 处问题，继续按原来的规定：",
    triedFirst: "有 {n} 处问题，改好保存后开始：",
    triedWhy: "试用中改动",
    amended: "{pack} 改过的文本从现在起约束 {region} 的来件，已记入日志。原来 {from}，现在 {to}",
    same: "{pack} 的文本在 {region} 没有变化，不用确认。",
    begun: "写出 {n} 条：{file}",
  },
  file: {
    notFolder: "不是文件夹",
    noStory: "没有叫“{name}”的故事或来件（stories、filings），或者它讲到自己",
    tooLarge: "文件太大",
    manyAliases: "引用（*）太多",
    noObject: "文件里应当是一组键和值",
    twice: "“{key}”在 {other} 里已经写过",
    known: "编号“{id}”已经有了",
    noBase: "没有它所依据的规定：{id}",
  },
};

export type PackWords = typeof zh;

const en: PackWords = {
  commands: {
    amend: "let the changed text of a regulation bind from now on, with the reason; written into the log",
    schema: "print the JSON Schema of files of regulations",
    show: "print a regulation as a document: each article with what the system does, and at the end what it cannot",
    trial:
      "try a regulation kept in files: a scratch city with the office of its examples, checked and put in force on save, gone when stopped",
    begin:
      "begin a file from the text of a regulation (Markdown or plain): its articles numbered, the rest to be filled in",
  },
  options: {
    port: "port",
    reason: "why it was changed",
    text: "the text of the regulation",
    id: "id of the regulation, such as moonharbour-2030",
    prefix: "prefix of the clause ids, such as MH",
    out: "write to this file (default: the screen)",
  },
  errors: {
    packChanged:
      "The text of {pack} was changed while cases of {region} are bound by the old one; nothing was started. To put the change in force: npm run huiyin -- pack amend {pack} --region {region} --reason <why>",
    noArticles: "No articles such as 第一条 were found: {file}",
  },
  said: {
    trying: "Checking…",
    tried: "Trying {title} ({pack}): portal {url}, desk {url}/desk",
    triedSignIns: "Accounts (the password of all is {password})",
    triedAgain: "The changed regulation is in force.",
    triedSame: "Saved; the regulation says the same as before.",
    triedFaults: "{n} faults; the regulation as it was goes on:",
    triedFirst: "{n} faults; mend and save them to begin:",
    triedWhy: "changed while it was tried",
    amended:
      "The changed text of {pack} binds the cases of {region} from now on; it stands in the log. Before {from}, now {to}",
    same: "The text of {pack} has not changed in {region}; there is nothing to do.",
    begun: "{n} articles: {file}",
  },
  file: {
    notFolder: "is no folder",
    noStory: "there is no story or filing {name} (stories, filings), or it tells itself",
    tooLarge: "is too large",
    manyAliases: "has too many aliases (*)",
    noObject: "must hold keys and values",
    twice: "{key} stands in {other} already",
    known: "the id {id} is taken",
    noBase: "the regulation it stands on is not there: {id}",
  },
};

/** What the commands about regulations say. */
export function packWords(language: CliWords["language"]): PackWords {
  return language === "zh" ? zh : en;
}
