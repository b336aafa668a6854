/** Names of fonts and fixed words that a word processor is given with a paper. */
export const printWords = {
  /** 3号仿宋, 2号小标宋, 黑体: the fonts that GB/T 9704 asks for, each with what may stand in for it. */
  fonts: {
    body: { name: "仿宋_GB2312", instead: ["仿宋", "FangSong", "华文仿宋", "Noto Serif CJK SC"] },
    title: { name: "方正小标宋简体", instead: ["方正小标宋_GBK", "华文中宋", "STZhongsong", "Noto Serif CJK SC"] },
    head: { name: "黑体", instead: ["SimHei", "Noto Sans CJK SC"] },
    page: { name: "宋体", instead: ["SimSun", "Noto Serif CJK SC"] },
  },
  latin: "Times New Roman",
  page: "— {page} —",
  madeBy: "制作机关：{organ}",
  dated: "制作日期：{dated}",
  note: "注：{note}",
  unprintable: "{count} 个字打印不出，以“{mark}”代替：{code}。请用 Word 版。",
  signer: "{label}：{name}",
  creator: "回音",
} as const;
