/** Usual surnames. Those that are also everyday words count only where a name has been announced. */
const plain =
  "王李张刘陈杨赵黄周吴徐孙胡朱林何郭罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方姚谭廖邹熊金陆郝孔崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦柳邢岳齐梅莫庄辛管祝左涂谷祁耿牟卜欧符项柯詹鲍姬裴翁滕骆";
const words = "高马于向和时经白石包关文应成路从全游水温明东华车房谈井支柏宁封简苗花冷凌木连乐习单解强成项";
const double = "欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|令狐|慕容|司徒|夏侯|端木|百里|南宫";

/** A surname where a name has been announced. */
export const announced = `(?:${double}|[${plain}${words}])`;
/** A surname that is hardly anything else. */
export const unmistakable = `(?:${double}|[${plain.replace(/[曾万方金何常易安管江夏田史石齐项钱武严温康任余成左丁庄牛]/g, "")}])`;
