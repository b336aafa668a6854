import { expect, it } from "vitest";
import { nationalYears } from "../../packs/holidays/national.gen.ts";
import { readNotice } from "./read-notice.ts";

const notice2026 = `国务院办公厅关于2026年部分节假日安排的通知
各省、自治区、直辖市人民政府：
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作。`;

it("reads the notice of 2026 as the calendar that is built in has it", () => {
  const built = nationalYears.find((one) => one.year === 2026);
  const read = readNotice(notice2026, 2025);
  expect(read?.year).toBe(2026);
  expect(Object.keys(read?.holidays ?? {}).sort()).toEqual(Object.keys(built?.holidays ?? {}).sort());
  expect(Object.keys(read?.makeUpDays ?? {}).sort()).toEqual(Object.keys(built?.makeUpDays ?? {}).sort());
  expect(read?.holidays["2026-02-17"]).toBe("春节");
});

it("takes from a stretch over New Year the days of its own year", () => {
  const read = readNotice("一、元旦:2022年12月31日至2023年1月2日放假调休,共3天。", 2023);
  expect(read?.holidays).toEqual({ "2023-01-01": "元旦", "2023-01-02": "元旦" });
});

it("takes no other text for a notice", () => {
  expect(readNotice("2027-01-01 至 2027-01-03 元旦", 2027)).toBeNull();
  expect(readNotice("", 2027)).toBeNull();
});
