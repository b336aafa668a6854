import { fontFiles } from "./papers/fonts.ts";

/** A drawing as a PNG, its words in the fonts of the papers; `width` in pixels. */
export async function pngOf(svg: string, width: number): Promise<Buffer> {
  // Loaded when it is first asked for: the library is large, and few ask.
  const { Resvg } = await import("@resvg/resvg-js");
  const font = { fontFiles: [fontFiles.hei.normal], loadSystemFonts: false as const, defaultFontFamily: pictureFont };
  return new Resvg(svg, { fitTo: { mode: "width", value: width }, font }).render().asPng();
}

/** The family that drawings name. */
export const pictureFont = "Noto Sans SC";
