/** Packages that only these rooms may import; every other package is open to the rooms that are not pure. */
export const ownedPackages: Readonly<Record<string, readonly string[]>> = {
  kysely: ["server/store"],
  pg: ["server/store", "server/gateways", "server/main.ts", "cli"],
  nodemailer: ["server/gateways"],
  "@node-rs/argon2": ["server/gateways"],
  otplib: ["server/gateways"],
  "sm-crypto-v2": ["server/gateways"],
  hucre: ["server/gateways", "cli"],
  docx: ["server/gateways"],
  pdfmake: ["server/gateways"],
  "@resvg/resvg-js": ["server/gateways"],
  "graphile-worker": ["server/store", "server/worker.ts"],
  preact: ["portal", "server/http"],
  react: ["desk"],
  antd: ["desk"],
};

/** Rooms of pure code: no package, no clock, no machine. */
export const pureRooms = /^(domain\/|packs\/)/;
export const readersOfTheEnvironment: readonly string[] = [
  "server/config.ts",
  "cli",
  "bin",
  "scenarios",
  "house",
  "bench",
];
