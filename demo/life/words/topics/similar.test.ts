import { expect, it } from "vitest";
import { type Matter, sameMatter } from "../../../../domain/words/matter/subjects.ts";
import { streets } from "../../../places/streets.ts";
import { places } from "../places.ts";
import { everyday, headingOf } from "./all.ts";

/**
 * What people ask in words of their own, and which of the demo's answers may be offered: the topics with the place of the
 * question that has to lead, where only one fits. "none" where nobody has asked that before.
 */
const asked: readonly (readonly [told: string, topics: string])[] = [
  ["出租车不打表", "taxis"],
  ["的士司机绕路，多跑了三公里", "taxis"],
  ["塔头路从菜市场到小学这一段的路灯坏了三天，晚上很黑", "streetLights"],
  ["翠屏路小学旁的路灯不亮", "streetLights"],
  ["楼下半夜装修电钻响，吵得一家人睡不着", "buildingSites/0"],
  ["隔壁施工队凌晨还在打桩，噪音太大", "buildingSites/0"],
  ["KTV半夜唱歌太吵", "none"],
  ["我家住六楼，晚上水压很低，热水器打不着", "waterSupply/0"],
  ["自来水浑浊，有黄色的东西", "waterSupply/1"],
  ["马路上有个大坑，电动车差点摔倒", "none"],
  ["学府路三巷路面坑洼不平，下雨全是水", "none"],
  ["包工头欠我们十几个农民工的工钱，过年都回不了家", "wages"],
  ["老板拖了三个月不发工资", "wages"],
  ["退休金这个月少发了两百块，怎么算的", "none"],
  ["暖气片不热，家里只有十四度", "none"],
  ["小区里有几只流浪狗追着孩子咬", "none"],
  ["消防通道被私家车堵死，没有人管停车", "parking/0"],
  ["停车场收费太贵还不给发票", "parking/1"],
  ["人民医院后门整天有人乱停车", "parking"],
  ["电梯三天两头坏，困过人", "propertyManagement/0"],
  ["物业乱收费，账目从来不公开", "propertyManagement/1"],
  ["垃圾没有人收，臭气熏天", "rubbish/0"],
  ["有人半夜偷倒建筑垃圾", "rubbish/1"],
  ["河边蚊子太多，能不能来消杀一下", "none"],
  ["孩子户口不在本地，能不能上公办小学", "schoolPlaces"],
  ["学区是怎么划的，翠屏路小学招生有什么条件", "schoolPlaces"],
  ["医保卡在外地看病不能报销", "none"],
  ["公司不给交五险一金", "socialInsurance/1"],
  ["12路公交车等半个小时都不来", "buses/0"],
  ["能不能在金桥花园一期门口设一个公交站", "buses/1"],
  ["人民医院后门的摊贩把路都占了", "vendors"],
  ["公交站牌旁边的窨井盖没了，怕孩子掉进去", "manholes"],
  ["下水道堵了，污水往外冒", "sewage/1 oldHousing"],
  ["河水发黑发臭", "sewage/0"],
  ["饭店的油烟熏得窗户打不开", "cookingFumes"],
  ["网上买的手机是坏的，商家不退", "shopping/0"],
  ["健身房办了卡就跑路了，钱不退", "shopping/1"],
  ["超市卖的牛奶过期了", "foodSafety/0"],
  ["外卖吃出虫子", "foodSafety/1"],
  ["辅导班老板跑了，学费退不了", "trainingCourses/0"],
  ["楼顶有人私自盖房子", "illegalBuilding/0"],
  ["老房子墙皮往下掉，会不会塌", "oldHousing/0"],
  ["放学的时候学校门口堵车，孩子过马路危险", "atSchool/0"],
  ["学校食堂的饭又冷又难吃", "atSchool/1"],
  ["身份证丢了在哪里补办", "none"],
  ["望江小区七号楼的树太高挡住阳光", "none"],
  ["东站广场有人发小广告", "none"],
  ["莲塘路的公厕没有水", "none"],
  ["老城区书院街的老人想申请养老院", "none"],
  ["房产证办了半年还没有下来", "none"],
  ["工地渣土车把路弄得全是灰", "buildingSites/1"],
  ["公园里的健身器材坏了", "none"],
  ["过马路没有红绿灯", "none"],
  ["低保停了两个月没有发", "none"],
];

const known = Object.values(streets).flatMap((rows) => rows.map(({ name }) => name));
const answered = everyday.flatMap((topic) =>
  topic.questions.flatMap((question, n) =>
    places.map((place) => ({
      is: `${topic.id}/${n}`,
      matter: {
        title: headingOf(topic, question, place),
        told: question.tells.replaceAll("{place}", place),
      } satisfies Matter,
    })),
  ),
);

/** The kinds of answers that are offered, the closest first. */
function offered(told: string): readonly string[] {
  const scored = answered.map(({ is, matter }) => ({ is, score: sameMatter({ title: "", told }, matter, known) }));
  const found = scored.filter(({ score }) => score > 0).toSorted((a, b) => b.score - a.score);
  return [...new Set(found.map(({ is }) => is))];
}

it.each(asked)("[AC-12 partly] %s: %s", (told, topics) => {
  const may = topics.split(" ");
  const found = offered(told);
  const [lead] = found;
  if (topics === "none") expect(found).toEqual([]);
  else expect(may.some((one) => lead === one || lead?.split("/")[0] === one)).toBe(true);
  const of = new Set(may.map((one) => one.split("/")[0]));
  expect(found.filter((one) => topics !== "none" && !of.has(one.split("/")[0]))).toEqual([]);
});
