/** What the surroundings tell the command line; the server's own settings are read by its config. */
export const environment = {
  lang: process.env["HUIYIN_LANG"] ?? null,
  password: process.env["HUIYIN_PASSWORD"] ?? null,
  debug: process.env["DEBUG"] !== undefined,
} as const;
