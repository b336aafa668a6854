import type { Pattern } from "../patterns.ts";

const n =
  "(?:[A-Za-z]?-?\\d{1,4}(?:-\\d{1,3})?[A-Za-z]?|[一二三四五六七八九十百零〇]{1,5}|[A-Za-z甲乙丙丁](?=[座栋幢]))";
const level = `${n}\\s?(?:号楼|号栋|号院|号门|号|幢|栋|座|弄|单元|门|梯|层|楼|#楼?)`;
/** What tells one house from another; a storey alone does not. */
const house = `${n}\\s?(?:号楼|号栋|号院|号门|号|幢|栋|座|弄|单元|门)`;
const building = `${n}\\s?(?:号楼|号栋|幢|栋|座|单元|梯|#楼?)`;
const room =
  "(?:[A-Za-z]?\\d{1,4}[A-Za-z]?(?:-\\d{1,3})?|[一二三四五六七八九十零〇]{2,4})\\s?(?:室(?!\\s?[一二两三四\\d]\\s?厅)|房(?![屋子产管价东租地间源改款型价顶主本补贷])|(?<=[栋幢座楼元]\\s?\\d{1,2}0[1-9])户(?![籍口型外内均数]))";
/** A number of a door behind a building, with or without the storey between. */
const door =
  "\\s?(?:[\\d一二三四五六七八九十]{1,3}\\s?(?:楼|层)\\s?)?(?:[A-Za-z]?\\d{3,4}|[一二三四五六七八九零〇]{3,4})";
const noUnit = "(?![\\d年元月日人户个平多名米万吨m%.-]|号楼|号线|路)";
const noShop = "(?!号?(?:商铺|门面|门店|店|铺|餐|会所|公司|饭))";
const estate = "(?:小区|花园|花苑|苑|新村|公寓|家园|新城|庭|轩|阁|郡|府|湾|(?<!公|英|华)里|城|居|村|园|府邸|名邸|广场)";
const lived =
  "(?:(?:(?<!人)家|现|我|本人|户|他|她|居|租|暂|常|也|都|就)住(?:址|在|于)?|(?<![居民群保入])住(?:址|在|于)|(?<=^|[\\s,。;:!?(])住(?![建房宅户院宿改保持手口着进满])|(?:我|本人)家在|家庭(?:地址|住址)|门牌号?|户籍(?:地|在)?|收件地址|通讯地址)";

/** Where somebody lives, down to the door. A street, a house that is spoken of, a bare building stay. */
export const dwellings: readonly Pattern[] = [
  { kind: "dwelling", certain: true, spelling: new RegExp(`(?:${level}\\s?){1,5}${room}`, "g") },
  {
    kind: "dwelling",
    certain: true,
    spelling: new RegExp(`(?:${level}\\s?){0,4}${building}${door}${noUnit}${noShop}`, "g"),
  },
  { kind: "dwelling", certain: false, spelling: new RegExp(`${building}${door}${noUnit}`, "g") },
  // Building, staircase and door with dashes between
  {
    kind: "dwelling",
    certain: true,
    spelling: new RegExp(
      `(?<![\\d.-])\\d{1,3}(?:\\s?[-#]\\s?\\d{1,3}){0,2}\\s?[-#]\\s?\\d{3,4}(?:室|号房|(?=的?(?:业主|住户|邻居|房主|户主)))`,
      "g",
    ),
  },
  {
    kind: "dwelling",
    certain: true,
    spelling: new RegExp(`${building}\\s?\\d{1,2}\\s?-\\s?\\d{3,4}${noUnit}`, "g"),
  },
  {
    kind: "dwelling",
    certain: true,
    spelling: new RegExp(
      `${estate}\\s?(?<it>[A-Za-z]?\\d{1,3}(?:\\s?[-/#]\\s?\\d{1,2}){0,2}\\s?[-/#]\\s?\\d{3,4})${noUnit}`,
      "g",
    ),
  },
  {
    kind: "dwelling",
    certain: true,
    spelling: new RegExp(
      `${lived}[是为: ]{0,3}[^\\n。;,!?]{0,30}?(?<![月同建年])(?<it>(?:${house}\\s?)(?:${level}\\s?){0,4}(?:${room}|[A-Za-z]?\\d{1,4}${noUnit})?)(?![令文线])`,
      "g",
    ),
  },
  {
    kind: "dwelling",
    certain: false,
    spelling:
      /(?<![\dA-Za-z号楼幢栋座元梯层-])[A-Za-z]?\d{3,4}\s?(?:室(?![内外])|房(?![屋子产管价东租地间源改款型顶主本补贷]))/g,
  },
];
