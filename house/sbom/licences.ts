/** Licences under which packages of production may stand; the weaker copyleft of MPL-2.0 is met by leaving files as they are. */
export const accepted: ReadonlySet<string> = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MIT-0",
  "MPL-2.0",
  "OFL-1.1",
  "Python-2.0",
  "Unlicense",
  "Zlib",
]);

/** Packages whose package.json names no licence; read from the file LICENSE of that version. */
const readByHand: Readonly<Record<string, string>> = { "png-js@1.1.0": "MIT" };

export function licenceOf(name: string, version: string): string | null {
  return readByHand[`${name}@${version}`] ?? null;
}
