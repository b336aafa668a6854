declare module "jsqr" {
  const jsqr: {
    default(pixels: Uint8ClampedArray, width: number, height: number): { readonly data: string } | null;
  };
  export default jsqr;
}
declare module "pngjs" {
  export const PNG: { sync: { read(png: Buffer): { data: Buffer; width: number; height: number } } };
}
