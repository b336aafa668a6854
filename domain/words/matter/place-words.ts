/** Something that is no subject where only its side, gate or neighbourhood is meant: 「医院后门」「公交站旁边」. */
const landmark =
  /(?:医院|公园|学校|小学|中学|幼儿园|公交站牌|公交站台|公交站|地铁站|工地|菜市场|超市|养老院|停车场|加油站|派出所|车站|银行|商场|工厂|法院|物业|饭店|餐馆|公厕|厕所|垃圾站|垃圾桶|食堂|井盖|路灯|红绿灯)的?(?:旁边|旁|附近|对面|背后|后门|后面|前门|前面|正门|[东南西北]门|[东南西北]侧|门口|门前|周边|周围|外面|隔壁|那里|里面|里)/gu;

/** The end of a name of a place with the two signs before it, which belong to the name. */
const named =
  /\p{Script=Han}{2}(?:大道|大街|路|街|巷|弄|胡同|里|小区|花园|新村|家园|公寓|大厦|广场|家属院|宿舍|苑|村|镇|乡|街道|社区|区|县|市)(?:[一二三四五六七八九十东南西北]+(?:区|期|巷|号楼|栋|幢|段))?/gu;

const endOfStreet = /(?:街道|镇|乡)$/u;

/** A text without the places that it names, as far as they would be taken for a subject. `known`: streets and areas of the city. */
export function withoutPlaces(text: string, known: readonly string[]): string {
  const names = known.flatMap((name) => [name, name.replace(endOfStreet, "")]).filter((name) => [...name].length >= 2);
  const longestFirst = names.toSorted((a, b) => b.length - a.length);
  return longestFirst.reduce((rest, name) => rest.replaceAll(name, "，"), text).replaceAll(landmark, "，");
}

/** A text without anything that looks like the name of a place: what is left is compared word by word. */
export function withoutNames(text: string): string {
  return text.replaceAll(named, "，");
}
