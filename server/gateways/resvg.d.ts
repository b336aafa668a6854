declare module "@resvg/resvg-js" {
  export class Resvg {
    constructor(
      svg: string,
      options: {
        readonly fitTo: { readonly mode: "width"; readonly value: number };
        readonly font: {
          readonly fontFiles: readonly string[];
          readonly loadSystemFonts: false;
          readonly defaultFontFamily: string;
        };
      },
    );
    render(): { asPng(): Buffer };
  }
}
