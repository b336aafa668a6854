/** A street or town below an area, as the settings of a region keep it. */
export interface DemoStreet {
  readonly area: string;
  readonly name: string;
  readonly initials: string;
  /** Invented: the streets of a demo district lie in rows around an invented middle. */
  readonly at: { readonly lat: number; readonly lon: number };
}

/** Invented middles of the demo districts. */
const middles: Readonly<Record<string, readonly [lat: number, lon: number]>> = {
  gulou: [26.09, 119.3],
  taijiang: [26.05, 119.31],
  cangshan: [26.02, 119.29],
  xihu: [30.26, 120.13],
  gongshu: [30.32, 120.14],
  county: [28.5, 121.2],
  district: [35.1, 109.1],
};

/** Streets and towns of the demo districts with the first letters of their sounds. */
export const streets: Readonly<Record<string, readonly DemoStreet[]>> = {
  "fuzhou-demo": [
    ...of("gulou", [
      "东街街道 djjd",
      "温泉街道 wqjd",
      "鼓东街道 gdjd",
      "鼓西街道 gxjd",
      "南街街道 njjd",
      "安泰街道 atjd",
    ]),
    ...of("gulou", ["水部街道 sbjd", "五凤街道 wfjd", "华大街道 hdjd", "洪山镇 hsz"]),
    ...of("taijiang", [
      "瀛洲街道 yzjd",
      "后洲街道 hzjd",
      "义洲街道 yzjd",
      "新港街道 xgjd",
      "上海街道 shjd",
      "茶亭街道 ctjd",
    ]),
    ...of("cangshan", [
      "仓前街道 cqjd",
      "对湖街道 dhjd",
      "临江街道 ljjd",
      "三叉街街道 scjjd",
      "城门镇 cmz",
      "盖山镇 gsz",
    ]),
  ],
  "hangzhou-demo": [
    ...of("xihu", [
      "北山街道 bsjd",
      "西溪街道 xxjd",
      "灵隐街道 lyjd",
      "翠苑街道 cyjd",
      "文新街道 wxjd",
      "古荡街道 gdjd",
    ]),
    ...of("xihu", ["三墩镇 sdz", "双浦镇 spz"]),
    ...of("gongshu", ["米市巷街道 msxjd", "湖墅街道 hsjd", "小河街道 xhjd", "和睦街道 hmjd", "拱宸桥街道 gcqjd"]),
  ],
  "chengpu-demo": of("county", ["溪口街道 xkjd", "南渡镇 ndz", "梅山镇 msz", "石汀乡 stx"]),
  "yintai-demo": of("district", [
    "城关街道 cgjd",
    "三里洞街道 sldjd",
    "王石凹街道 wsajd",
    "陈炉镇 clz",
    "红土镇 htz",
    "广阳镇 gyz",
  ]),
  "qinglan-demo": of("county", ["临溪镇 lxz", "云坪镇 ypz", "竹林乡 zlx", "新桥镇 xqz"]),
};

function of(area: string, rows: readonly string[]): readonly DemoStreet[] {
  const [lat, lon] = middles[area] ?? [30, 110];
  return rows.map((row, n) => {
    const [name = "", initials = ""] = row.split(" ");
    const at = { lat: lat + 0.01 * ((n % 3) - 1), lon: lon + 0.01 * (Math.floor(n / 3) - 1) };
    return { area, name, initials, at };
  });
}
