/** Points (1/72 inch) for millimetres. */
export const mm = (n: number): number => Math.round(n * 283.4646) / 100;

/** The page of GB/T 9704: A4, 37 mm above, 28 mm at the bound edge, 156 by 225 mm of print. */
export const page = {
  width: mm(210),
  height: mm(297),
  left: mm(28),
  top: mm(37),
  print: { width: mm(156), height: mm(225) },
  right: mm(26),
  bottom: mm(35),
} as const;

/** Type sizes in points, by their Chinese numbers: 2号, 3号, 4号, 小四, 五号. */
export const size = { two: 22, three: 16, four: 14, fourSmall: 12, five: 10.5 } as const;

/** 22 lines of 28 characters: the pitch of a line and of a character. */
export const linePitch = page.print.height / 22;
export const charPitch = page.print.width / 28;

/** Forms and tables use more of the sheet. */
export const formMargin = { side: mm(20), top: mm(20), bottom: mm(18) } as const;
