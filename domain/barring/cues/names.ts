import type { Pattern } from "../patterns.ts";
import { announced, unmistakable } from "./surnames.ts";

/** Signs that are hardly ever the second sign of a name. */
const never =
  "的是在有和与及向于反投诉咨询说来去家住电手联因就也都还要求想请现今从对被把给让叫某先女同主局科处老师警医姓";
/** Signs that are hardly ever the last of three, and often the beginning of what follows a name of two. */
const seldom = `${never}身地性男个多又不为系将已曾村镇乡县市区街湾湖苑城`;
const sign = (not: string) => `[^${not}\\p{P}\\p{S}\\s\\d\\p{ASCII}]`;
const given = `${sign(never)}(?:${sign(seldom)}|[为身多系](?=[\\s,.;。:()]|$))?`;
/** A place is called after a family as often as a person: 黄花镇. */
const notPlace = "(?![村镇乡县市区路街组社小院厂店园队庄桥湾湖苑城])";
const gap = "[\\s:是为叫,]{0,3}";
const titles = "(?:先生|女士|小姐|太太|同志|师傅|阿姨|大爷|大妈)";
const roles =
  "(?:物业|邻居|经理|老板|房东|业主|村长|书记|主任|队长|组长|司机|店主|店长|法人|法定代表人|户主|同事|丈夫|妻子|儿子|女儿|父亲|母亲|爸爸|妈妈|我爸|我妈|爷爷|奶奶|外公|外婆|哥哥|姐姐|弟弟|妹妹|爱人|老公|老婆|医生|老师)";
const self =
  "(?:联系人|申请人|投诉人|举报人|反映人|来信人|来访人|当事人|收件人|户主|法定代表人|委托人|代理人|代表|署名|控告人|申诉人|原告|被告|户名|开户人|收款人|车主|寄件人)";

const whole = (surname: string) => `${surname}(?:\\s${sign(never)}\\s${sign(seldom)}(?!\\p{L})|\\s?${given})`;
const further = `(?:[、/ ]{1,2}${announced}${given}(?=[、/ ,.;。:(]|$)){0,8}`;

/** Words that begin with a surname and are none. */
const words =
  /^(?:施工|施行|周围|周边|周[一二三四五六日末期到转]|董事|顾问|符合|张贴|程度|程序|黄色|孔|陈述|陈旧|许多|许可|谢谢|严重|章程|季度|曾|何时|何人|何况|何种|林业|林木|胡同|郑重|龙头|申请|申诉|申报|申辩|申领|尤其|陆续|辛苦|孙子|孙女|如何|毕竟|毕业|管理|左右|项目|段时|雷同|史上|常年|莫非|莫名|柳树|梅花|庄稼|卢|贾|毛病|毛坯|汤|蓝|顾客|洪水|严禁|尹|钱款|安排|安全|汪|纪委|欧元|符号|鲍|祝您|祝福|艾|路)/u;
const holders =
  /^(?:.(?:书记|主任|经理|老师|医生|律师|法官|会计|警官|院长)|.[区市县厅局处科乡镇村队院校所站部]长|.[总工队哥姐叔姨伯局厅处科])/u;
const alone = /^(?:欧阳|司马|上官|诸葛|皇甫|慕容|令狐|尉迟)$/u;
const isName = (passage: string) => !words.test(passage) && !holders.test(passage) && !alone.test(passage);

/** Names that are announced as such; where the words before or the surname may mean something else, not certain. */
export const names: readonly Pattern[] = [
  {
    kind: "name",
    certain: true,
    spelling: new RegExp(
      `(?:[我他她](?:的名字)?叫|名字[叫是]|名叫|又名|化名|别名|曾用名|姓名|真名|本名)${gap}(?<it>${whole(announced)}${further})`,
      "gu",
    ),
    holds: isName,
  },
  {
    kind: "name",
    certain: true,
    spelling: new RegExp(`(?:${self}(?:姓名)?[:是叫为]|本人[:叫])\\s{0,2}(?<it>${whole(announced)}${further})`, "gu"),
    holds: isName,
  },
  {
    kind: "name",
    certain: true,
    spelling: new RegExp(`(?:我是|本人)(?<it>${whole(unmistakable)})${notPlace}(?=[,.;。:()\\s]|$)`, "gu"),
    holds: isName,
  },
  {
    kind: "name",
    certain: false,
    spelling: new RegExp(
      `(?:${self}|我是|本人|找|寻|联系)\\s{0,2}(?:${roles})?(?<it>${unmistakable}${given})${notPlace}`,
      "gu",
    ),
    holds: isName,
  },
  {
    kind: "name",
    certain: false,
    spelling: new RegExp(`${roles}\\s?(?<it>${unmistakable}${given})${notPlace}`, "gu"),
    holds: isName,
  },
  {
    kind: "name",
    certain: false,
    spelling: new RegExp(
      `(?<!\\p{L})(?<it>${unmistakable}${given})(?=[ (,:]{0,2}(?:(?:联系|的)?(?:电话|手机|号码|身份证|微信|1[3-9]\\d)|[男女](?:性|[,;。 ])))`,
      "gu",
    ),
    holds: isName,
  },
  // A name between marks behind 我 or 本人, and one that has a line to itself
  {
    kind: "name",
    certain: false,
    spelling: new RegExp(`(?:我|本人) ?[,(] ?(?<it>${unmistakable}${given})(?= ?[,)])`, "gu"),
    holds: isName,
  },
  {
    kind: "name",
    certain: false,
    spelling: new RegExp(`(?<=\\n[ ]{0,20})(?<it>${unmistakable}${given})(?=[ ]{0,20}(?:\\n|$))`, "gu"),
    holds: isName,
  },
  {
    kind: "name",
    certain: false,
    spelling: new RegExp(`(?<it>${unmistakable}${sign(`${never}家`)}{1,2})${titles}`, "gu"),
    holds: isName,
  },
];
