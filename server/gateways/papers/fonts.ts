import { createRequire } from "node:module";

const place = createRequire(import.meta.url);
const file = (name: string) => place.resolve(`@expo-google-fonts/${name}`);

/** Open fonts with every character that a name may need: Song for text and titles, Hei for headings and labels. */
export const fontFiles = {
  song: {
    normal: file("noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf"),
    bold: file("noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf"),
  },
  hei: {
    normal: file("noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf"),
    bold: file("noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf"),
  },
} as const;

/** Height of a line over the size of its type, as these fonts have it. */
export const naturalLine = 1.437;
